import { expect, test } from 'vitest';
import { type Charted, reachOf } from './in-scope.ts';

const chart = (where: Charted['where'] = []): Charted => ({
  kpi: 'total_sales',
  where,
  dimensions: new Set(['owner.team', 'owner.name', 'product.name', 'segment']),
});
const team = (value: string) => ({ dimension: 'owner.team', op: '=' as const, value });

test('what happened to the company is on every chart, what happened to a KPI on its own', () => {
  expect(reachOf({ kpi: null, scope: null }, chart())).toBe('whole');
  expect(reachOf({ kpi: null, scope: null }, chart([team('Ventas')]))).toBe('whole');
  expect(reachOf({ kpi: 'total_sales', scope: null }, chart())).toBe('whole');
  expect(reachOf({ kpi: 'nps', scope: null }, chart())).toBeNull();
});

test('what happened to a part is on the chart of that part, and as a part on that of all', () => {
  const sold = { kpi: null, scope: 'product.name=Bomba' };
  expect(reachOf(sold, chart())).toBe('part');
  expect(reachOf(sold, chart([{ dimension: 'product.name', op: '=', value: 'Bomba' }]))).toBe('whole');
  expect(reachOf(sold, chart([{ dimension: 'product.name', op: '!=', value: 'Bomba' }]))).toBeNull();
  expect(reachOf(sold, chart([team('Ventas')]))).toBeNull();
  expect(reachOf({ kpi: null, scope: 'owner.team=Soporte' }, chart([team('Ventas')]))).toBeNull();
  // What cannot be divided by it has nothing to do with it.
  expect(reachOf({ kpi: null, scope: 'channel=email' }, chart())).toBeNull();
});

test('what happened to one person is on that person’s chart alone', () => {
  const coached = { kpi: null, scope: 'owner.name=Marta' };
  expect(reachOf(coached, chart())).toBeNull();
  expect(reachOf(coached, chart([{ dimension: 'owner.name', op: '=', value: 'Marta' }]))).toBe('whole');
});
