import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobRunner } from '../../src/app/jobs/runner.ts';
import { runnerOf } from '../../src/app/jobs/start.ts';
import { addressNotices } from '../../src/app/notices/address.ts';
import type { Notice } from '../../src/app/notices/notice.ts';
import { type Delivery, takeDelivery } from '../../src/app/notices/outbox.ts';
import { tell, untell } from '../../src/app/notices/tell.ts';
import { type AccountsServer, type Browser, startAccounts } from '../accounts/server.ts';
import { allParts, openMailbox, parseMessage } from './mailbox.ts';
import { openReceiver } from './receiver.ts';
import { slackAnswer, teamsAnswer } from './strict.ts';

let server: AccountsServer;
let owner: Browser;
let berta: { browser: Browser; id: string };
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let runner: JobRunner;

const now = () => server.clock.now;
const pass = (duration: Temporal.DurationLike): void => {
  server.clock.now = server.clock.now.add(duration);
};
const work = () => runner.work();
/** Each at a moment of its own. */
const told = (notice: Notice) => {
  pass({ seconds: 1 });
  return tell(server.db, notice, now());
};
const kudos = (key: string, to: Notice['to'], text = 'Buen trabajo'): Notice => ({
  key,
  kind: 'kudos',
  to,
  about: {},
  facts: { by: 'Olga', text, path: '/board?x=1' },
});
const inbox = async (browser: Browser) => (await browser.get('/api/v1/notices?language=es')).json;
const waiting = () => server.db.selectFrom('delivery').selectAll().where('state', '=', 'waiting').execute();

beforeAll(async () => {
  mailbox = await openMailbox();
  receiver = await openReceiver();
  server = await startAccounts({
    CUADRO_MAIL_HOST: '127.0.0.1',
    CUADRO_MAIL_PORT: String(mailbox.port),
    CUADRO_MAIL_ENCRYPTION: 'none',
    CUADRO_MAIL_FROM: 'Cuadro <cuadro@empresa.es>',
    CUADRO_NOTICES_PRIVATE_HOSTS: '127.0.0.1',
    CUADRO_NOTICES_DIGEST: 'never',
  });
  owner = await server.owner();
  berta = await server.join(owner, 'berta@empresa.es', { role: 'viewer' });
  await berta.browser.send('PATCH', '/api/v1/profile', { speaks: 'en' });
  runner = runnerOf(server.host, now);
  await work();
  mailbox.mail.splice(0);
}, 30_000);
afterAll(async () => {
  await runner?.close();
  await server?.stop();
  await mailbox?.down();
  await receiver?.close();
});

describe('a notice', () => {
  it('comes to the inbox of those it is for, once, and to their mail in their language', async () => {
    const live: unknown[] = [];
    const silence = server.host.live.listen(({ event, audience }) => live.push([event.kind, audience.actorId]));
    expect(await told(kudos('k1', [berta.id, { role: 'viewer' }]))).toBe(true);
    expect(await told(kudos('k1', [berta.id]))).toBe(false);
    await work();
    await work();
    silence();
    expect(live).toContainEqual(['notices', berta.id]);
    const { unread, notices } = await inbox(berta.browser);
    expect([unread, notices.length]).toEqual([1, 1]);
    expect(notices[0]).toMatchObject({ title: 'Olga le da la enhorabuena', lines: ['Buen trabajo'], path: '/board?x=1', read: false });
    expect((await inbox(owner)).notices).toEqual([]);
    expect(mailbox.mail.map(({ to }) => to)).toEqual(['berta@empresa.es']);
    const message = parseMessage(mailbox.mail.splice(0)[0]?.raw ?? '');
    expect(message.headers.get('subject')).toBe('Olga congratulates you · Prueba');
    const stop = /^<(http:\/\/localhost:4477\/unsubscribe\/[\w.-]+)>$/.exec(message.headers.get('list-unsubscribe') ?? '')?.[1];
    expect(message.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [plain, html] = ['text/plain', 'text/html'].map((type) => allParts(message).find((part) => part.type === type)?.text ?? '');
    for (const text of [plain, html])
      for (const piece of ['Buen trabajo', 'http://localhost:4477/board?x=1', stop]) expect(text).toContain(piece);
    expect((await berta.browser.post('/api/v1/notices/read', { ids: null })).status).toBe(200);
    expect((await inbox(berta.browser)).unread).toBe(0);
  });

  it('is one with the change that it tells of', async () => {
    const half = server.db.transaction().execute(async (transaction) => {
      await tell(transaction, kudos('k-half', [berta.id]), now());
      throw new Error('no');
    });
    await expect(half).rejects.toThrow('no');
    await work();
    expect((await inbox(berta.browser)).notices).toHaveLength(1);
  });

  it('is gone with what it told of', async () => {
    await told(kudos('gone:1', [berta.id], 'retirado'));
    await told(kudos('gone:2', [berta.id], 'sigue'));
    await work();
    await untell(server.db, 'gone:1');
    expect((await inbox(berta.browser)).notices.map(({ lines }: { lines: string[] }) => lines[0])).toEqual(['sigue', 'Buen trabajo']);
    await untell(server.db, 'gone:');
    expect((await inbox(berta.browser)).notices).toHaveLength(1);
    mailbox.mail.splice(0);
  });

  it('for a group that nobody is of reaches the owners', async () => {
    await told(kudos('k-orphan', [{ department: 'Calidad' }]));
    await work();
    expect((await inbox(owner)).notices.map(({ lines }: { lines: string[] }) => lines)).toEqual([['Buen trabajo']]);
    mailbox.mail.splice(0);
  });
});

describe('a mail server that is down', () => {
  it('loses nothing: what waits goes out once it is up, under the same id, and it shows meanwhile', async () => {
    await mailbox.down();
    for (const key of ['d1', 'd2', 'd3']) await told(kudos(key, [berta.id], key));
    await work();
    expect((await inbox(berta.browser)).unread).toBe(3);
    const { json } = await owner.get('/api/v1/channels');
    expect(json.outbox).toMatchObject({ waiting: 3, failed: 0, last_error: 'mail_failed: ESOCKET' });
    expect(await (await fetch(new URL('/metrics', server.url))).text()).toContain('cuadro_outbox{state="waiting"} 3');
    // It was tried by one, not by each in turn.
    expect((await waiting()).map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1]);
    for (let hours = 0; hours < 5; hours += 1) {
      pass({ hours: 1 });
      await work();
    }
    expect(await waiting()).toHaveLength(3);
    await mailbox.up();
    pass({ hours: 1 });
    await work();
    expect(await waiting()).toEqual([]);
    const ids = mailbox.mail.map(({ raw }) => parseMessage(raw).headers.get('message-id'));
    const sent = await server.db.selectFrom('delivery').select('id').where('state', '=', 'sent').where('attempts', '>', 0).execute();
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(sent.map((one) => `<${one.id}@empresa.es>`)).toContain(id);
    mailbox.mail.splice(0);
  });

  it('gives up after three days, and at once on an address that it refuses for good', async () => {
    mailbox.refused.set('berta@empresa.es', 550);
    await told(kudos('d4', [berta.id]));
    await work();
    expect((await owner.get('/api/v1/channels')).json.outbox).toMatchObject({ waiting: 0, failed: 1 });
    mailbox.refused.set('berta@empresa.es', 451);
    await told(kudos('d5', [berta.id]));
    await work();
    expect((await owner.get('/api/v1/channels')).json.outbox).toMatchObject({ waiting: 1, failed: 1 });
    pass({ hours: 73 });
    await work();
    expect((await owner.get('/api/v1/channels')).json.outbox).toMatchObject({ waiting: 0, failed: 2 });
    mailbox.refused.clear();
  });
});

describe('a runner that dies', () => {
  it('with a message in its hands loses nothing: another sends it, under the same id', async () => {
    await told(kudos('crash', [berta.id]));
    await addressNotices(server.db, (await server.host.workspace()).config, { people: async () => [], now });
    const [delivery] = await waiting();
    expect(await takeDelivery(server.db, delivery as Delivery, now())).toMatchObject({ attempts: 1 });
    expect(await takeDelivery(server.db, delivery as Delivery, now())).toBeNull();
    await work();
    expect(mailbox.mail).toEqual([]);
    pass({ minutes: 6 });
    await work();
    expect(mailbox.mail.splice(0).map(({ raw }) => parseMessage(raw).headers.get('message-id'))).toEqual([`<${delivery?.id}@empresa.es>`]);
  });
});

describe('rights', () => {
  it('withhold a message from whoever has lost them, and a closed account has no mail', async () => {
    await told(kudos('r1', [berta.id]));
    await owner.send('PATCH', `/api/v1/people/${berta.id}`, { active: false });
    await work();
    expect(mailbox.mail).toEqual([]);
    await owner.send('PATCH', `/api/v1/people/${berta.id}`, { active: true });
    await berta.browser.signIn('berta@empresa.es', 'una frase muy mía');
  });
});

describe('one click', () => {
  it('ends mail without signing in; a forged link does nothing', async () => {
    await told(kudos('u1', [berta.id]));
    await work();
    const link =
      parseMessage(mailbox.mail.splice(0)[0]?.raw ?? '')
        .headers.get('list-unsubscribe')
        ?.slice(1, -1) ?? '';
    const token = link.split('/').at(-1) ?? '';
    const forged = await server
      .browser()
      .post('/api/v1/notices/unsubscribe', { token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` });
    expect([forged.status, forged.json.code]).toEqual([410, 'unsubscribe_invalid']);
    // Whoever looks ahead at links ends nothing; one click does, as a mail program sends it: no cookie, no origin (RFC 8058).
    const looked = await fetch(new URL(`/unsubscribe/${token}`, server.url));
    expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect((await berta.browser.get('/api/v1/notices/preferences')).json.mail.length).toBeGreaterThan(1);
    const clicked = await fetch(new URL(`/unsubscribe/${token}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'error',
    });
    expect(clicked.status).toBe(200);
    const wrong = await fetch(new URL('/unsubscribe/mail.nobody.x', server.url), { method: 'POST' });
    expect(wrong.status).toBe(410);
    await told(kudos('u2', [berta.id], 'sin correo'));
    await work();
    expect(mailbox.mail).toEqual([]);
    expect((await inbox(berta.browser)).notices[0].lines).toEqual(['sin correo']);
    expect((await berta.browser.get('/api/v1/notices/preferences')).json.mail).toEqual([]);
  });
});

describe('a webhook', () => {
  let key = '';

  it('is set up by an administrator; its address is never shown again', async () => {
    const refused = await berta.browser.post('/api/v1/channels', { name: 'x', url: receiver.url });
    expect(refused.status).toBe(403);
    const { status, json, text } = await owner.post('/api/v1/channels', {
      name: 'Calidad',
      url: `${receiver.url}/hook?token=s3creto`,
      kinds: ['kudos'],
    });
    expect([status, json.channel.host]).toEqual([200, new URL(receiver.url).host]);
    key = json.key;
    expect(text).not.toContain('s3creto');
    const listed = await owner.get('/api/v1/channels');
    expect(listed.text).not.toContain('s3creto');
    expect(listed.text).not.toContain(key);
    const [row] = await server.db.selectFrom('channel').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('s3creto');
  });

  it.each([
    ['http://10.0.0.1/x', 'channel_url_plain'],
    ['https://10.0.0.1/x', 'channel_host_private'],
    ['https://2130706433/x', 'channel_host_private_or_allowed'],
    ['https://169.254.169.254/latest', 'channel_host_private'],
    ['https://[::1]/x', 'channel_host_private'],
    ['https://[::ffff:10.0.0.1]/x', 'channel_host_private'],
    ['https://localhost/x', 'channel_host_private'],
    ['https://intranet/x', 'channel_host_private'],
    ['ftp://example.com/x', 'channel_url_invalid'],
    ['https://a:b@example.com/x', 'channel_url_invalid'],
  ])('cannot be at %s', async (url, code) => {
    const { json, status } = await owner.post('/api/v1/channels', { name: `x ${url}`, url });
    // 2130706433 is 127.0.0.1, which this installation allows.
    if (code === 'channel_host_private_or_allowed') expect(status).toBe(200);
    else expect(json.code).toBe(code);
    if (status === 200) await owner.send('DELETE', `/api/v1/channels/${json.channel.id}`);
  });

  it('is signed as Standard Webhooks are, and gets what is for groups alone', async () => {
    await told(kudos('w0', [berta.id], 'solo de ella'));
    await told(kudos('w1', [{ role: 'owner' }], 'para todos'));
    await work();
    expect(receiver.taken).toHaveLength(1);
    const { headers, body } = receiver.taken.splice(0)[0] ?? { headers: {}, body: '' };
    const said = JSON.parse(body);
    expect(said).toMatchObject({ type: 'notice.kudos', data: { lines: ['para todos'], link: 'http://localhost:4477/board?x=1' } });
    expect(said.id).toBe(headers['webhook-id']);
    const secret = Buffer.from(key.replace('whsec_', ''), 'base64');
    const signed = createHmac('sha256', secret).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signed}`);
    expect(Number(headers['webhook-timestamp'])).toBe(Math.floor(now().epochMilliseconds / 1000));
  });

  it('gets one post of what has one cause, with a link for each', async () => {
    receiver.taken.splice(0);
    await server.db.transaction().execute(async (transaction) => {
      for (const [place, text] of ['uno', 'dos'].entries())
        await tell(transaction, { ...kudos(`t${text}`, [{ role: 'owner' }], text), together: { cause: 'juntos', place } }, now());
    });
    await work();
    await work();
    const [{ body } = { body: '{}' }, ...more] = receiver.taken.splice(0);
    expect(more).toEqual([]);
    expect(JSON.parse(body).data).toMatchObject({
      lines: ['uno', expect.stringContaining('También: ')],
      others: [{ kpi: null, scope: null, link: 'http://localhost:4477/board?x=1' }],
    });
  });

  it.each([
    ['refuses', 500, 'no', {}, 'channel_refused: 500'],
    ['lies with 200 and an error', 200, '{"ok":false,"error":"invalid_token"}', {}, 'channel_answer_wrong: 200'],
    ['shows a page', 200, '<!doctype html><title>Sign in</title>', {}, 'channel_answer_wrong: 200'],
    ['sends elsewhere', 302, '', { location: 'http://169.254.169.254/' }, 'channel_redirected: 302'],
    ['talks without end', 500, 'x'.repeat(5_000_000), {}, 'channel_refused: 500'],
  ])('that %s is tried again under the same id', async (_, status, text, headers, error) => {
    receiver.taken.splice(0);
    receiver.state.answer = (response) => void response.writeHead(status, headers).end(text);
    await told(kudos(`bad ${status} ${text.slice(0, 20)}`, [{ role: 'owner' }]));
    await work();
    const [channel] = (await owner.get('/api/v1/channels')).json.channels;
    expect(channel.last_error).toBe(error);
    receiver.state.answer = (response) => void response.writeHead(204).end();
    pass({ hours: 1 });
    await work();
    expect(receiver.taken.map(({ headers: sent }) => sent['webhook-id'])).toEqual(
      Array.from({ length: 2 }, () => receiver.taken[0]?.headers['webhook-id']),
    );
    expect((await owner.get('/api/v1/channels')).json.channels[0]).toMatchObject({ last_error: null });
    expect((await waiting()).filter(({ channel_id }) => channel_id !== null)).toEqual([]);
  });
});

describe('Slack and Teams, as they take messages', () => {
  it.each([
    ['slack', slackAnswer],
    ['teams', teamsAnswer],
  ] as const)('%s takes what is short, what is as long as may be, and what calls for harm', async (kind, answerOf) => {
    for (const { id } of (await owner.get('/api/v1/channels')).json.channels) await owner.send('DELETE', `/api/v1/channels/${id}`);
    const { status, json } = await owner.post('/api/v1/channels', { name: kind, kind, url: `${receiver.url}/${kind}`, kinds: ['kudos'] });
    expect(status).toBe(200);
    receiver.taken.splice(0);
    const answers: number[] = [];
    receiver.state.answer = (response, { body }) => {
      const [code, text] = answerOf(body);
      answers.push(code);
      response.writeHead(code).end(text);
    };
    expect((await owner.post(`/api/v1/channels/${json.channel.id}/test`)).status).toBe(200);
    const to = [{ role: 'owner' as const }];
    const harm = '<!channel> & <https://malo.example|aquí> [x](https://malo.example) *n* _c_ `k`';
    await told(kudos(`${kind} short`, to, 'Bien'));
    await told(kudos(`${kind} harm`, to, harm));
    // Letters of four bytes, where a cut by halves would go wrong, and marks that get longer when they are written.
    await told(kudos(`${kind} long`, to, '🎉'.repeat(2_000)));
    await told(kudos(`${kind} odd`, to, `a${'🎉'.repeat(1_999)}`));
    await told(kudos(`${kind} marks`, to, '&<*'.repeat(1_300)));
    pass({ seconds: 1 });
    await server.db.transaction().execute(async (transaction) => {
      for (const [place, text] of Array.from({ length: 14 }, () => '['.repeat(4_000)).entries())
        await tell(transaction, { ...kudos(`${kind} many ${place}`, to, text), together: { cause: `${kind} many`, place } }, now());
    });
    await work();
    expect(answers).toEqual(Array.from({ length: 7 }, () => (kind === 'slack' ? 200 : 202)));
    expect((await owner.get('/api/v1/channels')).json.channels[0]).toMatchObject({ last_error: null });
    receiver.taken.splice(0);
  });
});
