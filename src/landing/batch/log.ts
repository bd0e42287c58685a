import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import type { Mode } from '../mapping/mapping.ts';
import type { LandedFile } from '../store.ts';
import type { EntityResult } from './result.ts';

const { text } = duckdbDialect;

/** The mapping a batch was made with, as text, so that it can be applied again. */
export interface KeptMapping {
  readonly text: string;
  /** What the user called it, for messages. */
  readonly file: string;
  readonly mode: Mode;
}

/** What is known of a batch that is in force, or was. */
export interface BatchRecord {
  readonly number: number;
  readonly source: string;
  readonly landedAt: Temporal.Instant;
  readonly mapping: KeptMapping;
  readonly files: readonly LandedFile[];
  readonly entities: readonly EntityResult[];
  readonly undone: boolean;
}

const moment = (instant: Temporal.Instant): string => `TIMESTAMP ${text(instant.toString().replace('T', ' ').replace('Z', ''))}`;

/** @returns every batch there ever was, oldest first. */
export const readBatches = async (run: Run): Promise<readonly BatchRecord[]> => {
  const rows = await run('select number, source, landed_at, mapping, files, result, undone_at from cuadro.batch order by number');
  return rows.map((row) => {
    const mapping: KeptMapping = JSON.parse(String(row.mapping));
    const files: readonly LandedFile[] = JSON.parse(String(row.files));
    const entities: readonly EntityResult[] = JSON.parse(String(row.result));
    return {
      number: Number(row.number),
      source: String(row.source),
      landedAt: Temporal.Instant.from(String(row.landed_at)),
      mapping,
      files,
      entities,
      undone: row.undone_at !== null,
    };
  });
};

/** Numbers are never given twice: not that of an undone batch either. */
export const nextBatchNumber = async (run: Run): Promise<number> =>
  Number((await run('select coalesce(max(number), 0) + 1 as n from cuadro.batch'))[0]?.n ?? 1);

export const writeBatch = async (run: Run, batch: Omit<BatchRecord, 'undone'>, timezone: string): Promise<void> => {
  const values = [
    String(batch.number),
    text(batch.source),
    moment(batch.landedAt),
    text(JSON.stringify(batch.mapping)),
    text(timezone),
    text(JSON.stringify(batch.files)),
    text(JSON.stringify(batch.entities)),
    'null',
  ];
  await run(`delete from cuadro.batch where number = ${batch.number}`);
  await run(
    `insert into cuadro.batch (number, source, landed_at, mapping, timezone, files, result, undone_at) values (${values.join(', ')})`,
  );
};

export const markUndone = (run: Run, number: number, at: Temporal.Instant): Promise<unknown> =>
  run(`update cuadro.batch set undone_at = ${moment(at)} where number = ${number}`);

/** Hashes of the raw files that batches in force need. */
export const neededFiles = (batches: readonly BatchRecord[]): ReadonlySet<string> =>
  new Set(batches.filter(({ undone }) => !undone).flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
