import { defineDerived } from '../entity.ts';
import { currency, date, number } from '../field.ts';

/** The rate of a currency to the workspace’s on each day: the last one published on or before it. */
export const rateDay = defineDerived(
  'rate_day',
  'fact',
  { from: ['exchange_rate'] },
  {
    currency: currency(),
    day: date(),
    rate: number(),
  },
);
