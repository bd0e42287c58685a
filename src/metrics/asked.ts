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
  /** What its value is in: `money` is an amount. */
  readonly unit?: string;
  /** Whether it is about people of the company one by one (coaching, training, what each does). */
  readonly isOfPeople?: boolean;
}
