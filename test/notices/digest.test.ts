import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { deliverKind } from '../../src/app/jobs/kinds/deliver.ts';
import { digestKind } from '../../src/app/jobs/kinds/digest.ts';
import type { JobRunner } from '../../src/app/jobs/runner.ts';
import { runnerOf } from '../../src/app/jobs/start.ts';
import type { Notice } from '../../src/app/notices/notice.ts';
import { tell } from '../../src/app/notices/tell.ts';
import { nobody } from '../../src/app/rights/actor.ts';
import { copyDemo } from '../demo.ts';
import { allParts, openMailbox, type Part, parseMessage } from './mailbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-digest-'));
const clock = { now: Temporal.Instant.from('2026-07-02T10:00:00Z') };
let host: Host;
let runner: JobRunner;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
const ids = new Map<string, string>();

const run = (id: string, input: object, actor = nobody('test')) => host.run(id, input, { actor, progress: () => undefined, signal: null });

async function join_(email: string, speaks: string, grant: object): Promise<void> {
  const { path } = (await host.run('invite', { email, ...grant })) as { path: string };
  await run('accept_invitation', { token: path.split('#')[1], name: email.split('@')[0], password: 'una frase muy mía' });
  const { db } = await host.store();
  const { id } = await db.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  await db.updateTable('member').set({ language: speaks }).where('user_id', '=', id).execute();
  ids.set(email, id);
}

/** What came to whom, since the last time. */
const received = (): readonly (readonly [string, Part])[] => mailbox.mail.splice(0).map(({ to, raw }) => [to, parseMessage(raw)]);
const textOf = (message: Part | undefined, type: string): string =>
  allParts(message ?? parseMessage('\r\n\r\n')).find((part) => part.type === type)?.text ?? '';

beforeAll(async () => {
  await copyDemo(folder, 0.02);
  mailbox = await openMailbox();
  host = await openHost(folder, () => clock.now, null, {
    CUADRO_MAIL_HOST: '127.0.0.1',
    CUADRO_MAIL_PORT: String(mailbox.port),
    CUADRO_MAIL_ENCRYPTION: 'none',
    CUADRO_MAIL_FROM: 'Cuadro <cuadro@empresa.es>',
    CUADRO_SERVER_PUBLIC_URL: 'https://cuadro.empresa.es',
  });
  await join_('olga@empresa.es', 'es', { role: 'owner' });
  await join_('vera@empresa.es', 'en', { role: 'viewer', amounts: 'hidden' });
  // What else a server does, as judging alerts, would tell of more.
  runner = runnerOf(host, () => clock.now, new Map([deliverKind, digestKind].map((kind) => [kind.id, kind])));
  mailbox.mail.splice(0);
}, 60_000);
afterAll(async () => {
  await runner?.close();
  await host?.close();
  await mailbox?.down();
  rmSync(folder, { recursive: true, force: true });
});

describe('a digest', () => {
  let first: ReadonlyMap<string, Part>;

  it('comes on Monday at eight of the company, not before', async () => {
    clock.now = Temporal.Instant.from('2026-07-06T05:59:00Z');
    await runner.work();
    expect(received()).toEqual([]);
    clock.now = Temporal.Instant.from('2026-07-06T06:01:00Z');
    await tell(
      (await host.store()).db,
      {
        key: 'a',
        kind: 'alert_firing',
        to: [{ role: 'owner' }, { role: 'viewer' }],
        about: { kpi: 'total_sales' },
        facts: {
          alert: 'e',
          rule: null,
          says: null,
          value: 1234.5,
          limit: 2000,
          unit: 'money',
          day: '2026-06-30',
          why: null,
          path: '/kpis/total_sales',
        },
      },
      clock.now,
    );
    await runner.work();
    const mail = received();
    const isDigest = (message: Part): boolean => /^(Resumen|Digest) /.test(message.headers.get('subject') ?? '');
    first = new Map(mail.filter(([, message]) => isDigest(message)));
    expect([...first.keys()].toSorted()).toEqual(['olga@empresa.es', 'vera@empresa.es']);
  });

  it('is in the language of its reader, as text and with its form', () => {
    const [es, en] = ['olga', 'vera'].map((name) => first.get(`${name}@empresa.es`));
    expect(es?.headers.get('subject')).toMatch(/^Resumen de .+: (\d+ cambios|un cambio) que mirar$/);
    expect(en?.headers.get('subject')).toMatch(/^Digest of .+: (\d+ changes|one change) to look at$/);
    expect(textOf(es, 'text/plain')).toContain('Qué hacer: ');
    expect(textOf(en, 'text/plain')).toContain('What to do: ');
    expect(textOf(es, 'text/html')).toContain('<html lang="es">');
    expect(textOf(es, 'text/plain')).toMatch(/\d,\d/);
    expect(textOf(en, 'text/plain')).toMatch(/\d\.\d/);
  });

  it('shows each series as a picture within it, told in words too, and links to what was seen', () => {
    const message = first.get('olga@empresa.es');
    const html = textOf(message, 'text/html');
    const pictures = allParts(message ?? parseMessage('\r\n\r\n')).filter((part) => part.type === 'image/png');
    const shown = [...html.matchAll(/<img src="cid:([^"]+)"[^>]* alt="([^"]+)"/g)];
    expect(shown.length).toBeGreaterThan(1);
    expect(pictures.map((part) => part.headers.get('content-id')).toSorted()).toEqual(shown.map(([, cid]) => `<${cid}>`).toSorted());
    for (const picture of pictures) expect(picture.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    for (const [, , alt] of shown) expect(alt).toMatch(/periodos: de .+ a .+\. El menor, .+; el mayor, .+\.$/);
    const links = [...textOf(message, 'text/plain').matchAll(/https:\/\/cuadro\.empresa\.es\/kpis\/\w+\?grain=\w+&to=\d{4}-\d\d-\d\d/g)];
    expect(links).toHaveLength(shown.length);
    expect(html).not.toMatch(/<script|src="http|<link/);
  });

  it('tells nothing that its reader may not see: no amounts, no notice, no count', async () => {
    const { notices } = (await host.run('notices', { language: 'en' })) as { notices: { title: string }[] };
    expect(notices).toHaveLength(1);
    const own = textOf(first.get('olga@empresa.es'), 'text/plain');
    const hers = textOf(first.get('vera@empresa.es'), 'text/plain');
    expect(own).toContain('Avisos sin leer');
    expect(own).toContain('€');
    for (const type of ['text/plain', 'text/html'])
      expect(textOf(first.get('vera@empresa.es'), type)).not.toMatch(/€|total_sales|Unread notices/);
    expect(hers).toMatch(/^1\. /m);
    // And the notice itself was held back from her.
    const { db } = await host.store();
    const states = await db.selectFrom('delivery').select(['member_id', 'state']).where('what', '=', 'notice').execute();
    expect(new Map(states.map((row) => [row.member_id, row.state]))).toEqual(
      new Map([
        [ids.get('olga@empresa.es'), 'sent'],
        [ids.get('vera@empresa.es'), 'withheld'],
      ]),
    );
  });

  it('ends by one click, as mail programs do it', () => {
    const { headers } = first.get('olga@empresa.es') ?? parseMessage('\r\n\r\n');
    expect(headers.get('list-unsubscribe')).toMatch(/^<https:\/\/cuadro\.empresa\.es\/unsubscribe\/digest\.[\w.-]+>$/);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('does not come again while nothing has changed, nor to whoever has ended it', async () => {
    clock.now = Temporal.Instant.from('2026-07-13T06:01:00Z');
    await runner.work();
    expect(received()).toEqual([]);
    const { db } = await host.store();
    const last = await db
      .selectFrom('delivery')
      .select('state')
      .where('what', '=', 'digest')
      .where('key', 'like', '%2026-07-13%')
      .execute();
    expect(last.map(({ state }) => state)).toEqual(['withheld', 'withheld']);
  });
});

describe('what is told of one cause', () => {
  it('comes as one message to each reader, with what of it is for them and they may see', async () => {
    const { db } = await host.store();
    const about = (kpi: string, to: readonly string[], place: number): Notice => ({
      key: `together ${kpi}`,
      kind: 'alert_firing',
      to: to.map((role) => ({ role: role as 'owner' | 'viewer' })),
      about: { kpi },
      facts: {
        alert: kpi,
        rule: null,
        says: { es: `dice ${kpi}`, en: `says ${kpi}` },
        value: null,
        limit: null,
        unit: null,
        day: null,
        why: null,
        path: `/alerts?alert=${kpi}`,
      },
      together: { cause: 'c', place },
    });
    const all = [
      about('total_sales', ['owner', 'viewer'], 0),
      about('csat', ['owner', 'viewer'], 1),
      about('complaints', ['viewer'], 2),
      about('nps', ['owner'], 3),
    ];
    await db.transaction().execute(async (transaction) => {
      // However they were written, the most telling is told first.
      for (const one of all.toReversed()) await tell(transaction, one, clock.now);
    });
    await runner.work();
    await runner.work();
    const mail = new Map(received());
    expect(mail.size).toBe(2);
    const [own, hers] = ['olga', 'vera'].map((name) => textOf(mail.get(`${name}@empresa.es`), 'text/plain').replaceAll('\r', ''));
    expect(own).toMatch(
      /^Alerta: Ventas totales y 2 más, al parecer por lo mismo\n\ndice total_sales\n\nTambién: dice csat\n\nTambién: dice nps\n/,
    );
    // She may not see amounts: of sales there is nothing, not even a number.
    expect(hers).toMatch(/^Alert: .+ and one more, seemingly for the same reason\n\nsays csat\n\nAlso: says complaints\n/);
    expect(hers).not.toMatch(/total_sales|nps/);
    expect(await db.selectFrom('delivery').select('state').where('key', 'like', 'notice:c:%').execute()).toEqual([
      { state: 'sent' },
      { state: 'sent' },
    ]);
  });
});
