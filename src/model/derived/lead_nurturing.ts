import { defineDerived } from '../entity.ts';
import { instant, integer, reference, text } from '../field.ts';

/**
 * How often each lead was nurtured before it decided: activities of that purpose (not incoming ones) and campaign messages that did not
 * bounce, up to `decided_at`. That is when it converted or, if it did not and was not reopened since, when it was lost; a lead still open
 * has none, and all its touches count. Moments compare as instants, by their days where either is only a date.
 */
export const leadNurturing = defineDerived(
  'lead_nurturing',
  'fact',
  { from: ['lead', 'activity', 'campaign_message'], standsOn: ['lead'], base: 'lead_id' },
  {
    lead_id: reference('lead'),
    source: text(),
    created_at: instant(),
    decided_at: instant(),
    activities: integer(),
    messages: integer(),
    touches: integer(),
  },
);
