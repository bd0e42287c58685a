import { expect, test } from 'vitest';
import type { Company } from '../../api/use-company.ts';
import { readView } from '../view.ts';
import { misreadOf } from './misread.ts';

const company: Company = {
  name: 'Frescaluz',
  locale: 'es-ES',
  currency: 'EUR',
  timezone: 'Europe/Madrid',
  week_starts_on: 'monday',
  sample: false,
  last_day: null,
  teams: ['Ventas'],
  offices: ['Madrid'],
  departments: [],
  owners: ['Ana: la de Soto'],
  segments: ['customers'],
  answers: [],
  currencies: [{ code: 'USD', rate: 0.9 }],
  version: '',
};
const told = (search: Readonly<Record<string, string>>, known: Company | null = company) =>
  misreadOf(search, readView(search), known).map(({ part, why, blocks }) => `${part} ${why}${blocks ? '!' : ''}`);

test('what is understood is not told of', () => {
  expect(told({ board: 'b1' })).toEqual([]);
  expect(told({ grain: 'week', compare: 'year', from: '2026-01-01', to: '2026-03-31', asOf: '2026-04-01', segment: 'customers' })).toEqual(
    [],
  );
  for (const currency of ['EUR', 'USD']) expect(told({ currency })).toEqual([]);
  for (const owner of ['team:Ventas', 'office:Madrid', 'person:Ana: la de Soto']) expect(told({ owner })).toEqual([]);
});

test.each([
  [{ segment: 'vip' }, ['segment segment!']],
  [{ owner: 'team:Compras' }, ['owner owner!']],
  [{ owner: 'Ventas' }, ['owner owner!']],
  [{ grain: 'hour', compare: 'nothing' }, ['grain grain', 'compare compare']],
  [{ asOf: 'yesterday' }, ['asOf day']],
  [{ currency: 'JPY' }, ['currency currency']],
  [{ from: '2026-04-01', to: '2026-03-31' }, ['from order']],
  [{ from: '2026-01-01' }, ['from day']],
  [{ from: '2026-01-01', to: 'x' }, ['to day']],
])('of %j it tells %j', (search, expected) => {
  expect(told(search)).toEqual(expected);
});

test('names are not judged before the company is known, nor people where there are more than are given', () => {
  expect(told({ segment: 'vip', owner: 'team:x' }, null)).toEqual([]);
  const many = { ...company, owners: Array.from({ length: 500 }, (_, index) => `P${index}`) };
  expect(told({ owner: 'person:Eva' }, many)).toEqual([]);
  expect(told({ owner: 'person:Eva' })).toEqual(['owner owner!']);
});
