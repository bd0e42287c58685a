import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeNextBatch } from '../../bench/batch.ts';
import { askBoard, differences, figuresOfBoard } from '../../bench/board.ts';
import { importMore } from '../../bench/company.ts';
import { benchWorkspace, until } from '../../bench/workspace.ts';
import { noteAsked } from '../../src/app/asked-lately.ts';
import { landingContext } from '../../src/app/landing.ts';
import type { OperationContext } from '../../src/app/operation.ts';
import { undoBatch } from '../../src/landing/batches.ts';
import { openWorkspaceDatabase } from '../../src/landing/open.ts';
import { querySchema } from '../../src/metrics/query.ts';
import { findDataset } from '../../src/model/registry.ts';
import { writeSampleCompany } from '../../src/sample/write.ts';
import type { Database } from '../../src/warehouse/duckdb/database.ts';
import { readCustomColumns } from '../../src/warehouse/world/custom.ts';
import { readFacts } from '../../src/warehouse/world/facts.ts';
import { duckdbPlaces } from '../../src/warehouse/world/places.ts';

let folder: string;
let database: Database;
let context: OperationContext;
let mapping: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuadro-cache-'));
  const { files } = await writeSampleCompany({ folder: join(folder, 'sample'), until, scale: 0.02 });
  mapping = readFileSync(files.at(-1) ?? '', 'utf8');
  database = await openWorkspaceDatabase(join(folder, 'workspace'), { threads: 2 });
  context = benchWorkspace(join(folder, 'workspace'), database);
  await importMore(database, join(folder, 'workspace'), files.slice(0, -1), mapping);
}, 300_000);
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the cache answers must be what the records say. @returns how many statements it had to ask for that */
const mustAgree = async (): Promise<number> => {
  let statements = 0;
  const { session, readers, root, snapshot } = database;
  const counting = (sql: string) => {
    statements += 1;
    return readers.run(sql);
  };
  const watched = { folder, session, root, snapshot, readers: { count: readers.count, run: counting } };
  const cached = await askBoard({ ...context, database: watched }, true);
  const asked = await askBoard(context, false);
  expect(differences(figuresOfBoard(cached), figuresOfBoard(asked), new Set(asked.kpis))).toEqual([]);
  return statements;
};

/** The facts that an import kept must be those that a look at all rows gives. */
const mustKnow = async (): Promise<void> => {
  const { run } = database.session;
  const places = await duckdbPlaces(run);
  const custom = await readCustomColumns(run, places.dialect, places.layout.main);
  for (const row of await run(`select dataset, facts from ${places.facts}`)) {
    const dataset = findDataset(String(row.dataset));
    if (!dataset) continue;
    const anew = await readFacts(run, places.dialect, dataset, places.main(dataset.name), custom.get(dataset.name) ?? new Map());
    expect(JSON.parse(String(row.facts)), dataset.name).toEqual(anew);
  }
};

test('cached figures follow imports and their undoing', { timeout: 300_000 }, async () => {
  expect(await mustAgree()).toBeGreaterThan(20);
  expect(await mustAgree()).toBe(0);
  // A KPI that is no more is passed over.
  noteAsked(context, querySchema.parse({ kpis: ['gone_since'] }));
  for (const [turn, kind] of [
    ['1', 'next_day'],
    ['2', 'correction'],
  ] as const) {
    const next = join(folder, `next-${turn}`);
    await mkdir(next);
    const files = await writeNextBatch(join(folder, 'sample'), next, { rows: 300, turn, kind });
    const names = files.map((file) => file.split('/').at(-1));
    const [head = '', ...entries] = mapping.split(/^ {2}- /m);
    const own = entries.filter((entry) => names.includes(/^file: (\S+)/.exec(entry)?.[1])).map((entry) => `  - ${entry}`);
    await importMore(database, join(folder, 'workspace'), files, head + own.join(''));
    await mustKnow();
    // The import has answered anew what was asked before.
    expect(await mustAgree()).toBe(0);
  }
  await undoBatch(landingContext(context), 'b_2');
  expect(await mustAgree()).toBeGreaterThan(20);
});
