import { defineDerived } from '../entity.ts';
import { date, instant, integer, money, reference, text } from '../field.ts';

/**
 * What each person (or, without an owner, the company) said would be won in a period, by category, and what was. The forecast is the
 * last one made by the end of the period's first day; later ones are corrections. One of the company is left out where people made theirs
 * for the same period and category. `won` are the live deals won in the period, of that owner. Both in the workspace's currency: the
 * forecast at the rate of its day, each deal at that of its closing; without a rate the forecast has no row, and a deal is not counted.
 */
export const forecastOutcome = defineDerived(
  'forecast_outcome',
  'fact',
  { from: ['forecast', 'opportunity', 'rate_day'], standsOn: ['forecast'], times: ['opportunity'] },
  {
    owner_id: reference('user'),
    category: text(),
    period_start: date(),
    period_end: date(),
    made_at: instant(),
    amount: money(),
    won: money(),
    won_deals: integer(),
  },
);
