import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import type { Actor } from '../../src/app/rights/actor.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { buildApp } from '../../src/server/http/app.ts';
import { httpOptions } from '../../src/server/http/options.ts';
import { closeGracefully } from '../../src/server/http/shutdown.ts';
import { demoWorkspace, type Folder } from './workspace.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');
const person: Actor = { ...localActor, kind: 'user', id: 'someone', name: 'someone@example.com' };

let made: Folder;
let host: Host;

beforeAll(async () => {
  made = await demoWorkspace();
  // Four threads: one writer, one short and one long reader.
  host = await openHost(made.folder, now);
});
afterAll(async () => {
  await host.close();
  made.remove();
});

const silent = { progress: () => undefined, signal: null };
const ask = (operation: string, input: unknown, actor: Actor = person): Promise<unknown> =>
  host.run(operation, input, { actor, ...silent });
const query = { kpis: ['new_leads'], from: '2026-01-01', to: '2026-03-31', grain: 'month' };
const leads = async (): Promise<number> => {
  const { cells } = (await ask('query', query)) as { cells: { value: number | null }[] };
  return cells.reduce((sum, { value }) => sum + (value ?? 0), 0);
};

describe('many who read', () => {
  it('are answered while a long question is', async () => {
    await leads();
    const enough = new AbortController();
    let isOver = false;
    const long = host
      .run('board', { language: 'es', asOf: '2025-11-30' }, { actor: person, progress: () => undefined, signal: enough.signal })
      .finally(() => {
        isOver = true;
      });
    await Promise.all(Array.from({ length: 20 }, leads));
    expect(isOver).toBe(false);
    expect(host.load().long).toEqual({ running: 1, waiting: 0 });
    enough.abort();
    await expect(long).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('see the data as they were while an import runs, and the new ones after it', async () => {
    const before = await leads();
    const rows = Array.from({ length: 3_000 }, (_, at) => `n${at},2026-02-${String(1 + (at % 28)).padStart(2, '0')}`);
    const file = join(made.cwd, 'leads.csv');
    writeFileSync(file, `id,created_at\n${rows.join('\n')}\n`);
    let isOver = false;
    const seen: number[] = [];
    const reading: Promise<void>[] = [];
    const imported = host
      .run(
        'import',
        { paths: [file], mapping: { text: mapping, file: 'm.yaml' }, source: 'more' },
        {
          actor: localActor,
          signal: null,
          // As soon as the transaction has begun: rows are being written and not committed.
          progress: ({ step }) => {
            if (step === 'checking' || step === 'deriving') reading.push(leads().then((sum) => void (isOver || seen.push(sum))));
          },
        },
      )
      .finally(() => {
        isOver = true;
      });
    await imported;
    await Promise.all(reading);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([before]));
    expect(await leads()).toBe(before + 3_000);
  });
});

describe('a long question', () => {
  const board = (day: string) => ({ language: 'es', asOf: day });
  const isIdle = (): boolean => Object.values(host.load()).every(({ running, waiting }) => running + waiting === 0);
  const isReading = (): boolean => (host.load().long?.running ?? 0) > 0;

  it('has a time limit, unless whoever sits at the machine asks', async () => {
    const settings = join(made.folder, 'cuadro.yaml');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, `${before}\nserver:\n  query_seconds: 1\n`);
    try {
      await expect(ask('board', board('2025-10-31'))).rejects.toMatchObject({ code: 'query_timeout' });
      await expect.poll(isIdle).toBe(true);
      expect(await leads()).toBeGreaterThan(0);
    } finally {
      writeFileSync(settings, before);
    }
  });

  it('ends when whoever asked has gone', async () => {
    const { url, app } = await listen();
    const gone = new AbortController();
    const asked = fetch(`${url}/api/v1/board`, { ...post(board('2025-09-30')), signal: gone.signal });
    asked.catch(() => undefined);
    await expect.poll(isReading, { timeout: 10_000 }).toBe(true);
    gone.abort();
    await expect(asked).rejects.toThrow();
    // It would take many seconds to its end.
    await expect.poll(isIdle, { timeout: 4_000 }).toBe(true);
    await app.close();
  });

  it('is cancelled by a server that closes, which lets short ones end and takes no more', async () => {
    const { url, app } = await listen();
    const long = fetch(`${url}/api/v1/board`, post(board('2025-08-31')));
    await expect.poll(isReading, { timeout: 10_000 }).toBe(true);
    const short = fetch(`${url}/api/v1/query`, post(query));
    await expect
      .poll(() => (host.load().short?.running ?? 0) + (host.load().quick?.running ?? 0), { timeout: 10_000, interval: 1 })
      .toBeGreaterThan(0);
    const closed = closeGracefully(app, host, 1_500);
    expect((await short).status).toBe(200);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    const ended = await long;
    expect([ended.status, await ended.json()]).toMatchObject([503, { code: 'server_closing' }]);
    await closed;
  });
});

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', connection: 'close' },
  body: JSON.stringify(body),
});

async function listen(): Promise<{ readonly url: string; readonly app: FastifyInstance }> {
  const app = await buildApp(host, httpOptions({ host: '127.0.0.1', actorOf: async () => person }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return { app, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

const mapping = `source: more
exported_at: 2026-07-01
files:
  - file: leads.csv
    entity: lead
    columns:
      id: id
      created_at: created_at
`;
