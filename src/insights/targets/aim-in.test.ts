import { describe, expect, test } from 'vitest';
import { aimIn, daysOf, heldOn } from './aim-in.ts';
import type { Target } from './target.ts';

const work = { holidays: [] };
const target = (id: string, start: string, end: string, value: number | null, more: Partial<Target> = {}): Target => ({
  id,
  source: 'cuadro',
  kpi: 'total_sales',
  scope: null,
  period: { start, end },
  value,
  low: null,
  high: null,
  objective: null,
  ...more,
});
const january = target('a', '2024-01-01', '2024-01-31', 100);
const february = target('b', '2024-02-01', '2024-02-29', 210);
const march = target('c', '2024-03-01', '2024-03-31', 90);
const quarter = { start: '2024-01-01', end: '2024-03-31' };

test('of several for a day the shortest holds, then the greater id', () => {
  const year = target('z', '2024-01-01', '2024-12-31', 999);
  expect(heldOn('2024-02-10', [year, february])?.id).toBe('b');
  expect(heldOn('2024-02-10', [target('b2', '2024-02-01', '2024-02-29', 1), february])?.id).toBe('b2');
  expect(heldOn('2025-02-10', [year, february])).toBeNull();
});

describe('what adds up', () => {
  test('a quarter is the sum of its months', () => {
    expect(aimIn(quarter, [january, february, march], 'flow', work)).toMatchObject({ value: 400, from: 'sum' });
  });

  test('a month without a target leaves the quarter without one', () => {
    expect(aimIn(quarter, [january, march], 'flow', work)).toBeNull();
  });

  test('part of a month has its working days: 14 of the 20 of February 2024 with a holiday', () => {
    // The example of revenue_target_attainment: 21 working days less the 28th; 14 are over by the 20th.
    const held = aimIn({ start: '2024-02-01', end: '2024-02-20' }, [february], 'flow', { holidays: ['2024-02-28'] });
    expect(held?.value).toBeCloseTo((210 * 14) / 20, 10);
    expect(held?.from).toBe('part');
  });

  test('a weekend adds nothing, and a stretch without working days is spread over its days', () => {
    expect(aimIn({ start: '2024-02-03', end: '2024-02-04' }, [february], 'flow', work)?.value).toBe(0);
    const weekend = target('w', '2024-02-03', '2024-02-04', 10);
    expect(aimIn({ start: '2024-02-03', end: '2024-02-03' }, [weekend], 'flow', work)?.value).toBe(5);
  });

  test('its own target is what was set, to the last digit, and a band is spread like a value', () => {
    expect(aimIn(february.period, [february], 'flow', work)).toMatchObject({ value: 210, from: 'own' });
    const band = target('d', '2024-02-01', '2024-02-29', null, { low: 21, high: 42 });
    expect(aimIn({ start: '2024-02-01', end: '2024-02-01' }, [band], 'flow', work)).toMatchObject({ value: null, low: 1, high: 2 });
  });
});

test('a level is the mean over the days; of a longer period it is the same', () => {
  const low = target('a', '2024-02-01', '2024-02-29', 0.3);
  const high = target('b', '2024-03-01', '2024-03-31', 0.5);
  const both = aimIn({ start: '2024-02-01', end: '2024-03-31' }, [low, high], 'level', work);
  // 29 days of 0.3 and 31 of 0.5.
  expect(both?.value).toBeCloseTo((29 * 0.3 + 31 * 0.5) / 60, 12);
  expect(both?.from).toBe('mean');
  expect(aimIn({ start: '2024-02-01', end: '2024-02-10' }, [low], 'level', work)).toMatchObject({ value: 0.3, from: 'longer' });
});

test('a stock is that of the last day, and what is told of its own stretch only that of the very stretch', () => {
  expect(aimIn(quarter, [january, february, march], 'stock', work)).toMatchObject({ value: 90, from: 'last' });
  expect(aimIn(january.period, [target('y', '2024-01-01', '2024-12-31', 7)], 'stock', work)).toMatchObject({ value: 7, from: 'longer' });
  expect(aimIn(quarter, [january, february, march], 'whole', work)).toBeNull();
  expect(aimIn(january.period, [january], 'whole', work)).toMatchObject({ value: 100, from: 'own' });
});

describe('edges of periods', () => {
  test('a target holds on its first day and on its last; days are those of both', () => {
    expect(heldOn('2024-02-01', [february])?.id).toBe('b');
    expect(heldOn('2024-02-29', [february])?.id).toBe('b');
    expect(heldOn('2024-01-31', [february])).toBeNull();
    expect(heldOn('2024-03-01', [february])).toBeNull();
    expect(daysOf({ start: '2024-02-28', end: '2024-03-01' })).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(daysOf({ start: '2024-02-28', end: '2024-02-28' })).toEqual(['2024-02-28']);
  });

  test('the order in which targets are told does not matter; of alike the lesser id does not win', () => {
    const same = [
      target('a', '2024-02-01', '2024-02-29', 1),
      target('c', '2024-02-01', '2024-02-29', 3),
      target('b', '2024-02-01', '2024-02-29', 2),
    ];
    expect(heldOn('2024-02-10', same)?.id).toBe('c');
    expect(heldOn('2024-02-10', same.toReversed())?.id).toBe('c');
    const day = target('0', '2024-02-10', '2024-02-10', 9);
    expect(heldOn('2024-02-10', [day, ...same])?.id).toBe('0');
    expect(heldOn('2024-02-10', [...same, day])?.id).toBe('0');
  });

  test('those it rests on are told in order of time', () => {
    const ids = (...targets: readonly Target[]) => aimIn(quarter, targets, 'flow', work)?.targets.map(({ id }) => id);
    expect(ids(march, january, february)).toEqual(['a', 'b', 'c']);
    expect(ids(february, march, january)).toEqual(['a', 'b', 'c']);
    expect(aimIn(february.period, [february], 'flow', work)?.targets).toEqual([february]);
    expect(aimIn(february.period, [february], 'stock', work)).toMatchObject({ from: 'own', targets: [february] });
  });

  test('weekends without a target do not matter, working days do', () => {
    const week = target('w', '2024-02-05', '2024-02-09', 10);
    expect(aimIn({ start: '2024-02-03', end: '2024-02-11' }, [week], 'flow', work)).toMatchObject({ value: 10, from: 'part' });
    expect(aimIn({ start: '2024-02-02', end: '2024-02-11' }, [week], 'flow', work)).toBeNull();
    expect(aimIn({ start: '2024-02-03', end: '2024-02-04' }, [week], 'flow', work)).toBeNull();
    expect(aimIn({ start: '2024-02-03', end: '2024-02-04' }, [], 'flow', work)).toBeNull();
  });

  test('a month within a year that has one of its own takes that, the rest takes the year’s', () => {
    const year = target('y', '2024-01-01', '2024-12-31', 262);
    // 262 working days in 2024: 23 of them in January, 21 in March.
    const found = aimIn(quarter, [year, february], 'flow', work);
    expect(found?.value).toBeCloseTo(23 + 210 + 21, 10);
    expect(found?.from).toBe('sum');
    expect(aimIn(quarter, [year], 'flow', work)).toMatchObject({ from: 'part' });
  });

  test('what has no value has none in sum either, though it has a band', () => {
    const band = { ...february, value: null, low: 1, high: 2 };
    expect(aimIn({ start: '2024-01-01', end: '2024-02-29' }, [{ ...january, low: 3, high: null }, band], 'flow', work)).toMatchObject({
      value: null,
      low: 4,
      high: null,
    });
    expect(aimIn(january.period, [{ ...january, low: 3, high: 5 }], 'whole', work)).toMatchObject({ value: 100, low: 3, high: 5 });
    expect(aimIn(january.period, [{ ...january, low: 3, high: 5 }], 'stock', work)).toMatchObject({ value: 100, low: 3, high: 5 });
  });

  test('a stock is that of the very last day: of a longer period, of a shorter one, of none', () => {
    expect(aimIn({ start: '2024-01-01', end: '2024-01-15' }, [january], 'stock', work)).toMatchObject({ value: 100, from: 'longer' });
    expect(aimIn({ start: '2024-02-20', end: '2024-03-31' }, [february, march], 'stock', work)).toMatchObject({ value: 90, from: 'last' });
    expect(aimIn({ start: '2024-02-20', end: '2024-04-01' }, [february, march], 'stock', work)).toBeNull();
    expect(aimIn({ start: '2024-01-02', end: '2024-01-31' }, [january], 'whole', work)).toBeNull();
    expect(aimIn({ start: '2024-01-01', end: '2024-01-30' }, [january], 'whole', work)).toBeNull();
  });
});
