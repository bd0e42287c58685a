import { expect, test } from 'vitest';
import { kpis } from '../kpis/catalogue.ts';
import { dimensionName, wordsOfDimension } from './dimensions.ts';

test('whatever a KPI of the catalogue is opened by has its words', () => {
  const opened = new Set([...kpis.values()].flatMap(({ drillBy }) => drillBy));
  expect([...opened].filter((dimension) => wordsOfDimension(dimension) === null)).toEqual([]);
});

test('a path without words is called by what it leads to; a field of one’s own by its own name', () => {
  expect(dimensionName('order.account.region', 'es')).toBe('región');
  // Of whom a name is, a name alone does not say.
  expect(wordsOfDimension('vendor.name')).toBeNull();
  expect(dimensionName('account.owner.name', 'es')).toBe('responsable del cliente');
  expect(dimensionName('custom.plan_type', 'en')).toBe('plan type');
});
