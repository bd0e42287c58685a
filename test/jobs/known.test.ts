import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { jobKinds } from '../../src/app/jobs/kinds.ts';
import { JobRunner } from '../../src/app/jobs/runner.ts';
import type { JobsOutput } from '../../src/app/operations/jobs.ts';
import type { KnownOutput } from '../../src/app/operations/known.ts';
import { type Actor, permissionsOf, systemActor } from '../../src/app/rights/actor.ts';
import { Clock } from './world.ts';

const mapping = `source: tienda
files:
  - file: pedidos*.csv
    entity: order
    columns:
      id: id
      account_id: cliente
      ordered_at: fecha
      amount: importe
      status: { value: completed }
`;

const settings = (more = '') => `name: Prueba
timezone: Europe/Madrid
sources:
  tienda: { path: entrada/pedidos*.csv, mapping: entrada/mapping.yaml, every: "0 6 * * *" }
backups: { folder: copias, keep: 2 }
${more}`;

/** A server's runner whose clock is the test's: what it does, it does when told. */
describe('values as they were known', () => {
  let folder: string;
  let host: Host;
  let runner: JobRunner;
  const clock = new Clock('2026-02-10T09:00:00Z');

  const write = (text: string): void => {
    const file = join(folder, 'entrada', 'pedidos.csv');
    writeFileSync(file, `id;cliente;fecha;importe\n${text}`);
    const changed = clock.now().epochMilliseconds / 1000 - 60;
    utimesSync(file, changed, changed);
  };
  const caller = (actor: Actor) => ({ actor, progress: () => undefined, signal: null });
  const known = async (more: Record<string, unknown> = {}, actor: Actor = systemActor): Promise<KnownOutput> =>
    (await host.run(
      'known',
      { kpi: 'total_sales', from: '2026-01-01', to: '2026-01-31', grain: 'month', ...more },
      caller(actor),
    )) as KnownOutput;
  const jobs = async (schedule: string): Promise<JobsOutput['jobs']> => ((await host.run('jobs', { schedule })) as JobsOutput).jobs;
  const runAll = async (...schedules: readonly string[]): Promise<void> => {
    clock.forward({ seconds: 1 });
    for (const schedule of schedules) await host.run('run_job', { schedule });
    await runner.work();
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-known-'));
    mkdirSync(join(folder, 'entrada'));
    writeFileSync(join(folder, 'cuadro.yaml'), settings());
    writeFileSync(join(folder, 'entrada', 'mapping.yaml'), mapping);
    write('1;a;2026-01-10;100\n2;b;2026-01-20;50\n3;a;2026-02-05;70\n');
    host = await openHost(folder, clock.now);
    runner = new JobRunner({
      store: host.store,
      workspace: host.workspace,
      call: (operation, input, signal) => host.run(operation, input, { actor: systemActor, progress: () => undefined, signal }),
      kinds: jobKinds,
      now: clock.now,
      random: () => 0.5,
      every: () => () => undefined,
      name: 'test',
    });
  });
  afterAll(async () => {
    await runner.close();
    await host.close();
    rmSync(folder, { recursive: true });
  });

  test('a source is imported when its time has come, and its values are remembered', async () => {
    await runner.work();
    expect((await jobs('refresh:tienda'))[0]).toMatchObject({
      error: null,
      state: 'done',
      asked_by: 'schedule',
      result: { changed: true, batch: 'b_1', read: 3 },
    });
    await runAll('remember');
    const { periods } = await known();
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({ known: { value: 150, known_at: '2026-02-10T09:00:01.000Z' }, restatements: [] });
  });

  test('nothing is imported or kept while nothing has changed', async () => {
    clock.forward({ hours: 24 });
    await runner.work();
    const [latest, first] = await jobs('refresh:tienda');
    expect(latest).toMatchObject({ state: 'done', result: { changed: false, mark: first?.result?.mark } });
    expect(await host.run('remember', {})).toMatchObject({ kept: 0 });
    await runAll('remember');
    expect((await jobs('remember'))[0]).toMatchObject({ state: 'done', result: { seen: 0, kept: 0 } });
  });

  test('files that are still being written are left for later', async () => {
    const file = join(folder, 'entrada', 'pedidos.csv');
    utimesSync(file, clock.now().epochMilliseconds / 1000, clock.now().epochMilliseconds / 1000);
    await runAll('refresh:tienda');
    expect((await jobs('refresh:tienda'))[0]).toMatchObject({ state: 'waiting', error: { code: 'job_file_unsettled' } });
    clock.forward({ minutes: 1 });
    await runner.work();
    expect((await jobs('refresh:tienda'))[0]).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('an import that restates a month is seen as such, and what was known before stays known', async () => {
    clock.forward({ hours: 24 });
    write('1;a;2026-01-10;100\n2;b;2026-01-20;80\n3;a;2026-02-05;70\n');
    await runner.work();
    await runAll('remember');
    const { periods } = await known();
    expect(periods[0]).toMatchObject({ known: { value: 180 }, latest: { value: 180 } });
    expect(periods[0]?.restatements).toMatchObject([
      { at: '2026-02-12T09:01:04.000Z', why: 'data', before: { value: 150 }, after: { value: 180 } },
    ]);
    const earlier = await known({ at: '2026-02-11' });
    expect(earlier.at).toBe('2026-02-11T22:59:59.999Z');
    expect(earlier.periods[0]).toMatchObject({ known: { value: 150 }, latest: { value: 180 } });
    expect((await known({ at: '2026-02-01' })).periods[0]).toMatchObject({ known: null, latest: { value: 180 } });
  });

  test('undoing a batch restates once more', async () => {
    clock.forward({ hours: 1 });
    await host.run('undo', { batch: 'b_2' });
    await runAll('remember');
    const { periods } = await known();
    expect(periods[0]?.known).toMatchObject({ value: 150 });
    expect(periods[0]?.restatements.map(({ why, before, after }) => [why, before.value, after.value])).toEqual([
      ['data', 150, 180],
      ['data', 180, 150],
    ]);
    expect((await known({ at: '2026-02-12T09:30:00Z' })).periods[0]?.known?.value).toBe(180);
  });

  test('another definition is a restatement of its own kind, though the data are the same', async () => {
    clock.forward({ hours: 1 });
    writeFileSync(join(folder, 'cuadro.yaml'), settings('fiscal_year_starts_in: 4\n'));
    await runAll('remember');
    const { periods } = await known();
    const last = periods[0]?.restatements.at(-1);
    expect(last).toMatchObject({ why: 'definition', before: { value: 150 }, after: { value: 150 } });
    expect(last?.after.definition).not.toBe(last?.before.definition);
    expect(last?.after.data).toBe(last?.before.data);
  });

  test('the company’s figures are not those of whoever sees only their own rows', async () => {
    const member: Actor = {
      ...systemActor,
      kind: 'user',
      id: 'u1',
      role: 'member',
      permissions: permissionsOf('member', false),
      rows: { kind: 'own', user: { source: 'tienda', id: 'u1' } },
    };
    expect((await known({}, member)).periods).toEqual([]);
    const viewer: Actor = {
      ...member,
      role: 'viewer',
      permissions: permissionsOf('viewer', false),
      rows: { kind: 'all' },
      personal: 'masked',
    };
    expect((await known({}, viewer)).periods).toHaveLength(1);
    expect((await known({}, { ...viewer, amounts: 'hidden' })).periods).toEqual([]);
  });

  test('a KPI that there never was is a mistake', async () => {
    await expect(known({ kpi: 'total_sale' })).rejects.toMatchObject({ code: 'unknown_kpi' });
  });

  test('backups are made, and the oldest beyond those wanted go', async () => {
    const made: unknown[] = [];
    for (let day = 0; day < 3; day += 1) {
      clock.forward({ hours: 24 });
      await runner.work();
      made.push((await jobs('backup'))[0]?.result?.removed);
    }
    const [latest] = await jobs('backup');
    expect(latest).toMatchObject({ state: 'done', result: { made: true, removed: 1 } });
    expect(made.at(-1)).toBe(1);
  });
});
