import { defineEntity } from '../entity.ts';
import { currency, date, number } from '../field.ts';

/** How much of one currency another was worth on a day. */
export const exchangeRate = defineEntity(
  'exchange_rate',
  'record',
  {
    from_currency: currency(),
    to_currency: currency(),
    on: date(),
    rate: number(),
  },
  { begins: 'on' },
);
