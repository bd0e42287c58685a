import { expect, test } from 'vitest';
import { type Chosen, cardOf } from '../chosen.ts';
import { added, draftOf, isChanged, most, moved } from './draft.ts';

const names = { fresh: 'Mi tablero', copyOf: (name: string) => `${name} (copia)` };
const cards = [{ kpi: 'nps', variant: 'by_product', width: 2 }];
const shared: Chosen = {
  is: 'board',
  board: { id: 'b1', name: 'Lunes', shared: true, mine: false, editable: true, updated_at: '', layout: { cards, goals: ['growth'] } },
};
const template: Chosen = { is: 'template', template: { id: 'sales', name: 'Ventas', about: '', kpis: ['dso', 'cac'] } };

test('a draft begins from nothing, from the board itself, or from a copy, which is private and has no id', () => {
  expect(draftOf('nothing', shared, names)).toEqual({ id: null, name: 'Mi tablero', shared: false, cards: [], goals: [] });
  expect(draftOf('itself', shared, names)).toEqual({ id: 'b1', name: 'Lunes', shared: true, cards, goals: ['growth'] });
  expect(draftOf('copy', shared, names)).toEqual({ id: null, name: 'Lunes (copia)', shared: false, cards, goals: ['growth'] });
  expect(draftOf('copy', template, names)).toMatchObject({ id: null, name: 'Ventas', cards: [cardOf('dso'), cardOf('cac')] });
});

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 2, 'acb'],
  [1, 1, 'abc'],
  [0, -1, 'abc'],
  [0, 9, 'bca'],
  [7, 0, 'abc'],
])('moves the one at %i to %i: %s', (from, to, expected) => {
  expect(moved([...'abc'], from, to).join('')).toBe(expected);
});

test('adds a KPI once, at the end, up to what a board can hold', () => {
  expect(added([cardOf('nps')], 'dso')).toEqual([cardOf('nps'), cardOf('dso')]);
  expect(added(cards, 'nps')).toBe(cards);
  const full = Array.from({ length: most }, (_, index) => cardOf(`k${index}`));
  expect(added(full, 'nps')).toBe(full);
});

test('knows whether anything would be lost', () => {
  const before = draftOf('itself', shared, names);
  expect(isChanged(before, { ...before, cards: [...before.cards] })).toBe(false);
  expect(isChanged(before, { ...before, name: 'Martes' })).toBe(true);
  expect(isChanged(before, { ...before, cards: [] })).toBe(true);
});
