import { expect, it } from 'vitest';
import { recentPeriods } from './recent-periods.ts';

const of = (lastDay: string, grain: string): readonly string[] =>
  recentPeriods(lastDay).flatMap((period) => (period.grain === grain ? [`${period.start} ${period.end}`] : []));

it('begins with the period that ends on the day itself', () => {
  expect(of('2026-12-31', 'month')[0]).toBe('2026-12-01 2026-12-31');
  expect(of('2026-12-31', 'quarter')[0]).toBe('2026-10-01 2026-12-31');
  expect(of('2026-12-31', 'year')[0]).toBe('2026-01-01 2026-12-31');
});

it('leaves out what is not over, across a year and a leap February', () => {
  expect(of('2024-03-15', 'month').slice(0, 3)).toEqual(['2024-02-01 2024-02-29', '2024-01-01 2024-01-31', '2023-12-01 2023-12-31']);
  expect(of('2024-03-15', 'quarter')[0]).toBe('2023-10-01 2023-12-31');
  expect(of('2024-03-15', 'year')[0]).toBe('2023-01-01 2023-12-31');
  expect(of('2024-03-15', 'month')).toHaveLength(12);
});

it('knows none without data', () => {
  expect(recentPeriods(null)).toEqual([]);
});
