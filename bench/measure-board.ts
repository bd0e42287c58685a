import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Session } from '../src/warehouse/duckdb/database.ts';
import { figuresOf, runStatements } from './baseline/run.ts';
import { type BatchKind, writeNextBatch } from './batch.ts';
import { askBoard, differences, figuresOfBoard, months } from './board.ts';
import { inSeconds, least, ratioOf, type Taken, take } from './clock.ts';
import { type BenchCompany, exportedBaseline, importMore, openCompany, workspaceOf } from './company.ts';
import type { Options } from './options.ts';
import type { Finding } from './report.ts';
import { benchWorkspace } from './workspace.ts';

const percent = (one: Taken, other: Taken): string => {
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toPrecision(3)} %`;
  return `${share(one.seconds, other.seconds)} (${share(one.cpuSeconds, other.cpuSeconds)} by processor)`;
};

const isWithin = (one: Taken, factor: number, other: Taken): boolean => one.seconds <= factor * other.seconds;

/** Only the mapping's entries of these files. */
const mappingFor = (mapping: string, files: readonly string[]): string => {
  const [head = '', ...entries] = mapping.split(/^ {2}- /m);
  const wanted = entries.filter((entry) => files.some((file) => file.endsWith(`/${/^file: (\S+)/.exec(entry)?.[1]}`)));
  return head + wanted.map((entry) => `  - ${entry}`).join('');
};

/** @throws Error where figures differ: a fast wrong answer is none. */
const mustAgree = (differing: readonly string[], what: string): void => {
  if (differing.length > 0) throw new Error(`${differing.length} figures of ${what} differ: ${differing.slice(0, 5).join('; ')}`);
};

/** What the two kinds of batches are called in the table. */
const batches: Readonly<Record<BatchKind, string>> = { next_day: 'an ordinary next day', correction: 'corrections over three years' };

/** Imports one more batch and asks the cached board. @throws Error where its figures are not those of the board not cached */
async function measureAfterImport(options: Options, company: BenchCompany, database: Database, kind: BatchKind, turn: number) {
  const workspace = workspaceOf(company.folder);
  const context = benchWorkspace(workspace, database);
  const sample = join(company.folder, 'sample');
  const next = join(company.folder, `${kind}-${turn}`);
  await mkdir(next, { recursive: true });
  const files = await writeNextBatch(sample, next, { rows: options.batch, turn: `${kind}-${turn}`, kind });
  const mapping = mappingFor(await readFile(join(sample, 'mapping.yaml'), 'utf8'), files);
  const { result: answering, ...imported } = await take(() => importMore(database, workspace, files, mapping));
  const board = await take(() => askBoard(context, true));
  const anew = await askBoard(context, false);
  mustAgree(
    differences(figuresOfBoard(board.result), figuresOfBoard(anew), new Set(anew.kpis)),
    `the board after an import of ${batches[kind]} and the same not cached`,
  );
  return { imported, answering, board };
}

/** The board after each kind of batch, and that import. */
async function measureBatches(options: Options, company: BenchCompany, database: Database, cold: Taken): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const kind of ['next_day', 'correction'] as const) {
    const turns: Awaited<ReturnType<typeof measureAfterImport>>[] = [];
    for (let turn = 0; turn < options.repeats; turn += 1) turns.push(await measureAfterImport(options, company, database, kind, turn));
    const [board, imported, answering] = (['board', 'imported', 'answering'] as const).map((part) =>
      least(turns.map((turn) => turn[part])),
    );
    if (!board || !imported || !answering) throw new Error('nothing was measured');
    const rows = `${options.batch.toLocaleString('en')} rows (${batches[kind]})`;
    findings.push(
      {
        what: `The board after an import of ${rows}, against not cached`,
        measured: inSeconds(board),
        ratio: percent(board, cold),
        target: kind === 'next_day' ? '≤ 10 %' : null,
        isMet: kind === 'next_day' ? isWithin(board, 0.1, cold) : null,
      },
      {
        what: 'What it took that import to answer the board anew, against not cached',
        measured: inSeconds(answering),
        ratio: percent(answering, cold),
        target: null,
        isMet: null,
      },
      {
        what: `That import`,
        measured: inSeconds(imported),
        ratio: `${percent(imported, company.imported)} of the first`,
        target: null,
        isMet: null,
      },
    );
  }
  return findings;
}

/** The board of all KPIs: cold against SQL by hand, cached, and after one more import. */
export async function measureBoard(
  options: Options,
  company: BenchCompany,
): Promise<{ readonly findings: readonly Finding[]; readonly cold: Taken }> {
  const database = await openCompany(company);
  const workspace = workspaceOf(company.folder);
  const context = benchWorkspace(workspace, database);
  const baseline: Session = await exportedBaseline(company, database);
  try {
    const [ours, theirs, cached]: Taken[][] = [[], [], []];
    await runStatements(baseline);
    const { result: board } = await take(() => askBoard(context, false));
    const kpis = new Set(board.kpis);
    for (let turn = 0; turn < options.repeats; turn += 1) {
      const byHand = await take(() => runStatements(baseline));
      const byEngine = await take(() => askBoard(context, false));
      theirs?.push(byHand);
      ours?.push(byEngine);
      mustAgree(differences(figuresOfBoard(byEngine.result), figuresOf(byHand.result, months), kpis), 'the board and the SQL by hand');
    }
    await askBoard(context, true);
    for (let turn = 0; turn < options.repeats; turn += 1) cached?.push(await take(() => askBoard(context, true)));
    const [cold, hand, warm] = [ours, theirs, cached].map((all) => least(all ?? []));
    if (!cold || !hand || !warm) throw new Error('nothing was measured');
    const of = `${kpis.size} KPIs × 24 months over ${company.records.toLocaleString('en')} records`;
    return {
      cold,
      findings: [
        {
          what: `Board of ${of}, nothing cached, against SQL by hand`,
          measured: `${inSeconds(cold)} against ${inSeconds(hand)}`,
          ratio: ratioOf(cold, hand),
          target: '≤ 1.5',
          isMet: isWithin(cold, 1.5, hand),
        },
        {
          what: 'The same board again, cached, against not cached',
          measured: inSeconds(warm),
          ratio: percent(warm, cold),
          target: '≤ 1 %',
          isMet: isWithin(warm, 0.01, cold),
        },
        ...(await measureBatches(options, company, database, cold)),
      ],
    };
  } finally {
    baseline.close();
    database.close();
  }
}
