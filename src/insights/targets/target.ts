import type { DayRange } from '../../model/dialect.ts';

/** What a KPI should reach in a period, as somebody set it. */
export interface Target {
  readonly id: string;
  readonly source: string;
  readonly kpi: string;
  /** `DIM=VALUE`; null: the company. */
  readonly scope: string | null;
  readonly period: DayRange;
  /** Null where only a band is set. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What it serves: a goal of the catalogue by its id, or words of one's own. */
  readonly objective: string | null;
}

/** What should be reached: a value, a band from `low` to `high`, or both. */
export interface Aim {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
