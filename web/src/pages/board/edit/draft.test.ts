import { expect, test } from 'vitest';
import { type Chosen, cardOf } from '../chosen.ts';
import { added, changed, draftOf, isChanged, moved } from './draft.ts';

const names = { fresh: 'Mi tablero', copyOf: (name: string) => `${name} (copia)` };
const cards = [{ kpi: 'nps', variant: 'by_product', width: 2 }];
const shared: Chosen = {
  is: 'board',
  board: {
    id: 'b1',
    name: 'Lunes',
    shared: true,
    mine: false,
    editable: true,
    updated_at: '',
    version: 3,
    layout: { cards, goals: ['growth'] },
  },
};
const template: Chosen = { is: 'template', template: { id: 'sales', name: 'Ventas', about: '', kpis: ['dso', 'cac'] } };

test('a draft begins from nothing, from the board itself, or from a copy, which is private and has no id', () => {
  expect(draftOf('nothing', shared, names)).toEqual({ id: null, version: null, name: 'Mi tablero', shared: false, cards: [], goals: [] });
  expect(draftOf('itself', shared, names)).toEqual({ id: 'b1', version: 3, name: 'Lunes', shared: true, cards, goals: ['growth'] });
  expect(draftOf('copy', shared, names)).toEqual({
    id: null,
    version: null,
    name: 'Lunes (copia)',
    shared: false,
    cards,
    goals: ['growth'],
  });
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
  expect(added([cardOf('nps')], 'dso', 2)).toEqual([cardOf('nps'), cardOf('dso')]);
  expect(added(cards, 'nps', 60)).toBe(cards);
  const full = [cardOf('dso'), cardOf('cac')];
  expect(added(full, 'nps', 2)).toBe(full);
});

test('changes the variant and the width of one card and leaves the others', () => {
  const [one, other] = [cardOf('nps'), cardOf('dso')];
  expect(changed([one, other], other, { width: 2 })).toEqual([one, { kpi: 'dso', variant: null, width: 2 }]);
  expect(changed([one, other], one, { variant: 'by_product' })).toEqual([{ kpi: 'nps', variant: 'by_product', width: 1 }, other]);
});

test('knows whether anything would be lost', () => {
  const before = draftOf('itself', shared, names);
  expect(isChanged(before, { ...before, cards: [...before.cards] })).toBe(false);
  expect(isChanged(before, { ...before, name: 'Martes' })).toBe(true);
  expect(isChanged(before, { ...before, cards: [] })).toBe(true);
});
