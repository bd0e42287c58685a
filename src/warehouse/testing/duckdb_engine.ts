import { DuckDBInstance } from '@duckdb/node-api';
import type { FieldType } from '../../model/field.ts';
import { duckdbDialect } from '../duckdb/dialect.ts';
import { plainValue } from '../duckdb/values.ts';
import { duckdbLayout } from '../layout.ts';
import type { Value } from '../run.ts';
import { columnList, type Engine } from './engine.ts';

const constant = (value: Value, type: FieldType): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') return duckdbDialect.convert(duckdbDialect.number(value), type);
  return typeof value === 'boolean' ? duckdbDialect.boolean(value) : duckdbDialect.text(String(value));
};

/** @returns DuckDB in memory. */
export const openDuckdb = async (): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  for (const schema of [duckdbLayout.history, duckdbLayout.bookkeeping]) await connection.run(`create schema ${schema}`);
  return {
    dialect: duckdbDialect,
    layout: duckdbLayout,
    run: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', plainValue(value)])));
    },
    create: async (table, columns) => {
      await connection.run(`create table ${table} (${columnList(duckdbDialect, columns)})`);
    },
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return;
      const names = columns.map(({ name }) => duckdbDialect.identifier(name)).join(', ');
      const tuples = rows.map((row) => `(${row.map((value, index) => constant(value, columns[index]?.type ?? 'text')).join(', ')})`);
      await connection.run(`insert into ${table} (${names}) values ${tuples.join(', ')}`);
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
