import { describe, expect, test } from 'vitest';
import { type Effect, type EffectAsked, type EffectPeriod, effectOf, leastPeriods, sidesAround, sidesOf } from './effect.ts';

const months = (values: readonly (number | null)[]): readonly EffectPeriod[] =>
  values.map((value, index) => {
    const month = Temporal.PlainYearMonth.from('2025-01').add({ months: index });
    return { start: `${month}-01`, end: month.toPlainDate({ day: month.daysInMonth }).toString(), value };
  });
const asked = (values: readonly (number | null)[], on: string, more: Partial<EffectAsked> = {}): EffectAsked => ({
  points: months(values),
  control: null,
  on,
  season: 12,
  isScaled: false,
  bounds: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  least: leastPeriods.month,
  ...more,
});
const found = (...given: Parameters<typeof asked>): Effect => {
  const effect = effectOf(asked(...given));
  if (typeof effect === 'string') throw new Error(effect);
  return effect;
};

/** Strays that neither a level nor a line can take: four of them have no mean and no slope. */
const stray = [0.5, -0.5, -0.5, 0.5];
const strays = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => stray[index % 4] ?? 0);

describe('which side a period is on', () => {
  const points = months([1, 2, 3, 4]);
  test.each([
    ['2025-03-01', { before: 2, after: 2 }],
    // Three days of March are not a month before.
    ['2025-03-04', { before: 2, after: 2 }],
    ['2025-03-15', { before: 2, after: 3 }],
    ['2025-03-30', { before: 3, after: 3 }],
    ['2024-01-01', { before: 0, after: 0 }],
    ['2026-01-01', { before: 4, after: 4 }],
  ])('%s', (on, sides) => expect(sidesOf(points, on)).toEqual(sides));
});

describe('an effect', () => {
  test('is not what the trend brings anyhow', () => {
    const rising = strays(16).map((error, index) => 10 + index + error);
    expect(found(rising, '2025-09-01')).toMatchObject({ state: 'unclear', method: 'trend' });
    const lifted = rising.map((value, index) => value + (index >= 12 ? 6 : 0));
    const effect = found(lifted, '2026-01-01');
    expect(effect.value).toBeCloseTo(6, 6);
    expect(effect).toMatchObject({ state: 'clear', before: { periods: 12 }, after: { periods: 4 }, left: 0 });
    // 22, 23, 24, 25 were to be expected and the line says so; without control for it the rise would be taken for 14.
    expect(effect.after.expected).toBeCloseTo(23.5, 6);
    expect(effect.expected[15]?.value).toBeCloseTo(25, 6);
    expect(effect.after.mean - effect.before.mean).toBeCloseTo(14, 6);
  });

  test('is not the season either', () => {
    const season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 2];
    const values = strays(33).map((error, index) => (100 + error * 4) * (season[index % 12] ?? 1));
    // From July 2027: October to December would look like a success.
    const effect = found(values.concat(strays(3).map((error, index) => (100 + error) * (season[9 + index] ?? 1))), '2027-10-01');
    expect(effect.isSeasonal).toBe(true);
    expect(Math.abs(effect.value)).toBeLessThan(0.05 * effect.after.expected);
  });

  test('is not what happened to all', () => {
    const slump = (index: number): number => (index >= 10 ? -8 : 0);
    const own = strays(16).map((error, index) => 50 + error + slump(index) + (index >= 10 ? 3 : 0));
    const others = strays(16).map((error, index) => 40 - error * 0.5 + slump(index));
    expect(found(own, '2025-11-01').value).toBeLessThan(0);
    const effect = found(own, '2025-11-01', { control: months(others) });
    expect(effect).toMatchObject({ method: 'comparison', isParallel: true, state: 'clear' });
    // Own: 50 → 45 by −5; the others: 40 → 32 by −8: 3, but for the strays.
    expect(effect.value).toBeCloseTo(3, 0);
  });

  test('of sums is held against the others brought to its size', () => {
    const others = strays(14).map((error, index) => 1000 + 10 * error + (index >= 10 ? 500 : 0));
    const own = strays(14).map((error, index) => 100 - error + (index >= 10 ? 50 : 0));
    const effect = found(own, '2025-11-01', { control: months(others), isScaled: true });
    // A tenth of theirs: both rose by half.
    expect(Math.abs(effect.value)).toBeLessThan(1);
    expect(effect.state).toBe('unclear');
  });

  test('is not that a spike, for which something was done, came back by itself', () => {
    // About 3 for a year, 6 in the three months before something was done, and 3 again: the line through the spike says 6 and more.
    const past = [...strays(12).map((error) => 3 + error), 6, 6.3, 5.9];
    const effect = found([...past, 3, 2.6, 3.2, 2.8, 3, 3.1, 2.9, 3.2], '2026-04-01');
    expect(effect.interval[1]).toBeLessThan(0);
    expect(effect).toMatchObject({ state: 'unclear', isAfterSpike: true });
    // What falls below what it had always been is no way back.
    const lower = found([...past, 0.2, 0.4, 0.1, 0.3, 0.2, 0.1, 0.3, 0.2], '2026-04-01');
    expect(lower).toMatchObject({ state: 'clear', isAfterSpike: false });
  });

  test('of series that went apart before carries their own way apart on, or is not clear where that is short', () => {
    const own = strays(24).map((error, index) => 10 + index + error);
    const control = months(strays(24).map((error) => 10 - error / 2));
    const long = found(own, '2026-09-01', { control });
    expect(long).toMatchObject({ method: 'comparison', isParallel: false, state: 'unclear' });
    expect(Math.abs(long.value)).toBeLessThan(1);
    // Ten months before are too few for a line: far apart, and nothing said all the same.
    const short = found(own, '2025-11-01', { control });
    expect(short).toMatchObject({ isParallel: false, state: 'unclear' });
    expect(short.value).toBeGreaterThan(5);
  });

  test('of a series with gaps goes by the calendar all the same', () => {
    const rising: (number | null)[] = strays(18).map((error, index) => 10 + index + error + (index >= 12 ? 6 : 0));
    rising[3] = null;
    rising[4] = null;
    const effect = found(rising, '2026-01-01');
    expect(effect.before.periods).toBe(10);
    // Two gaps move the line a little; taken for periods in a row, it would be off by far more.
    expect(Math.abs(effect.value - 6)).toBeLessThan(0.5);
    expect(effectOf(asked([...rising.slice(0, 12), null, null, 30, 31], '2026-01-01'))).toBe('too_few_after');
  });

  test('that lacks a period of the others stands on the trend', () => {
    const own = strays(16).map((error, index) => 10 + index + error);
    expect(found(own, '2026-01-01', { control: months([...own.slice(0, 15), null]) }).method).toBe('trend');
  });

  test('of a share is not expected above 1', () => {
    const own = strays(12).map((error, index) => 0.5 + 0.05 * Math.min(index, 8) + error / 50);
    const bounded = effectOf(asked(own, '2025-10-01', { bounds: [0, 1] }));
    // 0.95, 1 and 1.05: 1 on average, and no month above.
    expect(typeof bounded === 'string' ? bounded : bounded.expected.every(({ value }) => (value ?? 9) <= 1)).toBe(true);
    const steep = strays(14).map((error, index) => Math.min(1, 0.2 + 0.1 * index) + error / 50);
    expect(effectOf(asked(steep, '2025-09-01', { bounds: [0, 1] }))).toBe('beyond_bounds');
  });
});

test('nothing is said of too few periods, nor of what never varies', () => {
  const values = strays(20);
  expect(effectOf(asked(values.slice(0, 14), '2026-01-01'))).toBe('too_early');
  expect(effectOf(asked(values, '2025-08-01'))).toBe('too_few_before');
  expect(
    effectOf(
      asked(
        Array.from({ length: 20 }, () => 3),
        '2025-12-01',
      ),
    ),
  ).toBe('without_variation');
});

describe('what lasted', () => {
  /** 20 a month; 26 from January to April 2026, 32 after. */
  const values = strays(20).map((error, index) => error + (index < 12 ? 20 : index < 16 ? 26 : 32));

  test('what came while it lasted is held against what was before', () => {
    const during = found(values.slice(0, 16), '2026-01-01');
    expect(during.value).toBeCloseTo(6, 6);
    expect(during.after.periods).toBe(4);
  });

  test('what came after its end too, and its own months are on neither side', () => {
    const later = found(values, '2026-01-01', { resumes: '2026-05-01' });
    expect(later.value).toBeCloseTo(12, 6);
    expect(later).toMatchObject({ state: 'clear', left: 4, before: { periods: 12 }, after: { periods: 4 } });
    // As if it were one moment, both are mixed.
    expect(found(values, '2026-01-01').value).not.toBeCloseTo(12, 1);
    // A month that holds the end is on neither side.
    expect(sidesAround(months(values), '2026-01-01', '2026-05-15')).toEqual({ before: 12, after: 17 });
  });

  test('right after the end it is too early', () => {
    expect(effectOf(asked(values.slice(0, 18), '2026-01-01', { resumes: '2026-05-01' }))).toBe('too_early');
  });
});
