import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountsServer, type Browser, startAccounts } from '../accounts/server.ts';
import { openReceiver, type Taken } from '../notices/receiver.ts';

const files = {
  user: 'id,name,team\nu1,Ana,Ventas\nu2,Luis,Ventas\n',
  account: 'id,name,owner_id\nA1,Hotel Sol,u1\nA2,Taller Luna,u2\n',
  contact: [
    'id,account_id,name,email,unsubscribed_at,consent',
    'C0,A1,Inés,ines@hotel.example,,sí',
    'C1,A1,Baja,baja@hotel.example,2026-01-01,sí',
    'C2,A1,No,no@hotel.example,,no',
    'C3,A1,Sin correo,,,sí',
    'C4,A1,Otra vez,INES@hotel.example,,sí',
    // More than one message takes.
    ...Array.from({ length: 1_000 }, (_, index) => `L${String(index).padStart(4, '0')},A2,Luna ${index},l${index}@luna.example,,`),
    '',
  ].join('\n'),
} as const;
const mapping = [
  'source: crm',
  'files:',
  ...Object.entries(files).map(([name, text]) => {
    const columns = text.slice(0, text.indexOf('\n')).split(',');
    return `  - { file: ${name}.csv, entity: ${name}, columns: { ${columns.map((column) => `${column}: ${column}`).join(', ')} } }`;
  }),
].join('\n');

describe('an audience on its way to a webhook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-audience-'));
  let server: AccountsServer;
  let owner: Browser;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let key = '';

  const send = (by: Browser, more: object = {}) =>
    by.post('/api/v1/audiences/deliveries', { segment: 'todos', channel: 'correo', ...more });
  /** What each message is answered, in turn; then 200. */
  const answering = (...given: readonly { status: number; text?: string; headers?: Record<string, string> }[]): void => {
    const left = [...given];
    receiver.state.answer = (response) => {
      const { status, text = '', headers = {} } = left.shift() ?? { status: 200, text: 'ok' };
      response.writeHead(status, headers).end(text);
    };
  };
  const idsOf = (taken: readonly Taken[]) => taken.map(({ headers }) => headers['webhook-id']);

  beforeAll(async () => {
    receiver = await openReceiver();
    server = await startAccounts({ CUADRO_NOTICES_PRIVATE_HOSTS: '127.0.0.1' });
    const settings = join(server.folder, 'cuadro.yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nsegments: { todos: { of: account, where: ['owner.team=Ventas'] } }\n`);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text);
    const paths = Object.keys(files).map((name) => join(folder, `${name}.csv`));
    await server.host.run('import', { paths, mapping: { text: mapping, file: 'map.yaml' } });
    owner = await server.owner();
    const { json } = await owner.post('/api/v1/channels', { name: 'correo', url: `${receiver.url}/lista`, kinds: [] });
    key = json.key;
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await receiver?.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    receiver.taken.splice(0);
    answering();
  });

  test('goes a thousand at a time, each message signed, each address once, without those who did not consent', async () => {
    const { status, json } = await send(owner);
    expect(status).toBe(200);
    expect(json).toEqual({
      segment: 'todos',
      people: 1_001,
      messages: 2,
      left_out: { unsubscribed: 1, no_consent: 1, no_address: 1, repeated: 1 },
    });
    const secret = Buffer.from(key.replace('whsec_', ''), 'base64');
    for (const { headers, body } of receiver.taken) {
      const signed = createHmac('sha256', secret)
        .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${signed}`);
    }
    const parts = receiver.taken.map(({ body }) => JSON.parse(body));
    expect(parts.map(({ type, part, parts: of, total, people }) => [type, part, of, total, people.length])).toEqual([
      ['audience', 1, 2, 1_001, 1_000],
      ['audience', 2, 2, 1_001, 1],
    ]);
    const people = parts.flatMap((one) => one.people);
    expect(new Set(people.map(({ email }) => email)).size).toBe(1_001);
    expect(JSON.stringify(people)).not.toMatch(/baja@|no@hotel|INES@/);
    expect(people[0]).toEqual({
      source: 'crm',
      id: 'C0',
      name: 'Inés',
      email: 'ines@hotel.example',
      phone: null,
      account: 'A1',
      company: 'Hotel Sol',
      consent: expect.anything(),
    });
  });

  test('sent again after it went wrong half way has the ids that it had: nothing is taken twice', async () => {
    answering({ status: 200, text: 'ok' }, { status: 503 });
    const broken = await send(owner);
    expect([broken.status >= 500, broken.json.code]).toEqual([true, 'channel_refused']);
    expect(broken.text).not.toContain('luna.example');
    const first = idsOf(receiver.taken.splice(0));
    expect((await send(owner)).status).toBe(200);
    const again = idsOf(receiver.taken);
    expect(again).toEqual(first);
    expect(new Set(again).size).toBe(2);
  });

  test.each([
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'channel_redirected'],
    ['lies with 200 and an error', { status: 200, text: '{"ok":false,"error":"lista_cerrada"}' }, 'channel_answer_wrong'],
    ['shows a page', { status: 200, text: '<!doctype html><p>Entrar' }, 'channel_answer_wrong'],
    ['refuses', { status: 401, text: 'no' }, 'channel_refused'],
  ])('a receiver that %s has not taken it: the next thousand do not go', async (_, answer, code) => {
    answering(answer);
    expect((await send(owner)).json.code).toBe(code);
    expect(receiver.taken).toHaveLength(1);
  });

  test('who sees only their own customers sends only these; who sees no persons or may not export sends nothing', async () => {
    const { browser: ana } = await server.join(owner, 'ana@empresa.es', {
      role: 'manager',
      rows: 'own',
      crmUser: { source: 'crm', id: 'u1' },
    });
    const { json } = await send(ana);
    expect(json).toMatchObject({ people: 1, messages: 1 });
    expect(receiver.taken.splice(0).map(({ body }) => JSON.parse(body).people.map(({ id }: { id: string }) => id))).toEqual([['C0']]);
    const { browser: masked } = await server.join(owner, 'mara@empresa.es', { role: 'manager', rows: 'all', personal: 'masked' });
    expect((await send(masked)).json.code).toBe('no_rights');
    const { browser: viewer } = await server.join(owner, 'vera@empresa.es', { role: 'viewer' });
    expect((await send(viewer)).status).toBe(403);
    expect((await send(owner, { channel: 'otro' })).status).toBeGreaterThanOrEqual(400);
    expect(receiver.taken).toEqual([]);
  });
});
