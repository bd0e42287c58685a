import { attribution } from '../../model/derived/attribution.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive, momentOf, sameMoment } from './moment.ts';

/** How many days before the closing a touch may lie. */
export const attributionDays = 90;

/** Of each model the share of the `n`th of `total` touches, and the sum of the shares up to it. */
const models = {
  first: { share: 'case when t.n = 1 then 1 else 0 end', upTo: () => '1' },
  last: { share: 'case when t.n = t.total then 1 else 0 end', upTo: (n: string) => `case when ${n} = t.total then 1 else 0 end` },
  linear: { share: '1 / t.total', upTo: (n: string) => `${n} / t.total` },
  position: {
    share: 'case when t.total <= 2 then 1 / t.total when t.n in (1, t.total) then 0.4e0 else 0.2e0 / (t.total - 2) end',
    upTo: (n: string) =>
      `case when t.total <= 2 then ${n} / t.total when ${n} = t.total then 1 else 0.4e0 + 0.2e0 * (${n} - 1) / (t.total - 2) end`,
  },
};

/** Touches and clicks (not a machine's) of people: who, which campaign or channel, when. */
const touchSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select t._source as _source, 'touch' as kind, t.id as id, t.contact_id as contact_id, t.lead_id as lead_id, t.campaign_id as campaign_id, t.channel as channel, ${momentOf(dialect, 't', 'occurred_at', 'turn')}
  from ${relation('touch')} as t
  where ${isLive('t')} and t.occurred_at is not null
  union all
  select m._source as _source, 'click' as kind, m.id as id, m.contact_id as contact_id, m.lead_id as lead_id, m.campaign_id as campaign_id, coalesce(m.channel, c.channel) as channel, ${momentOf(dialect, 'm', 'clicked_at', 'turn')}
  from ${relation('campaign_message')} as m
  left join ${relation('campaign')} as c on c._source = m._source and c.id = m.campaign_id
  where ${isLive('m')} and m.clicked_at is not null and coalesce(m.is_machine_click, false) = false`;

/** The people of each won deal: its contact, its lead, the leads converted into it; with neither contact nor lead, its account's contacts. */
const personSql = ({ dialect, relation }: DerivedContext): string => {
  const person = (contact: string | null, lead: string | null): string =>
    `select w._source as _source, w.id as opportunity_id, ${contact ?? dialect.nullOf('text')} as contact_id, ${lead ?? dialect.nullOf('text')} as lead_id from won as w`;
  return [
    `${person('w.contact_id', null)} where w.contact_id is not null`,
    `${person(null, 'w.lead_id')} where w.lead_id is not null`,
    `${person(null, 'l.id')} join ${relation('lead')} as l on l._source = w._source and l.converted_opportunity_id = w.id`,
    `${person('p.id', null)} join ${relation('contact')} as p on p._source = w._source and p.account_id = w.account_id where w.contact_id is null and w.lead_id is null`,
  ].join('\n  union all\n  ');
};

/** The share of each won amount per campaign and channel under each model; the rule is told at the model's `attribution`. */
export const attributionBuilder: SelectedBuilder = {
  dataset: attribution,
  sql: (context) => {
    const { dialect, relation } = context;
    const part = (money: string, { upTo }: (typeof models)[keyof typeof models]): string => {
      const sum = (n: string) => dialect.asMoney(`${dialect.double(`w.${money}`)} * (${upTo(n)})`);
      return `${sum('t.n')} - case when t.n = 1 then 0 else ${sum('(t.n - 1)')} end as ${money}`;
    };
    const days = dialect.daysBetween('s.turn_day', 's.closed_day');
    return `with won as materialized (
  select o._source as _source, o.id as id, o.account_id as account_id, o.contact_id as contact_id, o.lead_id as lead_id, o.campaign_id as campaign_id, o.amount as amount, o.margin as margin, o.currency as currency, ${momentOf(dialect, 'o', 'closed_at', 'closed')}
  from ${relation('opportunity')} as o
  where ${isLive('o')} and o.status = 'won' and o.closed_at is not null
), touched as materialized (
  ${touchSql(context)}
), person as materialized (
  ${personSql(context)}
), seen as materialized (
  select distinct s._source as _source, s.opportunity_id as opportunity_id, s.kind as kind, s.id as id, s.campaign_id as campaign_id, s.channel as channel, s.turn as turn
  from (
    select w._source as _source, w.id as opportunity_id, ${sameMoment('w', 'closed')}, t.kind as kind, t.id as id, t.campaign_id as campaign_id, t.channel as channel, ${sameMoment('t', 'turn')}
    from person as p
    join won as w on w._source = p._source and w.id = p.opportunity_id
    join touched as t on t._source = p._source and t.contact_id = p.contact_id
    union all
    select w._source as _source, w.id as opportunity_id, ${sameMoment('w', 'closed')}, t.kind as kind, t.id as id, t.campaign_id as campaign_id, t.channel as channel, ${sameMoment('t', 'turn')}
    from person as p
    join won as w on w._source = p._source and w.id = p.opportunity_id
    join touched as t on t._source = p._source and t.lead_id = p.lead_id
  ) as s
  where ${days} between 0 and ${attributionDays} and (s.turn <= s.closed or s.turn_date_only or s.closed_date_only)
), counted as materialized (
  select s._source as _source, s.opportunity_id as opportunity_id, s.campaign_id as campaign_id, s.channel as channel,
    row_number() over (partition by s._source, s.opportunity_id order by s.turn, s.kind, s.id) as n,
    count(*) over (partition by s._source, s.opportunity_id) as total
  from seen as s
  union all
  select w._source as _source, w.id as opportunity_id, w.campaign_id as campaign_id, c.channel as channel, 1 as n, 1 as total
  from won as w
  left join ${relation('campaign')} as c on c._source = w._source and c.id = w.campaign_id
  left join (select distinct s._source as _source, s.opportunity_id as opportunity_id from seen as s) as u on u._source = w._source and u.opportunity_id = w.id
  where w.campaign_id is not null and u.opportunity_id is null
), shared as (
  ${Object.entries(models)
    .map(
      ([
        model,
        of,
      ]) => `select t._source as _source, t.opportunity_id as opportunity_id, t.campaign_id as campaign_id, t.channel as channel, '${model}' as model, ${dialect.double(of.share)} as share, ${part('amount', of)}, ${part('margin', of)}
  from counted as t
  join won as w on w._source = t._source and w.id = t.opportunity_id`,
    )
    .join('\n  union all\n  ')}
), summed as (
  select s._source as _source, s.opportunity_id as opportunity_id, s.campaign_id as campaign_id, s.channel as channel, s.model as model, sum(s.share) as share, sum(s.amount) as amount, sum(s.margin) as margin
  from shared as s
  group by s._source, s.opportunity_id, s.campaign_id, s.channel, s.model
)
select s.*, w.currency as currency, ${sameMoment('w', 'closed', 'closed_at')}
from summed as s
join won as w on w._source = s._source and w.id = s.opportunity_id
where s.share > 0`;
  },
};
