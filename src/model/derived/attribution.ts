import { defineDerived } from '../entity.ts';
import { currency, instant, money, number, oneOf, reference, text } from '../field.ts';

/**
 * The share of each won amount that each campaign and channel gets under each attribution model: `first` and `last` touch, `linear`
 * (evenly), `position` (40 % to the first, 40 % to the last, the rest evenly between; two share evenly).
 *
 * Touches are `touch` records and clicks of campaign messages (not a machine's) of the deal's contact, its lead and the leads
 * converted into it, or, with neither contact nor lead on the deal, of its account's contacts; within the 90 days before it closed
 * and not after it. A deal without any has one touch, its own campaign, if it names one. The shares' amounts add up to the
 * deal's exactly.
 */
export const attribution = defineDerived(
  'attribution',
  'fact',
  {
    from: ['touch', 'campaign_message', 'opportunity', 'lead', 'contact', 'campaign'],
    times: ['opportunity'],
    base: 'opportunity_id',
    own: ['campaign_id'],
  },
  {
    opportunity_id: reference('opportunity'),
    campaign_id: reference('campaign'),
    channel: text(),
    model: oneOf(['first', 'last', 'linear', 'position']),
    closed_at: instant(),
    share: number(),
    amount: money(),
    margin: money(),
    currency: currency(),
  },
);
