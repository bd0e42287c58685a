import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobRunner } from '../../src/app/jobs/runner.ts';
import { runnerOf } from '../../src/app/jobs/start.ts';
import { type Actor, systemActor } from '../../src/app/rights/actor.ts';
import { type AccountsServer, type Browser, startAccounts } from '../accounts/server.ts';
import { openMailbox, parseMessage } from '../notices/mailbox.ts';
import { openReceiver } from '../notices/receiver.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';

const files: Readonly<Record<string, string>> = {
  user: 'id,name,team\nu1,Ana Ruiz Gil,Ventas\nu2,Luis,Ventas\n',
  account: 'id,name,owner_id\nA1,Hotel Sol,u1\n',
  order: `id,account_id,ordered_at,amount\n${['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].map((month, index) => `o${index},A1,${month}-10,${index === 5 ? 100 : 5000}`).join('\n')}\n`,
  contact: 'id,account_id,name,email\nC1,A1,Inés Vidal Sáez,ines@hotel.example\n',
};
const mapping = [
  'source: crm',
  'exported_at: 2026-07-02',
  'files:',
  ...Object.entries(files).map(([name, text]) => {
    const columns = text.slice(0, text.indexOf('\n')).split(',');
    return `  - { file: ${name}.csv, entity: ${name}, columns: { ${columns.map((column) => `${column}: ${column}`).join(', ')} } }`;
  }),
].join('\n');

/** What people write and are told, on the database that a company has: the other tests have it on SQLite. */
describe('what people write in Cuadro, kept in PostgreSQL in Spanish order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-features-'));
  let postgres: PostgresServer;
  let server: AccountsServer;
  let owner: Browser;
  let mailbox: Awaited<ReturnType<typeof openMailbox>>;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let runner: JobRunner;

  /** The JSON of an answer; one that is none fails, and says what it was. */
  const ok = async (asked: ReturnType<Browser['get']>) => {
    const { status, text, json } = await asked;
    expect(status, text).toBe(200);
    return json;
  };
  const get = (path: string) => ok(owner.get(`/api/v1${path}`));
  const post = (path: string, body: object = {}) => ok(owner.post(`/api/v1${path}`, body));
  const system = { actor: systemActor as Actor, progress: () => undefined, signal: null };
  const evaluate = () => server.host.run('evaluate_alerts', {}, system);

  beforeAll(async () => {
    [postgres, mailbox, receiver] = await Promise.all([startPostgres(), openMailbox(), openReceiver()]);
    server = await startAccounts(
      {
        CUADRO_MAIL_HOST: '127.0.0.1',
        CUADRO_MAIL_PORT: String(mailbox.port),
        CUADRO_MAIL_ENCRYPTION: 'none',
        CUADRO_MAIL_FROM: 'Cuadro <cuadro@empresa.es>',
        CUADRO_NOTICES_PRIVATE_HOSTS: '127.0.0.1',
        CUADRO_NOTICES_DIGEST: 'never',
      },
      await postgres.newDatabase('es-ES'),
    );
    server.clock.now = Temporal.Instant.from('2026-07-03T08:00:00Z');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text);
    const paths = Object.keys(files).map((name) => join(folder, `${name}.csv`));
    await server.host.run('import', { paths, mapping: { text: mapping, file: 'map.yaml' } });
    owner = await server.owner();
    runner = runnerOf(server.host, () => server.clock.now);
    await runner.work();
    mailbox.mail.splice(0);
  }, 120_000);
  afterAll(async () => {
    await runner?.close();
    await server?.stop();
    await mailbox?.down();
    await receiver?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true });
  });

  test('alerts fire, are told as one, taken on, muted, sent on and escalated', async () => {
    const rule = { kpi: 'total_sales', condition: { kind: 'threshold', side: 'below', value: 1000 }, escalate_after: 2 };
    const route = { roles: ['owner'], departments: [], teams: [], members: [], channels: [] };
    for (const value of [1000, 2000])
      await post('/alerts/rules', { shared: true, rule: { ...rule, condition: { ...rule.condition, value }, route } });
    const channel = await post('/channels', { name: 'fuera', url: `${receiver.url}/aviso`, kinds: ['alert_firing'], amounts: 'shown' });
    expect(channel.channel.name).toBe('fuera');
    expect(await evaluate()).toMatchObject({ told: 2 });
    expect(await evaluate()).toMatchObject({ told: 0 });
    await runner.work();
    const { unread, notices } = await get('/notices?language=es');
    expect([unread, notices.length, notices[0].others.length]).toEqual([1, 1, 1]);
    expect(mailbox.mail.splice(0).map(({ raw }) => parseMessage(raw).headers.get('subject'))).toEqual([
      expect.stringContaining('y otra más, al parecer por lo mismo'),
    ]);
    expect(receiver.taken.splice(0)).toHaveLength(1);
    await post('/notices/read', { ids: [notices[0].id] });
    expect((await get('/notices?language=es')).unread).toBe(0);
    const { alerts, causes } = await post('/alerts/search', { kpi: 'total_sales', language: 'es' });
    expect([alerts.length, causes.length]).toEqual([2, 1]);
    const [{ id }, other] = alerts;
    const handle = (input: object) => post(`/alerts/${id}/handling`, { language: 'es', ...input });
    await handle({ do: 'acknowledge' });
    await handle({ do: 'assign' });
    await handle({ do: 'mute', reason: 'Inventario', until: '2026-07-10' });
    expect((await handle({ do: 'unmute' })).muted).toBeNull();
    expect((await handle({ do: 'route', department: 'Calidad' })).routed).toEqual(['Calidad']);
    server.clock.now = server.clock.now.add({ hours: 3 });
    expect(await evaluate()).toMatchObject({ escalated: 1 });
    expect((await get(`/alerts/${other.id}?language=es`)).events.map(({ kind }: { kind: string }) => kind)).toContain('escalated');
  });

  test('targets, actions and plays are written, found, changed and closed', async () => {
    await post('/targets', { kpi: 'total_sales', from: '2026-07-01', to: '2026-07-31', value: 900 });
    const play = await post('/plays/own', { kind: 'call', name: 'Ñandú', idea: 'i', steps: ['a', 'b'], kpis: ['total_sales'] });
    const found = async () => (await post('/plays', { kpi: 'total_sales', language: 'es' })).plays.map(({ id }: { id: string }) => id);
    expect(await found()).toContain(play.id);
    await post(`/plays/own/${play.id}/retirement`);
    expect(await found()).not.toContain(play.id);
    const action = await post('/actions', {
      kind: 'service',
      title: 'Llamar',
      kpi: 'total_sales',
      play: play.id,
      due_on: '2026-07-09',
      cost: 12.5,
    });
    await post('/actions', {
      id: action.id,
      kind: 'service',
      title: 'Llamar hoy',
      kpi: 'total_sales',
      expected: { change: 0.25, relative: true },
    });
    await post(`/actions/${action.id}/status`, { status: 'done', on: '2026-07-02', outcome: 'Hecho' });
    const { actions } = await post('/actions/search', { status: 'done', language: 'es' });
    expect(actions).toMatchObject([{ id: action.id, title: 'Llamar hoy', expected: { change: 0.25, relative: true }, outcome: 'Hecho' }]);
    expect((await get(`/actions/${action.id}?language=es`)).history.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['made', 'changed', 'done']),
    );
  });

  test('annotations, comments, decisions, thanks and reviews are kept, and a person goes from them', async () => {
    await post('/annotations', { kind: 'price', from: '2026-06-01', text: 'Lo pidió Inés Vidal Sáez' });
    const comment = await post('/comments', { kpi: 'total_sales', text: 'Ver con ines@hotel.example' });
    await post('/comments', { thread: comment.thread, text: '¿Ya está?' });
    await post(`/comments/${comment.thread}/resolution`, {});
    const decision = await post('/decisions', { kpi: 'total_sales', what: 'Bajar', why: 'Precio', next_look: '2026-07-01' });
    await post(`/decisions/${decision.id}/outcome`, { outcome: 'Sirvió' });
    await post('/kudos', { person: 'Luis', text: 'Bien hecho' });
    await post('/reviews/assignment', { kpi: 'total_sales', owner: 'olga@empresa.es', next_on: '2026-07-01' });
    await post('/reviews', { kpi: 'total_sales', decision: 'keep', reason: 'Sirve' });
    const { reviews } = await get('/reviews?kpi=total_sales&language=es');
    expect(JSON.stringify(reviews)).toContain('Olga');
    const gone = await post('/erasures', { contact: 'C1', confirm: true });
    expect(gone.written.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['annotation', 'comment']);
    expect((await post('/annotations/search', { language: 'es' })).annotations[0].text).toMatch(/^Lo pidió erased-/);
    const { threads } = await post('/comments/search', { kpi: 'total_sales', resolved: true, language: 'es' }).catch(() => ({
      threads: null,
    }));
    expect(JSON.stringify(threads)).not.toContain('ines@hotel');
    expect((await post('/decisions/search', { language: 'es' })).decisions).toMatchObject([{ what: 'Bajar', outcome: 'Sirvió' }]);
    expect((await post('/leaderboard', { language: 'es' })).kudos).toMatchObject([{ text: 'Bien hecho' }]);
  });
});
