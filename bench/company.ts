import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { landingContext } from '../src/app/landing.ts';
import { exportOperation } from '../src/app/operations/export.ts';
import type { LandingContext } from '../src/landing/context.ts';
import { importFiles } from '../src/landing/import.ts';
import { writeSampleCompany } from '../src/sample/write.ts';
import { type Database, openWarehouse } from '../src/warehouse/duckdb/database.ts';
import { openBaseline } from './baseline/run.ts';
import { type ChildReport, runJob } from './child.ts';
import { type Taken, take } from './clock.ts';
import { benchWorkspace, until } from './workspace.ts';

/** DuckDB's share of memory, for both sides. */
const memory = '1200MB';

export interface BenchCompany {
  readonly folder: string;
  readonly records: number;
  readonly imported: ChildReport;
}

/** Writes the sample company at a scale and imports it into a workspace of its own. */
export async function makeCompany(folder: string, scale: number): Promise<BenchCompany> {
  await mkdir(folder, { recursive: true });
  const sample = join(folder, 'sample');
  const { files, records } = await writeSampleCompany({ folder: sample, until, scale });
  const mapping = files.at(-1) ?? '';
  const imported = await runJob('import', workspaceOf(folder), mapping, ...files.slice(0, -1));
  return { folder, records, imported };
}

export const workspaceOf = (folder: string): string => join(folder, 'workspace');

export const openCompany = ({ folder }: BenchCompany): Promise<Database> => openWarehouse(workspaceOf(folder), { memoryLimit: memory });

/** The company's export as tables of a plain DuckDB. */
export async function exportedBaseline({ folder }: BenchCompany, database: Database) {
  const exported = join(folder, 'parquet');
  const { tables } = await exportOperation.run(benchWorkspace(workspaceOf(folder), database), {
    folder: exported,
    format: 'parquet',
    entities: [],
  });
  return openBaseline(
    join(folder, 'baseline.duckdb'),
    exported,
    tables.map(({ name }) => name),
    memory,
  );
}

/** Imports further files into the open workspace. @returns what of it answering anew took that was asked before */
export async function importMore(database: Database, folder: string, files: readonly string[], mapping: string): Promise<Taken> {
  const request = { paths: files, mapping: { text: mapping, file: 'next.yaml' }, suggest: null, source: null, mode: null };
  const context = landingContext(benchWorkspace(folder, database));
  let answering: Taken = { seconds: 0, cpuSeconds: 0 };
  const afterCommit: LandingContext['afterCommit'] = async (...commit) => {
    answering = await take(async () => context.afterCommit?.(...commit));
  };
  const result = await importFiles({ ...context, afterCommit }, { ...request, dryRun: false, strict: true });
  if (result.batch === null) throw new Error('the next export changed nothing');
  return answering;
}
