import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { tell } from '../../src/app/notices/tell.ts';
import { type Actor, guestActor, permissionsOf, systemActor } from '../../src/app/rights/actor.ts';
import type { Rows } from '../../src/app/rights/rows.ts';
import { asCuadroError } from '../../src/i18n/errors.ts';
import { openWorkspaceDatabase } from '../../src/landing/open.ts';
import type { Folder } from '../server/workspace.ts';
import { table } from './table.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');
const range = { from: '2025-07-01', to: '2026-06-30' };

import { copyDemo } from '../demo.ts';

/** The seller of the sample who lost most deals, whom they report to, and the next one. */
let seller = { source: 'crm', id: '' };
let boss = seller;
let other = seller;

interface Facts {
  readonly personal: readonly string[];
  readonly colleagues: readonly string[];
  readonly lost: readonly string[];
  readonly lostByTeam: number;
  readonly lostByAll: number;
  readonly leads: number;
}

let made: Folder;
let host: Host;
let facts: Facts;

const someone = (what: Partial<Actor>): Actor => ({
  kind: 'user',
  id: 'someone',
  name: 'someone',
  role: 'analyst',
  // Every right to ask, so that only what may be seen stands between.
  permissions: permissionsOf('owner', true),
  rows: { kind: 'all' },
  personal: 'shown',
  amounts: 'shown',
  from: 'test',
  ...what,
});
const seeing = (rows: Rows, more: Partial<Actor> = {}): Actor => someone({ rows, ...more });
const all = someone({});
const nobodys = seeing({ kind: 'own', user: null });
let own = nobodys;
let team = nobodys;
const masked = someone({ personal: 'masked' });
const poor = someone({ amounts: 'hidden' });

const settingsFile = (): string => join(made.folder, 'cuadro.yaml');
let settings = '';

/** Runs with other `rights` in cuadro.yaml. */
async function under<T>(rights: string, work: () => Promise<T>): Promise<T> {
  writeFileSync(settingsFile(), `${settings}\nrights:\n${rights}\n`);
  try {
    return await work();
  } finally {
    writeFileSync(settingsFile(), settings);
  }
}

// What an operation answers is told by its own schema; here it is looked into freely.
// biome-ignore lint/suspicious/noExplicitAny: of any operation
const ask = async (operation: string, input: unknown, actor: Actor): Promise<any> =>
  host.run(operation, input, { actor, progress: () => undefined, signal: null });
const failure = (operation: string, input: unknown, actor: Actor): Promise<string> =>
  ask(operation, input, actor).then(
    () => 'ok',
    (error: unknown) => asCuadroError(error).code,
  );
const value = async (kpi: string, actor: Actor, more: object = {}): Promise<number | string | null> => {
  const { cells } = await ask('query', { kpis: [kpi], ...range, grain: 'total', periods: 'partial', ...more }, actor);
  return cells[0].state === 'unavailable' ? cells[0].reasons.join() : cells[0].value;
};

beforeAll(async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-rights-'));
  made = { cwd, folder: join(cwd, 'cuadro-data'), remove: () => rmSync(cwd, { recursive: true, force: true }) };
  await copyDemo(made.folder, 0.02);
  settings = readFileSync(settingsFile(), 'utf8');
  const database = await openWorkspaceDatabase(made.folder);
  const list = async (sql: string): Promise<string[]> => (await database.session.run(sql)).map((row) => String(Object.values(row)[0]));
  const lost = `status = 'lost' and closed_at_day between '${range.from}' and '${range.to}' and deleted_at is null and merged_into_id is null and not coalesce(is_test, false)`;
  const [first, second] = await list(`select owner_id from opportunity where ${lost} group by 1 order by count(*) desc, 1`);
  seller = { source: 'crm', id: first ?? '' };
  other = { source: 'crm', id: second ?? '' };
  boss = { source: 'crm', id: (await list(`select manager_id from "user" where id = '${seller.id}'`))[0] ?? '' };
  own = seeing({ kind: 'own', user: seller });
  team = seeing({ kind: 'team', user: boss });
  facts = {
    personal: await list(`select distinct v from (
      select name as v from contact union all select email from contact union all select phone from contact union all
      select name from lead union all select email from lead union all select phone from lead union all
      select tax_id from account union all select phone from account union all select comment from survey_response
      union all select email from "user") where length(v) > 5`),
    colleagues: await list('select name from "user"'),
    lost: await list(`select id from opportunity where owner_id = '${seller.id}' and ${lost} order by 1`),
    lostByTeam: Number(
      (
        await list(
          `select count(*) from opportunity where owner_id in (select id from "user" where manager_id = '${boss.id}' or team = 'Jefaturas' or manager_id in (select id from "user" where manager_id = '${boss.id}')) and ${lost}`,
        )
      )[0],
    ),
    lostByAll: Number((await list(`select count(*) from opportunity where ${lost}`))[0]),
    leads: Number((await list(`select count(*) from lead`))[0]),
  };
  database.close();
  host = await openHost(made.folder, now);
  const { db } = await host.store();
  const fired = { alert: 'a', rule: null, says: null, value: 12, limit: 20, unit: 'count', day: null, why: null, path: null } as const;
  await tell(db, { key: 'seen', kind: 'alert_firing', to: [], about: { kpi: 'new_leads' }, facts: fired }, now());
  const { id } = await db.selectFrom('notice').select('id').where('key', '=', 'seen').executeTakeFirstOrThrow();
  await db
    .insertInto('notice_reader')
    .values({ notice_id: id, reader: 'someone', member_id: null, told_at: now().toString(), read_at: null })
    .execute();
}, 120_000);
afterAll(async () => {
  await host.close();
  made.remove();
});

const some = [
  'lost_opportunities',
  'new_leads',
  'total_sales',
  'sales_calls',
  'nps',
  'opportunity_lost_reasons',
  'rep_performance',
  'csat_by_product',
];

/** A definition of one's own that names no field that anyone may not see. */
const ownKpi = `id: leads_of_ours
name: Leads of ours
definition: All leads.
area: leads
band: business
direction: up
unit: count
version: 1
since: 2026-01-01
metric: { kind: simple, dataset: lead, aggregate: count, at: created_at }
examples:
  - name: one
    given: { lead: [{ name: A, created_at: 2026-01-10 }] }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: 1 }]
    because: One lead.
`;

/** Asks each operation that answers from rows. */
const questions: Readonly<Record<string, unknown>> = {
  query: {
    kpis: ['lost_opportunities', 'new_leads', 'total_sales', 'retention_rate', 'lead_conversion_rate'],
    ...range,
    grain: 'quarter',
    by: ['owner.name'],
  },
  board: { kpis: some, language: 'es' },
  read: { kpis: some, language: 'es' },
  explain: { kpi: 'new_leads', from: '2026-04-01', to: '2026-06-30' },
  funnel: { ...range, by: ['owner.name'] },
  cohorts: { kind: 'leads', ...range },
  lifecycle: {},
  segments: {},
  open_tickets: {},
  pipeline_bridge: {},
  forecast: { kpi: 'new_leads', language: 'es' },
  targets: { scopes: 'all', language: 'es' },
  suggest_target: { kpi: 'new_leads', language: 'es' },
  annotations: { language: 'es' },
  executive: { language: 'es' },
  leaderboard: { language: 'es' },
  paired_series: { first: 'new_leads', second: 'lost_opportunities', language: 'es' },
  event_effect: { kpi: 'new_leads', on: '2025-10-01', language: 'es' },
  notices: { language: 'es' },
  digest: { language: 'es' },
  simulate_alert: { rule: { kpi: 'new_leads', condition: { kind: 'anomaly' } }, language: 'es' },
  actions: { language: 'es' },
  plays: { language: 'es' },
  reengagement: { language: 'es' },
  comments: { language: 'es' },
  kpi_versions: { kpi: 'new_leads', language: 'es' },
  decisions: { language: 'es' },
  customers: {},
  known: { kpi: 'new_leads' },
  kpis: { language: 'es' },
  glossary: { language: 'es' },
  lint: { kpis: ['new_leads'], language: 'es' },
  advise: { goals: ['conversion'], language: 'es' },
  fitness: { kpi: 'new_leads', language: 'es' },
  try_kpi: { text: ownKpi, language: 'es' },
  choices: { language: 'es' },
  company: {},
  records: { kpi: 'new_leads', ...range },
  check: {},
  batches: {},
};

const sumOf = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** The cards that say something. */
const told = (cards: readonly { id: string; now: { n: number; value: number | null; state: string } }[]): readonly string[] =>
  cards.filter(({ now: one }) => one.n > 0 && (one.value ?? 0) !== 0 && one.state !== 'unavailable').map(({ id }) => id);

/** That an answer holds nobody's rows. */
// biome-ignore lint/suspicious/noExplicitAny: of any operation
const isEmpty: Readonly<Record<string, (answer: any) => boolean>> = {
  query: ({ cells }) => cells.every((cell: { n: number; state: string }) => cell.n === 0 || cell.state === 'unavailable'),
  board: ({ cards }) => told(cards).length === 0,
  try_kpi: ({ cells }) => cells.every((cell: { n: number }) => cell.n === 0),
  read: ({ readings }) => readings.every(({ saw }: { saw: { value: number | null }[] }) => (saw[0]?.value ?? 0) === 0),
  funnel: ({ funnels }) => funnels.length === 0,
  cohorts: ({ cohorts }) => cohorts.every(({ size }: { size: number }) => size === 0),
  lifecycle: ({ transitions }) => transitions.length === 0,
  segments: ({ segments }) =>
    sumOf(segments.map(({ size }: { size: number }) => size)) + sumOf(segments.map(({ total }: { total: number }) => total)) === 0,
  open_tickets: ({ now, before }) => sumOf([now.open, now.overdue, now.old, before.open]) === 0,
  pipeline_bridge: ({ before, after, steps }) =>
    before.deals + after.deals + sumOf(steps.map(({ deals }: { deals: number }) => deals)) === 0,
  forecast: ({ points, history }) => points.length + history.length === 0,
  targets: ({ targets, unheld }) => targets.length + unheld.length === 0,
  executive: ({ bands, risks, decisions, objectives }) =>
    decisions.length + risks.length + objectives.length === 0 &&
    bands.every(({ lines }: { lines: { n: number; value: number }[] }) => lines.every(({ n, value: one }) => n === 0 || one === 0)),
  leaderboard: ({ people }) => people.length === 0,
  paired_series: ({ series }) => series.every(({ first, second }: { first: number; second: number }) => !first && !second),
  notices: ({ notices, unread }) => notices.length + unread === 0,
  digest: ({ items, notices, course }) => items.length + notices.unread === 0 && course === null,
  actions: ({ actions, open, done, dropped }) => actions.length + open + done + dropped === 0,
  plays: ({ saved }) => saved === null || saved.rates.length === 0,
  reengagement: ({ records, lost }) => records.length + lost === 0,
  comments: ({ threads }) => threads.length === 0,
  decisions: ({ decisions }) => decisions.length === 0,
  customers: ({ total, customers }) => total === 0 && customers.length === 0,
  known: ({ periods }) => periods.every(({ latest }: { latest: { n: number } }) => latest.n === 0),
  records: ({ total, records }) => total === 0 && records.length === 0,
  check: ({ checks, duplicates, freshness }) => checks.length + duplicates.length + freshness.length === 0,
};

describe('rows', () => {
  test('no KPI of all says anything to whom no rows belong', async () => {
    expect(told((await ask('board', { language: 'es' }, nobodys)).cards)).toEqual([]);
  });

  const limited = Object.entries(table).filter(([, { rows }]) => rows !== 'none');
  const read = limited.filter(
    ([id]) => !['explain', 'export', 'customer', 'kpi_versions', 'action', 'alert', 'alerts', 'audience', 'send_audience'].includes(id),
  );

  test('alerts are not there for whom no rows belong, nor how many there are', async () => {
    await ask('evaluate_alerts', {}, systemActor);
    const asked = { show: 'all', language: 'es' };
    const { alerts } = await ask('alerts', asked, all);
    expect(alerts.length).toBeGreaterThan(0);
    const none = await ask('alerts', asked, nobodys);
    expect([none.alerts.length, none.causes.length, sumOf(none.states.map(({ count }: { count: number }) => count))]).toEqual([0, 0, 0]);
    expect(await failure('alert', { alert: alerts[0].id, language: 'es' }, nobodys)).toBe('alert_unknown');
  });

  test.each(read)('%s tells nothing of rows to whom none belong', async (id, { rows }) => {
    if (rows === 'refused')
      return expect(await failure(id, questions[id], { ...nobodys, permissions: permissionsOf('manager', false) })).toBe('no_rights');
    if (rows === 'order') {
      const told = JSON.stringify(await ask(id, questions[id], nobodys));
      expect(told).not.toContain(`${facts.leads}`);
      expect(told).toMatch(/\b100\b/);
      return;
    }
    const answer = await ask(id, questions[id], nobodys);
    expect(isEmpty[id]?.(answer), JSON.stringify(answer).slice(0, 2000)).toBe(true);
    // And it would have something to tell.
    if (id !== 'known') expect(isEmpty[id]?.(await ask(id, questions[id], all))).toBe(false);
  });

  test('an action and an audience are only of what one may see', async () => {
    const action = { action: 'sample-action-1', language: 'es' };
    expect(await failure('action', action, nobodys)).toBe('action_unknown');
    expect((await ask('action', action, { ...all, role: 'administrator' })).action.id).toBe('sample-action-1');
    const everyone = await ask('audience', { segment: 'clientes' }, all);
    expect(everyone.people).toBeGreaterThan(0);
    expect((await ask('audience', { segment: 'clientes' }, nobodys)).people).toBe(0);
    expect((await ask('audience', { segment: 'clientes' }, own)).people).toBeLessThan(everyone.people);
    expect(await failure('audience', { segment: 'clientes' }, masked)).toBe('no_rights');
    const { records } = await ask('reengagement', { language: 'es' }, poor);
    expect(records.every(({ amount }: { amount: number | null }) => amount === null)).toBe(true);
  });

  test('a customer is whole to whoever has them, and unknown to others', async () => {
    const mine = await ask('customers', { limit: 5000 }, own);
    const everyone = await ask('customers', { limit: 5000 }, all);
    expect(mine.total).toBeGreaterThan(0);
    expect(everyone.total).toBeGreaterThan(mine.total);
    const ids = new Set(mine.customers.map(({ id }: { id: string }) => id));
    const [first] = mine.customers;
    expect((await ask('customer', { id: first.id }, own)).customer).toMatchObject({ id: first.id, needs: first.needs });
    const another = everyone.customers.find(({ id }: { id: string }) => !ids.has(id));
    expect(await failure('customer', { id: another.id }, own)).toBe('customer_unknown');
    expect(await failure('customer', { id: another.id }, all)).toBe('ok');
    // Of one's customer the deals of others are not shown.
    const deals = async (actor: Actor): Promise<number> => {
      let found = 0;
      for (const { id } of mine.customers.slice(0, 5)) found += (await ask('customer', { id }, actor)).lists.deals.total;
      return found;
    };
    expect(await deals(own)).toBeLessThanOrEqual(await deals(all));
    const hiding = JSON.stringify(await ask('customer', { id: first.id }, masked));
    expect(facts.personal.filter((one) => hiding.includes(one))).toEqual([]);
    const unpaid = await ask('customer', { id: first.id }, poor);
    expect(unpaid.hidden).toEqual(['amounts']);
    expect(JSON.stringify(unpaid)).not.toMatch(/"(amount|historical|expected|worth|atStake|owed|overdue|openValue|attention)":[\d.]/);
    expect(await failure('customers', { order: 'historical' }, poor)).toBe('field_hidden');
    expect(await failure('customers', { order: 'risk' }, poor)).toBe('ok');
    await under('  receivables_to_owner: false', async () => {
      const { hidden, customer, lists } = await ask('customer', { id: first.id }, own);
      expect([hidden, customer.owed, customer.overdue, lists.invoices]).toEqual([['receivables'], null, null, null]);
    });
  });

  test('explain has nothing to explain to them, and a change of one’s own to others', async () => {
    const whole = await ask('explain', questions.explain, all);
    const part = await ask('explain', questions.explain, own);
    expect(part.after.value).toBeLessThan(whole.after.value);
    expect(part.after.value).toBe(await value('new_leads', own, { from: '2026-04-01', to: '2026-06-30' }));
    const none = await ask('explain', questions.explain, nobodys);
    expect([none.before.value, none.after.value]).toEqual([0, 0]);
  });

  test('a member’s KPI counts the member’s rows, a manager’s those of the team', async () => {
    expect(facts.lost.length).toBeGreaterThan(0);
    expect(await value('lost_opportunities', own)).toBe(facts.lost.length);
    expect(await value('lost_opportunities', team)).toBe(facts.lostByTeam);
    expect(await value('lost_opportunities', all)).toBe(facts.lostByAll);
    expect(facts.lostByTeam).toBeGreaterThan(facts.lost.length);
    expect(facts.lostByAll).toBeGreaterThan(facts.lostByTeam);
  });

  test('targets are one’s own, those of whose rows one sees, and the company’s where totals are open', async () => {
    const scopes = async (actor: Actor): Promise<Set<string | null>> =>
      new Set((await ask('targets', { scopes: 'all', language: 'es' }, actor)).targets.map(({ scope }: { scope: string | null }) => scope));
    const everyone = await scopes(all);
    const mine = await scopes(own);
    const ours = await scopes(team);
    expect(everyone.has(null)).toBe(true);
    expect(mine.size).toBe(1);
    for (const scope of mine) expect(scope).toMatch(/^owner\.name=./);
    expect(ours.size).toBeGreaterThan(1);
    expect(ours.has(null)).toBe(false);
    expect([...mine].every((scope) => ours.has(scope))).toBe(true);
    expect(ours.size).toBeLessThan(everyone.size);
    const { targets } = await ask('targets', { scopes: 'all', language: 'es' }, poor);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter(({ unit }: { unit: string }) => unit === 'money')).toEqual([]);
    await under('  totals: all', async () => expect((await scopes(own)).has(null)).toBe(true));
    await under('  colleagues: masked', async () => expect(await scopes(masked)).toEqual(new Set([null])));
    // On a board too: one’s own target beside one’s own figure, the company’s beside its own.
    const card = async (actor: Actor) =>
      (await ask('board', { kpis: ['revenue_target_attainment', 'total_sales'], language: 'es' }, actor)).cards;
    const [attained, sales] = await card(own);
    expect(attained.target?.scope ?? [...mine][0]).toBe([...mine][0]);
    expect(sales.target).toBeNull();
    expect((await card(all))[1].target.scope).toBeNull();
    expect((await card(poor))[1]?.target ?? null).toBeNull();
  });

  test('the same question has its own answer for each, from the cache too', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect([
        await value('lost_opportunities', all),
        await value('lost_opportunities', own),
        await value('lost_opportunities', nobodys),
      ]).toEqual([facts.lostByAll, facts.lost.length, 0]);
    }
  });

  test('records are one’s own, whatever is filtered by', async () => {
    const { records, total } = await ask('records', { kpi: 'lost_opportunities', ...range }, own);
    expect(total).toBe(facts.lost.length);
    expect(records.map(({ id }: { id: string }) => id).sort()).toEqual([...facts.lost].sort());
    const others = [{ dimension: 'owner_id', op: '=', value: other.id }];
    expect((await ask('records', { kpi: 'lost_opportunities', ...range, where: others, attributes: 'now' }, own)).total).toBe(0);
    expect((await ask('records', { kpi: 'lost_opportunities', ...range, where: others, attributes: 'now' }, all)).total).toBeGreaterThan(0);
  });

  test('what belongs to the company is not shown as nothing', async () => {
    expect(await value('website_visits', own)).toBe('no_rights');
    expect(await failure('records', { kpi: 'website_visits', ...range }, own)).toBe('no_rights');
    expect(await failure('explain', { kpi: 'website_visits', ...range }, own)).toBe('no_rights');
  });

  test('a segment’s rows are those that lead to its records', async () => {
    const customers = seeing({ kind: 'segment', name: 'clientes' });
    const { segments } = await ask('segments', {}, customers);
    const { segments: whole } = await ask('segments', {}, all);
    const size = (list: { name: string; size: number }[]) => list.find(({ name }) => name === 'clientes')?.size;
    expect(segments[0].total).toBe(size(whole));
    expect(size(segments)).toBe(size(whole));
    expect(await value('lost_opportunities', customers)).toBeLessThanOrEqual(facts.lostByAll);
    // Leads lead to the account that they were converted into, users to none.
    expect(await value('crm_adoption_rate', customers)).toBe('no_rights');
    expect(await failure('query', { kpis: ['lost_opportunities'] }, seeing({ kind: 'segment', name: "no'such" }))).toBe('unknown_segment');
  });

  test('totals may be open to all, people and records stay closed', async () => {
    await under('  totals: all', async () => {
      expect(await value('lost_opportunities', own)).toBe(facts.lostByAll);
      expect(await value('website_visits', own)).toBeGreaterThan(0);
      expect(await value('lost_opportunities', own, { by: ['type'], where: [{ dimension: 'type', op: '!=', value: 'x' }] })).not.toBeNull();
      for (const split of ['owner.name', 'owner_id', 'account.name', 'id', 'account_id']) {
        const { cells } = await ask('query', { kpis: ['lost_opportunities'], ...range, grain: 'total', by: [split] }, own);
        expect(sumOf(cells.map((cell: { value: number }) => cell.value)), split).toBe(facts.lost.length);
      }
      const filter = [{ dimension: 'owner_id', op: '=', value: other.id }];
      expect(await value('lost_opportunities', own, { where: filter, attributes: 'now' })).toBe(0);
      expect((await ask('records', { kpi: 'lost_opportunities', ...range }, own)).total).toBe(facts.lost.length);
      expect((await ask('batches', {}, { ...own, permissions: permissionsOf('manager', false) })).batches.length).toBe(1);
      // Parts add up to the whole: both are the company's, or both one's own.
      const { after, dimensions } = await ask('explain', questions.explain, own);
      expect(after.value).toBe(await value('new_leads', all, { from: '2026-04-01', to: '2026-06-30' }));
      expect(dimensions.map(({ dimension }: { dimension: string }) => dimension)).not.toContain('owner.name');
    });
  });

  test('receivables are the salesperson’s, unless they are kept from them', async () => {
    expect(typeof (await value('receivables_open', own))).not.toBe('string');
    await under('  receivables_to_owner: false', async () => expect(await value('receivables_open', own)).toBe('no_rights'));
  });

  test('nothing can be said that leaves the limit', async () => {
    for (const bad of [`U16' or '1'='1`, `U16') or (1=1) --`, `U16"; drop table lead; --`, 'U16\\', '\u0000']) {
      expect(await value('lost_opportunities', seeing({ kind: 'own', user: { source: 'crm', id: bad } })), bad).toBe(0);
      expect(await value('lost_opportunities', seeing({ kind: 'own', user: { source: bad, id: seller.id } })), bad).toBe(0);
      expect(await value('lost_opportunities', own, { where: [{ dimension: 'owner.name', op: '=', value: bad }] }), bad).toBe(0);
      expect(await failure('query', { kpis: ['lost_opportunities'], by: [bad] }, own), bad).toBe('unknown_dimension');
    }
    expect(await value('new_leads', all)).toBeGreaterThan(0);
  });
});

/** A KPI of one's own that would tell, one question after another, what a field reads. */
const definition = (condition: string): string => `id: deals_like_this
name: { es: Tratos así, en: Deals like this }
definition: { es: Tratos que cumplen la condición., en: Deals that meet the condition. }
area: pipeline
direction: up
unit: count
since: 2026-01-01
metric: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['${condition}'] }
examples:
  - name: none
    given: { opportunity: [{ status: won, closed_at: 2026-01-10 }] }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: 0 }]
    because: It does not meet it.
`;

describe('personal data', () => {
  const asking = Object.entries(questions).filter(([id]) => id !== 'known');

  const leaks = (text: string, values: readonly string[]): readonly string[] =>
    values.filter((one) => text.includes(JSON.stringify(one).slice(1, -1)));

  test.each([
    ...asking,
    ['records', { kpi: 'nps', ...range }],
    ['records', { kpi: 'lost_opportunities', ...range }],
    ['query', { kpis: ['nps'], ...range, by: ['contact.name'] }],
  ] as const)('%s shows none to whom they are masked', async (id, input) => {
    const guest: readonly Actor[] = id === 'query' || id === 'records' ? [{ ...guestActor, permissions: masked.permissions }] : [];
    for (const actor of [masked, ...guest]) {
      expect(leaks(JSON.stringify(await ask(id, input, actor)), facts.personal)).toEqual([]);
    }
    // They would be there.
    if (id === 'records' && input === questions.records)
      expect(leaks(JSON.stringify(await ask(id, input, all)), facts.personal).length).toBeGreaterThan(0);
  });

  test('a person has one pseudonym everywhere', async () => {
    const { records } = await ask('records', { kpi: 'new_leads', ...range }, masked);
    const { cells } = await ask('query', { kpis: ['new_leads'], ...range, grain: 'total', by: ['name', 'id'] }, masked);
    const byId = new Map(cells.map(({ group }: { group: { id: string; name: string } }) => [group.id, group.name]));
    expect(records[0].name).toMatch(/^Persona [0-9a-f]{10}$/);
    // The order of what stands under a pseudonym would tell the name.
    expect(await failure('records', { kpi: 'new_leads', ...range, sort: { field: 'name' } }, masked)).toBe('not_sortable');
    const sorted = { kpi: 'new_leads', ...range, sort: { field: 'created_at', descending: true } };
    const whole = await ask('records', sorted, masked);
    const times = whole.records.map(({ created_at }: { created_at: string }) => created_at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await ask('records', { ...sorted, limit: 2, offset: 1 }, masked)).records).toEqual(whole.records.slice(1, 3));
    expect(records[0].email ?? '••• ').toMatch(/^••• /);
    for (const { id, name } of records) expect(name).toBe(byId.get(id));
    expect(cells.length).toBe(
      (await ask('query', { kpis: ['new_leads'], ...range, grain: 'total', by: ['name', 'id'] }, all)).cells.length,
    );
  });

  test('what is masked cannot be asked for either', async () => {
    const where = (dimension: string, text: string) => ({ kpis: ['new_leads'], where: [{ dimension, op: '=', value: text }] });
    for (const [dimension, text] of [
      ['name', facts.personal[0]],
      ['email', 'a@b.es'],
      ['owner.email', 'x'],
    ] as const) {
      expect(await failure('query', where(dimension, text ?? ''), masked)).toBe('field_hidden');
      expect(await failure('records', { kpi: 'new_leads', ...range, where: where(dimension, text ?? '').where }, masked)).toBe(
        'field_hidden',
      );
      expect(await failure('query', where(dimension, text ?? ''), all)).toBe('ok');
    }
    expect(await failure('funnel', { entity: 'lead', where: where('email', 'x').where }, masked)).toBe('field_hidden');
    expect(await failure('cohorts', { kind: 'leads', where: where('email', 'x').where }, masked)).toBe('field_hidden');
    for (const [actor, condition, code] of [
      [masked, 'account.tax_id=x', 'field_hidden'],
      [poor, 'amount>=1000', 'field_hidden'],
      [masked, 'amount>=1000', 'ok'],
    ] as const) {
      expect(await failure('define', { text: definition(condition), name: 'own.yaml', check: true }, actor), condition).toBe(code);
    }
  });

  test('colleagues are shown by name, or not', async () => {
    const by = { kpis: ['lost_opportunities'], ...range, grain: 'total', by: ['owner.name'] };
    expect(leaks(JSON.stringify(await ask('query', by, masked)), facts.colleagues).length).toBeGreaterThan(0);
    await under('  colleagues: masked', async () => {
      expect(leaks(JSON.stringify(await ask('query', by, masked)), facts.colleagues)).toEqual([]);
      expect(JSON.stringify(await ask('query', by, masked))).toMatch(/Persona [0-9a-f]{10}/);
      expect(await failure('query', { ...by, where: [{ dimension: 'owner.name', op: '=', value: 'x' }] }, masked)).toBe('field_hidden');
      expect((await ask('company', {}, masked)).owners).toEqual([]);
    });
  });
});

describe('amounts', () => {
  test('are hidden as values, groups, filters and beside shares', async () => {
    expect(await value('total_sales', poor)).toBe('no_rights');
    expect(await value('lost_opportunities', poor)).toBe(facts.lostByAll);
    expect(await failure('query', { kpis: ['lost_opportunities'], by: ['amount'] }, poor)).toBe('field_hidden');
    expect(await failure('query', { kpis: ['lost_opportunities'], where: [{ dimension: 'amount', op: '>=', value: '1000' }] }, poor)).toBe(
      'field_hidden',
    );
    expect(await failure('explain', { kpi: 'total_sales', ...range }, poor)).toBe('no_rights');
    expect(await failure('cohorts', { measure: 'revenue' }, poor)).toBe('no_rights');
    const { cells } = await ask(
      'query',
      { kpis: ['retention_cost_ratio', 'close_rate'].filter((id) => known.has(id)), variant: 'default', ...range, grain: 'total' },
      poor,
    );
    for (const cell of cells)
      if (cell.kpi === 'retention_cost_ratio')
        expect([cell.numerator, cell.denominator, cell.detail]).toEqual([undefined, undefined, null]);
    const { funnels } = await ask('funnel', range, poor);
    expect(funnels[0].stages[0].entered.count).toBeGreaterThan(0);
    expect(JSON.stringify(funnels)).not.toMatch(/"count":[0-9.]+,"value":[0-9]/);
    const { records } = await ask('records', { kpi: 'lost_opportunities', ...range }, poor);
    expect(records[0]).not.toHaveProperty('amount');
    expect(records[0]).toHaveProperty('stage');
  });

  let known = new Set<string>();
  beforeAll(async () => {
    known = new Set((await ask('kpis', { language: 'es' }, all)).kpis.map(({ id }: { id: string }) => id));
  });

  test('no figure of any KPI in money is shown', async () => {
    const { kpis } = await ask('kpis', { language: 'es' }, all);
    const money = kpis.filter(({ unit, computable }: { unit: string; computable: boolean }) => unit === 'money' && computable);
    expect(money.length).toBeGreaterThan(5);
    const { cells } = await ask('query', { kpis: money.map(({ id }: { id: string }) => id), ...range, grain: 'total' }, poor);
    for (const cell of cells) expect([cell.kpi, cell.state, cell.value]).toEqual([cell.kpi, 'unavailable', null]);
  });
});

describe('small groups', () => {
  test('are kept back, and with them what would give them away', async () => {
    await under('  small_groups: { below: 8, of: [new_leads] }', async () => {
      const question = { kpis: ['new_leads', 'lost_opportunities'], ...range, grain: 'total', by: ['source'] };
      const { cells } = await ask('query', question, all);
      const hidden = cells.filter(({ reasons }: { reasons: string[] }) => reasons.includes('small_group'));
      for (const cell of cells) if (cell.kpi === 'new_leads' && cell.value !== null) expect(cell.n).toBeGreaterThanOrEqual(8);
      expect(hidden.length).not.toBe(1);
      for (const cell of hidden) expect([cell.kpi, cell.value, cell.n]).toEqual(['new_leads', null, 0]);
      const day = { from: '2026-06-01', to: '2026-06-02' };
      const { cells: few } = await ask('query', { kpis: ['new_leads'], ...day, grain: 'total' }, all);
      if (few[0].state === 'unavailable') expect(await failure('records', { kpi: 'new_leads', ...day }, all)).toBe('small_group');
    });
  });
});

describe('export', () => {
  const exported = async (
    actor: Actor,
  ): Promise<{ tables: { name: string; rows: number }[]; text: (name: string) => string; remove: () => void }> => {
    const folder = join(made.cwd, `out-${Math.random().toString(36).slice(2)}`);
    const { tables } = await ask('export', { folder, format: 'csv' }, actor);
    const text = (name: string) => readFileSync(join(folder, `${name}.csv`), 'utf8');
    return { tables, text, remove: () => rmSync(folder, { recursive: true, force: true }) };
  };

  test('takes out what may be seen', async () => {
    const mine = await exported({ ...own, personal: 'masked', amounts: 'hidden' });
    const names = mine.tables.map(({ name }) => name);
    expect(names).toContain('opportunity');
    for (const closed of ['field_change', 'campaign', 'web_session', 'exchange_rate']) expect(names).not.toContain(closed);
    const owners = mine.text('opportunity').split('\n').slice(1).filter(Boolean);
    expect(owners.length).toBeGreaterThan(0);
    expect(mine.text('opportunity').split('\n')[0]).not.toMatch(/\bamount\b|\bmargin\b/);
    for (const { name } of mine.tables) {
      const text = mine.text(name);
      expect(
        facts.personal.filter((one) => text.includes(one)),
        name,
      ).toEqual([]);
    }
    const { records } = await ask('records', { kpi: 'new_leads', ...range, limit: 1 }, { ...own, personal: 'masked' });
    expect(mine.text('lead')).toContain(records[0].name);
    mine.remove();
    const nothing = await exported(nobodys);
    expect(sumOf(nothing.tables.map(({ rows }) => rows))).toBe(0);
    nothing.remove();
    expect(await failure('export', { folder: join(made.cwd, 'no'), entities: ['campaign'] }, own)).toBe('no_rights');
    expect(existsSync(join(made.cwd, 'no'))).toBe(false);
    expect(readdirSync(made.cwd).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
