import { expect, test } from 'vitest';
import { type Board, cardsOf, chosenOf, type Template } from './chosen.ts';

const board: Board = {
  id: 'b1',
  name: 'Lunes',
  shared: false,
  mine: true,
  editable: true,
  updated_at: '2026-01-01T00:00:00.000Z',
  version: 1,
  layout: { cards: [{ kpi: 'nps', variant: 'by_product', width: 2 }], goals: [] },
};
const template: Template = { id: 'sales', name: 'Ventas', about: '…', kpis: ['total_sales', 'close_rate'] };
const chosen = (address: string) => chosenOf(address, [board], [template]);

test('an address without a board is the most urgent', () => {
  expect(chosen('')).toEqual({ is: 'urgent' });
  expect(chosenOf('urgent', [], [])).toEqual({ is: 'urgent' });
  expect(cardsOf(chosen(''))).toEqual([]);
});

test('a template and a board are found by what the address says, and nothing else is taken for them', () => {
  expect(chosen('role:sales')).toEqual({ is: 'template', template });
  expect(chosen('b1')).toEqual({ is: 'board', board });
  expect(['role:pilot', 'sales', 'b2', 'role:b1'].map((address) => chosen(address).is)).toEqual(['gone', 'gone', 'gone', 'gone']);
});

test('a board keeps its variants and widths; of a template every card is that in force', () => {
  expect(cardsOf(chosen('b1'))).toEqual(board.layout.cards);
  expect(cardsOf(chosen('role:sales'))).toEqual([
    { kpi: 'total_sales', variant: null, width: 1 },
    { kpi: 'close_rate', variant: null, width: 1 },
  ]);
});
