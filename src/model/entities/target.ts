import { defineEntity } from '../entity.ts';
import { number, plannedDate, text } from '../field.ts';

/** What a KPI should reach in a period. */
export const target = defineEntity('target', 'record', {
  kpi: text(),
  scope: text(),
  period_start: plannedDate(),
  period_end: plannedDate(),
  value: number(),
});
