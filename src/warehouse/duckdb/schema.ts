import type { Dataset, Entity } from '../../model/entity.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { batchColumn, dateOnlyColumn, dayColumn, untilColumn } from '../../model/layout.ts';
import { derivedDatasets, entities } from '../../model/registry.ts';
import type { Run } from '../run.ts';
import { duckdbDialect } from './dialect.ts';

/** Of the warehouse file. Raise it with every change that an older Cuadro would misread, and add the step to `upgrades`. */
export const formatVersion = 1;

export interface Column {
  readonly name: string;
  /** DuckDB's. */
  readonly type: string;
}

const { identifier, text } = duckdbDialect;

const fieldColumns = (name: string, type: FieldType): readonly Column[] =>
  type === 'instant'
    ? [
        { name, type: 'TIMESTAMP' },
        { name: dayColumn(name), type: 'DATE' },
      ]
    : [{ name, type: duckdbDialect.columnType(type) }];

/** The columns of a dataset's fields, in the model's order: an instant has two. */
export const datasetColumns = (dataset: Dataset): readonly Column[] =>
  Object.entries(dataset.fields).flatMap(([name, field]) => fieldColumns(name, field.type));

/** The columns of an entity's table in `main` before any custom one. */
export const entityColumns = (entity: Entity): readonly Column[] => [
  ...datasetColumns(entity),
  { name: batchColumn, type: 'INTEGER' },
  { name: dateOnlyColumn, type: 'VARCHAR' },
];

/** The same in `history`. */
export const historyColumns = (entity: Entity): readonly Column[] => [...entityColumns(entity), { name: untilColumn, type: 'INTEGER' }];

const bookkeeping: Readonly<Record<string, readonly Column[]>> = {
  meta: [
    { name: 'key', type: 'VARCHAR' },
    { name: 'value', type: 'VARCHAR' },
  ],
  batch: [
    { name: 'number', type: 'INTEGER' },
    { name: 'source', type: 'VARCHAR' },
    { name: 'landed_at', type: 'TIMESTAMP' },
    { name: 'mapping', type: 'VARCHAR' },
    { name: 'timezone', type: 'VARCHAR' },
    { name: 'files', type: 'VARCHAR' },
    { name: 'result', type: 'VARCHAR' },
    { name: 'undone_at', type: 'TIMESTAMP' },
  ],
  watermark_log: [
    { name: 'source', type: 'VARCHAR' },
    { name: 'entity', type: 'VARCHAR' },
    { name: 'batch', type: 'INTEGER' },
    { name: 'instant', type: 'TIMESTAMP' },
    { name: 'day', type: 'DATE' },
    { name: 'date_only', type: 'BOOLEAN' },
    { name: 'declared', type: 'BOOLEAN' },
  ],
  result_cache: [
    { name: 'key', type: 'VARCHAR' },
    { name: 'answer', type: 'VARCHAR' },
    { name: 'kept_at', type: 'TIMESTAMP' },
  ],
  asked: [
    { name: 'question', type: 'VARCHAR' },
    { name: 'asked_at', type: 'TIMESTAMP' },
  ],
  // Fields are null in the row that stands for the step itself.
  change_log: [
    { name: 'dataset', type: 'VARCHAR' },
    { name: 'from_version', type: 'VARCHAR' },
    { name: 'to_version', type: 'VARCHAR' },
    { name: 'field', type: 'VARCHAR' },
    { name: 'days', type: 'VARCHAR' },
  ],
  dataset_facts: [
    { name: 'dataset', type: 'VARCHAR' },
    { name: 'version', type: 'VARCHAR' },
    { name: 'facts', type: 'VARCHAR' },
  ],
  // Hashes, under the workspace's key, by which erased persons are known again (`src/landing/erasure`).
  erased: [
    { name: 'hash', type: 'VARCHAR' },
    { name: 'person', type: 'VARCHAR' },
    { name: 'erased_at', type: 'TIMESTAMP' },
  ],
  custom_column: [
    { name: 'source', type: 'VARCHAR' },
    { name: 'entity', type: 'VARCHAR' },
    { name: 'name', type: 'VARCHAR' },
    { name: 'type', type: 'VARCHAR' },
    { name: 'batch', type: 'INTEGER' },
  ],
};

interface Wanted {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Column[];
}

const wantedTables = (): readonly Wanted[] => [
  ...[...entities.values()].flatMap((entity) => [
    { schema: 'main', table: entity.name, columns: entityColumns(entity) },
    { schema: 'history', table: entity.name, columns: historyColumns(entity) },
  ]),
  ...[...derivedDatasets.values()].map((dataset) => ({ schema: 'main', table: dataset.name, columns: datasetColumns(dataset) })),
  ...Object.entries(bookkeeping).map(([table, columns]) => ({ schema: 'cuadro', table, columns })),
];

const define = (column: Column): string => `${identifier(column.name)} ${column.type}`;

const createTable = ({ schema, table, columns }: Wanted): string =>
  `create table ${schema}.${identifier(table)} (${columns.map(define).join(', ')})`;

/** The watermark in force is that of the last batch that set one. */
const watermarkView = `create or replace view cuadro.watermark as
  select source, entity, instant, day, date_only, declared, batch
  from cuadro.watermark_log
  qualify row_number() over (partition by source, entity order by batch desc) = 1`;

/** Makes the tables that are missing and adds the columns that a newer model has. */
const bringUp = async (run: Run): Promise<void> => {
  for (const schema of ['history', 'cuadro']) await run(`create schema if not exists ${schema}`);
  const present = new Map<string, Set<string>>();
  for (const row of await run(
    "select schema_name, table_name, column_name from duckdb_columns() where database_name = current_database() and schema_name in ('main', 'history', 'cuadro')",
  )) {
    const key = `${row.schema_name}.${row.table_name}`;
    const columns = present.get(key) ?? new Set();
    present.set(key, columns.add(String(row.column_name)));
  }
  for (const wanted of wantedTables()) {
    const columns = present.get(`${wanted.schema}.${wanted.table}`);
    if (!columns) await run(createTable(wanted));
    else {
      for (const column of wanted.columns) {
        if (!columns.has(column.name)) await run(`alter table ${wanted.schema}.${identifier(wanted.table)} add column ${define(column)}`);
      }
    }
  }
  await run(watermarkView);
};

/** Steps from each format to the next, by the format they start from. */
const upgrades: ReadonlyMap<number, (run: Run) => Promise<void>> = new Map();

const storedVersion = async (run: Run): Promise<number | null> => {
  const made = await run("select 1 from duckdb_tables() where schema_name = 'cuadro' and table_name = 'meta'");
  if (made.length === 0) return null;
  const rows = await run("select value from cuadro.meta where key = 'format'");
  return rows[0] ? Number(rows[0].value) : null;
};

/** Tells whether the tables are those of this very model, so that opening need not look at each. */
const fingerprint = (): string =>
  String(
    wantedTables()
      .map(createTable)
      .join(';')
      .split('')
      .reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) | 0, 7),
  );

/**
 * Makes or upgrades everything a warehouse file holds. All in one transaction.
 * @throws CuadroError `workspace_too_new` when a newer Cuadro made the file.
 */
export const prepareSchema = async (run: Run, folder: string): Promise<void> => {
  const version = await storedVersion(run);
  if (version !== null && version > formatVersion) {
    throw new CuadroError({
      code: 'workspace_too_new',
      where: folder,
      found: String(version),
      params: { version: formatVersion },
    });
  }
  const shape = fingerprint();
  if (version === formatVersion) {
    const rows = await run("select value from cuadro.meta where key = 'model'");
    if (rows[0]?.value === shape) return;
  }
  await run('begin');
  try {
    for (let from = version ?? formatVersion; from < formatVersion; from++) await upgrades.get(from)?.(run);
    await bringUp(run);
    await run("delete from cuadro.meta where key in ('format', 'model')");
    await run(`insert into cuadro.meta values ('format', ${text(String(formatVersion))}), ('model', ${text(shape)})`);
    await run('commit');
  } catch (error) {
    await run('rollback');
    throw error;
  }
};
