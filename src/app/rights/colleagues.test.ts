import { expect, test } from 'vitest';
import { type Colleague, usersWithin } from './colleagues.ts';

const user = (id: string, more: Partial<Colleague> = {}): Colleague => ({
  source: 'crm',
  id,
  team: null,
  office: null,
  department: null,
  manager: null,
  ...more,
});

const all = [
  user('boss'),
  user('lead', { team: 'norte', office: 'Bilbao', manager: 'boss' }),
  user('ana', { team: 'norte', office: 'Bilbao', manager: 'lead' }),
  user('bea', { team: 'norte', office: 'León', manager: 'lead' }),
  user('cai', { team: 'sur', office: 'Bilbao', manager: 'bea' }),
  user('dan', { team: 'sur', manager: 'cai' }),
  // Each reports to the other.
  user('eva', { manager: 'fer' }),
  user('fer', { manager: 'eva' }),
  user('ana', { source: 'other', team: 'norte' }),
];
const within = (kind: 'own' | 'team' | 'office' | 'department', id: string | null): string =>
  usersWithin({ kind, user: id === null ? null : { source: 'crm', id } }, all)
    .map((one) => `${one.source === 'crm' ? '' : `${one.source}:`}${one.id}`)
    .join(' ');

test('own rows are one’s own, and nobody’s for whoever is not linked', () => {
  expect(within('own', 'ana')).toBe('ana');
  expect(within('own', null)).toBe('');
  expect(within('team', null)).toBe('');
});

test('a team is who shares it and who reports to one, through others too', () => {
  expect(within('team', 'ana')).toBe('ana bea lead');
  expect(within('team', 'lead')).toBe('ana bea cai dan lead');
  expect(within('team', 'boss')).toBe('ana bea boss cai dan lead');
  expect(within('office', 'ana')).toBe('ana cai lead');
  // Who has no team shares none with others without one.
  expect(within('department', 'ana')).toBe('ana');
});

test('circles end, strangers see only themselves, other sources are other people', () => {
  expect(within('team', 'eva')).toBe('eva fer');
  expect(within('team', "x' or '1'='1")).toBe("x' or '1'='1");
  expect(usersWithin({ kind: 'team', user: { source: 'other', id: 'ana' } }, all)).toEqual([{ source: 'other', id: 'ana' }]);
});
