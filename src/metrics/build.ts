import { all, calculate, type Expression, field, money } from './expression.ts';
import type { ConversionMetric, DerivedExpression, DurationMetric, Metric, RatioMetric, SimpleMetric, StockMetric } from './metric.ts';
import type { Scale } from './result/interval.ts';

/** Short ways to write metrics in the catalogue. */

/** Costs, times and counts a head are 0 at the least, though one row of them may be taken back. */
const neverNegative: Scale = [0, null];

interface Rows {
  readonly at: string;
  readonly where?: Expression;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly empty?: 'zero' | 'null';
}

export const count = (dataset: string, rows: Rows): SimpleMetric => ({ kind: 'simple', dataset, aggregate: 'count', ...rows });
export const countDistinct = (dataset: string, of: string, rows: Rows): SimpleMetric => ({
  kind: 'simple',
  dataset,
  aggregate: 'count_distinct',
  of: field(of),
  ...rows,
});
export const sum = (dataset: string, of: Expression, rows: Rows): SimpleMetric => ({
  kind: 'simple',
  dataset,
  aggregate: 'sum',
  of,
  ...rows,
});
/** Money summed in the workspace's currency at the rate of `rows.at`. */
export const sumMoney = (dataset: string, path: string, rows: Rows): SimpleMetric => sum(dataset, money(path, rows.at), rows);
/** @param scale between what it lies whatever the rows are */
export const average = (dataset: string, of: Expression, rows: Rows, scale: Scale = neverNegative): SimpleMetric => ({
  kind: 'simple',
  dataset,
  aggregate: 'average',
  of,
  scale,
  ...rows,
});
export const median = (dataset: string, of: Expression, rows: Rows): SimpleMetric => ({
  kind: 'simple',
  dataset,
  aggregate: 'median',
  of,
  ...rows,
});

/** The share of `rows` of which `part` holds. */
export const proportion = (dataset: string, rows: Rows & { readonly part: Expression }): RatioMetric => {
  const { part, ...base } = rows;
  return {
    kind: 'ratio',
    of: 'proportion',
    numerator: count(dataset, { ...base, where: base.where ? all(base.where, part) : part }),
    denominator: count(dataset, base),
  };
};
/** @param scale between what it lies whatever the rows are */
export const ratio = (numerator: Metric, denominator: Metric, scale: Scale = neverNegative): RatioMetric => ({
  kind: 'ratio',
  of: 'amounts',
  numerator,
  denominator,
  scale,
});

/** What part of a sum another sum is: numerator over denominator, the one within the other. */
export const partOf = (numerator: Metric, denominator: Metric): RatioMetric => ({ kind: 'ratio', of: 'part', numerator, denominator });

export const openCount = (dataset: string, options: Omit<StockMetric, 'kind' | 'dataset' | 'aggregate' | 'at'> = {}): StockMetric => ({
  kind: 'stock',
  dataset,
  aggregate: 'count',
  at: 'closing',
  ...options,
});

export const duration = (options: Omit<DurationMetric, 'kind' | 'statistic' | 'censoring'>) => {
  const of = (statistic: DurationMetric['statistic']): DurationMetric => ({
    kind: 'duration',
    ...options,
    statistic,
    censoring: statistic === 'km_median' ? 'kaplan_meier' : 'exclude_open',
  });
  return of;
};

export const conversion = (
  options: Pick<ConversionMetric, 'base' | 'converted' | 'window'> & Partial<ConversionMetric>,
): ConversionMetric => ({
  kind: 'conversion',
  count: 'entities',
  weighting: 'entity',
  dated_by: 'base',
  ...options,
});

/** Arithmetic for `derived`: `derive({ a, b }, ({ a, b }) => minus(a, b))`. */
export const input = (name: string): DerivedExpression => ({ op: 'metric', name });
export const arithmetic = (
  left: DerivedExpression | number,
  op: '+' | '-' | '*' | '/',
  right: DerivedExpression | number,
): DerivedExpression => {
  const wrap = (side: DerivedExpression | number): DerivedExpression => (typeof side === 'number' ? { op: 'number', value: side } : side);
  return { op, left: wrap(left), right: wrap(right) };
};

export { calculate };
