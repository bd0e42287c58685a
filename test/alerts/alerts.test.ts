import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { addressNotices } from '../../src/app/notices/address.ts';
import type { AlertOutput, AlertsOutput } from '../../src/app/operations/alerts.ts';
import type { EvaluateAlertsOutput } from '../../src/app/operations/evaluate-alerts.ts';
import type { NoticesOutput } from '../../src/app/operations/notices.ts';
import type { SimulateAlertOutput } from '../../src/app/operations/simulate-alert.ts';
import { type Actor, permissionsOf, systemActor } from '../../src/app/rights/actor.ts';
import { copyDemo } from '../demo.ts';
import { Clock } from '../jobs/world.ts';

const mapping = `source: tienda
mode: full
files:
  - file: pedidos.csv
    entity: order
    columns:
      id: id
      account_id: cliente
      ordered_at: fecha
      amount: importe
      status: { value: completed }
`;

/** Numbers are written with spaces that do not break. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Of sales below 1,000 a month: a fact, as money has no interval. */
const rule = { kpi: 'total_sales', condition: { kind: 'threshold', side: 'below', value: 1000 }, clears: 1, escalate_after: 48 };

const member: Actor = {
  kind: 'user',
  id: 'u1',
  name: 'ana@example.com',
  role: 'member',
  permissions: permissionsOf('member', false),
  rows: { kind: 'own', user: null },
  personal: 'shown',
  amounts: 'shown',
  from: 'test',
} as Actor;

describe('alerts of a shop, told exactly once', () => {
  let folder: string;
  let host: Host;
  const clock = new Clock('2025-07-03T08:00:00Z');
  const months: Record<string, number> = { '2025-04': 5000, '2025-05': 5000, '2025-06': 5000 };

  const as = (actor: Actor) => ({ actor, progress: () => undefined, signal: null });
  /** An order a month and one of the month after, so that the last of them is over. */
  const load = async (): Promise<void> => {
    const last = Object.keys(months).toSorted().at(-1) ?? '';
    const next = Temporal.PlainYearMonth.from(last).add({ months: 1 }).toString();
    const lines = Object.entries(months).map(([month, amount]) => `${month};a;${month}-10;${amount}`);
    writeFileSync(join(folder, 'pedidos.csv'), `id;cliente;fecha;importe\n${lines.join('\n')}\nlast;a;${next}-02;${10}\n`);
    await host.run('import', {
      paths: [join(folder, 'pedidos.csv')],
      mapping: { text: mapping, file: 'mapping.yaml' },
      source: 'tienda',
    });
  };
  const evaluate = async (): Promise<EvaluateAlertsOutput> =>
    (await host.run('evaluate_alerts', {}, as(systemActor))) as EvaluateAlertsOutput;
  const list = async (actor?: Actor): Promise<AlertsOutput> =>
    (await host.run('alerts', { show: 'all', kpi: 'total_sales', language: 'es' }, actor && as(actor))) as AlertsOutput;
  const notices = async (): Promise<readonly { kind: string; says: string }[]> => {
    const rows = await (await host.store()).db.selectFrom('notice').select(['kind', 'facts']).orderBy('made_at').orderBy('key').execute();
    return rows.map(({ kind, facts }) => ({ kind, says: plain(JSON.parse(facts).says.es) }));
  };
  const count = async (table: 'alert' | 'alert_event' | 'alert_step' | 'notice'): Promise<number> =>
    (await (await host.store()).db.selectFrom(table).selectAll().execute()).length;
  const own = async (): Promise<AlertOutput['alert']> => {
    const { id } = await (await host.store()).db
      .selectFrom('alert')
      .select('id')
      .where('rule_id', 'not like', 'default:%')
      .executeTakeFirstOrThrow();
    return ((await host.run('alert', { alert: id, language: 'es' })) as AlertOutput).alert;
  };
  const handle = (input: Record<string, unknown>, actor?: Actor) =>
    host.run('handle_alert', { alert: input.alert, language: 'es', ...input }, actor && as(actor));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-alerts-'));
    mkdirSync(join(folder, 'w'));
    writeFileSync(join(folder, 'w', 'cuadro.yaml'), 'name: Prueba\ntimezone: Europe/Madrid\n');
    host = await openHost(join(folder, 'w'), clock.now);
    await load();
    // Data that grow old with the test's clock are another test's matter.
    const stale = { kpi: 'total_sales', condition: { kind: 'stale', days: 7 } };
    await host.run('save_alert_rule', { id: 'default:stale:total_sales', shared: true, active: false, rule: stale, language: 'es' });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  test('a rule is tried on history, then saved, as a sentence', async () => {
    const tried = (await host.run('simulate_alert', {
      rule: { ...rule, condition: { ...rule.condition, value: 6000 } },
      language: 'es',
    })) as SimulateAlertOutput;
    expect(tried).toMatchObject({ judged: 3, fired: 1, real: 1, fleeting: 0 });
    expect(plain(tried.rule_says)).toBe('Avísame cuando «Ventas totales» baje de 6000 €.');
    const saved = await host.run('save_alert_rule', { shared: true, rule, language: 'en' });
    expect(saved).toMatchObject({
      active: true,
      shared: true,
      standard: false,
      says: 'Tell me when “Total sales / revenue” falls below €1,000.',
    });
  });

  test('what is quiet tells nobody, and judging again does nothing', async () => {
    expect(await evaluate()).toMatchObject({ told: 0 });
    const [steps, events] = [await count('alert_step'), await count('alert_event')];
    expect(steps).toBeGreaterThan(0);
    expect(await evaluate()).toMatchObject({ told: 0 });
    expect([await count('alert_step'), await count('alert_event'), await count('notice')]).toEqual([steps, events, 0]);
  });

  test('killed between judging and telling: nothing is half done, and the next tells once', async () => {
    clock.forward({ hours: 24 * 31 });
    months['2025-07'] = 400;
    await load();
    const { db } = await host.store();
    const before = [await count('alert_step'), await count('alert_event')];
    await sql`create trigger killed before insert on notice begin select raise(abort, 'killed'); end`.execute(db);
    await expect(evaluate()).rejects.toThrow();
    await sql`drop trigger killed`.execute(db);
    expect((await own()).state).toBe('normal');
    expect(await count('notice')).toBe(0);
    // Others of the same evaluation may be written; of this one nothing is.
    expect(before[1]).toBe(await count('alert_event'));
    expect(await evaluate()).toMatchObject({ told: 1 });
    expect(await evaluate()).toMatchObject({ told: 0 });
    expect(await notices()).toEqual([{ kind: 'alert_firing', says: 'Ventas totales: 400 € en jul 2025; el límite es 1000 €.' }]);
    expect(await own()).toMatchObject({ state: 'firing', on: true, fired: { start: '2025-07-01', end: '2025-07-31' } });
  });

  test('who may not see the figure finds nothing of it', async () => {
    const found = await own();
    expect((await list(member)).alerts).toEqual([]);
    await expect(host.run('alert', { alert: found.id, language: 'es' }, as(member))).rejects.toMatchObject({ code: 'alert_unknown' });
    await expect(handle({ alert: found.id, do: 'acknowledge' }, member)).rejects.toMatchObject({ code: 'alert_unknown' });
    await expect(host.run('simulate_alert', { rule, language: 'es' }, as(member))).rejects.toMatchObject({ code: 'no_rights' });
    await expect(host.run('save_alert_rule', { shared: true, rule, language: 'es' }, as(member))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('a restated figure is told as such and never pages again; one corrected away takes it back', async () => {
    months['2025-07'] = 500;
    await load();
    expect(await evaluate()).toMatchObject({ told: 0 });
    const { events } = (await host.run('alert', { alert: (await own()).id, language: 'es' })) as AlertOutput;
    expect(events.map(({ kind, was, is }) => [kind, was, is])).toContainEqual(['restated', 400, 500]);
    months['2025-07'] = 1500;
    await load();
    expect(await evaluate()).toMatchObject({ told: 1 });
    expect((await notices()).at(-1)).toEqual({
      kind: 'alert_recovered',
      says: 'Ventas totales: la cifra de jul 2025 se ha corregido y es 1500 €; con ella la alerta no habría saltado.',
    });
    expect((await own()).state).toBe('normal');
    months['2025-07'] = 450;
    await load();
    await evaluate();
    expect((await own()).state).toBe('firing');
    expect((await notices()).filter(({ kind }) => kind === 'alert_firing')).toHaveLength(1);
  });

  test('the explanation, the reading and the way to the records come with it', async () => {
    const { alert, records, events, readings } = (await host.run('alert', { alert: (await own()).id, language: 'es' })) as AlertOutput;
    expect(plain(alert.says)).toBe('Ventas totales: 450 € en jul 2025; el límite es 1000 €.');
    expect(records).toEqual({ kpi: 'total_sales', from: '2025-07-01', to: '2025-07-31', where: [] });
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['fired', 'restated', 'retracted']));
    expect(readings.length).toBeGreaterThan(0);
  });

  test('a mute lasts to the end of its last day, though that day has 25 hours; then it is told', async () => {
    clock.forward({ hours: 24 * 31 });
    const found = await own();
    months['2025-08'] = 5000;
    await load();
    await evaluate();
    expect((await own()).state).toBe('normal');
    await expect(handle({ alert: found.id, do: 'mute', until: '2025-10-26' })).rejects.toMatchObject({ code: 'alert_handling' });
    await handle({ alert: found.id, do: 'mute', until: '2025-10-26', reason: 'Inventario' });
    expect((await own()).muted).toMatchObject({ reason: 'Inventario', until: '2025-10-26T23:00:00.000Z' });
    clock.forward({ hours: 24 * 30 });
    months['2025-09'] = 300;
    await load();
    const told = (await notices()).length;
    await evaluate();
    expect((await own()).state).toBe('firing');
    expect(await notices()).toHaveLength(told);
    clock.forward(clock.now().until('2025-10-26T22:59:00Z'));
    await evaluate();
    expect(await notices()).toHaveLength(told);
    clock.forward({ minutes: 2 });
    expect(await evaluate()).toMatchObject({ told: 1 });
    expect((await notices()).at(-1)?.says).toContain('300 € en sept 2025');
  });

  test('after two days without anybody the owners are told, once; whoever takes it on is left in peace', async () => {
    clock.forward({ hours: 47 });
    expect(await evaluate()).toMatchObject({ escalated: 0 });
    clock.forward({ hours: 1 });
    expect(await evaluate()).toMatchObject({ escalated: 1 });
    expect(await evaluate()).toMatchObject({ escalated: 0 });
    await handle({ alert: (await own()).id, do: 'acknowledge' });
    expect((await own()).acknowledged).not.toBeNull();
  });

  test('it is sent to another department with what it found, once', async () => {
    const { id } = await own();
    await handle({ alert: id, do: 'route', department: 'Calidad', reason: 'Mirad el producto' });
    await handle({ alert: id, do: 'route', department: 'Calidad', reason: 'Otra vez' });
    expect((await own()).routed).toEqual(['Calidad']);
    const rows = await (await host.store()).db
      .selectFrom('notice')
      .selectAll()
      .where('audience', '=', '[{"department":"Calidad"}]')
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.facts ?? '')).toMatchObject({ why: { es: 'Mirad el producto' }, value: 300 });
  });

  test('what begins of one cause is one notice, killed in between or not, and is not told again with what comes later', async () => {
    const saved = (await host.run('save_alert_rule', {
      shared: true,
      rule: { ...rule, condition: { ...rule.condition, value: 900 } },
      language: 'es',
    })) as { id: string };
    clock.forward({ hours: 24 * 31 });
    months['2025-10'] = 5000;
    await load();
    await evaluate();
    const { db } = await host.store();
    const asked = { kind: 'alert_firing', language: 'es' } as const;
    const inbox = async () => {
      await addressNotices(db, (await host.workspace()).config, { people: async () => [], now: clock.now });
      const { notices: all } = (await host.run('notices', { language: asked.language })) as NoticesOutput;
      return all.filter(({ kind }) => kind === asked.kind);
    };
    const before = (await inbox()).length;
    clock.forward({ hours: 24 * 30 });
    months['2025-11'] = 200;
    await load();
    await sql`create trigger killed before insert on notice when new.place = 1 begin select raise(abort, 'killed'); end`.execute(db);
    await expect(evaluate()).rejects.toThrow();
    await sql`drop trigger killed`.execute(db);
    expect(await inbox()).toHaveLength(before);
    expect(await evaluate()).toMatchObject({ told: 2 });
    expect(await evaluate()).toMatchObject({ told: 0 });
    const [first, ...others] = await inbox();
    expect(others).toHaveLength(before);
    expect(first?.title).toBe('Alerta: Ventas totales y otra más, al parecer por lo mismo');
    expect(first?.lines.map(plain)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Ventas totales: 200 €/), expect.stringMatching(/^También: Ventas totales: 200 €/)]),
    );
    expect(first?.others).toMatchObject([{ kpi: 'total_sales', path: expect.stringContaining('/alerts?alert=') }]);
    // One is read with the other.
    await host.run('read_notices', { ids: [first?.id ?? ''] });
    const { notices: unread } = (await host.run('notices', { unread: true, language: 'es' })) as NoticesOutput;
    expect(unread.map(({ id }) => id)).not.toContain(first?.id);
    expect((await db.selectFrom('notice_reader').selectAll().where('read_at', 'is not', null).execute()).length).toBe(2);
    await host.run('remove_alert_rule', { rule: saved.id });
  });

  test('a rule that is off is not judged; one that is removed takes its alerts with it', async () => {
    const { rule: id } = await own();
    await host.run('remove_alert_rule', { rule: id });
    expect((await list()).alerts.filter(({ rule: of }) => of === id)).toEqual([]);
    const { rules } = (await host.run('alert_rules', { kpi: 'total_sales', language: 'es' })) as {
      rules: { id: string; active: boolean }[];
    };
    expect(rules.find((one) => one.id === 'default:stale:total_sales')).toMatchObject({ active: false });
  });
});

describe('days of a shop, as they come in', () => {
  let folder: string;
  let host: Host;
  const clock = new Clock('2025-04-03T08:00:00Z');
  /** Of each order when, to the minute and with its zone, and how much. */
  const orders: (readonly [string, number])[] = [];

  const at = (day: string, time = '12:00:00+02:00'): string => `${day}T${time}`;
  const noons = (from: string, to: string, but: readonly string[] = []): void => {
    for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
      if (!but.includes(day.toString())) orders.push([at(day.toString()), 150]);
  };
  const load = async (): Promise<void> => {
    const rows = orders.map(([when, amount], index) => `o${index};a;${when};${amount}`);
    writeFileSync(join(folder, 'pedidos.csv'), `id;cliente;fecha;importe\n${rows.join('\n')}\n`);
    await host.run('import', { paths: [join(folder, 'pedidos.csv')], mapping: { text: mapping, file: 'mapping.yaml' }, source: 'tienda' });
  };
  const evaluate = async (): Promise<number> =>
    ((await host.run('evaluate_alerts', {}, { actor: systemActor, progress: () => undefined, signal: null })) as EvaluateAlertsOutput).told;
  const told = async (): Promise<readonly (readonly [string, string])[]> => {
    const rows = await (await host.store()).db.selectFrom('notice').select(['kind', 'facts']).orderBy('made_at').orderBy('kind').execute();
    return rows.map(({ kind, facts }) => [kind, plain(JSON.parse(facts).says.es)]);
  };
  /** Of the rule's own alert, each day as it was judged last. */
  const days = async (): Promise<ReadonlyMap<string, number | null>> => {
    const { db } = await host.store();
    const rows = await db.selectFrom('alert_step').select(['period_start', 'value', 'alert_id']).orderBy('period_start').execute();
    const own = await db.selectFrom('alert').select('id').where('rule_id', 'not like', 'default:%').executeTakeFirstOrThrow();
    return new Map(rows.filter(({ alert_id }) => alert_id === own.id).map(({ period_start, value }) => [period_start, value]));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-alert-days-'));
    mkdirSync(join(folder, 'w'));
    writeFileSync(join(folder, 'w', 'cuadro.yaml'), 'name: Prueba\ntimezone: Europe/Madrid\n');
    host = await openHost(join(folder, 'w'), clock.now);
    noons('2025-03-20', '2025-04-02', ['2025-03-30']);
    // The first and the last half hour of a day of 23 hours, as UTC tells them: of the 29th and the 30th.
    orders.push(['2025-03-29T23:30:00Z', 60], ['2025-03-30T21:30:00Z', 61]);
    await load();
    for (const id of ['default:anomaly:total_sales', 'default:stale:total_sales'])
      await host.run('save_alert_rule', {
        id,
        shared: true,
        active: false,
        rule: { kpi: 'total_sales', condition: { kind: 'stale', days: 7 } },
        language: 'es',
      });
    await host.run('save_alert_rule', {
      shared: true,
      rule: { kpi: 'total_sales', condition: { kind: 'threshold', side: 'below', value: 100 }, grain: 'day', clears: 1 },
      language: 'es',
    });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  test('a day of 23 hours and one of 25 have what happened in them, to the hour, and page nobody', async () => {
    expect(await evaluate()).toBe(0);
    expect((await days()).get('2025-03-30')).toBe(121);
    clock.forward(clock.now().until('2025-10-29T08:00:00Z'));
    noons('2025-10-01', '2025-10-28', ['2025-10-26']);
    // 00:30 in summer time, 02:30 for the second time, 23:30 in winter time.
    orders.push(['2025-10-25T22:30:00Z', 40], ['2025-10-26T01:30:00Z', 41], ['2025-10-26T22:30:00Z', 42]);
    await load();
    await evaluate();
    const judged = await days();
    expect(['2025-10-25', '2025-10-26', '2025-10-27'].map((day) => judged.get(day))).toEqual([150, 123, 150]);
    expect((await told()).filter(([, says]) => says.includes('oct'))).toEqual([]);
  });

  test('rows that come late for a day that was told of take it back, told once; more of them tell nothing', async () => {
    const before = await told();
    clock.forward({ hours: 24 });
    orders.push([at('2025-10-29', '09:00:00+01:00'), 40], [at('2025-10-30', '08:00:00+01:00'), 150]);
    await load();
    expect(await evaluate()).toBe(1);
    expect((await told()).slice(before.length)).toEqual([['alert_firing', expect.stringMatching(/^Ventas totales: 40 € el? ?.*29/)]]);
    orders.push([at('2025-10-29', '20:00:00+01:00'), 100]);
    await load();
    expect(await evaluate()).toBe(1);
    expect(await evaluate()).toBe(0);
    const after = (await told()).slice(before.length + 1);
    expect(after).toEqual([
      ['alert_recovered', expect.stringContaining('se ha corregido y es 140 €; con ella la alerta no habría saltado.')],
    ]);
    orders.push([at('2025-10-29', '21:00:00+01:00'), 5]);
    await load();
    expect(await evaluate()).toBe(0);
    expect((await days()).get('2025-10-29')).toBe(145);
  });
});

test('the sample company tells of its story at a fiftieth of its size too, and of no data that end where it ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-alert-sample-'));
  await copyDemo(folder, 0.02);
  const host = await openHost(folder, () => Temporal.Instant.from('2026-07-20T10:00:00Z'));
  try {
    await host.run('evaluate_alerts', {}, { actor: systemActor, progress: () => undefined, signal: null });
    const { alerts } = (await host.run('alerts', { show: 'all', language: 'es' })) as AlertsOutput;
    expect(alerts.filter(({ kind }) => kind === 'stale')).toEqual([]);
    expect(alerts.filter(({ on }) => on)).toContainEqual(
      expect.objectContaining({ kpi: 'on_time_delivery', scope: 'product.name=Recuperador Sierra R2', kind: 'threshold' }),
    );
  } finally {
    await host.close();
    rmSync(folder, { recursive: true });
  }
}, 120_000);
