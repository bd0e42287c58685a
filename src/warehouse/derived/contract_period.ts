import type { Settings } from '../../model/settings.ts';
import type { DerivedContext } from './context.ts';
import { isLive, momentOf, pickMoment, startOfDay } from './moment.ts';

/**
 * When a contract `c` stops that no other (`n`) carries on, by the workspace's `churn_date`; the first condition that holds.
 * `planned`: when it is to end or, by `renewal_due`, to be renewed. One cancelled after its end ran on until then.
 */
const stopsBy = (churnDate: Settings['glossary']['churn_date']): readonly (readonly [condition: string, moment: string])[] =>
  churnDate === 'cancellation'
    ? [
        ['c.cancelled_at is not null', 'c.cancelled_at'],
        ['c.renewed_at is null or n.id is not null', 'c.planned'],
      ]
    : [
        ['c.cancelled_at is not null and (c.planned is null or c.cancelled_at > coalesce(c.ends_at, c.planned))', 'c.cancelled_at'],
        ['c.cancelled_at is not null or c.renewed_at is null or n.id is not null', 'c.planned'],
      ];

/**
 * A SELECT of live contracts with an account and a start: _source, id, account_id, amount, currency, period, cancel_reason and the
 * moments `start` and `stop` (none: it runs on).
 *
 * A contract starts at `started_at`, else `created_at`. It stops at `cancelled_at`, else at `ends_at` unless it was renewed
 * (`renewed_at`). When other contracts of the account name it as their previous one, they carry it on: it stops at `cancelled_at`,
 * else at `ends_at`, but no earlier than the last of them starts. Contracts that stop when or before they start are left out.
 * The workspace's `glossary.churn_date` may put the end before the cancellation; the model's `customer_span` tells how.
 */
export const contractPeriodSql = ({ dialect, relation, settings }: DerivedContext): string => {
  const stops = stopsBy(settings.glossary.churn_date);
  const stop = `case ${stops.map(([condition, moment]) => `when ${condition} then ${moment}`).join(' ')} end`;
  const started = startedSql({ dialect, relation, settings });
  return `select p.*
from (
  select c._source as _source, c.id as id, c.account_id as account_id, c.amount as amount, c.currency as currency, c.period as period, c.start as start, c.start_day as start_day, c.start_date_only as start_date_only,
    case when c.cancelled_at is not null and (n.id is null or n.start <= ${stop}) then c.cancel_reason end as cancel_reason,
    ${pickMoment(dialect, 'stop', [[`n.id is not null and (${stop} is null or n.start > ${stop})`, 'n.start'], ...stops])}
  from (${started}) as c
  left join (
    select s._source as _source, s.account_id as account_id, s.previous_id as previous_id, s.id as id, s.start as start, s.start_day as start_day, s.start_date_only as start_date_only,
      row_number() over (partition by s._source, s.account_id, s.previous_id order by s.start desc, s.id) as place
    from (${started}) as s
    where s.previous_id is not null and s.previous_id <> s.id
  ) as n on n._source = c._source and n.account_id = c.account_id and n.previous_id = c.id and n.place = 1
) as p
where p.stop is null or p.stop > p.start`;
};

const startedSql = ({ dialect, relation, settings }: Pick<DerivedContext, 'dialect' | 'relation' | 'settings'>): string => `select r.*,
    ${pickMoment(dialect, 'start', [
      ['r.started_at is not null', 'r.started_at'],
      ['true', 'r.created_at'],
    ])},
    ${pickMoment(dialect, 'planned', [
      ...(settings.glossary.churn_date === 'renewal_due' ? [['r.due_day is not null', 'r.due'] as const] : []),
      ['true', 'r.ends_at'],
    ])}
  from (
    select k._source as _source, k.id as id, k.account_id as account_id, k.previous_id as previous_id, k.amount as amount, k.currency as currency, k.period as period, k.cancel_reason as cancel_reason, k.renewed_at as renewed_at,
      ${['started_at', 'created_at', 'cancelled_at', 'ends_at'].map((field) => momentOf(dialect, 'k', field, field)).join(',\n      ')},
      ${startOfDay(dialect, 'k.renewal_due_on', settings.timezone, 'due')}
    from ${relation('contract')} as k
    where ${isLive('k')} and k.account_id is not null and coalesce(k.started_at, k.created_at) is not null
  ) as r`;
