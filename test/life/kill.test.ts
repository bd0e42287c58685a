import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importOperation } from '../../src/app/operations/import.ts';
import { queryOperation } from '../../src/app/operations/query.ts';
import { askServer } from '../../src/app/socket/client.ts';
import { cuadro } from '../cli/run.ts';

const root = mkdtempSync(join(tmpdir(), 'cuadro-life-'));
const folder = join(root, 'data');
const isLong = Boolean(process.env.CUADRO_TEST_LONG);
const rounds = isLong ? 12 : 2;
const children = new Set<ChildProcess>();

const mapping = `source: crm
files:
  - { file: "*.csv", entity: lead, columns: { id: id, name: name, created_at: created } }
`;

beforeAll(async () => {
  expect((await cuadro(root, ['--data', folder, 'init'])).code).toBe(0);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

async function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/cli/main.ts', '--data', folder, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.add(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return child;
}

const ask = async (operation: string, input: unknown): Promise<unknown> =>
  (await askServer(folder, { operation, input }, () => undefined, undefined))?.result;

test('a server that is killed under load loses nothing that it had acknowledged, and starts again', async () => {
  const acknowledged = new Set<string>();
  let next = 0;
  for (let round = 0; round < rounds; round++) {
    const child = await serve();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let isUp = true;
    const importing = async (): Promise<void> => {
      while (isUp) {
        const id = `L${next++}`;
        const file = join(root, `${id}.csv`);
        writeFileSync(file, `id,name,created\n${id},Somebody ${id},2026-01-10\n`);
        const input = { paths: [file], mapping: { text: mapping, file: 'm' }, source: `s${id}` };
        await ask(importOperation.id, input).then(
          () => acknowledged.add(id),
          () => undefined,
        );
      }
    };
    const asking = async (): Promise<void> => {
      while (isUp) {
        await ask(queryOperation.id, { kpis: ['new_leads'], from: '2026-01-01', to: '2026-01-31', grain: 'month' }).catch(() => undefined);
        await ask('audit', {}).catch(() => undefined);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const load = Promise.all([importing(), asking()]);
    const atLeast = acknowledged.size + 2 + Math.floor(Math.random() * 3);
    while (acknowledged.size < atLeast) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
    child.kill('SIGKILL');
    isUp = false;
    await ended;
    await load;
    const { batches } = (await cuadro(root, ['--data', folder, 'batches', '--json'])).json();
    const kept = new Set(batches.map(({ source }: { source: string }) => source.slice(1)));
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    expect((await cuadro(root, ['--data', folder, 'audit', '--verify', '--json'])).json()).toMatchObject({ whole: true });
    const { entries } = (
      await cuadro(root, ['--data', folder, 'audit', '--operation', 'import', '--outcome', 'ok', '--limit', '1000', '--json'])
    ).json();
    const noted = new Set(entries.map(({ about }: { about: { source: string } }) => about.source.slice(1)));
    expect([...acknowledged].filter((id) => !noted.has(id))).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(2 * rounds);
}, 600_000);

describe('what is damaged is told and not made worse', () => {
  const damaged = async (file: string): Promise<void> => {
    const path = join(folder, file);
    const whole = readFileSync(path);
    for (const left of ['-wal', '-shm', '.wal']) rmSync(`${path}${left}`, { force: true });
    const broken = Buffer.from(whole);
    broken.fill(0x5a, 0, 8_192);
    writeFileSync(path, broken);
    try {
      const ran = await cuadro(root, ['--data', folder, 'export', `out-${file}`, '--json']);
      expect(ran.code).not.toBe(0);
      expect(ran.json().error).toMatchObject({
        code: expect.stringMatching(/^(store|warehouse)_/),
        fix: expect.stringMatching(/restaure/),
      });
      expect(existsSync(join(root, `out-${file}`))).toBe(false);
      expect(readFileSync(path).equals(broken)).toBe(true);
      expect((await cuadro(root, ['--data', folder, 'doctor', '--json'])).code).toBe(2);
    } finally {
      writeFileSync(path, whole);
    }
  };
  test('the store', () => damaged('store.sqlite'));
  test('the warehouse', () => damaged('warehouse.duckdb'));

  test('a disk that takes no more (a limit on the size of files stands for it)', async () => {
    const file = join(root, 'large.csv');
    writeFileSync(
      file,
      `id,name,created\n${Array.from({ length: 60_000 }, (_, index) => `B${index},Name ${index} ${Math.random()},2026-01-10`).join('\n')}\n`,
    );
    const mapped = join(root, 'mapping.yaml');
    writeFileSync(mapped, mapping);
    const before = (await cuadro(root, ['--data', folder, 'batches', '--json'])).stdout;
    const script = 'ulimit -f 2000; trap "" XFSZ; exec "$0" src/cli/main.ts --data "$1" import "$2" --map "$3" --json';
    const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) => {
      execFile('bash', ['-c', script, process.execPath, folder, file, mapped], (error, out) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout: out }),
      );
    });
    expect(code, stdout).toBeGreaterThan(0);
    expect((await cuadro(root, ['--data', folder, 'batches', '--json'])).stdout).toBe(before);
    expect((await cuadro(root, ['--data', folder, 'audit', '--verify'])).code).toBe(0);
  });
});
