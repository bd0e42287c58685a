import type { Settings } from '../../src/model/settings.ts';

export type Value = string | number | boolean | null;
/** One record as a source gives it. `2024-03-05` in an instant field is a date without a time. No `_source` means the company's only one. */
export type Row = Readonly<Record<string, Value>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What one import brought: new records and new versions of records. */
export interface Batch {
  /** The day it landed. */
  readonly landedOn: string;
  readonly tables: Tables;
}

export interface Company {
  readonly settings: Settings;
  /** In the order they landed. */
  readonly batches: readonly Batch[];
  /** Up to when every entity's data are complete; null: each entity's latest event time. */
  readonly exportedAt: string | null;
}

export const onlySource = 'src';
export const sourceOf = (row: Row): string => String(row._source ?? onlySource);
export const textOf = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** Every record in its last version among the first `batches` batches: a record is one of a source and an id. */
export function recordsAfter(company: Company, batches: number): Map<string, Row[]> {
  const tables = new Map<string, Map<string, Row>>();
  for (const batch of company.batches.slice(0, batches)) {
    for (const [entity, rows] of Object.entries(batch.tables)) {
      const records = tables.get(entity) ?? new Map<string, Row>();
      tables.set(entity, records);
      for (const row of rows) records.set(`${sourceOf(row)} ${row.id}`, row);
    }
  }
  return new Map([...tables].map(([entity, records]) => [entity, [...records.values()]]));
}
