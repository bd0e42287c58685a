import type { Metric } from './metric.ts';

/** One KPI of a query, its variant chosen and its parameters filled in. */
export interface Asked {
  readonly kpi: string;
  readonly variant: string;
  readonly version: string;
  readonly metric: Metric;
  /** Fields that the workspace lacks; not empty makes the KPI unavailable. */
  readonly missing: readonly string[];
  readonly minimumSample: number;
}
