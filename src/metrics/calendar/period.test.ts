import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysIn, defaultRange, periodsOf, shiftPeriod, yearBefore } from './period.ts';

const monday = { week_starts_on: 'monday', fiscal_year_starts_in: 1 } as const;
const sunday = { week_starts_on: 'sunday', fiscal_year_starts_in: 1 } as const;
const april = { week_starts_on: 'monday', fiscal_year_starts_in: 4 } as const;

describe('periodsOf', () => {
  test('months cut by the range are clipped', () => {
    expect(periodsOf({ start: '2024-01-15', end: '2024-03-10' }, 'month', monday)).toEqual([
      { start: '2024-01-15', end: '2024-01-31' },
      { start: '2024-02-01', end: '2024-02-29' },
      { start: '2024-03-01', end: '2024-03-10' },
    ]);
  });
  test('weeks begin on the day the workspace says', () => {
    const range = { start: '2024-01-01', end: '2024-01-14' };
    expect(periodsOf(range, 'week', monday).map(({ start }) => start)).toEqual(['2024-01-01', '2024-01-08']);
    expect(periodsOf(range, 'week', sunday).map(({ start }) => start)).toEqual(['2024-01-01', '2024-01-07', '2024-01-14']);
  });
  test('quarters and years are the fiscal year’s', () => {
    const range = { start: '2024-01-01', end: '2024-12-31' };
    expect(periodsOf(range, 'year', april)).toEqual([
      { start: '2024-01-01', end: '2024-03-31' },
      { start: '2024-04-01', end: '2024-12-31' },
    ]);
    expect(periodsOf(range, 'quarter', { ...monday, fiscal_year_starts_in: 2 }).map(({ start }) => start)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-05-01',
      '2024-08-01',
      '2024-11-01',
    ]);
  });
  test('every day of a range is in exactly one period, whatever the calendar', () => {
    const grain = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'total');
    const weekday = fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 900 }),
        grain,
        weekday,
        fc.integer({ min: 1, max: 12 }),
        (offset, length, by, week_starts_on, month) => {
          const start = addDays('2005-01-01', offset);
          const end = addDays(start, length);
          const periods = periodsOf({ start, end }, by, { week_starts_on, fiscal_year_starts_in: month });
          expect(periods[0]?.start).toBe(start);
          expect(periods.at(-1)?.end).toBe(end);
          periods.forEach((period, index) => {
            expect(period.start <= period.end).toBe(true);
            if (index > 0) expect(addDays(periods[index - 1]?.end ?? '', 1)).toBe(period.start);
          });
          expect(periods.reduce((sum, period) => sum + daysIn(period), 0)).toBe(length + 1);
        },
      ),
    );
  });
});

test('the default range is the 12 whole months before the watermark', () => {
  expect(defaultRange('2017-12-31')).toEqual({ start: '2017-01-01', end: '2017-12-31' });
  expect(defaultRange('2011-12-08')).toEqual({ start: '2010-12-01', end: '2011-11-30' });
  expect(defaultRange('2024-02-28')).toEqual({ start: '2023-02-01', end: '2024-01-31' });
});

describe('comparisons', () => {
  test('a whole month steps back to the whole month before', () => {
    expect(shiftPeriod({ start: '2024-03-01', end: '2024-03-31' }, 'month', 1, monday)).toEqual({ start: '2024-02-01', end: '2024-02-29' });
  });
  test('a running month compares with the same days of the month before', () => {
    expect(shiftPeriod({ start: '2024-03-01', end: '2024-03-10' }, 'month', 1, monday)).toEqual({ start: '2024-02-01', end: '2024-02-10' });
    expect(shiftPeriod({ start: '2023-03-01', end: '2023-03-30' }, 'month', 1, monday)).toEqual({ start: '2023-02-01', end: '2023-02-28' });
  });
  test('a range without grain steps back by its own length', () => {
    expect(shiftPeriod({ start: '2024-03-11', end: '2024-03-20' }, 'total', 1, monday)).toEqual({ start: '2024-03-01', end: '2024-03-10' });
  });
  test('a year before keeps month ends', () => {
    expect(yearBefore({ start: '2024-02-01', end: '2024-02-29' })).toEqual({ start: '2023-02-01', end: '2023-02-28' });
    expect(yearBefore({ start: '2025-02-01', end: '2025-02-28' })).toEqual({ start: '2024-02-01', end: '2024-02-29' });
  });
});
