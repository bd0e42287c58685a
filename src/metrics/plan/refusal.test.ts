import { expect, test } from 'vitest';
import { count, ratio, sumMoney } from '../build.ts';
import type { Metric } from '../metric.ts';
import type { Sight } from '../sight.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { isRefused } from './refusal.ts';

const deals = count('opportunity', { at: 'closed_at' });
const worth = sumMoney('opportunity', 'amount', { at: 'closed_at' });
const visits = count('web_session', { at: 'started_at' });
const refused = (metric: Metric, sight: Partial<Sight>, unit?: string): boolean =>
  isRefused({ metric, ...(unit === undefined ? {} : { unit }) }, testCatalog({ sight: { ...openSight, ...sight } }));
const own = { rows: { kind: 'users', users: [], receivables: true } } as const;

test('of rows that are the company’s, nothing is told to whoever sees only some; one such input is enough', () => {
  expect(refused(visits, own)).toBe(true);
  expect(refused(deals, own)).toBe(false);
  expect(refused(ratio(deals, visits), own)).toBe(true);
  expect(refused(visits, {})).toBe(false);
});

test('an amount is not told to whom amounts are hidden from; a share of amounts is', () => {
  expect(refused(worth, { amounts: 'hidden' })).toBe(true);
  expect(refused(deals, { amounts: 'hidden' })).toBe(false);
  expect(refused(deals, { amounts: 'hidden' }, 'money')).toBe(true);
  expect(refused(ratio(worth, worth), { amounts: 'hidden' })).toBe(false);
  expect(refused(worth, own)).toBe(false);
});

test('where nothing is said of rights all is told', () => {
  expect(isRefused({ metric: worth, unit: 'money' }, testCatalog())).toBe(false);
  expect(isRefused({ metric: visits }, testCatalog())).toBe(false);
});
