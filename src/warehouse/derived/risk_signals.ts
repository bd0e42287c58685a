import type { RiskSignal } from '../../estimators/risk_score.ts';
import type { DerivedContext } from './context.ts';
import { isLive } from './moment.ts';

/** How long an event counts, in days; how many calls in how many days are very frequent. */
const days = { complaint: 90, contract: 90, closing: 180, survey: 180 };
const frequent = { calls: 5, within: 30 };

const contractWords = ['contract', 'contrato', 'obligation', 'obligac', 'commitment', 'compromiso', 'permanencia', 'clausula', 'cláusula'];
const leavingWords = ['baja', 'cancel', 'terminat', 'rescin', 'rescis'];
const closingWords = ['close', 'closing', 'closure', 'cerrar', 'cierre'];
const accountWords = ['account', 'cuenta'];

/** A SELECT of `_source`, `account_id`, `from_day` and `to_day` (not included; null: none): when a signal holds. They may overlap. */
type SignalSql = (context: DerivedContext) => string;

/** The account of a row, or its contact's. `row` is the row's alias. */
const ofAccount = ({ relation }: DerivedContext, row: string): { readonly account: string; readonly join: string } => ({
  account: `coalesce(${row}.account_id, k.account_id)`,
  join: `left join ${relation('contact')} as k on k._source = ${row}._source and k.id = ${row}.contact_id`,
});

/** Whether a word of two texts begins with one of these. */
const mentions = ({ dialect }: DerivedContext, texts: readonly string[], words: readonly string[]): string => {
  const all = texts.map((text) => `coalesce(lower(${text}), '')`).join(` || ' ' || `);
  return `(${words.map((word) => dialect.contains(`(' ' || ${all})`, dialect.text(` ${word}`))).join(' or ')})`;
};

const isAbout = (context: DerivedContext, texts: readonly string[], what: 'contract' | 'closing'): string =>
  what === 'contract'
    ? mentions(context, texts, contractWords)
    : `(${mentions(context, texts, leavingWords)} or (${mentions(context, texts, closingWords)} and ${mentions(context, texts, accountWords)}))`;

const isCall = (row: string): string =>
  `${isLive(row)} and ${row}.type = 'call' and coalesce(${row}.purpose, '') <> 'sales' and ${row}.occurred_at is not null`;

const about =
  (what: 'contract' | 'closing'): SignalSql =>
  (context) => {
    const { dialect, relation } = context;
    return `select x._source as _source, ${ofAccount(context, 'x').account} as account_id, x.occurred_at_day as from_day, ${dialect.addDays('x.occurred_at_day', days[what])} as to_day
  from ${relation('activity')} as x ${ofAccount(context, 'x').join}
  where ${isCall('x')} and ${isAbout(context, ['x.topic', 'x.subject'], what)}
  union all
  select t._source as _source, ${ofAccount(context, 't').account} as account_id, t.opened_at_day as from_day, ${dialect.addDays('t.opened_at_day', days[what])} as to_day
  from ${relation('ticket')} as t ${ofAccount(context, 't').join}
  where ${isLive('t')} and t.opened_at is not null and ${isAbout(context, ['t.topic', 't.cause'], what)}`;
  };

/** Of every fifth call and those after it: from its day until 30 days after the first of the last five. */
const frequentCalls: SignalSql = (context) => {
  const { dialect, relation } = context;
  const first = `lag(c.day, ${frequent.calls - 1}) over (partition by c._source, c.account_id order by c.occurred_at, c.id)`;
  return `select f._source as _source, f.account_id as account_id, f.day as from_day, ${dialect.addDays('f.first_day', frequent.within)} as to_day
  from (
    select c.*, ${first} as first_day
    from (
      select x._source as _source, x.id as id, x.occurred_at as occurred_at, x.occurred_at_day as day, ${ofAccount(context, 'x').account} as account_id
      from ${relation('activity')} as x ${ofAccount(context, 'x').join}
      where ${isCall('x')} and x.direction = 'in'
    ) as c
    where c.account_id is not null
  ) as f
  where f.first_day is not null and ${dialect.daysBetween('f.first_day', 'f.day')} < ${frequent.within}`;
};

const lowSurvey: SignalSql = (context) => {
  const { dialect, relation } = context;
  const least = `coalesce(r.scale_min, case r.kind when 'nps' then 0 else 1 end)`;
  const most = `coalesce(r.scale_max, case r.kind when 'nps' then 10 when 'csat' then 5 else 7 end)`;
  const share = `(r.score - ${least}) / nullif(${most} - ${least}, 0)`;
  const next = `lead(a.day) over (partition by a._source, a.account_id, a.kind order by a.responded_at, a.id)`;
  return `select s._source as _source, s.account_id as account_id, s.day as from_day, ${dialect.least(dialect.addDays('s.day', days.survey), 's.next_day')} as to_day
  from (
    select a.*, ${next} as next_day
    from (
      select r._source as _source, r.id as id, r.kind as kind, r.responded_at as responded_at, r.responded_at_day as day, ${ofAccount(context, 'r').account} as account_id,
        case when r.polarity = 'low_is_good' then 1 - ${share} else ${share} end as goodness
      from ${relation('survey_response')} as r ${ofAccount(context, 'r').join}
      where ${isLive('r')} and r.kind in ('nps', 'csat', 'ces') and r.score is not null and r.responded_at is not null
    ) as a
    where a.account_id is not null
  ) as s
  where s.goodness < case s.kind when 'nps' then 0.6000001 else 0.4999999 end`;
};

/** When each signal holds; the rules are told at the model's `account_risk`. */
export const riskSignalSql: Readonly<Record<RiskSignal, SignalSql>> = {
  complaint: (
    context,
  ) => `select t._source as _source, ${ofAccount(context, 't').account} as account_id, t.opened_at_day as from_day, ${context.dialect.addDays('t.opened_at_day', days.complaint)} as to_day
  from ${context.relation('ticket')} as t ${ofAccount(context, 't').join}
  where ${isLive('t')} and t.type = 'complaint' and t.opened_at is not null`,
  frequent_calls: frequentCalls,
  contract_calls: about('contract'),
  closing_calls: about('closing'),
  overdue_order: ({
    dialect,
    relation,
  }) => `select f._source as _source, f.account_id as account_id, ${dialect.addDays('f.upper_on', 1)} as from_day, ${dialect.least('f.valid_to_day', 'f.lapsed_on')} as to_day
  from ${relation('order_forecast')} as f
  where f.level = 'account' and (f.valid_to_day is null or f.valid_to_day > ${dialect.addDays('f.upper_on', 1)})`,
  low_survey: lowSurvey,
  unpaid_invoice: ({
    dialect,
    relation,
  }) => `select r._source as _source, r.account_id as account_id, ${dialect.greatest('r.valid_from_day', dialect.addDays('r.due_on', 1))} as from_day, r.valid_to_day as to_day
  from ${relation('receivable_span')} as r
  where r.due_on is not null and r.balance > 0 and (r.valid_to_day is null or r.valid_to_day > ${dialect.addDays('r.due_on', 1)})`,
};
