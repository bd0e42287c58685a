import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Column } from '../../model/columns.ts';
import type { FieldType } from '../../model/field.ts';
import { duckdbDialect } from '../duckdb/dialect.ts';
import { plainValue } from '../duckdb/values.ts';
import type { Layout } from '../layout.ts';
import type { Run, Value } from '../run.ts';
import { columnList, type Engine } from './engine.ts';
import { layoutNamed, makeTemplate } from './template.ts';

/** One database in memory a process; each `openDuckdb` has schemas of its own in it. */
const shared: { connection: Promise<DuckDBConnection> | null; template: Promise<Layout> | null; opened: number } = {
  connection: null,
  template: null,
  opened: 0,
};

const connect = async (): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  return connection;
};

const constant = (value: Value, type: FieldType): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') return duckdbDialect.convert(duckdbDialect.number(value), type);
  return typeof value === 'boolean' ? duckdbDialect.boolean(value) : duckdbDialect.text(String(value));
};

const makeSchemas = async (connection: DuckDBConnection, layout: Layout): Promise<void> => {
  for (const schema of Object.values(layout)) await connection.run(`create schema ${schema}`);
};

/** @returns schemas of their own in DuckDB in memory. */
export const openDuckdb = async (): Promise<Engine> => {
  shared.connection ??= connect();
  const connection = await shared.connection;
  const layout = layoutNamed(`company_${++shared.opened}`);
  await makeSchemas(connection, layout);
  const run: Run = async (sql) => {
    const reader = await connection.runAndReadAll(sql);
    const names = reader.columnNames();
    return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', plainValue(value)])));
  };
  const create = async (table: string, columns: readonly Column[]): Promise<void> => {
    await connection.run(`create table ${table} (${columnList(duckdbDialect, columns)})`);
  };
  const prefix = `world_${shared.opened}_`;
  const drop = (schema: string): string => `drop schema if exists ${schema} cascade`;
  return {
    dialect: duckdbDialect,
    layout,
    run,
    create,
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return;
      const names = columns.map(({ name }) => duckdbDialect.identifier(name)).join(', ');
      const tuples = rows.map((row) => `(${row.map((value, index) => constant(value, columns[index]?.type ?? 'text')).join(', ')})`);
      await connection.run(`insert into ${table} (${names}) values ${tuples.join(', ')}`);
    },
    template: () => {
      shared.template ??= (async () => {
        const empty = layoutNamed('empty_company');
        await makeSchemas(connection, empty);
        return makeTemplate({ dialect: duckdbDialect, create }, empty);
      })();
      return shared.template;
    },
    worlds: {
      world: (name) => ({
        schema: `${prefix}${name}`,
        create: [`create schema if not exists ${prefix}${name}`],
        drop: drop(`${prefix}${name}`),
        table: (table) => `${prefix}${name}.${duckdbDialect.identifier(table)}`,
      }),
      isWorld: (schema) => schema.startsWith(prefix),
      dropWorld: drop,
    },
    close: async () => {
      const worlds = await run(`select schema_name as s from information_schema.schemata where schema_name like '${prefix}%'`);
      for (const schema of [...worlds.map((row) => String(row.s)), ...Object.values(layout)]) await connection.run(drop(schema));
    },
  };
};
