import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type QueryInput, querySchema } from '../metrics/query.ts';
import { type Database, openWarehouse } from '../warehouse/duckdb/database.ts';
import { askedLately, hasUnwrittenQuestions, noteAsked, writeQuestions } from './asked-lately.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-asked-'));
let database: Database;
const first = Temporal.Instant.from('2026-03-02T10:00:00Z');
const days = (count: number): Temporal.Instant => first.add({ hours: 24 * count });

beforeAll(async () => {
  database = await openWarehouse(folder);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (input: QueryInput, at: Temporal.Instant): void => noteAsked({ database, now: () => at }, querySchema.parse(input));
const kpisAt = async (at: Temporal.Instant): Promise<readonly string[]> => {
  await writeQuestions(database.session.run, database.root);
  return (await askedLately(database.session.run, at)).flatMap(({ kpis }) => kpis);
};

test('keeps what was asked in the last week, the newest first; nothing of filters or of other days', async () => {
  ask({ kpis: ['win_rate'] }, first);
  ask({ kpis: ['order_interval'] }, days(1));
  ask({ kpis: ['dso'], where: [{ dimension: 'owner.name', op: '=', value: "Ana O'Neill" }] }, days(1));
  ask({ kpis: ['dso'], asOf: '2026-01-31' }, days(1));
  ask({ kpis: ['dso'], knownAt: '2026-01-31' }, days(1));
  expect(await kpisAt(days(1))).toEqual(['order_interval', 'win_rate']);
  expect(await kpisAt(days(7.5))).toEqual(['order_interval']);
  expect(await kpisAt(days(9))).toEqual([]);
});

test('asked again it is young again, and is written once a day', async () => {
  ask({ kpis: ['win_rate'] }, days(0.5));
  expect(hasUnwrittenQuestions(database.root)).toBe(false);
  ask({ kpis: ['win_rate'] }, days(6));
  expect(hasUnwrittenQuestions(database.root)).toBe(true);
  expect(await kpisAt(days(12))).toEqual(['win_rate']);
});

test('of many only the newest fifty', async () => {
  for (let place = 0; place < 60; place += 1) ask({ kpis: [`kpi_${place}`] }, first.add({ hours: 144, minutes: place }));
  const kept = await kpisAt(days(7));
  expect(kept).toHaveLength(50);
  expect(kept[0]).toBe('kpi_59');
  expect(kept).not.toContain('win_rate');
});
