import { columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { DerivedDataset } from '../../model/entity.ts';
import type { FieldType } from '../../model/field.ts';
import { dateOnlyColumn, dayColumn } from '../../model/layout.ts';
import type { Row, Run, Value } from '../run.ts';
import type { DerivedContext, ModelledBuilder } from './context.ts';
import { emptySql } from './finish.ts';

/** Rows of one INSERT: enough that statements are few, not so many that one is of many megabytes. */
const rowsAtOnce = 10_000;

/** A value of a field's type as text. @throws Error where it is not of that type: a defect of the model that made it */
const written = (type: FieldType, value: Value): string | null => {
  if (value === null) return null;
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean') return String(value);
      break;
    case 'money':
    case 'number':
    case 'integer':
      if (typeof value === 'number' && Number.isFinite(value)) return String(value);
      break;
    default:
      if (typeof value === 'string') return value;
  }
  throw new Error(`${JSON.stringify(value)} is not of type ${type}`);
};

/** A text that `written` gave, as a value of the field's type again. */
const read = (dialect: Dialect, type: FieldType, column: string): string => {
  switch (type) {
    case 'money':
      return dialect.asMoney(dialect.convert(column, 'number'));
    case 'number':
      return dialect.convert(column, 'number');
    case 'integer':
      return dialect.convert(dialect.convert(column, 'number'), 'integer');
    case 'boolean':
    case 'date':
    case 'instant':
      return dialect.cast(column, type);
    default:
      return column;
  }
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
 * @param parts of a dataset that is made by parts, those to make; the others stay. null: the whole
 * @throws Error for a row that does not fit the dataset's fields
 */
export const makeModelled = async (
  run: Run,
  context: DerivedContext,
  builder: ModelledBuilder,
  parts: readonly string[] | null = null,
): Promise<void> => {
  const { dialect, settings } = context;
  const { dataset, partsBy } = builder;
  const given: Record<string, readonly Row[]> = {};
  for (const [name, sql] of Object.entries(builder.reads(context))) if (!parts || parts.includes(name)) given[name] = await run(sql);
  const made = builder.make(given, settings);
  const table = context.relation(dataset.name);
  const columns = columnsOf(dataset);
  if (parts && partsBy)
    await run(`delete from ${table} where ${dialect.identifier(partsBy)} in (${parts.map((part) => dialect.text(part)).join(', ')})`);
  else await run(dialect.replaceTable(table, emptySql(dataset, dialect)));
  const names = columns.map(({ name }) => name);
  const list = names.map(dialect.identifier).join(', ');
  const typed = columns.map(({ name, type }) => read(dialect, type, `t.${dialect.identifier(name)}`)).join(', ');
  for (let start = 0; start < made.length; start += rowsAtOnce) {
    const rows = made.slice(start, start + rowsAtOnce).map((row) => {
      const values = columnsOfRow(dataset, row, settings.timezone);
      return columns.map(({ name, type }) => written(type, values[name] ?? null));
    });
    await run(`insert into ${table} (${list}) select ${typed} from ${dialect.texts(names, rows)} as t`);
  }
};
