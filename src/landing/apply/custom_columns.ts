import type { Entity } from '../../model/entity.ts';
import { customColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { customTypes, widest } from '../convert/custom_types.ts';
import { unmappedColumns } from '../convert/plan.ts';
import type { EntryRows } from '../stage/stage.ts';

const { identifier, text } = duckdbDialect;

interface CustomColumn {
  readonly name: string;
  readonly type: string;
}

/** What the warehouse calls the custom columns of an entity now, by lower-case name: DuckDB tells no case apart. */
const existing = async (run: Run, entity: Entity): Promise<ReadonlyMap<string, CustomColumn>> => {
  const rows = await run(`describe main.${identifier(entity.name)}`);
  const columns = rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  return new Map(columns.filter(({ name }) => name.startsWith(customColumn(''))).map((column) => [column.name.toLowerCase(), column]));
};

/** The type of each custom column of an entity, by the source column's lower-case name. */
export const customTypesOf = async (run: Run, entity: Entity): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await existing(run, entity))].map(([key, { type }]) => [key.slice(customColumn('').length), type]));

/** Notes which unmapped columns a batch brings, and of which type they are there. */
export const registerCustomColumns = async (
  run: Run,
  rows: readonly EntryRows[],
  origin: { readonly source: string; readonly batch: number },
): Promise<void> => {
  for (const { entry, source } of rows) {
    const columns = unmappedColumns(entry, source);
    const types = await customTypes(run, source, columns);
    for (const { name } of columns) {
      const values = [origin.source, entry.entity, customColumn(name), types.get(name) ?? 'VARCHAR'].map(text).join(', ');
      await run(`insert into cuadro.custom_column (source, entity, name, type, batch) values (${values}, ${origin.batch})`);
    }
  }
};

/** Numbers keep the spelling they had in the file: `1`, not `1.0`. */
const asText = (column: string, type: string): string =>
  type === 'DOUBLE' ? duckdbDialect.asText(column, 'number') : `cast(${column} as VARCHAR)`;

/**
 * Gives the entities the custom columns that the batches in force bring, each as narrow as all of them allow.
 * DuckDB alters no table that the same transaction has written to: call it before anything is written.
 */
export const settleCustomColumns = async (run: Run, names: Iterable<string>): Promise<void> => {
  for (const name of new Set(names)) {
    const entity = entities.get(name);
    if (!entity) continue;
    const tables = ['main', 'history'].map((schema) => `${schema}.${identifier(entity.name)}`);
    const wanted = new Map<string, CustomColumn>();
    for (const row of await run(`select name, type from cuadro.custom_column where entity = ${text(entity.name)} order by batch`)) {
      const column = { name: String(row.name), type: String(row.type) };
      const known = wanted.get(column.name.toLowerCase());
      wanted.set(column.name.toLowerCase(), known ? { name: known.name, type: widest(known.type, column.type) } : column);
    }
    const present = await existing(run, entity);
    for (const [key, column] of present) {
      if (!wanted.has(key)) for (const table of tables) await run(`alter table ${table} drop column ${identifier(column.name)}`);
    }
    for (const [key, { name: column, type }] of wanted) {
      const known = present.get(key);
      if (known === undefined) for (const table of tables) await run(`alter table ${table} add column ${identifier(column)} ${type}`);
      else if (known.type !== type) {
        const from = identifier(known.name);
        const using = type === 'VARCHAR' ? asText(from, known.type) : `try_cast(${from} as ${type})`;
        for (const table of tables) await run(`alter table ${table} alter column ${from} set data type ${type} using ${using}`);
      }
    }
  }
};
