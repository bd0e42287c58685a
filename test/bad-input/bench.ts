import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Operation } from '../../src/app/operation.ts';
import { operations } from '../../src/app/operation-list.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { parseInput } from '../../src/app/run-operation.ts';
import { listenForCommands } from '../../src/app/socket/listen.ts';
import { readWorkspace } from '../../src/app/workspace/read.ts';
import { asCuadroError } from '../../src/i18n/errors.ts';
import type { Language } from '../../src/i18n/language.ts';
import { openWorkspaceDatabase } from '../../src/landing/open.ts';
import { stateOf } from '../../src/landing/testing/state.ts';
import type { Run } from '../../src/warehouse/run.ts';
import { cuadro, type Ran } from '../cli/run.ts';
import type { BadInput } from './case.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');
const noStore = () => Promise.reject(new Error('no store here'));
const locales: Readonly<Record<Language, string>> = { es: 'es-ES', en: 'en-GB' };

/** A workspace held open on its socket, as a server holds it, so that a hundred commands need not open it each. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly run: Run;
  /** All that it holds. */
  state(): Promise<string>;
  /** Tables, their rows and columns, and the batches: changes with any change but of a value. */
  shape(): Promise<string>;
  close(): Promise<void>;
}

/** A folder with a workspace of each language, and one for each case. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'cuadro-bad-'));
  readonly #open: OpenWorkspace[] = [];

  async open(language: Language): Promise<OpenWorkspace> {
    const folder = join(this.folder, language);
    await cuadro(this.folder, ['--data', language, 'init', '--locale', locales[language]]);
    // A workspace as it came, for cases that want one of their own.
    cpSync(folder, `${folder}-template`, { recursive: true });
    const database = await openWorkspaceDatabase(folder);
    const { run } = database.session;
    const stop = await listenForCommands(
      folder,
      async ({ operation: id, input }, progress, signal) => {
        const operation: Operation | undefined = operations.get(id);
        if (!operation) throw new Error(`no operation ${id}`);
        const workspace = await readWorkspace(folder, {});
        return operation.run(
          { workspace, database, store: noStore, actor: localActor, now, progress, signal },
          parseInput(operation.input, input),
        );
      },
      asCuadroError,
    );
    const opened: OpenWorkspace = {
      folder,
      run,
      state: () => stateOf(run),
      // Schema cuadro also keeps what queries found out, which is no data.
      shape: async () =>
        JSON.stringify([
          await run(
            `select schema_name, table_name, estimated_size::varchar as size, column_count::varchar as n from duckdb_tables() where schema_name in ('main', 'history') order by 1, 2`,
          ),
          await run('select to_json(b)::varchar as batch from cuadro.batch b order by 1'),
        ]),
      close: async () => {
        await stop();
        database.close();
      },
    };
    this.#open.push(opened);
    return opened;
  }

  /** A workspace of the case's own, nobody's yet. */
  async own({ settings, format, warehouse }: NonNullable<BadInput['workspace']>, language: Language, name: string): Promise<string> {
    const folder = join(this.folder, name);
    if (settings === null) return folder;
    cpSync(join(this.folder, `${language}-template`), folder, { recursive: true });
    if (settings !== undefined) writeFileSync(join(folder, 'cuadro.yaml'), settings);
    if (warehouse !== undefined) writeFileSync(join(folder, 'warehouse.duckdb'), warehouse);
    if (format !== undefined) {
      const database = await openWorkspaceDatabase(folder);
      await database.session.run(`update cuadro.meta set value = '${format}' where key = 'format'`);
      database.close();
    }
    return folder;
  }

  async close(): Promise<void> {
    for (const workspace of this.#open) await workspace.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Writes a case's files and mapping. */
export function writeFiles(cwd: string, { files = {}, mapping }: BadInput): void {
  mkdirSync(cwd, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(cwd, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, path);
    else writeFileSync(path, typeof content === 'function' ? content() : content);
  }
  if (mapping !== undefined) writeFileSync(join(cwd, 'mapping.yaml'), mapping);
}

/** The case's command line. */
export function argvOf({ argv, files = {}, mapping, options = [] }: BadInput, source: string, batch: string): string[] {
  const given = argv ?? ['import', ...Object.keys(files), ...(mapping === undefined ? [] : ['--map', 'mapping.yaml']), ...options];
  const words = given.map((word) => word.replace('{batch}', batch));
  return words[0] === 'import' ? [...words, '--source', source] : words;
}

/** Runs it in the case's folder and language. */
export const call = (cwd: string, workspace: string, language: Language, argv: readonly string[]): Promise<Ran> =>
  cuadro(cwd, [...argv, '--data', workspace, '--lang', language, '--json'], { now });

/** What a folder holds, file by file. */
export const contentsOf = (folder: string, leaveOut: RegExp): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !leaveOut.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n');

/** The lines of a file of rejected rows, as objects. */
export function parseRejected(text: string): Readonly<Record<string, string>>[] {
  const rows = [...text.matchAll(/((?:"(?:[^"]|"")*"|[^",\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\n]*))*)\n/g)].map(([, line = '']) =>
    [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );
  const [header = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}
