import { drawTowards, fitIntervals, type IntervalPrior, type IntervalSums } from '../../estimators/order_timing.ts';
import { intervalModel } from '../../model/derived/interval_model.ts';
import type { Row } from '../run.ts';
import type { DerivedContext, ModelledBuilder } from './context.ts';
import { orderDaySql } from './order_day.ts';
import { firstDayOf, quarterOf, quarterOfDay } from './quarter.ts';
import { reachSql } from './reach.ts';
import { groupRows, nameOf, numberOf, textOf } from './read.ts';

const fewestIntervals = 3;
const fewestOfProduct = 10;
const mostProducts = 500;
/** Spread assumed where intervals are few, with the weight of so many. */
const assumed = { variance: 0.25, weight: 10 };

const noSums: IntervalSums = { intervals: 0, customers: 0, squaredCounts: 0, sum: 0, squares: 0, betweenSquares: 0 };

/**
 * By how much each quarter's intervals change the sums over customers: of Σ n² and Σ (Σ log)²/n the difference that a customer's new
 * intervals make, so that quarters add up.
 */
const changesSql = (context: DerivedContext): string => `with ended as (
  select e._source as _source, e.level as level, e.product_id as product_id, e.account_id as account_id, ${quarterOf(context.dialect, 'e.ordered_day')} as quarter,
    count(*) as n, sum(ln(e.days)) as total, sum(ln(e.days) * ln(e.days)) as squares
  from (${orderDaySql(context)}) as e
  where e.days > 0
  group by e._source, e.level, e.product_id, e.account_id, ${quarterOf(context.dialect, 'e.ordered_day')}
), running as (
  select e.*, sum(e.n) over so_far as n_now, sum(e.total) over so_far as total_now
  from ended as e
  window so_far as (partition by e._source, e.level, e.product_id, e.account_id order by e.quarter rows between unbounded preceding and current row)
), stepped as (
  select r.*, r.n_now - r.n as n_before, r.total_now - r.total as total_before from running as r
)
select s._source as _source, s.level as level, s.product_id as product_id, s.quarter as quarter, sum(s.n) as intervals, sum(case when s.n_before = 0 then 1 else 0 end) as customers,
  sum(s.n_now * s.n_now - s.n_before * s.n_before) as squared_counts, sum(s.total) as total, sum(s.squares) as squares,
  sum(s.total_now * s.total_now / s.n_now - case when s.n_before = 0 then 0 else s.total_before * s.total_before / s.n_before end) as between_squares
from stepped as s
group by s._source, s.level, s.product_id, s.quarter
order by 1, 2, 3, 4`;

const sumsOf = (row: Row): IntervalSums => ({
  intervals: numberOf(row, 'intervals'),
  customers: numberOf(row, 'customers'),
  squaredCounts: numberOf(row, 'squared_counts'),
  sum: numberOf(row, 'total'),
  squares: numberOf(row, 'squares'),
  betweenSquares: numberOf(row, 'between_squares'),
});

const add = (a: IntervalSums, b: IntervalSums): IntervalSums => ({
  intervals: a.intervals + b.intervals,
  customers: a.customers + b.customers,
  squaredCounts: a.squaredCounts + b.squaredCounts,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
  betweenSquares: a.betweenSquares + b.betweenSquares,
});

const before = (rows: readonly Row[], quarter: number): IntervalSums =>
  rows
    .filter((row) => numberOf(row, 'quarter') < quarter)
    .map(sumsOf)
    .reduce(add, noSums);

/** The prior of a cell, its spread drawn towards what is assumed. */
const priorOf = (sums: IntervalSums): IntervalPrior | null => {
  const fit = sums.intervals < fewestIntervals ? null : fitIntervals(sums);
  return fit && drawTowards(fit, sums.intervals, { mean: fit.mean, within: assumed.variance, between: assumed.variance }, assumed.weight);
};

const rowOf = (base: Row, sums: IntervalSums, { mean, within, between }: IntervalPrior): Row => ({
  ...base,
  intervals: sums.intervals,
  customers: sums.customers,
  mean_log: mean,
  within_variance: within,
  between_variance: between,
});

/** The cells of one quarter: of anything, of all products, of each product. */
const cellsOf = (
  base: Row,
  ofAccounts: readonly Row[],
  byProduct: ReadonlyMap<string, readonly Row[]>,
  quarter: number,
): readonly Row[] => {
  const account = before(ofAccounts, quarter);
  const accountPrior = priorOf(account);
  const products = [...byProduct]
    .map(([product, rows]) => ({ product, sums: before(rows, quarter) }))
    .filter(({ sums }) => sums.intervals > 0);
  const all = products.map(({ sums }) => sums).reduce(add, noSums);
  const allPrior = priorOf(all);
  return [
    ...(accountPrior ? [rowOf({ ...base, level: 'account' }, account, accountPrior)] : []),
    ...(allPrior ? [rowOf({ ...base, level: 'product' }, all, allPrior)] : []),
    ...products
      .filter(({ sums }) => sums.intervals >= fewestOfProduct)
      .toSorted((a, b) => b.sums.intervals - a.sums.intervals || (a.product < b.product ? -1 : 1))
      .slice(0, mostProducts)
      .flatMap(({ product, sums }) => {
        const own = priorOf(sums);
        return own && allPrior
          ? [rowOf({ ...base, level: 'product', product_id: product }, sums, drawTowards(own, sums.intervals, allPrior))]
          : [];
      }),
  ];
};

/** How long customers take to order again, as known before each quarter; told at the model's `interval_model`. */
export const intervalModelBuilder: ModelledBuilder = {
  dataset: intervalModel,
  reach: { of: ['order'] },
  reads: (context) => ({
    changes: changesSql(context),
    reach: `select r.source as _source, ${context.dialect.asText('r.day', 'date')} as day from (${reachSql(context, ['order'])}) as r order by 1`,
  }),
  make: ({ changes = [], reach = [] }) => {
    const reachOf = groupRows(reach, '_source');
    return [...groupRows(changes, '_source')].flatMap(([source, own]) => {
      const quarters = own.map((row) => numberOf(row, 'quarter'));
      const reached = nameOf(reachOf.get(source)?.[0] ?? {}, 'day');
      const first = quarters.reduce((least, quarter) => Math.min(least, quarter));
      const last = quarters.reduce((most, quarter) => Math.max(most, quarter), reached === null ? 0 : quarterOfDay(reached));
      const ofAccounts = own.filter((row) => textOf(row, 'level') === 'account');
      const byProduct = groupRows(
        own.filter((row) => textOf(row, 'level') === 'product'),
        'product_id',
      );
      return Array.from({ length: last - first }, (_, index) => first + 1 + index).flatMap((quarter) =>
        cellsOf({ _source: source, used_from: firstDayOf(quarter) }, ofAccounts, byProduct, quarter),
      );
    });
  },
};
