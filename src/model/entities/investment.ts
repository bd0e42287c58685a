import { defineEntity } from '../entity.ts';
import { currency, instant, integer, money, text } from '../field.ts';

/** Money put in with a gain hoped for. */
export const investment = defineEntity(
  'investment',
  'record',
  {
    name: text(),
    cost: money(),
    currency: currency(),
    started_at: instant(),
    horizon_months: integer(),
    gain: money(),
  },
  { begins: 'started_at' },
);
