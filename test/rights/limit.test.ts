import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { count, sum } from '../../src/metrics/build.ts';
import { answer } from '../../src/metrics/engine.ts';
import { money } from '../../src/metrics/expression.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { querySchema } from '../../src/metrics/query.ts';
import type { Limit, Sight } from '../../src/metrics/sight.ts';
import { memberKeys } from '../../src/metrics/sql/members.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { type Company, loadCompany } from '../../src/warehouse/testing/company.ts';
import { engineNames } from '../../src/warehouse/testing/engine.ts';

const odd = `o'"\\x`;
/** Ana owns an account; an order of it that nobody owns is hers, one that Bea owns is not; one without either is nobody's. */
const given = {
  user: [{ id: 'ana' }, { id: 'bea' }, { id: odd }],
  account: [
    { id: 'a1', owner_id: 'ana', industry: 'x' },
    { id: 'a2', owner_id: odd, industry: `L'Àlber` },
    { id: 'a3', industry: 'x' },
  ],
  order: [
    { id: '1', account_id: 'a1', ordered_at: '2024-01-05', amount: 1 },
    { id: '2', account_id: 'a1', owner_id: 'bea', ordered_at: '2024-01-06', amount: 10 },
    { id: '3', account_id: 'a2', ordered_at: '2024-01-07', amount: 100 },
    { id: '4', account_id: 'a3', ordered_at: '2024-01-08', amount: 1000 },
    { id: '5', account_id: 'nobody', ordered_at: '2024-01-09', amount: 10_000 },
  ],
  order_line: [
    { id: 'l1', order_id: '1', amount: 5 },
    { id: 'l2', order_id: '2', amount: 6 },
  ],
  invoice: [{ id: 'i', account_id: 'a1', owner_id: 'bea', issued_on: '2024-01-10', amount: 7 }],
  campaign: [{ id: 'c', starts_at: '2024-01-01', owner_id: 'ana' }],
};
const settings = settingsSchema.parse({ segments: { "l'al": { of: 'account', where: ["industry=L'Àlber"] } } });

describe.each(engineNames)('%s', (name) => {
  let company: Company;
  beforeAll(async () => {
    company = await loadCompany(name, given, { reads: [], settings, exportedAt: '2024-02-10' });
  });
  afterAll(() => company.close());

  const sight = (rows: Limit): Sight => ({
    rows,
    opensTotals: false,
    personal: null,
    amounts: 'shown',
    isSafe: () => false,
    smallest: () => null,
  });
  const of = (...ids: string[]): Limit => ({ kind: 'users', users: ids.map((id) => ({ source: 'src', id })), receivables: true });
  const ask = async (metric: Metric, rows: Limit) => {
    const catalog = { ...company.catalog, sight: sight(rows) };
    const query = querySchema.parse({ kpis: ['m'], from: '2024-01-01', to: '2024-01-31' });
    const one = { kpi: 'm', variant: 'default', version: '', metric, missing: [], minimumSample: 0 };
    const { cells } = await answer(query, [one], { dialect: company.dialect, catalog, run: company.query });
    return cells[0]?.value ?? cells[0]?.reasons.join();
  };
  const sales = sum('order', money('amount', 'ordered_at'), { at: 'ordered_at' });

  test('the first owner known decides', async () => {
    expect(await ask(sales, of('ana'))).toBe(1);
    expect(await ask(sales, of('bea'))).toBe(10);
    expect(await ask(sales, of(odd))).toBe(100);
    expect(await ask(sales, of('ana', 'bea', odd))).toBe(111);
    expect(await ask(sales, of())).toBe(0);
    expect(await ask(sales, { ...of('ana'), users: [{ source: `src' or 1=1 --`, id: 'ana' }] } as Limit)).toBe(0);
    expect(await ask(count('order_line', { at: 'order.ordered_at' }), of('bea'))).toBe(1);
  });

  test('a bill is also that of whose customer owes it', async () => {
    const bills = count('invoice', { at: 'issued_on' });
    expect([await ask(bills, of('ana')), await ask(bills, of('bea')), await ask(bills, of(odd))]).toEqual([1, 1, 0]);
    expect(await ask(bills, { ...of('bea'), receivables: false } as Limit)).toBe('no_rights');
  });

  test('the company’s is nobody’s', async () => {
    expect(await ask(count('campaign', { at: 'starts_at' }), of('ana', 'bea'))).toBe('no_rights');
  });

  test('rows of a segment, by whatever leads there', async () => {
    const { dialect, catalog } = company;
    const members: Limit = { kind: 'members', of: 'account', ...memberKeys('account', "l'al", { dialect, catalog, attributes: 'now' }) };
    expect(await ask(sales, members)).toBe(100);
    expect(await ask(count('order_line', { at: 'order.ordered_at' }), members)).toBe(0);
    expect(await ask(count('campaign', { at: 'starts_at' }), members)).toBe('no_rights');
  });
});

test('one place opens worlds, and rows come from one place', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(folder, name));
  const naming = (folder: string, word: RegExp) => files(folder).filter((file) => word.test(readFileSync(file, 'utf8')));
  expect(naming('src/app', /\bopenWorld\(/).map((file) => file.replaceAll('\\', '/'))).toEqual(['src/app/engine.ts']);
  // A relation by its name is all its rows: whoever writes one here says in the list of `src/app/rights/README.md` why it may.
  expect(
    naming('src/metrics', /\.relation\(/)
      .map((file) => file.replaceAll('\\', '/'))
      .sort(),
  ).toEqual(['src/metrics/plan/limit.ts', 'src/metrics/plan/rows.ts']);
});
