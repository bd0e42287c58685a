import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { derivedDatasets, entities } from '../../model/registry.ts';
import type { Session } from '../../warehouse/duckdb/database.ts';
import { finishCommit } from '../../warehouse/world/settle.ts';
import { openEngine, requireMade } from '../engine.ts';
import { nearest } from '../nearest.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { type Takeable, takeable } from '../rights/export.ts';

const input = z.strictObject({
  /** Absolute. */
  folder: z.string().min(1),
  format: z.enum(['parquet', 'csv']).default('parquet'),
  entities: z.array(z.string()).default([]),
});

const output = z.strictObject({
  folder: z.string(),
  format: z.enum(['parquet', 'csv']),
  tables: z.array(z.strictObject({ name: z.string(), file: z.string(), rows: countSchema })),
});

export type ExportOutput = Frozen<z.output<typeof output>>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * A spreadsheet runs a text that begins like a formula. Such a text gets an apostrophe before it, which spreadsheets take
 * for "this is text"; plain numbers, and phone numbers with them, stay as they are.
 */
const guarded = (column: string): string =>
  `case when regexp_matches(${column}, '^[=+\\-@\\t\\r\\n]') and not regexp_matches(${column}, '^[+-]?[0-9][0-9 .,]*$') then '''' || ${column} else ${column} end as ${column}`;

async function selectOf(session: Session, table: string, format: 'parquet' | 'csv', may: Takeable | null): Promise<string> {
  const from = `from ${may?.from(table) ?? `main.${quoted(table)}`}`;
  if (format === 'parquet' && may === null) return `select * ${from}`;
  const columns = await session.run(
    `select column_name as name, data_type as type from duckdb_columns() where database_name = current_database() and schema_name = 'main' and table_name = ${text(table)} order by column_index`,
  );
  const list = columns.flatMap(({ name, type }) => {
    const column = quoted(String(name));
    const shown = may ? may.column(table, String(name)) : column;
    // A pseudonym begins like no formula.
    return shown === null ? [] : [format === 'csv' && type === 'VARCHAR' && shown === column ? guarded(column) : shown];
  });
  return `select ${list.join(', ')} ${from}`;
}

/** @throws CuadroError `export_folder_not_empty`, `folder_not_writable` for what is no folder */
function requireFree(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new CuadroError({ code: 'folder_not_writable', where: folder, found: 'ENOTDIR' });
  if (readdirSync(folder).length > 0) throw new CuadroError({ code: 'export_folder_not_empty', where: folder });
}

function chosen(names: readonly string[]): readonly string[] {
  const known = [...entities.keys(), ...derivedDatasets.keys()];
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new CuadroError({
      code: 'unknown_dataset',
      where: '--entity',
      found: stranger,
      expected: nearest(stranger, known) ?? known.join(', '),
    });
  }
  return names.length > 0 ? names : known;
}

/**
 * Every entity and derived dataset as the warehouse holds it, one file each: of it what the actor may see as records, whatever totals are open
 * to. All of them or none.
 */
export const exportOperation = defineOperation({
  id: 'export',
  words: {
    es: 'saca todos los datos a una carpeta del servidor',
    en: 'write all data to a folder on the server',
  },
  input,
  output,
  rest: { method: 'POST', path: '/exports' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'export',
  audit: ({ format }, { tables }) => ({ format, tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])) }),
  run: async (context, { folder, format, entities: names }): Promise<ExportOutput> => {
    const { database, progress, workspace } = context;
    const { session } = database;
    const asked = chosen(names);
    requireFree(folder);
    if (database.snapshot === null) await finishCommit(session.run, workspace.settings);
    await requireMade({ database, workspace });
    const { catalog, dialect } = await openEngine(context, {});
    const may = catalog.sight ? await takeable(catalog, dialect, workspace.folder) : null;
    const tables = may ? asked.filter((name) => may.has(name)) : asked;
    const refused = names.find((name) => !tables.includes(name));
    if (refused !== undefined) throw new CuadroError({ code: 'no_rights', where: refused });
    const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`);
    try {
      await mkdir(partial, { recursive: true });
      const written: { name: string; file: string; rows: number }[] = [];
      for (const [index, name] of tables.entries()) {
        progress({ step: 'export', done: index, total: tables.length, unit: null });
        const file = `${name}.${format}`;
        const options = format === 'csv' ? 'format csv, header true' : 'format parquet, compression zstd';
        await session.run(`copy (${await selectOf(session, name, format, may)}) to ${text(join(partial, file))} (${options})`);
        written.push({
          name,
          file,
          rows: Number((await session.one(`select count(*) from ${may?.from(name) ?? `main.${quoted(name)}`}`)) ?? 0),
        });
      }
      if (existsSync(folder)) await rmdir(folder);
      await rename(partial, folder);
      return { folder, format, tables: written };
    } catch (cause) {
      await rm(partial, { recursive: true, force: true });
      if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && !(cause instanceof CuadroError)) {
        throw new CuadroError({ code: 'folder_not_writable', where: folder, found: cause.message, cause });
      }
      throw cause;
    }
  },
});
