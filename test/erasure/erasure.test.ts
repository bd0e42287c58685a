import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cuadro } from '../cli/run.ts';
import { ana, traces, writeCompany } from './company.ts';

const root = mkdtempSync(join(tmpdir(), 'cuadro-erasure-'));
const before = join(root, 'before');
const after = join(root, 'after');
let files: Awaited<ReturnType<typeof writeCompany>>;

const ask = async (folder: string, ...argv: readonly string[]) => {
  const ran = await cuadro(root, ['--data', folder, ...argv, '--json']);
  return ran.json();
};

/** Everything that is on the disk, unpacked where it is packed whole. */
function bytesOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    found.set(path.slice(folder.length + 1), `${plain.toString('utf8')}${plain.toString('latin1')}`);
  }
  return found;
}

const held = (folder: string): readonly string[] =>
  [...bytesOf(folder)].flatMap(([path, text]) =>
    traces.filter((trace) => text.toLowerCase().includes(trace.toLowerCase())).map((trace) => `${path}: ${trace}`),
  );

const importAll = async (folder: string): Promise<void> => {
  for (const [index, { paths, mapping }] of files.entries()) {
    const file = join(root, `mapping-${index}.yaml`);
    writeFileSync(file, mapping);
    const ran = await cuadro(root, ['--data', folder, 'import', ...paths, '--map', file, '--json']);
    expect(ran.code, ran.stdout).toBe(0);
  }
};

/** All numbers of all KPIs that can be computed. */
const numbers = async (folder: string): Promise<string> => {
  const { kpis } = await ask(folder, 'kpis');
  const ids = kpis.filter((kpi: { computable: boolean }) => kpi.computable).map((kpi: { id: string }) => kpi.id);
  expect(ids.length).toBeGreaterThan(5);
  const { cells } = await ask(folder, 'query', '--kpi', ids.join(','), '--from', '2025-12-01', '--to', '2026-06-30', '--grain', 'month');
  return JSON.stringify(
    cells.map(({ kpi, variant, period, value, numerator, denominator, n, state }: Record<string, unknown>) => {
      return { kpi, variant, period, value, numerator, denominator, n, state };
    }),
    (_, value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value),
  );
};

beforeAll(async () => {
  files = await writeCompany(join(root, 'files'));
  expect((await cuadro(root, ['--data', before, 'init'])).code).toBe(0);
  await importAll(before);
  await ask(before, 'annotate', `Se va ${ana.name.toUpperCase()}; la sustituye Ana López`, '--from', '2026-02-01', '--kind', 'people');
  await ask(before, 'comments', '--kpi', 'nps', '--write', `Preguntad a ${ana.email}, o a ${ana.phone}`);
  await ask(before, 'actions', '--add', `Llamar a ${ana.name}`, '--why', 'El secreto es llamar', '--kpi', 'nps');
  await ask(before, 'plays', '--add', 'Llamar', '--kpi', 'nps', '--idea', 'Sin nombres', '--step', `Como hizo ${ana.name}`);
  // What no batch stands for: an upload, and what a killed process had spilled.
  mkdirSync(join(before, 'tmp', 'uploads', 'a1', 'named'), { recursive: true });
  writeFileSync(join(before, 'tmp', 'uploads', 'a1', 'data'), gzipSync(`id;name\nc-77;${ana.name}`));
  writeFileSync(join(before, 'tmp', 'duckdb_temp_storage_DEFAULT-0.tmp'), ana.email);
  const dry = await ask(before, 'forget', '--contact', 'c-77');
  expect(dry).toMatchObject({
    done: false,
    removed: ['tmp/uploads/a1'],
    written: expect.arrayContaining([{ kind: 'comment', id: expect.any(String) }]),
  });
  expect(dry.written.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['action', 'annotation', 'comment', 'play']);
  expect((await ask(before, 'annotate')).annotations[0].text).toContain('ANA');
  cpSync(before, after, { recursive: true });
  const ran = await cuadro(root, ['--data', after, 'forget', '--contact', 'c-77', '--yes', '--json']);
  expect(ran.code, ran.stdout).toBe(0);
  expect(ran.json()).toMatchObject({
    done: true,
    removed: ['tmp/uploads/a1'],
    records: [
      { entity: 'contact', id: 'c-77' },
      { entity: 'lead', id: '501' },
    ],
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('whoever was erased', () => {
  test('was there before: the test sees what it looks for', () => {
    expect(new Set(held(before).map((one) => one.split(': ')[1]))).toEqual(
      expect.objectContaining(new Set(['ana.munoz@cliente', 'c-77', 'secreto de Ana'])),
    );
  });

  test('stands in no byte of the workspace', () => {
    expect(held(after)).toEqual([]);
  });

  test('stands under a pseudonym in what people have written, and nobody else does', async () => {
    const [{ text }] = (await ask(after, 'annotate')).annotations;
    expect(text).toMatch(/^Se va erased-[0-9a-f]{16}; la sustituye Ana López$/);
    const [{ title, hypothesis }] = (await ask(after, 'actions')).actions;
    expect(title).toMatch(/^Llamar a erased-[0-9a-f]{16}$/);
    expect(hypothesis).toBe('El secreto es llamar');
    expect(JSON.stringify(await ask(after, 'comments', '--kpi', 'nps'))).toMatch(
      /Preguntad a erased-[0-9a-f]{16}@erased\.invalid, o a \+999\d{9}/,
    );
  });

  test('is counted as before by every KPI', async () => {
    expect(await numbers(after)).toBe(await numbers(before));
  });

  test('takes nobody else along', async () => {
    const text = [...bytesOf(after).values()].join('');
    for (const other of [
      'Ana López',
      'ana.lopez@otro.example',
      '600 333 444',
      'Gil; Luis',
      'luis.gil@otro.example',
      'Lucho',
      'Presupuesto',
    ])
      expect(text, other).toContain(other);
    await cuadro(root, ['--data', after, 'export', 'out', '--format', 'csv']);
    const table = (name: string) => readFileSync(join(root, 'out', `${name}.csv`), 'utf8');
    expect(table('contact')).toContain('c-78');
    expect(table('contact')).toMatch(/erased-[0-9a-f]{16}@erased\.invalid/);
    expect(table('activity')).toContain('Hablar con Ana López, que conoce a erased-');
    expect(table('survey_response')).toContain('Bien');
    expect(table('lead')).toContain('eva@otro.example');
  });

  test('does not come back by undo, by replay or by another import', async () => {
    const again = join(root, 'again');
    cpSync(after, again, { recursive: true });
    await ask(again, 'undo', 'b_2');
    expect(held(again)).toEqual([]);
    const later = join(root, 'mapping-1.yaml');
    const back = await cuadro(root, ['--data', again, 'import', ...(files[1]?.paths ?? []), '--map', later, '--json']);
    expect(back.json().batch).not.toBeNull();
    expect(held(again)).toEqual([]);
    await ask(again, 'replay', 'b_1', '--map', join(root, 'mapping-0.yaml'));
    expect(held(again)).toEqual([]);
    expect(
      (await ask(again, 'import', ...(files[2]?.paths ?? []), '--map', join(root, 'mapping-2.yaml'), '--dry-run')).entities[0],
    ).toMatchObject({ created: 0 });
  });

  test('is known to the audit log by a pseudonym only', async () => {
    const { entries } = await ask(after, 'audit', '--operation', 'forget');
    expect(entries[0].about).toMatchObject({ done: true, person: expect.stringMatching(/^erased-/), records: 2 });
    expect(JSON.stringify(entries)).not.toContain(ana.email);
  });
});

test('all that is held about somebody can be written out, with where it stands', async () => {
  const person = await ask(before, 'forget', '--email', ana.email, '--export');
  const places = person.found.map(({ entity, by, state }: Record<string, string>) => `${state}.${entity}.${by}`);
  expect(places).toEqual(
    expect.arrayContaining([
      'main.contact.id',
      'history.contact.id',
      'main.activity.contact_id',
      'main.ticket.contact_id',
      'main.survey_response.contact_id',
      'main.lead.id',
    ]),
  );
  expect(JSON.stringify(person)).toContain('El secreto de Ana');
  expect(person.written.map(({ kind }: { kind: string }) => kind)).toEqual(['comment', 'annotation', 'action', 'play']);
  expect(JSON.stringify(person.written)).toContain(ana.email);
  expect(JSON.stringify(person)).not.toContain('Luis');
});

test('a call that names nobody, two or a stranger is refused', async () => {
  expect((await ask(before, 'forget')).error.code).toBe('person_unclear');
  expect((await ask(before, 'forget', '--contact', 'c-77', '--lead', '501')).error.code).toBe('person_unclear');
  expect((await ask(before, 'forget', '--contact', 'nobody', '--yes')).error.code).toBe('person_unknown');
  expect(held(before)).not.toEqual([]);
});

const isLong = Boolean(process.env.CUADRO_TEST_LONG);
/** When, of the time that an erasure takes. */
const shares = isLong ? [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] : [0.7];

describe('killed at any moment', () => {
  /** What is left of a copy of the workspace when its erasure is killed `wait` ms after it began. */
  const killed = async (name: string, script: readonly string[], wait: number | null): Promise<string> => {
    const folder = join(root, name);
    cpSync(before, folder, { recursive: true });
    const child = spawn(process.execPath, [...script.slice(0, 1), '--data', folder, ...script.slice(1)], { stdio: 'ignore' });
    const timer = wait === null ? null : setTimeout(() => child.kill('SIGKILL'), wait);
    await once(child, 'exit');
    if (timer) clearTimeout(timer);
    return folder;
  };
  const forget = ['src/cli/main.ts', 'forget', '--contact', 'c-77', '--yes', '--json'];

  /** @returns whether the person was still in */
  const end = async (folder: string): Promise<boolean> => {
    const found = await ask(folder, 'forget', '--email', ana.email, '--export');
    const isIn = found.error?.code !== 'person_unknown';
    if (isIn) {
      expect(found.records).toHaveLength(2);
      expect((await ask(folder, 'forget', '--contact', 'c-77', '--yes')).done).toBe(true);
    }
    await ask(folder, 'batches');
    expect(held(folder)).toEqual([]);
    return isIn;
  };

  test('the person is in or out, never half, and the next try ends it', async () => {
    const began = performance.now();
    const whole = await killed('timed', forget, null);
    const took = performance.now() - began;
    expect(await end(whole)).toBe(false);
    const seen = new Set<boolean>();
    for (const share of shares) {
      const folder = await killed(`killed-${share}`, forget, took * share);
      seen.add(await end(folder));
      rmSync(folder, { recursive: true, force: true });
    }
    if (isLong) expect(seen).toContain(true);
  }, 300_000);

  test('with the commit done and nothing after it, what was derived of the person is gone with them', async () => {
    const folder = await killed('committed', [join(import.meta.dirname, 'erase_child.ts')], null);
    expect((await ask(folder, 'forget', '--contact', 'c-77')).error.code).toBe('person_unknown');
    await ask(folder, 'batches');
    expect(held(folder).filter((trace) => trace.startsWith('warehouse.duckdb'))).toEqual([]);
    expect(await numbers(folder)).toBe(await numbers(before));
  }, 120_000);
});
