import { defineDerived } from '../entity.ts';
import { date, instant, number } from '../field.ts';

/** The business clock: when each day opens and closes (null on a day off) and the business seconds of all days before it. */
export const businessDay = defineDerived(
  'business_day',
  'fact',
  { from: [] },
  { day: date(), opens_at: instant(), closes_at: instant(), seconds_before: number() },
);
