import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellDueActions } from '../../src/app/actions/remind.ts';
import { type Host, openHost } from '../../src/app/host.ts';
import { type Actor, localActor, permissionsOf } from '../../src/app/rights/actor.ts';
import { openStore } from '../../src/store/open.ts';
import { cuadro } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-actions-'));
const data = join(folder, 'data');

const run = async (...argv: readonly string[]) => cuadro(folder, [...argv, '--data', data, '--json']);
// biome-ignore lint/suspicious/noExplicitAny: the JSON of any command
const json = async (...argv: readonly string[]): Promise<any> => {
  const ran = await run(...argv);
  expect(ran.code, ran.stderr + ran.stdout).toBe(0);
  return ran.json();
};
const refused = async (...argv: readonly string[]): Promise<string> => {
  const ran = await run(...argv);
  expect(ran.code).not.toBe(0);
  return ran.json().error.code;
};

/** 18 months to June 2026: about 10 leads a month, 20 from January 2026 on. */
const leads = Array.from({ length: 18 }, (_, index) => {
  const month = Temporal.PlainYearMonth.from('2025-01').add({ months: index });
  const count = (index >= 12 ? 20 : 10) + ((index * 7) % 3) - 1;
  return Array.from({ length: count }, (__, at) => `l${index}-${at},${month}-${String((at % 28) + 1).padStart(2, '0')}`);
}).flat();

const files: Readonly<Record<string, string>> = {
  lead: `id,created_at\n${leads.join('\n')}\n`,
  user: 'id,name,team\nu1,Ana,Ventas\nu2,Luis,Ventas\n',
  account: 'id,name,owner_id\nA1,Hotel Sol,u1\nA2,Taller Luna,u2\nA3,Clínica Mar,u1\n',
  contract: 'id,account_id,started_at,amount,period\nK1,A1,2024-01-01,100,month\nK2,A2,2024-01-01,100,month\n',
  ticket: 'id,account_id,type,opened_at\nT1,A1,complaint,2026-01-10\nT2,A2,complaint,2026-01-12\n',
  product: 'id,name,category,price,created_at\nP1,Estufa,Calor,900,2024-01-01\nP2,Estufa pequeña,Calor,500,2026-03-01\n',
  opportunity: [
    'id,name,account_id,owner_id,status,created_at,closed_at,lost_reason,amount,product_id',
    'O1,Estufas,A3,u1,lost,2025-10-01,2025-11-20,Precio,5000,P1',
    'O2,Estufas,A2,u2,lost,2025-10-01,2025-11-20,Fuera de zona,7000,P1',
    'O3,Reforma,A1,u1,lost,2025-01-10,2025-02-20,No es el momento,3000,P1',
    'O4,Reforma otra vez,A1,u1,open,2026-05-10,,,3000,P1',
    '',
  ].join('\n'),
  contact: [
    'id,account_id,name,email,unsubscribed_at,consent',
    'C1,A1,Inés,ines@hotel.example,,sí',
    'C2,A1,Baja,baja@hotel.example,2026-01-01,sí',
    'C3,A2,=cmd(),taller@luna.example,,',
    'C4,A2,Otra,TALLER@luna.example,,',
    'C5,A3,No,no@mar.example,,no',
    '',
  ].join('\n'),
};
const mapping = [
  'source: crm',
  'exported_at: 2026-06-30',
  'files:',
  ...Object.entries(files).map(([name, text]) => {
    const columns = text.slice(0, text.indexOf('\n')).split(',');
    return `  - { file: ${name}.csv, entity: ${name}, columns: { ${columns.map((column) => `${column}: ${column}`).join(', ')} } }`;
  }),
  '',
].join('\n');

let host: Host | null = null;

beforeAll(async () => {
  await json('init');
  const settings = join(data, 'cuadro.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nsegments: { todos: { of: account, where: ['owner.team=Ventas'] } }\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text);
  writeFileSync(join(folder, 'map.yaml'), mapping);
  await json('import', ...Object.keys(files).map((name) => join(folder, `${name}.csv`)), '--map', join(folder, 'map.yaml'));
}, 60_000);
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an action is made, done and read out: the leads doubled, beyond their trend', async () => {
  const { id } = await json(
    'actions',
    '--add',
    'Feria',
    '--kind',
    'campaign',
    '--kpi',
    'new_leads',
    '--expect',
    '50%',
    '--cost',
    '500',
    '--due',
    '2026-01-05',
    '--user',
    'crm:u1',
    '--among',
    'rfm=lost',
  );
  // It is found by whom it is of, and answers no alert that is not there.
  const found = async (among: string) => (await json('actions', '--among', among)).actions.map((one: { id: string }) => one.id);
  expect(await found('rfm=lost')).toEqual([id]);
  expect(await found('rfm=loyal')).toEqual([]);
  expect(await refused('actions', '--add', 'Feria', '--alert', 'none')).toBe('alert_unknown');
  expect(await refused('actions', '--drop', id)).toBe('action_reason');
  expect(await refused('actions', '--done', id, '--on', '2999-01-01')).toBe('action_future');
  await json('actions', '--done', id, '--on', '2026-01-01', '--outcome', 'Doce días');
  const { action, effect, met, worth, history } = await json('actions', '--show', id);
  expect(action).toMatchObject({ status: 'done', closed_on: '2026-01-01', outcome: 'Doce días', owner: { name: 'Ana' }, overdue: false });
  expect(effect).toMatchObject({ state: 'clear', method: 'trend', verdict: 'better', grain: 'month' });
  // About 10 more a month than the line of about 10 says.
  expect(effect.value).toBeGreaterThan(9);
  expect(effect.value).toBeLessThan(11);
  expect(effect.total).toBeCloseTo(6 * effect.value, 6);
  expect(met).toBe('reached');
  expect(worth.each).toBeCloseTo(500 / effect.total, 6);
  expect(history.map(({ what }: { what: string }) => what)).toEqual(['made', 'done']);
});

test('what is done for a customer counts for the KPI, until it is taken back; the source’s next export leaves it', async () => {
  expect(await refused('actions', '--add', 'Llamar', '--kind', 'call')).toBe('action_customer');
  const { id } = await json('actions', '--add', 'Llamar', '--kind', 'call', '--customer', 'crm:A1', '--cost', '10');
  const of = async (): Promise<readonly unknown[]> => {
    const { cells } = await json('query', '--kpi', 'risk_save_rate', '--from', '2026-01-01', '--to', '2026-01-31', '--partial');
    return [cells[0]?.numerator ?? 0, cells[0]?.denominator ?? 0];
  };
  expect(await of()).toEqual([0, 0]);
  const { batch } = await json('actions', '--done', id, '--on', '2026-01-15');
  expect(batch).toMatch(/^b_/);
  expect(await of()).toEqual([1, 1]);
  // A whole export of the CRM's own actions, which never knew of ours.
  writeFileSync(join(folder, 'acts.csv'), 'id,account_id,type,acted_at\nR9,A3,gift,2026-01-20\n');
  writeFileSync(
    join(folder, 'acts.yaml'),
    'source: crm\nmode: full\nexported_at: 2026-06-30\nfiles: [{ file: acts.csv, entity: retention_action, columns: { id: id, account_id: account_id, type: type, acted_at: acted_at } }]\n',
  );
  await json('import', join(folder, 'acts.csv'), '--map', join(folder, 'acts.yaml'));
  expect(await of()).toEqual([1, 1]);
  const { saved } = await json('plays', '--customer', 'crm:A1');
  expect(saved.rates).toMatchObject([{ kind: 'call', saved: 1, of: 1, small: true }]);
  expect((await json('actions', '--reopen', id)).batch).toMatch(/^b_/);
  expect(await of()).toEqual([0, 0]);
});

test('what was lost comes back when its reason has changed, and names what was seen', async () => {
  const { records, lost, total } = await json('reengage');
  // Out of the area is not a reason that changes; A1 has a new deal already.
  expect([lost, total]).toEqual([2, 1]);
  expect(records[0]).toMatchObject({
    entity: 'opportunity',
    id: 'O1',
    kind: 'price',
    account: { id: 'A3', name: 'Clínica Mar' },
    changes: [{ rule: 'cheaper_product', on: '2026-03-01', was: 900, is: 500, what: 'Estufa pequeña' }],
  });
});

test('an audience leaves out who does not want to be written to', async () => {
  const file = join(folder, 'audience.csv');
  const { people, left_out } = await json('audience', '--segment', 'todos', '--out', file);
  expect({ people, left_out }).toEqual({ people: 2, left_out: { unsubscribed: 1, no_consent: 1, no_address: 0, repeated: 1 } });
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines[1]).toContain('ines@hotel.example');
  expect(lines[2]).toContain(",'=cmd(),");
  expect(await refused('audience', '--segment', 'nadie', '--out', `${file}2`)).toBe('unknown_segment');
});

test('what is told comes to the inbox where no server runs', async () => {
  // The last lead came in June: its data are old.
  expect((await json('alerts', '--evaluate')).told).toBeGreaterThan(0);
  const { unread, notices } = await json('notices');
  expect(unread).toBe(notices.length);
  expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('alert_firing');
});

test('coaching is private, and nobody hears of what they may not see', async () => {
  const { id } = await json(
    'actions',
    '--add',
    'Negociación',
    '--kind',
    'coaching',
    '--kpi',
    'new_leads',
    '--scope',
    'owner.name=Luis',
    '--person',
    'crm:u2',
    '--user',
    'crm:u1',
  );
  await json('actions', '--add', 'Obsequio', '--kind', 'gift', '--customer', 'crm:A2');
  host = await openHost(data, () => Temporal.Instant.from('2026-07-02T10:00:00Z'));
  const shown = async (more: Partial<Actor>): Promise<readonly string[]> => {
    const actor: Actor = {
      ...localActor,
      kind: 'user',
      id: 'someone',
      role: 'analyst',
      permissions: permissionsOf('analyst', false),
      ...more,
    };
    // The host's protocol is untyped.
    const answer = (await host?.run('actions', { language: 'es' }, { actor, progress: () => undefined, signal: null })) as {
      actions: readonly { title: string }[];
    };
    return answer.actions.map(({ title }) => title);
  };
  expect(await shown({ role: 'administrator' })).toContain('Negociación');
  expect(await shown({})).not.toContain('Negociación');
  const own = await shown({ rows: { kind: 'own', user: { source: 'crm', id: 'u1' } } });
  // Whose customers are another's, and the company's leads, are not there for them.
  expect(own).not.toContain('Obsequio');
  expect(own).not.toContain('Feria');
  await expect(
    host.run(
      'action',
      { action: id, language: 'es' },
      { actor: { ...localActor, kind: 'user', id: 'x', role: 'viewer' }, progress: () => undefined, signal: null },
    ),
  ).rejects.toMatchObject({ code: 'action_unknown' });
});

test('whoever has an action to do is told two days before, once', async () => {
  const store = await openStore(data, null);
  try {
    const at = '2026-07-02T10:00:00.000Z';
    const account = { emailVerified: 1, image: null, createdAt: at, updatedAt: at, twoFactorEnabled: 0 };
    await store.db
      .insertInto('auth_user')
      .values({ id: 'ana', name: 'Ana', email: 'ana@example.com', ...account })
      .execute();
    const open = store.db.updateTable('action').where('status', '=', 'open');
    await open.set({ owner_id: 'ana', due_on: '2026-07-20' }).execute();
    const tell = (today: string): Promise<number> => tellDueActions(store.db, today, Temporal.Instant.from(at));
    expect(await tell('2026-07-17')).toBe(0);
    const [first] = await store.db.selectFrom('action').selectAll().where('status', '=', 'open').execute();
    const all = (await store.db.selectFrom('action').select('id').where('status', '=', 'open').execute()).length;
    expect(await tell('2026-07-18')).toBe(all);
    expect(await tell('2026-07-25')).toBe(0);
    const notices = await store.db.selectFrom('notice').selectAll().where('kind', '=', 'action_due').execute();
    expect(notices.map(({ key }) => key)).toContain(`action:${first?.id}:due:2026-07-20`);
    expect(notices.every(({ audience }) => audience === '["ana"]')).toBe(true);
  } finally {
    await store.close();
  }
});

test('a play of the company’s own is suggested with the book’s, changed, retired and taken up again; those of the book stay', async () => {
  const add = ['plays', '--add', 'Visita en obra', '--kind', 'service', '--kpi', 'new_leads', '--idea', 'Quien ve la obra, vende'];
  const { id } = await json(...add, '--step', 'Pedir el plano, y la fecha', '--step', 'Medir');
  const found = async (...argv: readonly string[]) =>
    (await json('plays', '--kpi', 'new_leads', ...argv)).plays.find((one: { id: string }) => one.id === id);
  expect(await found()).toMatchObject({
    own: true,
    retired: false,
    source: null,
    name: 'Visita en obra',
    steps: ['Pedir el plano, y la fecha', 'Medir'],
    reasons: ['measured'],
    measure: expect.stringContaining('leads'),
  });
  await json(...add.with(2, 'Visita a la obra'), '--id', id, '--step', 'Medir', '--measure', 'Las visitas');
  expect(await found()).toMatchObject({ name: 'Visita a la obra', steps: ['Medir'], measure: 'Las visitas' });
  await json(...add, '--id', id, '--step', 'Medir', '--suits', 'rfm=loyal', '--suits', 'stage=lapsed');
  expect(await found()).toMatchObject({ rfm: ['loyal'], stages: ['lapsed'] });
  // Whoever changes something else says nothing of whom it suits.
  await json(...add, '--id', id, '--step', 'Medir otra vez');
  expect(await found()).toMatchObject({ steps: ['Medir otra vez'], rfm: ['loyal'], stages: ['lapsed'] });
  const loyal = (await json('plays', '--among', 'rfm=loyal')).plays.find((one: { id: string }) => one.id === id);
  expect(loyal).toMatchObject({ reasons: ['class'] });
  await json(...add, '--id', id, '--step', 'Medir', '--suits', 'none');
  expect(await found()).toMatchObject({ rfm: [], stages: [] });
  expect(await refused(...add, '--step', 'Medir', '--suits', 'rfm=nadie')).toBe('option_invalid');
  await json('plays', '--retire', id);
  expect(await found()).toBeUndefined();
  expect(await found('--retired')).toMatchObject({ retired: true });
  await json('plays', '--restore', id);
  expect(await found()).toMatchObject({ retired: false });
  const [other] = (await json('plays')).plays;
  expect(await refused('plays', '--retire', other.id)).toBe('play_of_book');
  expect(await refused('plays', '--retire', 'nada')).toBe('play_unknown');
  expect(await refused('plays', '--add', 'x', '--kpi', 'no_such', '--idea', 'y', '--step', 'z')).toBe('unknown_kpi');
});
