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

test('what does not divide is given to those that lost most, of alike to the first; cents stay cents', () => {
  expect(roundedShares(10, [1, 2, 1], 1)).toEqual([3, 5, 2]);
  // 0.95, 2.85 and 1.2 of five: the second and the first lost most.
  expect(roundedShares(5, [0.95, 2.85, 1.2], 1)).toEqual([1, 3, 1]);
  expect(roundedShares(0.3, [1, 1, 1], 0.01)).toEqual([0.1, 0.1, 0.1]);
  expect(roundedShares(-1, [1, 1, 1], 1).reduce((sum, part) => sum + part, 0)).toBe(-1);
});

test('without a working day, or a season, all count alike', () => {
  const weekends = [
    { start: '2024-02-03', end: '2024-02-04' },
    { start: '2024-02-10', end: '2024-02-11' },
  ];
  expect(spreadOver(10, weekends, 'working_days', { ...plain, step: 1 })).toEqual([5, 5]);
  expect(spreadOver(30, months, 'seasonal', { ...plain, step: 1 })).toEqual([10, 10, 10]);
  // A month that the seasons do not know is a usual one.
  expect(spreadOver(40, months, 'seasonal', { ...plain, seasons: new Map([[2, 2]]), step: 1 })).toEqual([10, 20, 10]);
  expect(spreadOver(30, months, 'even', { ...plain, seasons: new Map([[2, 2]]), step: 1 })).toEqual([10, 10, 10]);
});

test('seasons of quarters go by the month in which each begins, whatever month the history begins in', () => {
  const history = Array.from({ length: 12 }, (_, index) => ({
    start: Temporal.PlainDate.from('2021-11-01')
      .add({ months: 3 * index })
      .toString(),
    value: index % 4 === 1 ? 30 : 10,
  }));
  const seasons = seasonsOf(history, 4);
  expect([...(seasons?.keys() ?? [])]).toEqual([11, 2, 5, 8]);
  expect(seasons?.get(2)).toBeCloseTo(2, 10);
  expect(seasons?.get(8)).toBeCloseTo(2 / 3, 10);
});

test('a week has the part of its months that its working days are', () => {
  // 22 working days in January 2026, of which New Year is none here; 20 in February.
  const weeks = ['2026-01-19', '2026-01-26', '2026-02-02'].map((start) => ({
    start,
    end: Temporal.PlainDate.from(start).add({ days: 6 }).toString(),
  }));
  const seasons = new Map([
    [1, 2.2],
    [2, 1],
  ]);
  // 5 · 2.2 / 22, the same, 5 · 1 / 20.
  expect(spreadOver(1250, weeks, 'seasonal', { settings: { holidays: [] }, seasons, step: 0.01 })).toEqual([500, 500, 250]);
  // Of two holidays at its end the last week of January has two days less, the others have more of the month: 5, 3 of 20, 5 of 20.
  const holidays = ['2026-01-29', '2026-01-30'];
  expect(spreadOver(1130, weeks, 'seasonal', { settings: { holidays }, seasons, step: 1 })).toEqual([550, 330, 250]);
  // A week of two months has of each.
  const across = { start: '2026-03-30', end: '2026-04-05' };
  const [one, other] = spreadOver(1000, [across, { start: '2026-04-06', end: '2026-04-12' }], 'seasonal', {
    settings: { holidays: [] },
    seasons: new Map([
      [3, 2.2],
      [4, 2.2],
    ]),
    step: 1,
  });
  // Two of 22 days of March and three of 22 of April are as much as five of 22 of April.
  expect([one, other]).toEqual([500, 500]);
});
