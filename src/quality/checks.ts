import type { Entity } from '../model/entity.ts';
import { entities } from '../model/registry.ts';

/** A statement about the live records of one entity that ought to hold. */
export interface Check {
  /** `missing_reference`, `missing_start`, `order_of_times`, `negative_amount`. */
  readonly check: string;
  readonly entity: string;
  readonly field: string;
  /** One row: `rows` that the check looks at and `failed` of them. */
  readonly sql: string;
}

const quoted = (name: string): string => `"${name}"`;

/** Deleted, merged and test records are nobody's trouble. */
const live = (alias: string): string =>
  `${alias}.deleted_at is null and not coalesce(${alias}.is_test, false) and ${alias}.merged_into_id is null`;

/** What cannot happen before what. */
const orderedTimes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  lead: [
    ['created_at', 'qualified_at'],
    ['created_at', 'converted_at'],
    ['created_at', 'lost_at'],
  ],
  opportunity: [['created_at', 'closed_at']],
  campaign: [['starts_at', 'ends_at']],
  campaign_message: [
    ['sent_at', 'delivered_at'],
    ['sent_at', 'opened_at'],
    ['sent_at', 'responded_at'],
  ],
  quote: [['sent_at', 'decided_at']],
  contract: [
    ['started_at', 'ends_at'],
    ['started_at', 'cancelled_at'],
  ],
  invoice: [
    ['issued_on', 'due_on'],
    ['issued_on', 'paid_at'],
  ],
  ticket: [
    ['opened_at', 'first_response_at'],
    ['opened_at', 'resolved_at'],
    ['opened_at', 'closed_at'],
  ],
  user: [['hired_at', 'left_at']],
  contact: [['subscribed_at', 'unsubscribed_at']],
};

const amounts: readonly (readonly [string, string])[] = [
  ['opportunity', 'amount'],
  ['quote', 'amount'],
  ['contract', 'amount'],
  ['product', 'price'],
  ['product', 'cost'],
];

function check(entity: Entity, name: string, field: string, looksAt: string, fails: string): Check {
  const sql = `select count(*) as rows, count(*) filter (where ${fails}) as failed from main.${quoted(entity.name)} e where ${live('e')} and ${looksAt}`;
  return { check: name, entity: entity.name, field, sql };
}

function checksOf(entity: Entity): readonly Check[] {
  const references = Object.entries(entity.fields).flatMap(([name, field]) =>
    field.type === 'reference' && field.entity
      ? [
          check(
            entity,
            'missing_reference',
            name,
            `e.${quoted(name)} is not null`,
            `not exists (select 1 from main.${quoted(field.entity)} t where t._source = e._source and t.id = e.${quoted(name)})`,
          ),
        ]
      : [],
  );
  const start =
    entity.shape === 'event' || entity.begins !== 'created_at'
      ? [check(entity, 'missing_start', entity.begins, 'true', `e.${quoted(entity.begins)} is null`)]
      : [];
  const times = (orderedTimes[entity.name] ?? []).map(([before, after]) =>
    // Whole days: a date on one side and a moment on the other must not quarrel about hours.
    check(
      entity,
      'order_of_times',
      after,
      `e.${quoted(before)} is not null and e.${quoted(after)} is not null`,
      `e.${quoted(after)}::date < e.${quoted(before)}::date`,
    ),
  );
  const negative = amounts.flatMap(([name, field]) =>
    name === entity.name ? [check(entity, 'negative_amount', field, `e.${quoted(field)} is not null`, `e.${quoted(field)} < 0`)] : [],
  );
  return [...references, ...start, ...times, ...negative];
}

/** Every check of the model, by entity. Pure: whoever has a database runs them. */
export const checks: readonly Check[] = [...entities.values()].flatMap(checksOf);
