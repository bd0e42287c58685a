import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { DetectedFormat, FormatOverrides, RowReject } from '../contract-types.ts';
import { detectFormat } from '../detect-format.ts';
import { discoverFiles } from '../discover.ts';
import { sqlName } from '../sql.ts';
import { stageFile } from '../stage-file.ts';

/** A folder for a test's files and a database for their rows. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'cuadro-test-'));
  #instance: DuckDBInstance | null = null;
  #connection: DuckDBConnection | null = null;

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  async connection(): Promise<DuckDBConnection> {
    this.#instance ??= await DuckDBInstance.create(':memory:', { threads: '2' });
    this.#connection ??= await this.#instance.connect();
    return this.#connection;
  }

  async detect(path: string, overrides: FormatOverrides = {}): Promise<DetectedFormat> {
    const { files } = await discoverFiles([path]);
    if (!files[0]) throw new Error('no file');
    return detectFormat(files[0], overrides);
  }

  /** A file's rows, each with its line last, and what was left out. */
  async load(name: string, content: string | Uint8Array, overrides: FormatOverrides = {}): Promise<Loaded> {
    return this.stage(this.write(name, content), overrides);
  }

  async stage(path: string, overrides: FormatOverrides = {}, most = 1_000_000): Promise<Loaded> {
    const { files } = await discoverFiles([path]);
    const [file] = files;
    if (!file) throw new Error('no file');
    const format = await detectFormat(file, overrides);
    const connection = await this.connection();
    const report = await stageFile(connection, file, format, 'main."staged"');
    const columns = [...format.columns.map(({ name: column }) => sqlName(column)), '_line'];
    const reader = await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM staged ORDER BY _line LIMIT ${most}`);
    const rows = reader.getRows().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
    return { format, names: format.columns.map(({ name: column }) => column), rows, rejects: report.rejects, count: report.rows };
  }

  close(): void {
    this.#connection?.closeSync();
    this.#instance?.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Loaded {
  readonly format: DetectedFormat;
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly rejects: readonly RowReject[];
  readonly count: number;
}
