import type { Cell } from './cell.ts';
import type { Expression, TimeUnit } from './expression.ts';
import type { Scale } from './result/interval.ts';

/** Aggregates over one dataset. `percentile` needs `fraction`. */
export type Aggregate = 'count' | 'count_distinct' | 'sum' | 'average' | 'median' | 'percentile' | 'min' | 'max';
export type Statistic = 'mean' | 'median' | 'p75' | 'p90' | 'km_median';

/** An aggregate over the rows of one dataset whose time `at` falls in the period. */
export interface SimpleMetric {
  readonly kind: 'simple';
  readonly dataset: string;
  readonly aggregate: Aggregate;
  /** What is aggregated; not for `count`. */
  readonly of?: Expression;
  /** Of `percentile`: 0.9 is the 90th. */
  readonly fraction?: number;
  /** Of `average`: between what it lies whatever the rows are, so that its interval does not end beyond. Default: anywhere. */
  readonly scale?: Scale;
  readonly where?: Expression;
  /** The time field that places a row in a period. */
  readonly at: string;
  /** What an empty period is. Default: zero for count, count_distinct and sum, else null. */
  readonly empty?: 'zero' | 'null';
  /**
   * Dimensions that this dataset reads under another path, so that inputs of different datasets share them:
   * `{ channel: 'type' }` on activities lets `by=channel` group costs by their channel and activities by their type.
   * It holds for grouping and for `where`; a dimension not named here is read under its own path.
   */
  readonly dimensions?: Readonly<Record<string, string>>;
  /**
   * Of `count_distinct`: only values that come with at least `count` rows of the period (or window) and group or, with `of`,
   * with as many distinct values of it. Customers with two orders or more: `{ count: 2 }` over orders.
   */
  readonly at_least?: { readonly count: number; readonly of?: Expression };
}

/** Numerator over denominator, each aggregated on its own; a ratio of sums, never a mean of ratios. */
export interface RatioMetric {
  readonly kind: 'ratio';
  readonly numerator: Metric;
  readonly denominator: Metric;
  /**
   * `proportion`: the numerator counts a part of what the denominator counts (Wilson's interval). Else delta method; with `part` the numerator
   * adds up a part of what the denominator does (none of it negative), so the interval ends at 0 and 1.
   */
  readonly of?: 'proportion' | 'part' | 'amounts';
  /** Between what the ratio lies before `times`, so that its interval does not end beyond. Default: from 0 where both sides count, else anywhere. */
  readonly scale?: Scale;
  /** The result is multiplied by this (per 1,000). Default 1. */
  readonly times?: number;
  /** Days after which a row is judged for good (a repeat call may still come): a period that has not had them is `immature`. */
  readonly settles_in?: number;
  /** What those days are counted from: the end of the period (default), or the close of the day before it, where a stock opens. */
  readonly settles_from?: 'end' | 'opening';
}

export type DerivedExpression =
  | { readonly op: 'metric'; readonly name: string }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: DerivedExpression; readonly right: DerivedExpression };

/** Arithmetic over metrics; an input may be taken from an earlier period. */
export interface DerivedMetric {
  readonly kind: 'derived';
  readonly expression: DerivedExpression;
  readonly metrics: Readonly<Record<string, { readonly metric: Metric /** Periods back. */; readonly offset?: number }>>;
}

/** A metric over a longer stretch that ends with the period: the last `window` days, or since the start of `to_date`. */
export interface CumulativeMetric {
  readonly kind: 'cumulative';
  readonly of: SimpleMetric;
  readonly window?: { readonly days: number };
  readonly to_date?: 'month' | 'quarter' | 'year' | 'ever';
}

/** What holds at an instant: rows of a span dataset with valid_from ≤ instant < valid_to. Never added over time. */
export interface StockMetric {
  readonly kind: 'stock';
  readonly dataset: string;
  readonly aggregate: 'count' | 'count_distinct' | 'sum' | 'average' | 'median';
  readonly of?: Expression;
  /** As of a `SimpleMetric`. */
  readonly scale?: Scale;
  readonly where?: Expression;
  /** Day expressions: the row counts only from the latest of these on (`due_on + 1` for overdue). */
  readonly since?: readonly Expression[];
  /** Day expressions: the row counts only before the earliest of these. */
  readonly until?: readonly Expression[];
  /**
   * The fields that begin and end a row's life, of a dataset that is not a span (a quote: `sent_at`, `decided_at`). A row of which `from` is
   * unknown has not begun; `to: null`: nothing but `until` ends it.
   */
  readonly span?: { readonly from: string; readonly to: string | null };
  /** A day or time field: only rows for which it falls in the period (due this month). */
  readonly within?: string;
  /** Dimensions that this dataset reads under another path, as in `SimpleMetric`. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** The state at the end of the period, at its start, or the mean of its days. */
  readonly at: 'opening' | 'closing' | 'average';
}

/** Of the entities that entered in the period, how many converted within a window of days. */
export interface ConversionMetric {
  readonly kind: 'conversion';
  readonly base: {
    readonly dataset: string;
    readonly entity: string;
    readonly at: string;
    readonly where?: Expression;
    /** Dimensions that the base reads under another path, as of a `SimpleMetric`. */
    readonly dimensions?: Readonly<Record<string, string>>;
  };
  /** `same_row`: the base row itself holds the time (or, without `at`, the mere fact `where`) of its conversion. */
  readonly converted:
    | { readonly same_row: true; readonly at?: string; readonly where?: Expression }
    | { readonly same_row: false; readonly dataset: string; readonly entity: string; readonly at: string; readonly where?: Expression };
  /** Days; null is ever: no window, never immature. */
  readonly window: number | null;
  readonly count: 'entities' | 'events';
  readonly weighting: 'entity' | 'value';
  /** With `weighting: value`: the worth of a base row. */
  readonly value?: Expression;
  /** Which end places the pair in a period. Default base. */
  readonly dated_by: 'base' | 'conversion';
}

/** Of those there at the start of the period, how many are there at its end: |S ∩ E| / |S|. */
export interface RetentionMetric {
  readonly kind: 'retention';
  /** A span dataset with one or more spans an entity, not overlapping. */
  readonly dataset: string;
  readonly entity: string;
  readonly where?: Expression;
  /**
   * `rate`: |S∩E|/|S|; `kept`: |S∩E|; `lost`: |S∖E|; `lost_rate`: |S∖E|/|S|; `formula`: (CE − CN)/CS as the texts have it. By value
   * also `net`: what those of the start are worth at the end over what they were worth at the start; `gross`: the same, growth of each left out.
   */
  readonly mode: 'rate' | 'kept' | 'lost' | 'lost_rate' | 'formula' | 'net' | 'gross';
  readonly weighting: 'entity' | 'value';
  /** With `weighting: value`: worth of the entity at the start. */
  readonly value?: Expression;
  /**
   * With `mode: kept`: the sum of this over the period's rows of the kept entities instead (the revenue of customers who stayed). Groups and
   * filters are those of the entity's span at the start, not of these rows.
   */
  readonly brought?: {
    readonly dataset: string;
    readonly entity: string;
    readonly at: string;
    readonly of: Expression;
    readonly where?: Expression;
  };
}

/** Time from one event of a row to another. */
export interface DurationMetric {
  readonly kind: 'duration';
  readonly dataset: string;
  readonly start: string;
  readonly end: string;
  readonly where?: Expression;
  readonly statistic: Statistic;
  readonly unit: TimeUnit;
  readonly time: 'calendar' | 'business';
  /** Completed cases dated by their end, or all cases that started in the period with the open ones censored at the watermark. */
  readonly censoring: 'exclude_open' | 'kaplan_meier';
}

/** What is not one aggregate. A pure function of the cells of its inputs, called once a period and group. */
export interface ComputedMetric {
  readonly kind: 'computed';
  readonly inputs: Readonly<Record<string, Metric>>;
  /** Metrics asked over more groups or periods than the cell's own: a series to correlate, people to compare. */
  readonly panels?: Readonly<Record<string, Panel>>;
  /** A dimension added to the grouping when absent: a mix or ranking has one cell for each of its values. */
  readonly axis?: string;
  readonly compute: (input: ComputedInput) => ComputedResult;
}

/** A metric by dimensions of its own (within the cell's group) and in periods of its own. */
export interface Panel {
  readonly metric: Metric;
  /** Dimensions beside the query's and the axis; the query's filters hold too. Default none. */
  readonly by?: readonly string[];
  /** Cuts the cell's period into the whole periods of this grain of which the data are complete. Default: the period itself, also while it runs. */
  readonly grain?: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** With `grain`: this many complete periods instead, the last of them the one that ends last up to the end of the cell's period. */
  readonly back?: number;
}

/**
 * One group of a panel: its cells in order of time. Periods without rows are there, with what empty means for the metric. Groups without a
 * row in all of a cell's periods are not; a panel without dimensions has its one row always.
 */
export interface PanelRow {
  readonly group: Readonly<Record<string, string | null>>;
  readonly cells: readonly Cell[];
}

export interface ComputedInput {
  /** The cells of this period and group, one an input. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** With an `axis`: the cells of all the axis's values in this period and outer group, for shares and ranks. */
  readonly siblings: readonly { readonly axis: string | null; readonly cells: Readonly<Record<string, Cell>> }[];
  /** The rows of each panel within this cell's group, in order of their groups; the `group` of a row is the panel's own `by` only. */
  readonly panels: Readonly<Record<string, readonly PanelRow[]>>;
}

export interface ComputedResult {
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly n?: number;
  /** Of the inputs that the value rests on. Default: the least of all. */
  readonly coverage?: number;
  readonly ci?: readonly [number, number];
  readonly reasons?: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

/** Calendar days or working days of the period. */
export interface BuiltInMetric {
  readonly kind: 'built_in';
  readonly name: 'days' | 'working_days';
}

export type Metric =
  | SimpleMetric
  | RatioMetric
  | DerivedMetric
  | CumulativeMetric
  | StockMetric
  | ConversionMetric
  | RetentionMetric
  | DurationMetric
  | ComputedMetric
  | BuiltInMetric;
