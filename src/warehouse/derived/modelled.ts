import { columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { DerivedDataset } from '../../model/entity.ts';
import type { FieldType } from '../../model/field.ts';
import { dateOnlyColumn, dayColumn } from '../../model/layout.ts';
import type { Row, Run, Value } from '../run.ts';
import type { DerivedContext, ModelledBuilder } from './context.ts';
import { emptySql } from './finish.ts';

/** Rows of one INSERT: enough that statements are few, not so many that one is slow to parse. */
const rowsAtOnce = 2000;

/** A value as a constant of a field's type. @throws Error where it is not of that type: a defect of the model that made it */
const constant = (dialect: Dialect, type: FieldType, value: Value): string => {
  if (value === null) return dialect.nullOf(type);
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean') return dialect.boolean(value);
      break;
    case 'money':
      if (typeof value === 'number' && Number.isFinite(value)) return dialect.asMoney(dialect.number(value));
      break;
    case 'number':
    case 'integer':
      if (typeof value === 'number' && Number.isFinite(value)) return dialect.convert(dialect.number(value), type);
      break;
    case 'date':
      if (typeof value === 'string') return dialect.date(value);
      break;
    case 'instant':
      if (typeof value === 'string') return dialect.instant(value);
      break;
    default:
      if (typeof value === 'string') return dialect.text(value);
  }
  throw new Error(`${JSON.stringify(value)} is not of type ${type}`);
};

const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

/** The columns of one row: each instant with its day, and which of them are only dates. */
const columnsOfRow = (dataset: DerivedDataset, row: Row, timeZone: string): Row => {
  const columns: Record<string, Value> = { ...row };
  const dateOnly: string[] = [];
  for (const [name, { type }] of Object.entries(dataset.fields)) {
    const value = row[name];
    if (type !== 'instant' || typeof value !== 'string') continue;
    if (isDate(value)) {
      dateOnly.push(name);
      columns[name] = Temporal.PlainDate.from(value).toZonedDateTime(timeZone).toInstant().toString();
      columns[dayColumn(name)] = value;
    } else columns[dayColumn(name)] = Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  }
  columns[dateOnlyColumn] = dateOnly.length === 0 ? null : `,${dateOnly.join(',')},`;
  return columns;
};

/**
 * Makes a modelled dataset anew: reads its SELECTs, calls its model, puts the rows into its table.
 * @throws Error for a row that does not fit the dataset's fields
 */
export const makeModelled = async (run: Run, context: DerivedContext, builder: ModelledBuilder): Promise<void> => {
  const { dialect, settings } = context;
  const { dataset } = builder;
  const read: Record<string, readonly Row[]> = {};
  for (const [name, sql] of Object.entries(builder.reads(context))) read[name] = await run(sql);
  const made = builder.make(read, settings);
  const table = context.relation(dataset.name);
  const columns = columnsOf(dataset);
  await run(dialect.replaceTable(table, emptySql(dataset, dialect)));
  const names = columns.map(({ name }) => dialect.identifier(name)).join(', ');
  for (let start = 0; start < made.length; start += rowsAtOnce) {
    const tuples = made.slice(start, start + rowsAtOnce).map((row) => {
      const values = columnsOfRow(dataset, row, settings.timezone);
      return `(${columns.map(({ name, type }) => constant(dialect, type, values[name] ?? null)).join(', ')})`;
    });
    await run(`insert into ${table} (${names}) values ${tuples.join(', ')}`);
  }
};
