import { defineDerived } from '../entity.ts';
import { currency, date, number } from '../field.ts';

/**
 * The rate of a currency to the workspace's on each day: the last one published on or before it, by any source, through 400 days
 * after the last rate or watermark. A rate published the other way round is turned over. Of several of one day, one to the
 * workspace's currency goes before one turned over, then the greater id.
 */
export const rateDay = defineDerived(
  'rate_day',
  'fact',
  { from: ['exchange_rate'], standsOn: ['exchange_rate'] },
  {
    currency: currency(),
    day: date(),
    rate: number(),
  },
);
