import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { remindKind } from '../../src/app/jobs/kinds/remind.ts';
import { type Actor, guestActor, localActor, permissionsOf } from '../../src/app/rights/actor.ts';
import { asCuadroError } from '../../src/i18n/errors.ts';
import { copyDemo } from '../demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-conversation-'));
let clock = Temporal.Instant.from('2026-07-15T10:00:00Z');
/** Each look a second later: no two things are said at once. */
const now = (): Temporal.Instant => {
  clock = clock.add({ seconds: 1 });
  return clock;
};
let host: Host;

// What an operation answers is told by its own schema; here it is looked into freely.
// biome-ignore lint/suspicious/noExplicitAny: of any operation
const ask = async (operation: string, input: unknown, actor: Actor = ana): Promise<any> =>
  host.run(operation, input, { actor, progress: () => undefined, signal: null });
const failure = (operation: string, input: unknown, actor: Actor): Promise<string> =>
  ask(operation, input, actor).then(
    () => 'ok',
    (error: unknown) => asCuadroError(error).code,
  );

const user = (id: string, role: 'owner' | 'viewer' | 'member'): Actor => ({
  kind: 'user',
  id,
  name: `${id}@example.com`,
  role,
  permissions: permissionsOf(role, false),
  rows: role === 'member' ? { kind: 'own', user: null } : { kind: 'all' },
  personal: 'shown',
  amounts: role === 'viewer' ? 'hidden' : 'shown',
  from: 'test',
});
const ana = user('ana', 'owner');
/** Sees all rows, and no amounts. */
const vera = user('vera', 'viewer');
/** Sees own rows, and has none. */
const mario = user('mario', 'member');

beforeAll(async () => {
  await copyDemo(folder, 0.02);
  host = await openHost(folder, now);
  const { db } = await host.store();
  const at = now().toString({ smallestUnit: 'millisecond' });
  for (const { id, role, amounts } of [ana, vera, mario]) {
    const name = (id ?? '').replace(/^./, (letter) => letter.toUpperCase());
    await db
      .insertInto('auth_user')
      .values({
        id: id ?? '',
        name,
        email: `${id}@example.com`,
        emailVerified: 1,
        image: null,
        createdAt: at,
        updatedAt: at,
        twoFactorEnabled: 0,
      })
      .execute();
    const grant = { role, steward: 0, rows: null, segment: null, personal: null, amounts, crm_source: null, crm_user_id: null };
    await db
      .insertInto('member')
      .values({ user_id: id ?? '', ...grant, language: null, board: null, active: 1, created_at: at, last_seen_at: null })
      .execute();
  }
});
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

const notices = async (): Promise<readonly { readonly key: string; readonly audience: string }[]> =>
  (await host.store()).db.selectFrom('notice').select(['key', 'audience']).where('kind', '=', 'mention').orderBy('key').execute();

test('whoever is called is told once; who may not see the figure hears nothing, and the writer is told so', async () => {
  const said = await ask('comment', { kpi: 'total_sales', text: 'Vera, Mario: ¿lo veis?', mentions: ['vera@example.com', 'mario', 'ana'] });
  // Amounts are hidden from Vera, the company's rows from Mario.
  expect(said).toMatchObject({ told: [{ id: 'ana' }], not_told: [{ id: 'vera' }, { id: 'mario' }] });
  expect(await notices()).toEqual([]);
  const count = await ask('comment', { kpi: 'K-052', text: 'Vera, esto sí', mentions: ['vera'] });
  expect(count.told).toEqual([{ id: 'vera', name: 'Vera' }]);
  expect(await notices()).toEqual([{ key: `mention:${count.id}:vera`, audience: '["vera"]' }]);
  // Changed, it calls her no second time.
  await ask('comment', { id: count.id, text: 'Vera, esto también', mentions: ['vera'] });
  expect(await notices()).toHaveLength(1);
  expect(await failure('comment', { kpi: 'nps', text: 'x', mentions: ['nobody'] }, ana)).toBe('member_unknown');
});

test('a conversation is there for whom its figure is there', async () => {
  const { id } = await ask('comment', {
    kpi: 'total_sales',
    scope: 'owner.team=Ventas',
    from: '2026-05-01',
    to: '2026-05-31',
    text: 'Mayo',
  });
  const seen = async (actor: Actor): Promise<readonly string[]> =>
    (await ask('comments', { kpi: 'total_sales', language: 'es' }, actor)).threads.map((thread: { id: string }) => thread.id);
  expect(await seen(ana)).toContain(id);
  expect(await seen(vera)).not.toContain(id);
  expect(await seen(mario)).not.toContain(id);
  // Not even that it is there.
  expect(await failure('comment', { thread: id, text: 'x' }, mario)).toBe('comment_unknown');
  expect(await failure('resolve_comment', { thread: id }, vera)).toBe('comment_unknown');
  expect(await failure('comment', { kpi: 'total_sales', text: 'x' }, mario)).toBe('no_rights');
  expect(await failure('comment', { kpi: 'nps', text: 'x' }, guestActor)).toBe('forbidden');
});

test('one answers, changes and takes away one’s own words; whoever answers takes up again what was settled', async () => {
  const { id } = await ask('comment', { kpi: 'nps', text: 'Sube' });
  const { id: answer, thread } = await ask('comment', { thread: id, text: '¿Por qué?' }, vera);
  expect(thread).toBe(id);
  await ask('resolve_comment', { thread: id }, vera);
  const told = async () => (await ask('comments', { kpi: 'nps', language: 'es' })).threads[0];
  expect(await told()).toMatchObject({ resolved: { by: 'Vera' }, about: { kpi: 'nps', scope: null } });
  await ask('comment', { thread: answer, text: 'Por la campaña' });
  expect((await told()).resolved).toBeNull();
  expect(await failure('comment', { id: answer, text: 'No' }, ana)).toBe('not_yours');
  expect(await failure('remove_comment', { comment: id }, vera)).toBe('not_yours');
  await ask('remove_comment', { comment: id });
  expect((await told()).comments).toMatchObject([
    { text: null, removable: false },
    { text: '¿Por qué?', author: 'Vera', mine: false },
    { mine: true },
  ]);
});

test('what happened is on the charts that it concerns', async () => {
  const on = async (kpi: string, where: readonly object[] = [], actor = ana): Promise<readonly string[]> =>
    (await ask('annotations', { kpis: [kpi], where, language: 'en' }, actor)).annotations.map(({ text }: { text: string }) => text);
  const late = 'Recuperador Sierra R2 has a new supplier';
  const away = 'Support works with four agents of six';
  expect(await on('on_time_delivery')).toEqual(expect.arrayContaining([late, away]));
  expect(await on('on_time_delivery', [{ dimension: 'product.name', op: '=', value: 'Split Brisa 35' }])).not.toContain(late);
  // Not of products: nothing to do with it.
  expect(await on('website_visits')).not.toContain(late);
  await ask('annotate', { kind: 'price', from: '2026-02-01', kpi: 'total_sales', text: 'Sube la tarifa' });
  expect(await on('total_sales')).toContain('Sube la tarifa');
  expect(await on('total_sales', [], vera)).not.toContain('Sube la tarifa');
  expect(await on('total_sales', [], mario)).toContain(away);
  expect(await failure('annotate', { kind: 'other', from: '2026-02-01', text: 'De todos' }, vera)).toBe('forbidden');
  expect(await failure('annotate', { kind: 'other', from: '2026-02-02', to: '2026-02-01', text: 'x' }, ana)).toBe('range_reversed');
});

test('a decision is due when its day has come, until somebody says what came of it', async () => {
  const { id } = await ask('decide', { kpi: 'nps', what: 'Llamar', why: 'Bajan', next_look: '2026-07-15' });
  const due = async () => (await ask('decisions', { due: true, language: 'es' })).decisions.map((one: { id: string }) => one.id);
  expect(await due()).toEqual(expect.arrayContaining([id, 'sample-decision-2']));
  expect(await due()).not.toContain('sample-decision-3');
  expect((await ask('decisions', { kpi: 'nps', language: 'es' })).decisions[0]).toMatchObject({
    decided_by: 'Ana',
    decided_on: '2026-07-15',
    due: true,
  });
  await ask('close_decision', { decision: id, outcome: 'Sube' });
  expect(await due()).not.toContain(id);
});

const ownKpi = (version: number, floor: number): string => `id: big_deals
name: Big deals won
definition: Deals won of ${floor} or more.
area: pipeline
band: business
direction: up
unit: count
version: ${version}
since: 2026-0${version}-01
metric: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['status=won', 'amount>=${floor}'] }
examples:
  - name: one of two
    given: { opportunity: [{ status: won, amount: 50000, currency: EUR, closed_at: 2026-01-10 }, { status: won, amount: 1, currency: EUR, closed_at: 2026-01-11 }] }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: 1 }]
    because: Only one is large.
`;

test('no definition changes in silence: each change has its day, and the figures of then stand beside those of today', async () => {
  const versions = async (kpi: string, more: object = {}, actor = ana) => ask('kpi_versions', { kpi, language: 'es', ...more }, actor);
  expect((await versions('lead_conversion_rate')).versions).toMatchObject([{ number: 1, changes: [], back_cast: false }]);
  // By hand, as people do.
  const file = join(folder, 'cuadro.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nkpis: { lead_conversion_rate: { window_days: 3 } }\n`);
  const changed = await versions('lead_conversion_rate');
  expect(changed.versions).toMatchObject([
    { from: '2026-07-15', changes: [{ what: 'parameter', before: '90', after: '3' }] },
    { back_cast: true },
  ]);
  const { compared } = await versions('lead_conversion_rate', {
    against: changed.versions[1].id,
    from: '2025-07-01',
    to: '2026-03-31',
    grain: 'total',
  });
  // Fewer leads convert within 3 days than within 90, of the same leads.
  expect(compared.before[0].denominator).toBe(compared.now[0].denominator);
  expect(compared.before[0].numerator).toBeGreaterThan(compared.now[0].numerator);
  // A definition of one's own, and the version before it.
  await ask('define', { text: ownKpi(1, 5000), name: 'k.yaml' });
  await ask('define', { text: ownKpi(2, 20000), name: 'k.yaml' });
  const own = await versions('big_deals');
  expect(own.versions).toMatchObject([
    { number: 2, changes: [{ what: 'version', before: '1', after: '2' }] },
    { number: 1, back_cast: true },
  ]);
  const range = { against: own.versions[1].id, from: '2025-07-01', to: '2026-06-30', grain: 'total' };
  const both = (await versions('big_deals', range)).compared;
  expect(both.before[0].value).toBeGreaterThan(both.now[0].value);
  // Of nobody's rows neither says anything.
  const nobodys = (await versions('big_deals', range, mario)).compared;
  expect([nobodys.before[0].value, nobodys.now[0].value]).toEqual([0, 0]);
  expect(await failure('kpi_versions', { kpi: 'nps', against: 'nope', language: 'es' }, ana)).toBe('version_unknown');
});

test('a review is due to whoever owns the KPI; what is retired leaves boards and choices, and can be asked for', async () => {
  const review = async (kpi: string, actor = ana) => (await ask('reviews', { kpi, language: 'es' }, actor)).reviews[0];
  await ask('assign_kpi', { kpi: 'fcr', owner: 'vera@example.com', next_on: '2026-07-10' });
  expect(await review('fcr', vera)).toMatchObject({ state: 'due', owner: { id: 'vera', name: 'Vera' }, mine: true, followed: ['owner'] });
  expect((await review('nps', vera)).mine).toBe(false);
  expect(await failure('review_kpi', { kpi: 'nps', decision: 'keep', reason: 'x' }, vera)).toBe('forbidden');
  expect(await failure('assign_kpi', { kpi: 'nps', owner: 'vera' }, vera)).toBe('forbidden');
  await ask('review_kpi', { kpi: 'fcr', decision: 'keep', reason: 'Útil' }, vera);
  expect(await review('fcr')).toMatchObject({
    state: 'coming',
    next_on: '2026-10-15',
    decisions: [{ decision: 'keep', reason: 'Útil', by: 'Vera' }],
  });
  const isOn = async (kpi: string) => (await ask('board', { language: 'es' })).cards.some(({ id }: { id: string }) => id === kpi);
  expect(await failure('review_kpi', { kpi: 'fcr', decision: 'retire', reason: 'x', replaced_by: 'fcr' }, ana)).toBe(
    'review_replaces_itself',
  );
  await ask('review_kpi', { kpi: 'fcr', decision: 'retire', reason: 'Nadie lo usa', replaced_by: 'csat' });
  expect(await isOn('fcr')).toBe(false);
  expect((await ask('board', { kpis: ['fcr'], language: 'es' })).cards).toHaveLength(1);
  expect((await ask('kpis', { id: 'fcr', language: 'es' })).kpis[0].retired).toMatchObject({
    on: '2026-07-15',
    reason: 'Nadie lo usa',
    replaced_by: { id: 'csat' },
  });
  expect(await failure('review_kpi', { kpi: 'nps', decision: 'revive', reason: 'x' }, ana)).toBe('review_not_retired');
  await ask('review_kpi', { kpi: 'fcr', decision: 'revive', reason: 'Hace falta' });
  expect((await ask('kpis', { id: 'fcr', language: 'es' })).kpis[0].retired).toBeNull();
});

test('of who looks at a KPI only the day is kept, and only of people', async () => {
  const { db } = await host.store();
  await db.deleteFrom('usage').execute();
  for (const actor of [vera, vera, ana, localActor, guestActor]) await ask('board', { kpis: ['ces'], language: 'es' }, actor);
  await expect.poll(async () => (await db.selectFrom('usage').selectAll().execute()).length).toBe(2);
  expect((await db.selectFrom('usage').selectAll().orderBy('member_id').execute()).map((row) => ({ ...row }))).toEqual([
    { day: '2026-07-15', kpi: 'ces', member_id: 'ana' },
    { day: '2026-07-15', kpi: 'ces', member_id: 'vera' },
  ]);
  const { reviews, members } = await ask('reviews', { kpi: 'ces', language: 'es' }, vera);
  expect(reviews[0].looks).toEqual({ people: 2, days: 1, last: '2026-07-15' });
  expect(members).toEqual({ active: 2, all: 3 });
  // A number, never a name.
  expect(JSON.stringify(reviews)).not.toContain('Ana');
});

test('whoever owns a KPI or wrote down a decision is told when it is due, once', async () => {
  const store = await host.store();
  await ask('assign_kpi', { kpi: 'nps', owner: 'vera', next_on: '2026-07-01' });
  const { id } = await ask('decide', { kpi: 'nps', what: 'Preguntar menos', why: 'Cansa', next_look: '2026-07-14' });
  const none = new AbortController().signal;
  const call = () => Promise.reject(new Error('asks for nothing'));
  const context = {
    store,
    workspace: await host.workspace(),
    now,
    signal: none,
    call,
    callAs: call,
    live: () => undefined,
    random: () => 0,
  };
  expect((await remindKind.run(context, {})).told).toBe(2);
  expect((await remindKind.run(context, {})).told).toBe(0);
  const told = await store.db
    .selectFrom('notice')
    .select(['key', 'audience'])
    .where('kind', 'in', ['review_due', 'decision_due'])
    .orderBy('key')
    .execute();
  expect(told).toMatchObject([
    { key: `decision:${id}:2026-07-14`, audience: '["ana"]' },
    { key: 'review:nps:2026-07-01', audience: '["vera"]' },
  ]);
});

test('thanks reach whoever has an account', async () => {
  const { db } = await host.store();
  await db.updateTable('member').set({ crm_source: 'crm', crm_user_id: 'U10' }).where('user_id', '=', 'vera').execute();
  const given = await ask('give_kudos', { person: 'Lucía Ferreiro Sanchis', text: 'Bien hecho' });
  expect(given.told).toBe(true);
  expect(await db.selectFrom('notice').select('audience').where('key', '=', `kudos:${given.id}`).execute()).toMatchObject([
    { audience: '["vera"]' },
  ]);
  const { kudos } = await ask('leaderboard', { language: 'es' }, vera);
  expect(kudos[0]).toMatchObject({ person: 'Lucía Ferreiro Sanchis', from: 'Ana', text: 'Bien hecho' });
  expect(await failure('give_kudos', { person: 'Nadie', text: 'x' }, ana)).toBe('kudos_person');
});

test('data of one’s own take the words of the sample’s people away, and no others', async () => {
  const file = join(folder, 'user.csv');
  writeFileSync(file, 'id,name\nu1,Ana\n');
  const mapping = {
    text: 'source: own\nfiles:\n  - { file: user.csv, entity: user, columns: { id: id, name: name } }\n',
    file: 'map.yaml',
  };
  await ask('import', { paths: [file], mapping }, localActor);
  const ids = (await ask('comments', { language: 'es' })).threads.map(({ id }: { id: string }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id: string) => id.startsWith('sample-'))).toEqual([]);
  expect((await ask('annotations', { language: 'es' })).annotations.map(({ text }: { text: string }) => text)).toEqual(['Sube la tarifa']);
});
