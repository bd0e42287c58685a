import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBatches } from './batches.ts';
import { importFiles } from './import.ts';
import { openWorkspaceDatabase } from './open.ts';
import { stateOf } from './testing/state.ts';
import { request, testContext } from './testing/workspace.ts';

/** Spread evenly over the import and a little beyond; closer to one another with `npm run test:long`. */
const moments = process.env.CUADRO_TEST_LONG === '1' ? 60 : 8;
const rows = 4_000;

const mapping = `
source: crm
mode: full
files:
  - { file: deals.csv, entity: opportunity, columns: { id: id, stage: stage, amount: amount, created_at: created, updated_at: updated } }
`;

const deals = (stage: (index: number) => string, count: number, extra: string): string =>
  `id,stage,amount,created,updated${extra === '' ? '' : ',extra'}\n${Array.from(
    { length: count },
    (_, index) => `d${index},${stage(index)},${index},2024-01-01,2024-02-01 10:00:00${extra === '' ? '' : `,${extra}`}`,
  ).join('\n')}\nbad,x,much,2024-01-01,\n`;

const root = mkdtempSync(join(tmpdir(), 'cuadro-crash-'));
const original = join(root, 'original');
const file = join(root, 'deals.csv');
let before = '';
let after = '';

/** Opens, looks, closes. */
const look = async <T>(folder: string, work: (run: Parameters<typeof stateOf>[0]) => Promise<T>): Promise<T> => {
  const database = await openWorkspaceDatabase(folder, { threads: 2 });
  try {
    return await work(database.session.run);
  } finally {
    database.close();
  }
};

const importAgain = async (folder: string): Promise<string> => {
  const database = await openWorkspaceDatabase(folder, { threads: 2 });
  try {
    await importFiles(
      testContext(database, () => Temporal.Instant.from('2024-06-01T10:00:00Z')),
      request([file], mapping),
    );
    return await stateOf(database.session.run);
  } finally {
    database.close();
  }
};

/**
 * Starts an import and kills it, `wait` ms after the workspace is open, or (null) as soon as it says that it is done.
 * @returns how long it took, when it came to its end.
 */
const killed = (folder: string, wait: number | null): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/import_child.ts'), folder, mapping, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let opened = 0;
    let took: number | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      const said = chunk.toString();
      if (said.includes('open')) {
        opened = performance.now();
        if (wait !== null) setTimeout(() => child.kill('SIGKILL'), wait);
      }
      if (said.includes('done')) {
        took = performance.now() - opened;
        child.kill('SIGKILL');
      }
    });
    child.once('error', reject);
    child.once('exit', () => resolve(took));
  });

let duration = 0;

beforeAll(async () => {
  writeFileSync(
    file,
    deals((index) => (index % 2 ? 'Proposal' : 'New'), rows, ''),
  );
  await importAgain(original);
  writeFileSync(
    file,
    deals((index) => (index % 3 ? 'Proposal' : 'Won'), rows - 100, 'more'),
  );
  before = await look(original, stateOf);
  const trial = join(root, 'trial');
  cpSync(original, trial, { recursive: true });
  duration = (await killed(trial, null)) ?? 0;
  after = await look(trial, stateOf);
  expect(after).not.toBe(before);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('an import killed at any moment', () => {
  it(`leaves the workspace as before or as after, ${moments} times`, { timeout: 900_000 }, async () => {
    const seen = { before: 0, after: 0 };
    for (let moment = 0; moment < moments; moment++) {
      const folder = join(root, `killed-${moment}`);
      cpSync(original, folder, { recursive: true });
      // The last one after it has committed, before it has closed anything.
      const wait = moment === moments - 1 ? null : (duration * 1.1 * moment) / (moments - 2);
      await killed(folder, wait);
      const [state, batches] = await look(folder, async (run) => [await stateOf(run), await listBatches(run)] as const);
      const whole = state === before ? 'before' : state === after ? 'after' : null;
      expect(whole, `killed after ${wait === null ? 'the end' : Math.round(wait)} of ${Math.round(duration)} ms`).not.toBeNull();
      if (whole) seen[whole]++;
      expect(batches).toHaveLength(whole === 'after' ? 2 : 1);
      expect(readdirSync(join(folder, 'landing'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(
        batches.length,
      );
      expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('stage-'))).toEqual([]);
      expect(existsSync(join(folder, 'rejected/b_2.csv'))).toBe(whole === 'after');
      expect(await importAgain(folder)).toBe(after);
      rmSync(folder, { recursive: true, force: true });
    }
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
  });
});
