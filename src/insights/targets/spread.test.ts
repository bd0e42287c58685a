import { expect, test } from 'vitest';
import { roundedShares, seasonsOf, spreadOver } from './spread.ts';

const months = ['01', '02', '03'].map((month, index) => ({ start: `2024-${month}-01`, end: `2024-${month}-${[31, 29, 31][index]}` }));
const plain = { settings: { holidays: [] }, seasons: null };

test('shares add up to the cent: the largest remainder takes what is left', () => {
  expect(roundedShares(100, [1, 1, 1], 0.01)).toEqual([33.34, 33.33, 33.33]);
  expect(roundedShares(10, [3, 3, 1], 1)).toEqual([4, 4, 2]);
  expect(roundedShares(0, [1, 2], 0.01)).toEqual([0, 0]);
});

test('evenly, and by working days: 23, 21 and 21 in the first quarter of 2024', () => {
  expect(spreadOver(300, months, 'even', { ...plain, step: 0.01 })).toEqual([100, 100, 100]);
  expect(spreadOver(650, months, 'working_days', { ...plain, step: 0.01 })).toEqual([230, 210, 210]);
});

test('as the own year goes: two flat years with a double December', () => {
  const history = Array.from({ length: 36 }, (_, index) => ({
    start: Temporal.PlainDate.from('2021-04-01').add({ months: index }).toString(),
    value: (index + 3) % 12 === 11 ? 220 : 110,
  }));
  const seasons = seasonsOf(history, 12);
  expect((seasons?.get(12) ?? 0) / (seasons?.get(6) ?? 1)).toBeCloseTo(2, 10);
  const year = Array.from({ length: 12 }, (_, index) => {
    const start = Temporal.PlainDate.from('2024-01-01').add({ months: index });
    return { start: start.toString(), end: start.add({ months: 1 }).subtract({ days: 1 }).toString() };
  });
  const parts = spreadOver(1300, year, 'seasonal', { settings: { holidays: [] }, seasons, step: 1 });
  expect(parts).toEqual([...new Array(11).fill(100), 200]);
});

test('too little history or a gap tells no season', () => {
  expect(seasonsOf([{ start: '2024-01-01', value: 1 }], 12)).toBeNull();
  expect(
    seasonsOf(
      Array.from({ length: 36 }, (_, index) => ({ start: '2024-01-01', value: index === 9 ? null : 5 })),
      12,
    ),
  ).toBeNull();
});
