import { describe, expect, test } from 'vitest';
import { aimIn, heldOn } from './aim-in.ts';
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
