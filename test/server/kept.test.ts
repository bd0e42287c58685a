import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareFirstBoard } from '../../src/app/first-board.ts';
import { type Host, openHost } from '../../src/app/host.ts';
import { type Actor, guestActor, localActor } from '../../src/app/rights/actor.ts';
import { type Folder, smallWorkspace } from './workspace.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');
const person: Actor = { ...localActor, kind: 'user', id: 'someone', name: 'someone' };
const seller: Actor = { ...person, rows: { kind: 'own', user: { source: 'crm', id: 'u1' } } };

let made: Folder;
let host: Host;

beforeAll(async () => {
  made = await smallWorkspace();
  host = await openHost(made.folder, now);
});
afterAll(async () => {
  await host.close();
  made.remove();
});

interface Board {
  readonly cards: readonly {
    readonly now: { readonly value: number | null };
    readonly points: readonly { readonly value: number | null }[];
  }[];
}

const ask = (operation: string, input: unknown, actor: Actor): Promise<unknown> =>
  host.run(operation, input, { actor, progress: () => undefined, signal: null });
const board = async (actor: Actor): Promise<Board> => {
  const input = { kpis: ['new_leads'], language: 'es', from: '2026-01-01', to: '2026-02-28' };
  return (await ask('board', input, actor)) as Board;
};
const leads = ({ cards }: Board): number | null | undefined => cards[0]?.now.value;

it('keeps a board until what it stands on changes, for whoever sees the same', async () => {
  const first = await board(person);
  expect(leads(first)).toBe(1);
  expect(await board(person)).toBe(first);
  expect(await board({ ...person, id: 'another', name: 'another' })).toBe(first);

  const own = await board(seller);
  expect(own).not.toBe(first);
  expect(leads(own)).not.toBe(1);

  appendFileSync(join(made.folder, 'cuadro.yaml'), '\nrfm: { months: 12 }\n');
  const resettled = await board(person);
  expect(resettled).not.toBe(first);
  expect(leads(resettled)).toBe(1);

  const file = join(made.cwd, 'more.csv');
  writeFileSync(file, 'id,created_at\n7,2026-02-03\n');
  const mapping = {
    text: 'source: crm\nfiles:\n  - file: more.csv\n    entity: lead\n    columns: { id: id, created_at: created_at }\n',
    file: 'm.yaml',
  };
  await ask('import', { paths: [file], mapping }, localActor);
  expect(leads(await board(person))).toBe(2);
});

it('has the board of the first visitor when they come, and works it out once for those who ask at once', async () => {
  let statements = 0;
  host.onStatement(() => {
    statements += 1;
  });
  // As the page asks for it.
  const visit = () => ask('board', { where: [], language: 'es' }, { ...guestActor });
  const [, first, second] = await Promise.all([prepareFirstBoard(host, new AbortController().signal), visit(), visit()]);
  expect(second).toBe(first);
  statements = 0;
  expect(await visit()).toBe(first);
  // What the data's revision is, and no figure.
  expect(statements).toBeLessThan(10);
});

it('leaves those who wait for a board that was cut off with their own', async () => {
  const cut = new AbortController();
  const input = { kpis: ['new_leads'], language: 'en' };
  const gone = host.run('board', input, { actor: person, progress: () => undefined, signal: cut.signal });
  const stays = ask('board', input, person);
  cut.abort();
  await gone.catch(() => undefined);
  expect(((await stays) as Board).cards).toHaveLength(1);
});

it('remembers what a board showed', async () => {
  await board(person);
  const { periods } = (await ask('known', { kpi: 'new_leads', from: '2026-01-01', to: '2026-02-28' }, person)) as {
    periods: readonly { readonly latest: { readonly value: number | null }; readonly restatements: readonly unknown[] }[];
  };
  // Two leads since the second import; before it one was shown.
  expect(periods.map(({ latest, restatements }) => [latest.value, restatements.length])).toContainEqual([2, 1]);
});
