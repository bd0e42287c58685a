import { defineEntity } from '../entity.ts';
import { number, plannedDate, text } from '../field.ts';

/** What a KPI should reach in a period: a value, or a band from `low` to `high`. */
export const target = defineEntity('target', 'record', {
  kpi: text(),
  scope: text(),
  period_start: plannedDate(),
  period_end: plannedDate(),
  value: number(),
  low: number(),
  high: number(),
  /** What it serves: a goal of the catalogue by its id, or words of one's own. */
  objective: text(),
});
