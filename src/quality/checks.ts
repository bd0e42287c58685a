import type { Entity } from '../model/entity.ts';
import { dayColumn } from '../model/layout.ts';
import { entities } from '../model/registry.ts';
import { filledFields, laterTimes, orderedTimes } from './expectations.ts';

/** Only records whose `field` is one of these are looked at. */
export interface OnlyWhen {
  readonly field: string;
  readonly values: readonly string[];
}

interface Subject {
  readonly entity: string;
  readonly field: string;
}

/** A statement about the live records of one entity that ought to hold. */
export type Check = Subject &
  (
    | { readonly check: 'missing_field'; readonly aspect: 'completeness'; readonly when: OnlyWhen | null }
    | { readonly check: 'missing_start'; readonly aspect: 'completeness' }
    | { readonly check: 'malformed_email'; readonly aspect: 'validity' }
    | { readonly check: 'negative_amount'; readonly aspect: 'validity' }
    | { readonly check: 'missing_reference'; readonly aspect: 'consistency'; readonly target: string }
    | { readonly check: 'order_of_times'; readonly aspect: 'consistency'; readonly before: string }
    /** An open record's expected date has passed. */
    | { readonly check: 'overdue'; readonly aspect: 'timeliness'; readonly when: OnlyWhen }
    /** Entered more than `days` after it happened. */
    | { readonly check: 'entered_late'; readonly aspect: 'timeliness'; readonly days: number }
  );

const amounts: readonly (readonly [string, string])[] = [
  ['opportunity', 'amount'],
  ['quote', 'amount'],
  ['contract', 'amount'],
  ['product', 'price'],
  ['product', 'cost'],
];

function checksOf(entity: Entity): readonly Check[] {
  const of = (field: string): Subject => ({ entity: entity.name, field });
  const references = Object.entries(entity.fields).flatMap(([name, field]): Check[] =>
    field.type === 'reference' && field.entity
      ? [{ ...of(name), check: 'missing_reference', aspect: 'consistency', target: field.entity }]
      : [],
  );
  const hasStart = entity.shape === 'event' || entity.begins !== 'created_at';
  const start: Check[] = hasStart ? [{ ...of(entity.begins), check: 'missing_start', aspect: 'completeness' }] : [];
  const filled = (filledFields[entity.name] ?? []).map(
    ({ field, when }): Check => ({ ...of(field), check: 'missing_field', aspect: 'completeness', when: when ?? null }),
  );
  const email: Check[] = entity.fields.email ? [{ ...of('email'), check: 'malformed_email', aspect: 'validity' }] : [];
  const times = (orderedTimes[entity.name] ?? []).map(
    ([before, after]): Check => ({ ...of(after), check: 'order_of_times', aspect: 'consistency', before }),
  );
  const negative = amounts.flatMap(([name, field]): Check[] =>
    name === entity.name ? [{ ...of(field), check: 'negative_amount', aspect: 'validity' }] : [],
  );
  const late = (laterTimes[entity.name] ?? []).map((check): Check => ({ ...of(check.field), ...check, aspect: 'timeliness' }));
  return [...references, ...start, ...filled, ...email, ...times, ...negative, ...late];
}

/** Every check of the model, by entity. */
export const checks: readonly Check[] = [...entities.values()].flatMap(checksOf);

/** The column that holds the calendar day of a time field of `e`. */
const dayOf = (entity: string, field: string): string =>
  entities.get(entity)?.fields[field]?.type === 'instant' ? `e."${dayColumn(field)}"` : `e."${field}"`;

/** What a check's SQL needs beside the entity's own rows, `e`. */
export interface CheckSql {
  /** Which rows of `e` it looks at. */
  readonly looksAt: string;
  /** Which of those fail: true, or false or null. */
  readonly fails: string;
}

/**
 * A check as conditions on a row `e` of its entity. `referred`: a column that is null where the reference points to nothing;
 * `today`: the day up to which the entity's source reaches; `daysBetween` as the database spells it.
 */
export function checkSql(
  check: Check,
  sql: { readonly referred: string; readonly today: string; readonly daysBetween: (from: string, to: string) => string },
): CheckSql {
  const { entity, field } = check;
  const value = `e."${field}"`;
  const only = (when: OnlyWhen | null): string =>
    when === null ? '1 = 1' : `e."${when.field}" in (${when.values.map((text) => `'${text}'`).join(', ')})`;
  switch (check.check) {
    case 'missing_field':
      return { looksAt: only(check.when), fails: `${value} is null` };
    case 'missing_start':
      return { looksAt: '1 = 1', fails: `${value} is null` };
    case 'malformed_email':
      return {
        looksAt: `${value} is not null`,
        fails: `(${value} not like '%_@_%._%' or trim(${value}) like '% %' or ${value} like '%@%@%')`,
      };
    case 'negative_amount':
      return { looksAt: `${value} is not null`, fails: `${value} < 0` };
    case 'missing_reference':
      return { looksAt: `${value} is not null`, fails: `${sql.referred} is null` };
    case 'order_of_times':
      // Whole days: a date on one side and a moment on the other must not quarrel about hours.
      return {
        looksAt: `${value} is not null and e."${check.before}" is not null`,
        fails: `${dayOf(entity, field)} < ${dayOf(entity, check.before)}`,
      };
    case 'overdue':
      return { looksAt: `${only(check.when)} and ${value} is not null`, fails: `${dayOf(entity, field)} < ${sql.today}` };
    case 'entered_late':
      return {
        looksAt: `${value} is not null and e.created_at is not null`,
        fails: `${sql.daysBetween(dayOf(entity, field), 'e.created_at_day')} > ${check.days}`,
      };
  }
}
