import { accountRfm } from '../../model/derived/account_rfm.ts';
import type { Dialect } from '../../model/dialect.ts';
import { rfmBoxes, rfmOf } from '../../model/segment.ts';
import { inBaseCurrency, rateJoin } from './base_money.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { noMoment, startOfDay } from './moment.ts';
import { salesSql } from './sales.ts';

/** The months that scores are made for; months are counted from the year 0. */
const firstYear = 1990;
const lastYear = 2060;

/** The month of a day as a number that goes up by one a month. */
const monthOf = (dialect: Dialect, day: string): string => {
  const part = (from: number, length: number) =>
    dialect.convert(`substring(${dialect.asText(day, 'date')}, ${from}, ${length})`, 'integer');
  return `(${part(1, 4)} * 12 + ${part(6, 2)} - 1)`;
};

/** Every month by its number, with the first day after it. */
const monthTable = (dialect: Dialect): string =>
  dialect.values(
    ['month', 'next_day'],
    Array.from({ length: (lastYear - firstYear) * 12 }, (_, index) => {
      const first = new Temporal.PlainDate(firstYear, 1, 1).add({ months: index });
      return [String(first.year * 12 + first.month - 1), dialect.date(first.add({ months: 1 }).toString())];
    }),
  );

/** 1 + the fifths of the month's accounts that are strictly worse. */
const score = (dialect: Dialect, order: string): string =>
  `1 + floor(${dialect.double(`5 * (rank() over (partition by t.month order by ${order}) - 1)`)} / ${dialect.double('count(*) over (partition by t.month)')})`;

const classOf = (recency: string, value: string): string =>
  `case ${rfmBoxes.map(({ name, recency: [r1, r2], value: [v1, v2] }) => `when ${recency} between ${r1} and ${r2} and ${value} between ${v1} and ${v2} then '${name}'`).join(' ')} end`;

const nothing = ({ dialect }: DerivedContext): string => {
  const { nullOf } = dialect;
  return `select ${nullOf('text')} as _source, ${nullOf('text')} as account_id, ${nullOf('integer')} as recency, ${nullOf('integer')} as frequency, ${nullOf('integer')} as amount, ${nullOf('text')} as class, ${noMoment(dialect, 'valid_from')}, ${noMoment(dialect, 'valid_to')}
where 1 = 0`;
};

/** Scores of recency, frequency and amount month by month; the rule is told at the model's `account_rfm`. */
export const accountRfmBuilder: SelectedBuilder = {
  dataset: accountRfm,
  reach: { of: ['order'] },
  sql: (context) => {
    const { dialect, settings, watermarks, asOf } = context;
    const rule = rfmOf(settings);
    if (rule === null) return nothing(context);
    const months = monthTable(dialect);
    // A world as of a day ends with it, however far its sources reach by now.
    const isOver = asOf ? ` and m.next_day <= ${dialect.addDays(dialect.date(asOf), 1)}` : '';
    const back = dialect.values(
      ['ahead'],
      Array.from({ length: rule.months }, (_, index) => [String(index)]),
    );
    const account = (row: string) => `partition by ${row}._source, ${row}.account_id order by ${row}.month`;
    const same = ['recency', 'frequency', 'amount'].map((name) => `b.${name} = b.before_${name}`).join(' and ');
    return `with sale as (
  select s._source as _source, s.account_id as account_id, ${monthOf(dialect, 's.ordered_at_day')} as month, s.ordered_at_day as day,
    coalesce(${inBaseCurrency(context, 's', 'amount', 'rate')}, 0) as worth
  from (${salesSql(context)}) as s
  ${rateJoin(context, 's', 'ordered_at_day', 'rate')}
), monthly as (
  select s._source as _source, s.account_id as account_id, s.month as month, count(*) as orders, sum(s.worth) as worth, max(s.day) as last_day
  from sale as s
  group by s._source, s.account_id, s.month
), total as (
  select m._source as _source, m.account_id as account_id, m.month + a.ahead as month, sum(m.orders) as orders, sum(m.worth) as worth, max(m.last_day) as last_day
  from monthly as m
  cross join ${back} as a
  group by m._source, m.account_id, m.month + a.ahead
), reach as (
  select w.source as source, max(m.month) as month
  from ${watermarks} as w
  cross join ${months} as m
  where w.entity = 'order' and ${dialect.secondsBetween(dialect.startOfDay('m.next_day', settings.timezone), 'w.instant')} >= -1${isOver}
  group by w.source
), scored as (
  select t._source as _source, t.account_id as account_id, t.month as month, e.month as last_month,
    ${score(dialect, 't.last_day')} as recency,
    ${score(dialect, 't.orders')} as frequency,
    ${score(dialect, dialect.asMoney('t.worth'))} as amount
  from total as t
  join reach as e on e.source = t._source
  where t.month <= e.month
), beside as (
  select s.*, lag(s.month) over (${account('s')}) as before_month, lag(s.recency) over (${account('s')}) as before_recency,
    lag(s.frequency) over (${account('s')}) as before_frequency, lag(s.amount) over (${account('s')}) as before_amount
  from scored as s
), marked as (
  select b.*, case when b.before_month = b.month - 1 and ${same} then 0 else 1 end as is_new
  from beside as b
), numbered as (
  select m.*, sum(m.is_new) over (${account('m')} rows between unbounded preceding and current row) as island
  from marked as m
), held as (
  select n._source as _source, n.account_id as account_id, min(n.recency) as recency, min(n.frequency) as frequency, min(n.amount) as amount,
    min(n.month) as first_month, max(n.month) as end_month, max(n.last_month) as last_month
  from numbered as n
  group by n._source, n.account_id, n.island
)
select h._source as _source, h.account_id as account_id, h.recency as recency, h.frequency as frequency, h.amount as amount,
  ${classOf('h.recency', 'floor((h.frequency + h.amount + 1) / 2)')} as class,
  ${startOfDay(dialect, 'b.next_day', settings.timezone, 'valid_from')}, ${startOfDay(dialect, 'e.next_day', settings.timezone, 'valid_to')}
from held as h
join ${months} as b on b.month = h.first_month
left join ${months} as e on e.month = h.end_month + 1 and h.end_month < h.last_month`;
  },
};
