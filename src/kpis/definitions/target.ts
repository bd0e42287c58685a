import { sum } from '../../metrics/build.ts';
import { field, is } from '../../metrics/expression.ts';
import type { SimpleMetric, StockMetric } from '../../metrics/metric.ts';
import type { Need } from '../kpi.ts';

export const targetNeeds: readonly Need[] = ['target.kpi', 'target.value', 'target.period_start', 'target.period_end'];

/** The target of a KPI in money for the days of the period; 0 where none is set. */
export const targetOf = (kpi: string): SimpleMetric => sum('target_day', field('value'), { at: 'day', where: is('kpi', kpi) });

/** What of it falls to the days gone by: of a period that is over, all. */
export const targetToDate = (kpi: string): StockMetric => ({
  kind: 'stock',
  dataset: 'target_day',
  aggregate: 'sum',
  of: field('value'),
  where: is('kpi', kpi),
  span: { from: 'day', to: null },
  within: 'day',
  at: 'closing',
});
