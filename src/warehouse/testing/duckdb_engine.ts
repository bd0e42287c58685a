import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { duckdbDialect } from '../duckdb/dialect.ts';
import type { Value } from '../run.ts';
import type { Engine } from './engine.ts';

const isoOfMicros = (micros: bigint): string => new Temporal.Instant(micros * 1000n).toString();

const plain = (value: DuckDBValue): Value => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) return isoOfMicros(value.micros);
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  throw new TypeError(`no plain form for ${String(value)}`);
};

/** @returns DuckDB in memory. */
export const openDuckdb = async (): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  return {
    dialect: duckdbDialect,
    schema: 'main',
    run: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', plain(value)])));
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
