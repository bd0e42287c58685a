import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { callProgram, type Program } from './program.ts';

const project = join(import.meta.dirname, '..', '..');
const data = join(project, '..', 'shared', 'data');

/** A suite over real data, which lie beside the project; without them it is skipped and says so. */
export const describeReal = (name: string, suite: () => void): void => {
  if (existsSync(data)) describe(`real data: ${name}`, suite);
  else describe.skip(`real data: ${name} (skipped: ../shared/data is not there)`, suite);
};

/** Long enough for a slow machine that does other things too. */
export const importTimeout = 300_000;

interface Cell {
  readonly kpi: string;
  readonly variant: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly group: Readonly<Record<string, string | null>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n: number;
  readonly state: string;
  readonly coverage: number;
  readonly ci?: readonly [number, number];
  readonly watermark: string;
  readonly reasons: readonly string[];
  readonly detail: Readonly<Record<string, unknown>> | null;
}

interface ImportedEntity {
  readonly entity: string;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly rejected: number;
  readonly warnings: readonly { readonly code: string; readonly field: string | null; readonly rows: number }[];
}

export interface Imported {
  readonly batch: string | null;
  readonly source: string;
  readonly entities: readonly ImportedEntity[];
  readonly ignored_files: readonly string[];
  readonly rejected_file: string | null;
}

interface Answers {
  readonly cells: readonly Cell[];
  readonly omitted: readonly object[];
}

/** A workspace of its own, spoken to as an outsider would: through the command line, in a process of its own for each call where the test says so. */
export class RealWorkspace {
  readonly #root = mkdtempSync(join(tmpdir(), 'cuadro-real-'));
  readonly #folder = join(this.#root, 'workspace');

  readonly #program: Program;

  /** @param settings the text of `cuadro.yaml` */
  constructor(settings: string, program: Program = callProgram) {
    this.#program = program;
    this.#run(['init']);
    this.configure(settings);
  }

  /** @param settings the text of `cuadro.yaml` */
  configure(settings: string): void {
    writeFileSync(join(this.#folder, 'cuadro.yaml'), settings);
  }

  #run(argv: readonly string[]): string {
    const ran = this.#program(['--data', this.#folder, ...argv]);
    if (ran.status !== 0)
      throw new Error(`cuadro ${argv.join(' ')}: exit ${ran.status}\n${ran.stdout.slice(0, 2000)}\n${ran.stderr.slice(-2000)}`);
    return ran.stdout;
  }

  /** Imports a folder (or the named files) of ../shared/data under a mapping of test/real. @throws unless all rows were taken */
  import(folder: string, mapping: string, ...files: readonly string[]): Imported {
    const paths = files.length === 0 ? [join(data, folder)] : files.map((file) => join(data, folder, file));
    return JSON.parse(this.#run(['import', ...paths, '--map', join(import.meta.dirname, mapping), '--json']));
  }

  query(...argv: readonly string[]): Answers {
    return JSON.parse(this.#run(['query', ...argv, '--json']));
  }

  cells(...argv: readonly string[]): readonly Cell[] {
    return this.query(...argv).cells;
  }

  /** The only cell of an answer. */
  cell(...argv: readonly string[]): Cell {
    const cells = this.cells(...argv);
    const [cell] = cells;
    if (!cell || cells.length !== 1) throw new Error(`${argv.join(' ')}: ${cells.length} cells`);
    return cell;
  }

  /** One dimension's groups, each with its value. */
  byGroup(dimension: string, ...argv: readonly string[]): Readonly<Record<string, number | null>> {
    const cells = this.cells('--by', dimension, ...argv);
    return Object.fromEntries(cells.map((cell) => [cell.group[dimension] ?? '', cell.value]));
  }

  /** Each period's start with its value. */
  byPeriod(...argv: readonly string[]): Readonly<Record<string, number | null>> {
    return Object.fromEntries(this.cells(...argv).map((cell) => [cell.period.start, cell.value]));
  }

  records(...argv: readonly string[]): {
    readonly total: number;
    readonly records: readonly { readonly entity: string; readonly id: string }[];
  } {
    return JSON.parse(this.#run(['records', ...argv, '--json']));
  }

  /** Any other command's document. */
  ask<Output>(...argv: readonly string[]): Output {
    return JSON.parse(this.#run([...argv, '--json']));
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
