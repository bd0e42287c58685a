import type { Dictionary } from './dictionary.ts';

export const englishTeam: Dictionary = {
  name: 'english: team',
  entities: {
    user_event: {
      tables: 'user event, audit log, login history, usage log, user activity, login, user log, usage',
      columns: {
        type: 'type, action, event, event type, operation',
        entity: 'entity, object, object type, module, source type',
        occurred_at: 'occurred at, timestamp, login time, event time, date, time, created at',
        user_id: 'user id, actor id, user, actor, username',
      },
    },
    training: {
      tables: 'training, course completion, training record, course',
      columns: {
        topic: 'topic, course, training, course name, subject',
        completed_on: 'completed on, completion date, date completed, date, completed at',
        valid_until: 'valid until, expiry date, expires on',
      },
    },
    coaching_action: {
      tables: 'coaching action, coaching, coaching session',
      columns: { coach_id: 'coach id, coach', topic: 'topic, subject, theme', acted_at: 'acted at, date, session date' },
    },
    investment: {
      tables: 'investment, project investment, crm investment',
      columns: {
        name: 'name, project, investment',
        cost: 'cost, amount, invested',
        started_at: 'started at, start date, date',
        horizon_months: 'horizon months, months, horizon',
        gain: 'gain, benefit, return, expected gain',
      },
    },
    forecast: {
      tables: 'forecast, sales forecast, forecast submission',
      columns: {
        period_start: 'period start, from, month, start date',
        period_end: 'period end, to, end date',
        category: 'category, forecast category',
        amount: 'amount, forecast, forecast amount, value',
        made_at: 'made at, submitted at, forecast date, date, submission date',
      },
    },
    target: {
      tables: 'target, goal, quota, sales target, sales quota, objective',
      columns: {
        kpi: 'kpi, metric, indicator, measure',
        scope: 'scope, owner, team, salesperson',
        period_start: 'period start, from, month, start date',
        period_end: 'period end, to, end date',
        value: 'value, target, quota, goal, amount',
        low: 'low, minimum, lower bound',
        high: 'high, maximum, upper bound',
        objective: 'objective, company goal, strategic goal',
      },
    },
    access_grant: {
      tables: 'access grant, permission, permission grant, user permission, access right',
      columns: {
        permission: 'permission, role, access, right, permission set',
        granted_at: 'granted at, granted on, date',
        revoked_at: 'revoked at, revoked on',
        reviewed_at: 'reviewed at, review date',
      },
    },
    data_issue: {
      tables: 'data issue, data quality issue, quality issue',
      columns: {
        check: 'check, rule, issue',
        found_at: 'found at, detected at, date',
        fixed_at: 'fixed at, solved at, resolved at',
        fix_minutes: 'fix minutes, minutes',
        record_id: 'record id, record',
        entity: 'entity, table, object',
      },
    },
    field_change: {
      tables: 'field change, field history, change history, audit trail, history, change log',
      columns: {
        entity: 'entity, object, object type, table',
        record_id: 'record id, parent id, object id',
        field: 'field, field name, property, property name, name',
        old_value: 'old value, from value, before, previous value',
        new_value: 'new value, value, to value, after',
        changed_at: 'changed at, timestamp, created date, updated, change date, timestamp instant, modified at, date',
        changed_by: 'changed by, user id, created by id, author, source id, changed by id',
      },
    },
  },
};
