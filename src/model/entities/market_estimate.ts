import { defineEntity } from '../entity.ts';
import { currency, money, number, plannedDate, text } from '../field.ts';

/** A figure about the market from outside the company. */
export const marketEstimate = defineEntity('market_estimate', 'record', {
  measure: text(),
  scope: text(),
  period_start: plannedDate(),
  period_end: plannedDate(),
  value: money(),
  currency: currency(),
  provenance: text(),
  confidence: number(),
});
