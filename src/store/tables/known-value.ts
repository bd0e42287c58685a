/** A KPI's value as it was known: only ever added to, when it is another than the one before. */
export interface KnownValueTable {
  readonly kpi: string;
  readonly variant: string;
  readonly grain: string;
  readonly period_start: string;
  readonly period_end: string;
  /** Digest of `slice_text`: what of the KPI it is. */
  readonly slice: string;
  /** JSON: group, filters, and the rows that whoever saw it may see. */
  readonly slice_text: string;
  /** 1 for the first that was known of this period; each restatement counts one more. */
  readonly ordinal: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly state: string;
  /** Number and mark of the KPI's definition: formula, parameters, settings, what its words mean. */
  readonly definition: string;
  /** Mark of the rows of the datasets that it reads. */
  readonly data_version: string;
  readonly known_at: string;
  /** Why it differs from the one before: `first`, `data`, `definition`, `both`. */
  readonly why: string;
}
