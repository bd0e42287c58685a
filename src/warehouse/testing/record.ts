import { type Column, columnsOf } from '../../model/columns.ts';
import type { Entity } from '../../model/entity.ts';
import type { FieldType } from '../../model/field.ts';
import { batchColumn, dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import type { Value } from '../run.ts';

/** Plain JSON by field, as in a KPI's worked example. */
export type GivenRow = Readonly<Record<string, string | number | boolean | null>>;
export type GivenRows = Readonly<Record<string, readonly GivenRow[]>>;

/** The connection of rows that name none. */
export const onlySource = 'src';

export interface Moment {
  /** ISO in UTC. */
  readonly instant: string;
  readonly day: string;
  readonly dateOnly: boolean;
}

/** `2024-03-05` is a date, `2024-03-05T10:00:00Z` (or with an offset) an instant, `2024-03-05T10:00:00` a local time of the workspace. */
export const readMoment = (text: string, timeZone: string): Moment => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return { instant: Temporal.PlainDate.from(text).toZonedDateTime(timeZone).toInstant().toString(), day: text, dateOnly: true };
  }
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text)
    ? Temporal.Instant.from(text).toZonedDateTimeISO(timeZone)
    : Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(timeZone);
  return { instant: zoned.toInstant().toString(), day: zoned.toPlainDate().toString(), dateOnly: false };
};

/** The columns that rows have beyond the model's: `custom.<name>`, typed by what they hold. */
export const customColumns = (rows: readonly GivenRow[]): readonly Column[] => {
  const types = new Map<string, FieldType>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (!name.startsWith('custom.')) continue;
      const type: FieldType | null =
        value === null ? null : typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
      const known = types.get(name);
      if (type !== null) types.set(name, known === undefined || known === type ? type : 'text');
    }
  }
  return [...types].map(([name, type]) => ({ name, type }));
};

/** One row of an entity's table, in the order of `columns`. @throws Error for a field that the entity has not. */
export const tableRow = (
  entity: Entity,
  row: GivenRow,
  columns: readonly Column[],
  place: { readonly id: string; readonly batch: number; readonly timeZone: string },
): readonly Value[] => {
  const values = new Map<string, Value>([
    [sourceColumn, onlySource],
    ['id', place.id],
    [batchColumn, place.batch],
  ]);
  const dateOnly: string[] = [];
  for (const [name, value] of Object.entries(row)) {
    const field = entity.fields[name];
    if (!field && !name.startsWith('custom.')) throw new Error(`${entity.name} has no field ${name}`);
    if (value === null) continue;
    if (field?.type === 'instant') {
      const moment = readMoment(String(value), place.timeZone);
      values.set(name, moment.instant).set(dayColumn(name), moment.day);
      if (moment.dateOnly) dateOnly.push(name);
    } else {
      values.set(
        name,
        typeof value === 'number' && columns.find((column) => column.name === name)?.type === 'text' ? String(value) : value,
      );
    }
  }
  if (dateOnly.length > 0) values.set(dateOnlyColumn, `,${dateOnly.sort().join(',')},`);
  return columns.map(({ name }) => values.get(name) ?? null);
};

/** Every column of an entity's table. */
export const tableColumns = (entity: Entity, rows: readonly GivenRow[]): readonly Column[] => [
  ...columnsOf(entity),
  ...customColumns(rows),
];

/** The latest event time of rows (never a planned one); a date counts to its end. Null when there is none. */
export const latestTime = (entity: Entity, rows: readonly GivenRow[], timeZone: string): string | null => {
  let latest: string | null = null;
  for (const row of rows) {
    for (const [name, field] of Object.entries(entity.fields)) {
      const value = row[name];
      if ((field.type !== 'instant' && field.type !== 'date') || field.planned || value === null || value === undefined) continue;
      const end = endOf(String(value), timeZone);
      if (latest === null || Temporal.Instant.compare(end, latest) > 0) latest = end;
    }
  }
  return latest;
};

/** An instant as it is, a date as its last second. */
export const endOf = (text: string, timeZone: string): string => {
  const moment = readMoment(text, timeZone);
  if (!moment.dateOnly) return moment.instant;
  const next = Temporal.PlainDate.from(moment.day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return next.subtract({ seconds: 1 }).toString();
};
