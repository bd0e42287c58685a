import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Value } from '../run.ts';

const isoOfMicros = (micros: bigint): string => new Temporal.Instant(micros * 1000n).toString();

/**
 * A DuckDB value as the rest of Cuadro reads it: whole numbers and decimals as numbers, dates YYYY-MM-DD, instants ISO in
 * UTC, lists as arrays; anything else (times, intervals, structs) as its text.
 */
export const plainValue = (value: DuckDBValue): Value => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return isoOfMicros(value.micros);
  if (value instanceof DuckDBListValue) return value.items.map(plainValue);
  if (value instanceof DuckDBStructValue) return Object.values(value.entries).map(plainValue);
  if (value instanceof DuckDBBlobValue) return value.toString();
  return String(value);
};
