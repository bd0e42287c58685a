import { expect, test } from 'vitest';
import type { Lists } from './lists.ts';
import { timelineOf } from './timeline.ts';

const nothing: Lists = {
  contacts: null,
  deals: null,
  orders: null,
  invoices: null,
  tickets: null,
  activities: null,
  answers: null,
  contracts: null,
};
const order = (id: string, on: string, more = {}) => ({ id, on, status: 'completed', amount: 10, isReturn: false, ...more });
const call = (id: string, on: string) => ({
  id,
  on,
  type: 'call',
  direction: 'in',
  topic: 'Pedido',
  subject: null,
  owner: null,
  connected: true,
});

test('the latest first, nothing after the day, nothing of cancelled orders', () => {
  const orders = {
    total: 4,
    rows: [
      order('p4', '2024-04-01'),
      order('p3', '2024-03-01', { isReturn: true }),
      order('p2', '2024-02-01', { status: 'cancelled' }),
      order('p1', '2024-01-01'),
    ],
  };
  const events = timelineOf(
    { ...nothing, orders },
    [
      { stage: 'customer', from: '2024-01-01' },
      { stage: 'lapsed', from: '2025-01-01' },
    ],
    { day: '2024-03-31', limit: 9 },
  );
  expect(events.map(({ on, kind, id }) => [on, kind, id])).toEqual([
    ['2024-03-01', 'return', 'p3'],
    ['2024-01-01', 'order', 'p1'],
    ['2024-01-01', 'stage', 'customer'],
  ]);
});

test('it ends where a list was cut short: before that, silence would be false', () => {
  const activities = { total: 90, rows: [call('c2', '2024-03-02'), call('c1', '2024-02-15')] };
  const orders = { total: 2, rows: [order('p2', '2024-03-01'), order('p1', '2024-01-01')] };
  const events = timelineOf({ ...nothing, activities, orders }, [], { day: '2024-12-31', limit: 9 });
  expect(events.map(({ id }) => id)).toEqual(['c2', 'p2', 'c1']);
  expect(events[0]).toMatchObject({ text: 'Pedido', type: 'call' });
});
