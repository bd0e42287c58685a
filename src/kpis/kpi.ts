import type { CellState } from '../metrics/cell.ts';
import type { Metric } from '../metrics/metric.ts';
import type { QueryInput } from '../metrics/query.ts';
import type { Term } from '../model/glossary.ts';
import type { Settings } from '../model/settings.ts';

export type Area =
  | 'marketing'
  | 'leads'
  | 'pipeline'
  | 'customers'
  | 'service'
  | 'perception'
  | 'receivables'
  | 'people'
  | 'adoption'
  | 'data';
/** Bill Band's three classes of CRM metrics. */
export type Band = 'business' | 'adoption' | 'perception';
export type Direction = 'up' | 'down' | 'band' | 'none';
/** Whether it moves before the result does, or is the result. */
export type Timing = 'leading' | 'lagging';
/** What it tells of: what was achieved, mere activity, or what went wrong. A set of KPIs needs some of the last. */
export type Nature = 'progress' | 'activity' | 'failure';
/** `rate` is a fraction; `money` is in the workspace's currency; `score` runs as the KPI says (NPS −100 to 100), `correlation` from −1 to 1. */
export type Unit = 'rate' | 'count' | 'money' | 'days' | 'hours' | 'minutes' | 'seconds' | 'score' | 'ratio' | 'correlation';
/** The seeds' tags, normalised. */
export type Tag =
  | 'sales'
  | 'marketing'
  | 'digital_marketing'
  | 'marketing_effectiveness'
  | 'customer_satisfaction'
  | 'customer_value'
  | 'customer_relationship'
  | 'brand_value'
  | 'cost'
  | 'revenue'
  | 'quality'
  | 'work_effectiveness'
  | 'investment'
  | 'market_demand'
  | 'business_performance'
  | 'finance'
  | 'time_management'
  | 'profitability';

/** A text in both languages, each written for its readers. */
export interface Bilingual {
  readonly es: string;
  readonly en: string;
}

export type ParameterValue = number | string | boolean | readonly string[];

export interface Parameter {
  readonly default: ParameterValue;
  readonly name: Bilingual;
  /** Allowed values or, for numbers, the least and the greatest. */
  readonly oneOf?: readonly string[];
  readonly between?: readonly [number, number];
}

/** The values that a KPI's parameters take, each of its parameter's own type. */
export type ParameterValues<P extends Record<string, Parameter>> = string extends keyof P
  ? Readonly<Record<string, ParameterValue>>
  : { readonly [K in keyof P]: ValueOf<P[K]['default']> };

type ValueOf<D extends ParameterValue> = D extends number
  ? number
  : D extends boolean
    ? boolean
    : D extends string
      ? string
      : readonly string[];

/** `entity.field` that must hold data; a nested list means that any one of them will do. */
export type Need = string | readonly string[];

export interface Variant<P extends Record<string, Parameter>> {
  readonly label: Bilingual;
  readonly metric: (parameters: ParameterValues<P>, settings: Settings) => Metric;
  /**
   * The metric instead, when the query groups or filters by a dimension of this reference that `metric` cannot reach: the
   * order interval by `product.name` is that between orders of the same product.
   */
  readonly when?: Readonly<Record<string, (parameters: ParameterValues<P>, settings: Settings) => Metric>>;
  readonly unit?: Unit;
  /** Where they differ from the KPI's. */
  readonly needs?: readonly Need[];
}

/** A few rows, a question, the answer by hand. Run on every warehouse by one generic test. */
export interface WorkedExample {
  readonly name: string;
  /** Rows by entity. `id` is given or numbered; times without a clock (`2024-03-05`) are dates. */
  readonly given: Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>>;
  readonly settings?: Partial<Settings>;
  /** Up to when the data are complete. Default: the latest event time in `given`. */
  readonly exportedAt?: string;
  readonly query: Omit<QueryInput, 'kpis'>;
  readonly expect: readonly ExpectedCell[];
  /** The arithmetic, for people. */
  readonly because: string;
}

export interface ExpectedCell {
  readonly group?: Readonly<Record<string, string | null>>;
  readonly start?: string;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly n?: number;
  readonly coverage?: number;
  readonly state?: CellState;
  readonly ci?: readonly [number, number];
}

export interface KpiTexts {
  readonly name: string;
  readonly question: string;
  readonly definition: string;
  /** The formula in words. */
  readonly formula: string;
  readonly why: string;
  /** How to read a rise and a fall: what to look at next, what to do. */
  readonly rise: string;
  readonly fall: string;
  readonly caveats: string;
}

/** A business object around metrics. One file a KPI, `src/kpis/<area>/<id>.ts`. */
export interface Kpi<P extends Record<string, Parameter> = Record<string, Parameter>> {
  readonly id: string;
  /** The `id` of `kpis.json`; null for one that the requirements do not list. */
  readonly ref: string | null;
  readonly area: Area;
  readonly band: Band;
  readonly direction: Direction;
  readonly timing: Timing;
  readonly nature: Nature;
  readonly unit: Unit;
  readonly tags: readonly Tag[];
  readonly version: { readonly number: number; readonly since: string };
  /** Of a company's own: a proposal that is not in force yet. */
  readonly draft?: boolean;
  readonly parameters: P;
  /** In order; the name asked for as `default` is the first entry of `defaults` that the workspace's data allow. */
  readonly variants: Readonly<Record<string, Variant<P>>>;
  readonly defaults: readonly string[];
  readonly needs: readonly Need[];
  /** The contested words by whose meanings its value changes, in any of its variants. */
  readonly terms: readonly Term[];
  /** Dimensions worth drilling by, most telling first; others that the datasets reach work too. */
  readonly drillBy: readonly string[];
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Below this n a value is shown with a warning. */
  readonly minimumSample: number;
  /** KPIs to read beside this one, so that it is not improved at their cost. */
  readonly guards: readonly string[];
  /** For an activity KPI: the progress KPI to look at before it; and the reverse. */
  readonly partner: string | null;
  readonly decomposition: { readonly kind: 'sum' | 'product' | 'ratio' | 'difference'; readonly of: readonly string[] } | null;
  readonly seed: string;
  readonly source: string;
  readonly texts: { readonly es: KpiTexts; readonly en: KpiTexts };
  readonly examples: readonly [WorkedExample, ...WorkedExample[]];
}

/** @returns the KPI as given; the call gives each variant's `metric` the types of the parameters. */
export const defineKpi = <P extends Record<string, Parameter>>(kpi: Kpi<P>): Kpi => kpi as unknown as Kpi;
