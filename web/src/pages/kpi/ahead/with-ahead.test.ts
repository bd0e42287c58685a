import { expect, test } from 'vitest';
import { type Aimed, aimOf, type Placed, withAhead } from './with-ahead.ts';

const month = (start: string, end: string) => ({ start, end });
const [may, june, july] = [month('2026-05-01', '2026-05-31'), month('2026-06-01', '2026-06-30'), month('2026-07-01', '2026-07-31')];
const year = month('2026-01-01', '2026-12-31');
const aim = (kind: Aimed['kind'], period: Aimed['period'], value: number): Aimed => ({ kind, period, value, low: null, high: null });
const placed = (period: Aimed['period'], value: number | null): Placed => ({
  period,
  point: { label: period.start, value, ci: null, final: true, compared: null },
});

test('a sum has the target of its own stretch, a level that of any stretch around it, the narrowest first', () => {
  expect(aimOf(june, [aim('flow', year, 1200)])).toBeNull();
  expect(aimOf(june, [aim('flow', year, 1200), aim('flow', june, 100)])?.value).toBe(100);
  expect(aimOf(june, [aim('level', year, 0.9)])?.value).toBe(0.9);
  expect(aimOf(june, [aim('level', year, 0.9), aim('level', june, 0.8)])?.value).toBe(0.8);
  // What is told of an end is of the period that ends there.
  expect(aimOf(june, [aim('stock', month('2026-04-01', '2026-06-30'), 7)])?.value).toBe(7);
  expect(aimOf(may, [aim('stock', month('2026-04-01', '2026-06-30'), 7)])).toBeNull();
});

test('goes on with what is expected, beside the year before; what has a period already is not told twice', () => {
  const known = [placed(month('2025-07-01', '2025-07-31'), 5), placed(may, 8), placed(june, null)];
  const foreseen = [
    { ...june, value: 9, inner: [8, 10] as [number, number], outer: [7, 11] as [number, number] },
    { ...july, value: 10, inner: [8, 12] as [number, number], outer: [6, 14] as [number, number] },
  ];
  const all = withAhead(known, { aims: [aim('flow', july, 12)], foreseen, label: ({ start }) => start, isYear: true });
  expect(all.map(({ period }) => period.start)).toEqual(['2025-07-01', '2026-05-01', '2026-06-01', '2026-07-01']);
  expect(all.map(({ point }) => point.ahead?.value ?? null)).toEqual([null, null, 9, 10]);
  expect(all[3]?.point).toMatchObject({ value: null, compared: 5, aim: { value: 12 }, label: '2026-07-01' });
  expect(withAhead(known, { aims: [], foreseen, label: String, isYear: false })[3]?.point.compared).toBeNull();
});
