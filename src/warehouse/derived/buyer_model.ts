import { type BgNbd, type BuyingSummary, expectedOrders, fitBgNbd } from '../../estimators/bg_nbd.ts';
import { fitGammaGamma } from '../../estimators/gamma_gamma.ts';
import { buyerModel } from '../../model/derived/buyer_model.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Row } from '../run.ts';
import { boughtByThenSql, boughtDaySql } from './buyer_history.ts';
import type { DerivedContext, ModelledBuilder } from './context.ts';
import { lastDayOf, quarterOf } from './quarter.ts';
import { reachSql } from './reach.ts';
import { groupRows, numberOf, textOf } from './read.ts';

const quartersBack = 8;
const firstYear = 1990;
const lastYear = 2060;
/** Above so many accounts weeks are told apart by fours only when fitting. */
const manyAccounts = 50_000;
/** And so many different summaries are the most that a fit looks at. */
const mostSummaries = 5000;
/** What is assumed of yearly retention, with the weight of so many customers. */
const usualRetention = { rate: 0.8, weight: 5 };
const weeksOfYear = 365.25 / 7;

/** The days at whose end the models are fitted: those of eight quarters past, and the last day that orders and contracts reach. */
const snapshotSql = (context: DerivedContext): string => {
  const { dialect } = context;
  return `select r._source as _source, case when k.back = 0 then r.day else q.last_day end as snapshot_on
  from (
    select w.source as _source, w.day as day, ${quarterOf(dialect, 'w.day')} as quarter from (${reachSql(context, ['order', 'contract'])}) as w
  ) as r
  cross join ${dialect.values(
    ['back'],
    Array.from({ length: quartersBack + 1 }, (_, back) => [String(back)]),
  )} as k
  join ${quarterTable(dialect)} as q on q.quarter = r.quarter - k.back`;
};

const quarterTable = (dialect: Dialect): string =>
  dialect.values(
    ['quarter', 'last_day'],
    Array.from({ length: (lastYear - firstYear) * 4 }, (_, index) => [
      String(firstYear * 4 + index),
      dialect.date(lastDayOf(firstYear * 4 + index)),
    ]),
  );

/** Accounts with sales at each snapshot; `is_free`: without recurring revenue until then, those that models are fitted on. */
const parts = (context: DerivedContext): string => `with snapshot as materialized (
  ${snapshotSql(context)}
), bought as materialized (
  ${boughtDaySql(context)}
), buyer as materialized (
  select b.*, ${weeks(context.dialect, 'b.first_day', 'b.last_day')} as recency_weeks, ${weeks(context.dialect, 'b.first_day', 'b.snapshot_on')} as age_weeks,
    r.from_day is null or r.from_day > b.snapshot_on as is_free
  from (${boughtByThenSql('bought', 'snapshot')}) as b
  left join (select m._source as _source, m.account_id as account_id, min(m.valid_from_day) as from_day from ${context.relation('mrr_span')} as m group by m._source, m.account_id) as r
    on r._source = b._source and r.account_id = b.account_id
)`;

const weeks = (dialect: Dialect, from: string, to: string): string =>
  dialect.convert(`floor(${dialect.double(dialect.daysBetween(from, to))} / 7 + 0.5e0)`, 'integer');

const reads = (context: DerivedContext): Readonly<Record<string, string>> => {
  const { dialect, relation } = context;
  const unit = `(select case when count(distinct n.account_id) > ${manyAccounts} then 4 else 1 end from bought as n)`;
  const coarse = (column: string): string => `floor(b.${column} / u.unit) * u.unit`;
  const covers = (day: string): string => `c.valid_from_day <= ${day} and (c.valid_to_day is null or c.valid_to_day > ${day})`;
  const yearBefore = dialect.addDays('t.snapshot_on', -365);
  return {
    snapshots: `select s._source as _source, ${dialect.asText('s.snapshot_on', 'date')} as snapshot_on from (${snapshotSql(context)}) as s order by 1, 2`,
    buying: `${parts(context)}
select b._source as _source, ${dialect.asText('b.snapshot_on', 'date')} as snapshot_on, b.orders - 1 as repeats, ${coarse('recency_weeks')} as recency, ${coarse('age_weeks')} as age, count(*) as customers
from buyer as b
cross join (select ${unit} as unit) as u
where b.is_free
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5`,
    ages: `${parts(context)}
select b._source as _source, ${dialect.asText('b.snapshot_on', 'date')} as snapshot_on, b.orders - 1 as repeats, b.age_weeks as age
from buyer as b
group by 1, 2, 3, 4
order by 1, 2, 3, 4`,
    // Means within two percent of one another are one.
    spending: `${parts(context)}
select b._source as _source, ${dialect.asText('b.snapshot_on', 'date')} as snapshot_on, b.orders - 1 as orders, floor(ln(b.again / (b.orders - 1)) * 50 + 0.5e0) as place, count(*) as customers, sum(b.again) as revenue
from buyer as b
where b.is_free and b.orders > 1 and b.again > 0
group by 1, 2, 3, 4
order by 1, 2, 3, 4`,
    contracts: `with snapshot as (
  ${snapshotSql(context)}
)
select t._source as _source, ${dialect.asText('t.snapshot_on', 'date')} as snapshot_on, count(distinct c.account_id) as customers,
  count(distinct case when k.account_id is not null then c.account_id end) as kept
from snapshot as t
join ${relation('customer_span')} as c on c._source = t._source
left join (select distinct z._source as _source, z.account_id as account_id, y.snapshot_on as snapshot_on from ${relation('customer_span')} as z join snapshot as y on y._source = z._source
  where z.valid_from_day <= y.snapshot_on and (z.valid_to_day is null or z.valid_to_day > y.snapshot_on)) as k
  on k._source = c._source and k.account_id = c.account_id and k.snapshot_on = t.snapshot_on
where c.origin = 'contract' and ${covers(yearBefore)}
group by t._source, t.snapshot_on
order by 1, 2`,
  };
};

/** Summaries of which there are not too many to fit, weeks told apart less and less. */
const coarsened = (summaries: readonly BuyingSummary[]): readonly BuyingSummary[] => {
  for (let unit = 1; ; unit *= 2) {
    const floor = (weeks: number): number => Math.floor(weeks / unit) * unit;
    const counted = new Map<string, BuyingSummary>();
    for (const { x, tx, t, count } of summaries) {
      const each = { x, tx: floor(tx), t: floor(t) };
      const key = `${each.x} ${each.tx} ${each.t}`;
      counted.set(key, { ...each, count: (counted.get(key)?.count ?? 0) + count });
    }
    if (counted.size <= mostSummaries || unit >= 64) return [...counted.values()];
  }
};

/** The orders to expect in each of five years of an account that is surely still a customer. */
const ordersByYear = (model: BgNbd, repeats: number, age: number): Readonly<Record<string, number>> => {
  // Seen an instant ago: the formula's probability of being alive is taken off, to be put on with the account's own recency.
  const seen = { x: repeats, tx: age, t: age };
  const alive = repeats === 0 ? 1 : 1 / (1 + model.a / (model.b + repeats - 1));
  const until = [1, 2, 3, 4, 5].map((year) => expectedOrders(model, seen, year * weeksOfYear) / alive);
  return Object.fromEntries(until.map((orders, index) => [`orders_${index + 1}`, orders - (until[index - 1] ?? 0)]));
};

/** The models of how customers buy at each snapshot; told at the model's `buyer_model`. */
export const buyerModelBuilder: ModelledBuilder = {
  dataset: buyerModel,
  reach: { of: ['order', 'contract'] },
  reads,
  make: ({ snapshots = [], ...read }) => {
    const keyed = (rows: readonly Row[] = []): ReadonlyMap<string, readonly Row[]> =>
      groupRows(
        rows.map((row) => ({ ...row, key: `${textOf(row, '_source')} ${textOf(row, 'snapshot_on')}` })),
        'key',
      );
    const [buying, ages, spending, contracts] = [read.buying, read.ages, read.spending, read.contracts].map(keyed);
    return snapshots.flatMap((row) => {
      const base = { _source: textOf(row, '_source'), snapshot_on: textOf(row, 'snapshot_on') };
      const key = `${base._source} ${base.snapshot_on}`;
      const [contract = {}] = contracts?.get(key) ?? [];
      const { rate, weight } = usualRetention;
      const summaries = (buying?.get(key) ?? []).map((own) => ({
        x: numberOf(own, 'repeats'),
        tx: numberOf(own, 'recency'),
        t: numberOf(own, 'age'),
        count: numberOf(own, 'customers'),
      }));
      const bg = fitBgNbd(coarsened(summaries)).parameters;
      const spent = spending?.get(key) ?? [];
      const spend = fitGammaGamma(
        spent.map((own) => ({
          x: numberOf(own, 'orders'),
          mean: Math.exp(numberOf(own, 'place') / 50),
          count: numberOf(own, 'customers'),
        })),
      ).parameters;
      const days = spent.reduce((sum, own) => sum + numberOf(own, 'orders') * numberOf(own, 'customers'), 0);
      const revenue = spent.reduce((sum, own) => sum + numberOf(own, 'revenue'), 0);
      return [
        {
          ...base,
          kind: 'snapshot',
          customers: summaries.reduce((sum, { count }) => sum + count, 0),
          retention: (numberOf(contract, 'kept') + rate * weight) / (numberOf(contract, 'customers') + weight),
          bg_r: bg?.r ?? null,
          bg_alpha: bg?.alpha ?? null,
          bg_a: bg?.a ?? null,
          bg_b: bg?.b ?? null,
          spend_p: spend?.p ?? null,
          spend_q: spend?.q ?? null,
          spend_v: spend?.v ?? null,
          mean_order: days > 0 ? revenue / days : null,
        },
        ...(bg === null
          ? []
          : (ages?.get(key) ?? []).map((own) => {
              const [repeats, age] = [numberOf(own, 'repeats'), numberOf(own, 'age')];
              return { ...base, kind: 'buying', repeats, age_weeks: age, ...ordersByYear(bg, repeats, age) };
            })),
      ];
    });
  },
};
