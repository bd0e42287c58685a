import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '../src/warehouse/duckdb/database.ts';
import { figuresOf, runStatements } from './baseline/run.ts';
import { writeNextBatch } from './batch.ts';
import { askBoard, differences, figuresOfBoard, months } from './board.ts';
import { inSeconds, least, ratioOf, type Taken, take } from './clock.ts';
import { type BenchCompany, exportedBaseline, importMore, openCompany, workspaceOf } from './company.ts';
import type { Options } from './options.ts';
import type { Finding } from './report.ts';
import { benchWorkspace } from './workspace.ts';

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
    const [ours, theirs, cached, after, imports]: Taken[][] = [[], [], [], [], []];
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
    const sample = join(company.folder, 'sample');
    const mapping = await readFile(join(sample, 'mapping.yaml'), 'utf8');
    for (let turn = 0; turn < options.repeats; turn += 1) {
      const next = join(company.folder, `next-${turn}`);
      await mkdir(next, { recursive: true });
      const files = await writeNextBatch(sample, next, options.batch, turn);
      imports?.push(await take(() => importMore(database, workspace, files, mappingFor(mapping, files))));
      const fresh = await take(() => askBoard(context, true));
      after?.push(fresh);
      mustAgree(
        differences(figuresOfBoard(fresh.result), figuresOfBoard(await askBoard(context, false)), kpis),
        'the board after an import and the same not cached',
      );
    }
    const [cold, hand, warm, next, further] = [ours, theirs, cached, after, imports].map((all) => least(all ?? []));
    if (!cold || !hand || !warm || !next || !further) throw new Error('nothing was measured');
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
          ratio: `${((100 * warm.seconds) / cold.seconds).toFixed(2)} %`,
          target: '≤ 1 %',
          isMet: isWithin(warm, 0.01, cold),
        },
        {
          what: `The board after an import of ${options.batch.toLocaleString('en')} rows, against not cached`,
          measured: inSeconds(next),
          ratio: `${((100 * next.seconds) / cold.seconds).toFixed(1)} %`,
          target: '≤ 10 %',
          isMet: isWithin(next, 0.1, cold),
        },
        {
          what: 'That import',
          measured: inSeconds(further),
          ratio: `${((100 * further.seconds) / company.imported.seconds).toFixed(1)} % of the first`,
          target: null,
          isMet: null,
        },
      ],
    };
  } finally {
    baseline.close();
    database.close();
  }
}
