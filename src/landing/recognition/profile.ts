import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DetectedFormat, InputFile } from '../../sources/file/contract-types.ts';
import { stageFile } from '../../sources/file/stage-file.ts';
import { Session } from '../../warehouse/duckdb/database.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';

const { identifier } = duckdbDialect;

export interface ColumnProfile {
  readonly name: string;
  /** Rows that have a value. */
  readonly filled: number;
  /** Different values. */
  readonly distinct: number;
  /** The commonest first; null where there are too many to choose among. */
  readonly values: readonly { readonly value: string; readonly rows: number }[] | null;
}

/** A table as it came, counted in full. */
export interface TableProfile {
  readonly rows: number;
  /** Rows that could not be read at all. */
  readonly unread: number;
  readonly columns: readonly ColumnProfile[];
  /** The first rows, cell by cell in the order of the columns. */
  readonly sample: readonly (readonly (string | null)[])[];
}

/** More different values than this are no list that a person would go through. */
const mostValues = 60;
const sampleRows = 6;
/** Cells and values are cut: they are for the eye. */
const longest = 200;

const cut = (cell: unknown): string | null => (cell === null || cell === undefined ? null : String(cell).slice(0, longest));

/** Reads a whole file into a database that is thrown away, and counts it. @param folder for what has to be written meanwhile */
export async function profileTable(file: InputFile, format: DetectedFormat, folder: string): Promise<TableProfile> {
  await mkdir(folder, { recursive: true });
  const place = join(folder, `profile-${randomUUID()}`);
  const instance = await DuckDBInstance.create(`${place}.duckdb`, {
    memory_limit: '500MB',
    temp_directory: `${place}.tmp`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const session = new Session(await instance.connect());
  try {
    const { rows, rejects } = await stageFile(session.connection, file, format, 'main."t"', folder);
    const names = format.columns.map(({ name }) => name);
    return { rows, unread: rejects.length, columns: await countColumns(session, names), sample: await firstRows(session, names) };
  } finally {
    session.connection.closeSync();
    instance.closeSync();
    for (const path of [`${place}.duckdb`, `${place}.duckdb.wal`, `${place}.tmp`]) rmSync(path, { recursive: true, force: true });
  }
}

const textOf = (name: string): string => `nullif(trim(${identifier(name)}::varchar), '')`;

async function countColumns(session: Session, names: readonly string[]): Promise<readonly ColumnProfile[]> {
  if (names.length === 0) return [];
  const counts = names.flatMap((name, index) => [`count(${textOf(name)}) as f${index}`, `count(distinct ${textOf(name)}) as d${index}`]);
  const [row] = await session.run(`select ${counts.join(', ')} from t`);
  const columns: ColumnProfile[] = [];
  for (const [index, name] of names.entries()) {
    const distinct = Number(row?.[`d${index}`] ?? 0);
    const values = distinct > 0 && distinct <= mostValues ? await valuesOf(session, name) : null;
    columns.push({ name, filled: Number(row?.[`f${index}`] ?? 0), distinct, values });
  }
  return columns;
}

async function valuesOf(session: Session, name: string): Promise<NonNullable<ColumnProfile['values']>> {
  const found = await session.run(
    `select ${identifier(name)}::varchar as value, count(*) as n from t where ${textOf(name)} is not null group by 1 order by n desc, 1 limit ${mostValues}`,
  );
  return found.map(({ value, n }) => ({ value: String(value), rows: Number(n) }));
}

async function firstRows(session: Session, names: readonly string[]): Promise<TableProfile['sample']> {
  if (names.length === 0) return [];
  const cells = names.map((name, index) => `${identifier(name)}::varchar as c${index}`);
  const found = await session.run(`select ${cells.join(', ')} from t order by _line limit ${sampleRows}`);
  return found.map((row) => names.map((_, index) => cut(row[`c${index}`])));
}
