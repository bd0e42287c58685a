import { riskSignals, topRisk, usualRiskWeights } from '../../estimators/risk_score.ts';
import { accountRisk } from '../../model/derived/account_risk.ts';
import { inBaseCurrency, rateJoin } from './base_money.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { startOfDay } from './moment.ts';
import { reachSql } from './reach.ts';
import { riskSignalSql } from './risk_signals.ts';
import { salesSql } from './sales.ts';

/** What is counted day by day: signals, being a customer, and what is at stake. */
const counted = [...riskSignals, 'customer', 'sales', 'recurring'] as const;
type Counted = (typeof counted)[number];

/** The entities whose times the signals hold: up to the latest of them is known. */
const dated = ['ticket', 'activity', 'survey_response', 'order', 'contract', 'invoice', 'payment'];

/** Steps up where something begins and down where it ends. `rows` have _source, account_id, from_day, to_day and perhaps a size. */
const stepsOf = (what: Counted, rows: string, size = '1e0'): string => {
  const row = (day: string, step: string): string =>
    `select r._source as _source, r.account_id as account_id, r.${day} as day, ${counted.map((name) => `${name === what ? step : '0e0'} as d_${name}`).join(', ')} from (${rows}) as r where r.account_id is not null and r.${day} is not null`;
  return `${row('from_day', size)}\n  union all\n  ${row('to_day', `-(${size})`)}`;
};

/** Sales count for the 365 days from theirs on, recurring revenue by the year while it runs. */
const stakes = (context: DerivedContext): { readonly sales: string; readonly recurring: string } => {
  const { dialect, relation } = context;
  return {
    sales: `select s._source as _source, s.account_id as account_id, s.ordered_at_day as from_day, ${dialect.addDays('s.ordered_at_day', 365)} as to_day, coalesce(${inBaseCurrency(context, 's', 'amount', 'rate')}, 0) as size
    from (${salesSql(context)}) as s
    join at_risk as e on e._source = s._source and e.account_id = s.account_id
    ${rateJoin(context, 's', 'ordered_at_day', 'rate')}`,
    recurring: `select m._source as _source, m.account_id as account_id, m.valid_from_day as from_day, m.valid_to_day as to_day, coalesce(12 * (${inBaseCurrency(context, 'm', 'mrr', 'rate')}), 0) as size
    from ${relation('mrr_span')} as m
    join at_risk as e on e._source = m._source and e.account_id = m.account_id
    ${rateJoin(context, 'm', 'valid_from_day', 'rate')}`,
  };
};

/** Customers with signs that they may leave; the rule is told at the model's `account_risk`. */
export const accountRiskBuilder: SelectedBuilder = {
  dataset: accountRisk,
  reach: { of: dated },
  sql: (context) => {
    const { dialect, relation, settings } = context;
    const { sales, recurring } = stakes(context);
    const holds = (signal: string): string => `(d.n_${signal} > 0.5e0)`;
    const state = [...riskSignals, 'customer'].map((name) => `case when d.n_${name} > 0.5e0 then '1' else '0' end`).join(' || ');
    const score = riskSignals.map((signal) => `case when ${holds(signal)} then ${usualRiskWeights[signal]} else 0 end`).join(' + ');
    return `with customer as materialized (
  select distinct c._source as _source, c.account_id as account_id from ${relation('customer_span')} as c
), signal as materialized (
  ${riskSignals.map((signal) => `select p._source as _source, p.account_id as account_id, '${signal}' as name, p.from_day as from_day, p.to_day as to_day from (${riskSignalSql[signal](context)}) as p join customer as k on k._source = p._source and k.account_id = p.account_id`).join('\n  union all\n  ')}
), at_risk as materialized (
  select distinct s._source as _source, s.account_id as account_id from signal as s where s.account_id is not null
), step as (
  ${riskSignals.map((signal) => stepsOf(signal, `select s.* from signal as s where s.name = '${signal}'`)).join('\n  union all\n  ')}
  union all
  ${stepsOf('customer', `select c._source as _source, c.account_id as account_id, c.valid_from_day as from_day, c.valid_to_day as to_day from ${relation('customer_span')} as c join at_risk as e on e._source = c._source and e.account_id = c.account_id`)}
  union all
  ${stepsOf('sales', sales, 'r.size')}
  union all
  ${stepsOf('recurring', recurring, 'r.size')}
), by_day as (
  select s._source as _source, s.account_id as account_id, s.day as day, ${counted.map((name) => `sum(s.d_${name}) as d_${name}`).join(', ')}
  from step as s
  group by s._source, s.account_id, s.day
), running as (
  select b._source as _source, b.account_id as account_id, b.day as day, ${counted.map((name) => `sum(b.d_${name}) over so_far as n_${name}`).join(', ')}
  from by_day as b
  window so_far as (partition by b._source, b.account_id order by b.day rows between unbounded preceding and current row)
), reached as (
  select w.source as source, w.day as last_day from (${reachSql(context, dated)}) as w
), told as (
  select d.*, ${state} as state
  from running as d
  join reached as r on r.source = d._source
  where d.day <= r.last_day
), beside as (
  select t.*, lag(t.state) over (partition by t._source, t.account_id order by t.day) as state_before from told as t
), turn as (
  select b.*, lead(b.day) over (partition by b._source, b.account_id order by b.day) as next_day
  from beside as b
  where b.state_before is null or b.state <> b.state_before
)
select d._source as _source, d.account_id as account_id, ${startOfDay(dialect, 'd.day', settings.timezone, 'valid_from')}, ${startOfDay(dialect, 'd.next_day', settings.timezone, 'valid_to')},
  ${riskSignals.map((signal) => `${holds(signal)} as ${signal}`).join(', ')},
  ${riskSignals.map((signal) => `case when ${holds(signal)} then 1 else 0 end`).join(' + ')} as signals,
  ${dialect.least(String(topRisk), score)} as score,
  ${dialect.asMoney(`case when d.n_recurring > 0.00005e0 then d.n_recurring else d.n_sales end`)} as revenue, ${dialect.text(settings.currency)} as currency
from turn as d
where d.n_customer > 0.5e0 and (${riskSignals.map(holds).join(' or ')})`;
  },
};
