import { columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Dataset } from '../../model/entity.ts';
import type { FieldType } from '../../model/field.ts';
import type { Run } from '../run.ts';

/** What is known of one dataset's rows after one look at them. Plain JSON, so that it can be kept. */
export interface DatasetFacts {
  readonly rows: number;
  /** Rows of which a column is known, by column (custom ones with their prefix). */
  readonly filled: Readonly<Record<string, number>>;
  /** The currencies of its money, sorted. */
  readonly currencies: readonly string[];
  /** The connection that all its rows came by; null when there are several, or no rows. */
  readonly onlySource: string | null;
  /** Of `field_span`: `entity.field` of what has a history, sorted. */
  readonly histories: readonly string[];
}

export const noFacts: DatasetFacts = { rows: 0, filled: {}, currencies: [], onlySource: null, histories: [] };

/** Reads a dataset's facts in one scan (and one of its currency column, when it has money in any). */
export const readFacts = async (
  run: Run,
  dialect: Dialect,
  dataset: Dataset,
  relation: string,
  custom: ReadonlyMap<string, FieldType>,
): Promise<DatasetFacts> => {
  const names = [...columnsOf(dataset).map(({ name }) => name), ...[...custom.keys()].map((name) => `custom.${name}`)];
  const counts = names.map((name, index) => `count(${dialect.identifier(name)}) as c${index}`);
  const [row] = await run(
    `select count(*) as n, min(_source) as first_source, max(_source) as last_source, ${counts.join(', ')} from ${relation}`,
  );
  const rows = Number(row?.n ?? 0);
  if (!row || rows === 0) return noFacts;
  const filled = Object.fromEntries(names.map((name, index) => [name, Number(row[`c${index}`] ?? 0)]));
  const currencies =
    dataset.fields.currency && (filled.currency ?? 0) > 0
      ? (await run(`select distinct currency as code from ${relation} where currency is not null`)).map((one) => String(one.code)).sort()
      : [];
  const histories =
    dataset.name === 'field_span'
      ? (await run(`select distinct entity as e, field as f from ${relation}`)).map((one) => `${one.e}.${one.f}`).sort()
      : [];
  const onlySource = row.first_source !== null && row.first_source === row.last_source ? String(row.first_source) : null;
  return { rows, filled, currencies, onlySource, histories };
};

const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));
const union = (left: readonly string[], right: readonly string[]): readonly string[] => [...new Set([...left, ...right])].sort();

/**
 * The facts of a dataset after a change, from those before it and those of the rows that went and came: no look at the others.
 * @returns null where they do not tell, since the last row of a currency, a history or a connection may have gone
 */
export const factsAfter = (
  before: DatasetFacts,
  { gone, came }: { readonly gone: DatasetFacts; readonly came: DatasetFacts },
): DatasetFacts | null => {
  const rows = before.rows + came.rows - gone.rows;
  if (before.rows === 0 || rows <= 0) return null;
  if (!isWithin(gone.currencies, came.currencies) || !isWithin(gone.histories, came.histories)) return null;
  if (before.onlySource === null && gone.rows > 0) return null;
  const isSameSource = came.rows === 0 || came.onlySource === before.onlySource;
  if (!isSameSource && gone.rows > 0) return null;
  const names = new Set([...Object.keys(before.filled), ...Object.keys(came.filled)]);
  const filled = [...names].map(
    (name) => [name, (before.filled[name] ?? 0) + (came.filled[name] ?? 0) - (gone.filled[name] ?? 0)] as const,
  );
  return {
    rows,
    filled: Object.fromEntries(filled),
    currencies: union(before.currencies, came.currencies),
    onlySource: isSameSource ? before.onlySource : null,
    histories: union(before.histories, came.histories),
  };
};
