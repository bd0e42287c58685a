import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsSchema } from '../../model/settings.ts';
import type { Database } from '../../warehouse/duckdb/database.ts';
import type { Row } from '../../warehouse/run.ts';
import type { ImportResult } from '../batch/result.ts';
import type { LandingContext } from '../context.ts';
import { type ImportRequest, importFiles } from '../import.ts';
import { openWorkspaceDatabase } from '../open.ts';
import { plainCsv } from './plain_csv.ts';

/** A workspace in a temporary folder, with files to import beside it. */
export interface TestWorkspace {
  readonly folder: string;
  readonly context: LandingContext;
  readonly database: Database;
  /** Sets what the next call of the clock says. */
  setClock(instant: string): void;
  /** Writes a file to import. @returns its path. */
  file(name: string, content: string): string;
  /** Imports files given as name → content under a mapping's text. */
  import(files: Readonly<Record<string, string>>, mapping: string, request?: Partial<ImportRequest>): Promise<ImportResult>;
  rows(sql: string): Promise<readonly Row[]>;
  close(): void;
}

export const testContext = (database: Database, now: () => Temporal.Instant): LandingContext => ({
  database,
  settings: settingsSchema.parse({}),
  now,
  rebuildDerived: async () => undefined,
  reader: plainCsv,
  report: () => undefined,
  reasonOf: (code) => `why ${code}`,
  signal: null,
});

export const request = (paths: readonly string[], mapping: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  paths,
  mapping: { text: mapping, file: 'mapping.yaml' },
  suggest: null,
  source: null,
  mode: null,
  dryRun: false,
  strict: false,
  ...more,
});

/** A workspace without anything, made once a process: a copy of it opens in half the time that its tables take to make. */
let empty: Promise<string> | null = null;
const makeEmpty = async (): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'cuadro-landing-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'empty');
  (await openWorkspaceDatabase(folder, { threads: 2 })).close();
  return folder;
};

export const openTestWorkspace = async (): Promise<TestWorkspace> => {
  const root = mkdtempSync(join(tmpdir(), 'cuadro-landing-'));
  const folder = join(root, 'workspace');
  empty ??= makeEmpty();
  cpSync(await empty, folder, { recursive: true });
  const database = await openWorkspaceDatabase(folder, { threads: 2 });
  let clock = Temporal.Instant.from('2024-06-01T10:00:00Z');
  const context = testContext(database, () => clock);
  const file = (name: string, content: string): string => {
    const path = join(root, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    context,
    database,
    setClock: (instant) => {
      clock = Temporal.Instant.from(instant);
    },
    file,
    import: (files, mapping, more = {}) =>
      importFiles(
        context,
        request(
          Object.entries(files).map(([name, content]) => file(name, content)),
          mapping,
          more,
        ),
      ),
    rows: database.session.run,
    close: () => {
      database.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
};
