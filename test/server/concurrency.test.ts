import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import type { Actor } from '../../src/app/rights/actor.ts';
import { localActor } from '../../src/app/rights/actor.ts';
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
    let isOver = false;
    const order: string[] = [];
    const long = ask('board', { language: 'es', asOf: '2025-11-30' }).then(() => {
      isOver = true;
      order.push('long');
    });
    const short = Array.from({ length: 20 }, async () => {
      await leads();
      order.push('short');
    });
    await Promise.all(short);
    expect(isOver).toBe(false);
    await long;
    expect(order.at(-1)).toBe('long');
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

const mapping = `source: more
exported_at: 2026-07-01
files:
  - file: leads.csv
    entity: lead
    columns:
      id: id
      created_at: created_at
`;
