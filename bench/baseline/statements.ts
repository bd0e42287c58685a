import { from, until } from '../workspace.ts';

/** What DuckDB and PostgreSQL spell differently. */
export interface Spelling {
  readonly seconds: (from: string, to: string) => string;
  readonly median: (value: string, condition: string) => string;
  /** A FROM item of (month): the first day of each month of the range. */
  readonly months: string;
}

export const duckdb: Spelling = {
  seconds: (start, end) => `((epoch_us(${end}) - epoch_us(${start})) / 1e6)`,
  median: (value, condition) => `median(${value}) filter (where ${condition})`,
  months: `(select unnest(generate_series(date '${from}', date '${until}', interval 1 month))::date as month) as g`,
};

export const postgres: Spelling = {
  seconds: (start, end) => `extract(epoch from (${end} - ${start}))::float8`,
  median: (value, condition) => `percentile_cont(0.5) within group (order by ${value}) filter (where ${condition})`,
  months: `(select generate_series(date '${from}', date '${until}', interval '1 month')::date as month) as g`,
};

/**
 * The board's numbers as one who knows SQL and these data would ask a database for them: one statement a dataset, over the exported
 * tables. Each gives rows by month (`month`, its first day) of sums
 * that `figures.ts` puts together.
 */
const month = (day: string): string => `date_trunc('month', ${day})::date`;
const within = (day: string): string => `${day} between date '${from}' and date '${until}'`;
const live = (row: string): string => `${row}.deleted_at is null and ${row}.merged_into_id is null and ${row}.is_test is not true`;
const inEuros = (amount: string, row = 'r'): string =>
  `case when coalesce(${row}.currency, 'EUR') = 'EUR' then ${amount} else ${amount} * x.rate end`;
const rateOn = (day: string, row = 'r'): string => `left join rate_day x on x.currency = ${row}.currency and x.day = ${day}`;

/** Business seconds up to a moment, from the day's row of the business clock. */
const clock = ({ seconds }: Spelling, at: string, day: string): string =>
  `(${day}.seconds_before + case when ${day}.opens_at is null then 0 else ${seconds(`${day}.opens_at`, `least(greatest(${at}, ${day}.opens_at), ${day}.closes_at)`)} end)`;

/** Business hours from a ticket's opening to a moment. */
const businessHours = (spelling: Spelling, at: string): string =>
  `(select t.*, (${clock(spelling, `t.${at}`, 'z')} - ${clock(spelling, 't.opened_at', 'a')}) / 3600 as h
    from ticket t left join business_day z on z.day = t.${at}_day left join business_day a on a.day = t.opened_at_day) t`;

/** Deltas of months to values at their ends: what came and went by then. */
const running = (columns: readonly string[]): string =>
  `select month, ${columns.map((column) => `sum(sum(${column})) over (order by month) as ${column}`).join(', ')} from edges group by month having month <= date '${until}'`;

const opened = (
  table: string,
  start: string,
  amount: string,
  joins: string,
  where: string,
  name: string,
): string => `spans_${name} as materialized (
  select greatest(${month(start)}, date '${from}') as entered, ${month('r.valid_to_day')} as gone, count(*) as n, sum(${amount}) as value
  from ${table} r ${joins}
  where ${where} and ${start} <= date '${until}' and (r.valid_to_day is null or r.valid_to_day > ${start})
  group by 1, 2
)`;

/** Spans that begin before the range and end before it come and go in its first month. */
const edgesOf = (name: string): string => `select entered as month, n, value from spans_${name}
  union all
  select greatest(gone, date '${from}'), -n, -value from spans_${name} where gone is not null`;

export const statementsIn = (spelling: Spelling): Readonly<Record<string, string>> => ({
  campaign: `select ${month('first_sent_at_day')} as month, count(*) as email_campaigns
from campaign c where channel = 'email' and ${live('c')} and ${within('first_sent_at_day')} group by 1`,

  campaign_message: `with m as (
  select m.sent_at_day, coalesce(m.channel, c.channel) as channel, m.delivered_at, m.bounced_at, m.contact_id, m.lead_id,
    (m.clicked_at is not null or m.click_count > 0) and m.is_machine_click is not true as clicked,
    m.opened_at is not null and m.is_machine_open is not true as opened
  from campaign_message m left join campaign c on c.id = m.campaign_id
  where ${live('m')} and ${within('m.sent_at_day')}
)
select ${month('sent_at_day')} as month,
  count(*) filter (where channel = 'email' and delivered_at is not null) as delivered,
  count(*) filter (where channel = 'email' and delivered_at is not null and clicked) as clicked,
  count(*) filter (where channel = 'email' and delivered_at is not null and opened) as opened,
  count(*) filter (where channel = 'sms') as sms_campaign,
  count(distinct lead_id) filter (where bounced_at is null) as leads,
  count(distinct contact_id) filter (where bounced_at is null and lead_id is null) as contacts
from m group by 1`,

  activity: `select ${month('a.occurred_at_day')} as month,
  count(*) filter (where a.type = 'sms' and a.direction = 'out') as sms_logged,
  count(*) filter (where a.type = 'call' and a.purpose = 'sales' and a.direction = 'out') as sales_calls,
  count(*) filter (where a.type in ('call', 'email', 'sms', 'meeting', 'demo')) as interactions,
  sum((a.duration_s + coalesce(a.wrap_s, 0)) / 3600.0 * u.hourly_cost::float8) filter (where a.type in ('call', 'email', 'sms', 'meeting', 'demo')) as staff_cost
from activity a left join "user" u on u.id = a.owner_id
where ${live('a')} and ${within('a.occurred_at_day')} group by 1`,

  web_session: `select ${month('started_at_day')} as month, count(distinct visitor_id) as visitors
from web_session w where ${live('w')} and ${within('started_at_day')} group by 1`,

  web_event: `select ${month('e.occurred_at_day')} as month, count(distinct coalesce(e.visitor_id, s.visitor_id)) as purchasers
from web_event e left join web_session s on s.id = e.session_id
where e.type = 'purchase' and ${live('e')} and ${within('e.occurred_at_day')} group by 1`,

  cost_day: `select ${month('day')} as month,
  sum(amount) filter (where channel in ('call', 'email', 'sms', 'meeting', 'demo') and campaign_id is null) as channel_cost,
  sum(amount) filter (where category = 'advertising' or campaign_id is not null) as lead_cost,
  sum(amount) filter (where "function" in ('marketing', 'sales') or ("function" is null and category in ('advertising', 'agency'))) as acquisition_cost
from cost_day where ${within('day')} group by 1`,

  survey_response: `select ${month('responded_at_day')} as month,
  count(*) filter (where kind = 'brand' and aided and recalled is not null) as asked,
  count(*) filter (where kind = 'brand' and aided and recalled) as recalled,
  count(*) filter (where kind = 'nps' and coalesce(scale_min, 0) = 0 and coalesce(scale_max, 10) = 10 and score between 0 and 10) as nps_answers,
  count(*) filter (where kind = 'nps' and coalesce(scale_min, 0) = 0 and coalesce(scale_max, 10) = 10 and score between 9 and 10) as promoters,
  count(*) filter (where kind = 'nps' and coalesce(scale_min, 0) = 0 and coalesce(scale_max, 10) = 10 and score between 0 and 6) as detractors,
  count(*) filter (where kind = 'csat' and coalesce(scale_min, 1) = 1 and coalesce(scale_max, 5) = 5 and score between 1 and 5 and coalesce(polarity, 'high_is_good') = 'high_is_good') as csat_answers,
  count(*) filter (where kind = 'csat' and coalesce(scale_min, 1) = 1 and coalesce(scale_max, 5) = 5 and score between 4 and 5 and coalesce(polarity, 'high_is_good') = 'high_is_good') as satisfied,
  100 * avg(case when polarity = 'low_is_good' then scale_max - score else score - scale_min end / (scale_max - scale_min))
    filter (where kind = 'ces' and polarity is not null and scale_max > scale_min and score between scale_min and scale_max) as ces
from survey_response r where ${live('r')} and ${within('responded_at_day')} group by 1`,

  order: `with o as (
  select r.ordered_at_day, r.account_id, r.is_return is true as is_return, r.cost is not null and r.amount is not null as is_costed, ${inEuros('r.amount')} as amount, ${inEuros('r.cost')} as cost
  from "order" r ${rateOn('r.ordered_at_day')}
  where ${live('r')} and r.status is distinct from 'cancelled' and ${within('r.ordered_at_day')}
)
select ${month('ordered_at_day')} as month,
  sum(case when is_return and amount > 0 then -amount else amount end) as sales,
  count(*) filter (where account_id is not null and not is_return) as orders,
  count(distinct account_id) filter (where not is_return) as buyers,
  sum(amount) filter (where account_id is not null and not is_return) as revenue,
  sum(amount) filter (where account_id is not null and not is_return and is_costed) as revenue_costed,
  sum(amount - cost) filter (where account_id is not null and not is_return and is_costed) as profit
from o group by 1`,

  market_estimate: `select ${month('period_start')} as month, sum(value) as market, sum(period_end - period_start + 1) as market_days, count(distinct scope) as scopes
from market_estimate m where measure = 'market_size' and ${live('m')} and ${within('period_start')} group by 1`,

  investment: `select ${month('started_at_day')} as month, sum(cost) as spent, sum(gain) as gained
from investment i where cost is not null and gain is not null and ${live('i')} and ${within('started_at_day')} group by 1`,

  lead: `select ${month('created_at_day')} as month, null as handed_over, count(*) as leads_created,
  count(*) filter (where qualified_at between created_at and created_at + interval '90 days') as qualified,
  count(*) filter (where converted_at between created_at and created_at + interval '90 days') as converted
from lead l where ${live('l')} and ${within('created_at_day')} group by 1
union all
select ${month('handed_over_at_day')}, count(*), null, null, null
from lead l where qualified_at is not null and ${live('l')} and ${within('handed_over_at_day')} group by 1`,

  customer_span: `with months as (select month, month - 1 as opening, (month + interval '1 month')::date - 1 as closing from ${spelling.months}),
there as (
  select m.month, s.account_id, bool_or(s.valid_from_day <= m.opening and (s.valid_to_day is null or s.valid_to_day > m.opening)) as at_start,
    bool_or(s.valid_from_day <= m.closing and (s.valid_to_day is null or s.valid_to_day > m.closing)) as at_end
  from months m join customer_span s on s.valid_from_day <= m.closing and (s.valid_to_day is null or s.valid_to_day > m.opening)
  group by 1, 2
)
select month, null as new_customers, count(*) filter (where at_start) as present, count(*) filter (where at_start and at_end) as kept from there group by 1
union all
select ${month('first_paid_at_day')}, count(*), null, null from customer_span where ordinal = 1 and ${within('first_paid_at_day')} group by 1`,

  stage_span: `with s as materialized (
  select ${month('valid_from_day')} as month, opportunity_id, advanced_at between valid_from and valid_from + interval '90 days' as advanced,
    valid_to_day is not null and valid_to_day <= date '${until}' as ended,
    case when valid_to_day is null or valid_to_day > date '${until}' then (date '${until}' - valid_from_day)::float8
      when _date_only like '%,valid_%' then (valid_to_day - valid_from_day)::float8 else ${spelling.seconds('valid_from', 'valid_to')} / 86400 end as days
  from stage_span
  where category is distinct from 'won' and category is distinct from 'lost' and start_unknown is not true and ${within('valid_from_day')}
), steps as (select month, days, count(*) filter (where ended) as ended, count(*) as n from s where days >= 0 group by 1, 2),
risk as (select *, sum(n) over (partition by month order by days desc) as at_risk from steps),
survival as (
  select month, days, ended, sum(case when ended = at_risk then -1e9 else ln(1 - ended::float8 / at_risk) end) over (partition by month order by days) as ln_s from risk
)
select c.month, c.entered, c.advanced, k.median
from (select month, count(distinct opportunity_id) as entered, count(distinct opportunity_id) filter (where advanced) as advanced from s group by 1) c
join (select month, min(days) filter (where ended > 0 and ln_s <= ln(0.5 + 1e-9)) as median from survival group by 1) k using (month)`,

  opportunity_span: `with ${opened('opportunity_span', 'r.valid_from_day', inEuros('r.amount'), rateOn('r.valid_from_day'), "r.status = 'open'", 'open')},
edges as (${edgesOf('open')})
${running(['n', 'value'])}`,

  opportunity: `with o as (
  select ${month('r.closed_at_day')} as month, r.status, r.lost_reason, ${inEuros('r.amount')} as amount,
    case when r.closed_at >= r.created_at then ${spelling.seconds('r.created_at', 'r.closed_at')} / 86400 end as days
  from opportunity r ${rateOn('r.closed_at_day')}
  where r.status in ('won', 'lost') and ${live('r')} and ${within('r.closed_at_day')}
)
select month, lost_reason, grouping(lost_reason) as is_total, count(*) filter (where status = 'won') as won, count(*) filter (where status = 'lost') as lost,
  avg(amount) filter (where status = 'won') as won_amount, ${spelling.median('days', "status = 'won'")} as cycle
from o group by month, grouping sets ((), (lost_reason))`,

  order_sequence: `with o as (
  select ${month('r.ordered_at_day')} as month, r.account_id, r.ordinal, ${inEuros('r.amount')} as amount,
    case when r.ordered_at >= r.previous_ordered_at then ${spelling.seconds('r.previous_ordered_at', 'r.ordered_at')} / 86400 end as days
  from order_sequence r ${rateOn('r.ordered_at_day')}
  where ${within('r.ordered_at_day')}
), accounts as (
  select month, count(*) as customers_buying, count(*) filter (where n >= 2) as repeaters, sum(first) as first_revenue
  from (select month, account_id, count(*) as n, sum(amount) filter (where ordinal = 1) as first from o group by 1, 2) as a group by 1
), second as (
  select greatest(${month('ordered_at_day')}, date '${from}') as month, sum(count(*)) over (order by greatest(${month('ordered_at_day')}, date '${from}')) as repeat_ever
  from order_sequence where ordinal = 2 and ordered_at_day <= date '${until}' group by 1
)
select month, a.customers_buying, a.repeaters, a.first_revenue, s.repeat_ever, i.order_interval
from accounts a full join second s using (month) full join (select month, ${spelling.median('days', 'true')} as order_interval from o group by 1) i using (month)`,

  renewal: `select ${month('due_on')} as month, count(*) as due, count(*) filter (where is_renewed) as renewed from renewal where ${within('due_on')} group by 1`,

  ticket: `with o as (
  select ${month('opened_at_day')} as month, count(*) filter (where type = 'complaint') as complaints, count(*) filter (where status is distinct from 'cancelled') as cases,
    count(*) filter (where status is distinct from 'cancelled' and resolved_at between opened_at and opened_at + interval '30 days') as solved
  from ticket t where ${live('t')} and ${within('opened_at_day')} group by 1
), r as (
  select ${month('t.resolved_at_day')} as month, count(t.resolved_by) as by_known, count(*) filter (where t.resolved_by = 'customer') as by_customer,
    ${spelling.median('h', "h >= 0 and t.status is distinct from 'cancelled'")} as resolution_hours
  from ${businessHours(spelling, 'resolved_at')} where ${live('t')} and ${within('t.resolved_at_day')} group by 1
), f as (
  select ${month('t.first_response_at_day')} as month, ${spelling.median('h', 'h >= 0')} as response_hours
  from ${businessHours(spelling, 'first_response_at')} where t.resolved_by is distinct from 'customer' and ${live('t')} and ${within('t.first_response_at_day')} group by 1
), c as (
  select ${month('closed_at_day')} as month, count(*) as closed, count(*) filter (where reopened_at is not null or reopen_count > 0) as reopened
  from ticket t where status is distinct from 'cancelled' and ${live('t')} and ${within('closed_at_day')} group by 1
)
select * from o full join r using (month) full join f using (month) full join c using (month)`,

  ticket_contact: `select ${month('c.opened_at_day')} as month, count(*) as handled,
  count(*) filter (where c.resolved_at is not null and coalesce(c.contacts, 1) <= 1 and coalesce(c.transfers, 0) = 0
    and t.reopened_at is null and coalesce(t.reopen_count, 0) = 0 and (c.days_to_repeat is null or c.days_to_repeat > 7)) as at_once
from ticket_contact c left join ticket t on t.id = c.ticket_id
where t.status is distinct from 'cancelled' and t.resolved_by is distinct from 'customer' and ${within('c.opened_at_day')} group by 1`,

  ticket_action: `select ${month('occurred_at_day')} as month, count(distinct ticket_id) as cases_handled from ticket_action where ${within('occurred_at_day')} group by 1`,

  delivery: `with d as (
  select d.promised_at_first_day, d.promised_at_first, d.promised_at_day, d.delivered_at_day,
    case when d.delivered_at >= o.ordered_at then ${spelling.seconds('o.ordered_at', 'd.delivered_at')} / 86400 end as days
  from delivery d left join "order" o on o.id = d.order_id
  where o.status is distinct from 'cancelled' and ${live('d')}
), p as (
  select ${month('coalesce(promised_at_first_day, promised_at_day)')} as month, count(*) as promised, count(*) filter (where delivered_at_day <= coalesce(promised_at_first_day, promised_at_day)) as on_time
  from d where ${within('coalesce(promised_at_first_day, promised_at_day)')} group by 1
), l as (select ${month('delivered_at_day')} as month, ${spelling.median('days', 'true')} as lead_time from d where ${within('delivered_at_day')} group by 1)
select * from p full join l using (month)`,

  receivable_span: `with r as materialized (
  select r.valid_from_day, r.valid_to_day, r.due_on, ${inEuros('r.balance')} as balance
  from receivable_span r left join invoice i on i.id = r.invoice_id ${rateOn('i.issued_on')}
), ${opened('r', 'r.valid_from_day', 'r.balance', '', 'true', 'open')},
${opened('r', 'greatest(r.valid_from_day, r.due_on + 1)', 'r.balance', '', 'r.due_on is not null', 'overdue')},
edges as (
  select month, value as open_value, 0 as overdue_value from (${edgesOf('open')}) as o
  union all
  select month, 0, value from (${edgesOf('overdue')}) as l
)
${running(['open_value', 'overdue_value'])}`,

  invoice: `select ${month('r.issued_on')} as month, sum(${inEuros('r.amount')}) as invoiced
from invoice r ${rateOn('r.issued_on')}
where coalesce(r.status, '') not in ('draft', 'void') and ${live('r')} and ${within('r.issued_on')} group by 1`,

  business_day: `select ${month('day')} as month, count(opens_at) as working_days from business_day where ${within('day')} group by 1`,
});
