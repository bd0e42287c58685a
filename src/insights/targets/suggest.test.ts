import { expect, test } from 'vitest';
import { roundTarget, suggestTarget } from './suggest.ts';

const asked = {
  direction: 'up',
  unit: 'money',
  expected: { mean: 100_000, deviation: 10_000 },
  lastYear: 90_000,
  recent: [80_000, 90_000, 110_000],
  bounds: [0, 1e12],
} as const;

test('what would be reached three times of ten, rounded as people do: 100,000 + 0.524·10,000', () => {
  const found = suggestTarget(asked);
  expect(found?.value).toBe(110_000);
  expect(found?.reasons.map(({ code }) => code)).toEqual(['expected', 'ambition', 'last_year', 'best']);
  // 1.2816·10,000 either side.
  const [expected] = found?.reasons ?? [];
  expect(expected?.code === 'expected' && expected.low).toBeCloseTo(87_184.5, 0);
  const year = found?.reasons.find(({ code }) => code === 'last_year');
  expect(year?.code === 'last_year' && year.share).toBeCloseTo(110 / 90 - 1, 10);
});

test('downwards where less is better, and never beyond what can be', () => {
  const rate = {
    ...asked,
    direction: 'down',
    unit: 'rate',
    expected: { mean: 0.02, deviation: 0.1 },
    lastYear: null,
    recent: [0.02, 0.03, 0.04],
    bounds: [0, 1],
  } as const;
  expect(suggestTarget(rate)?.value).toBe(0);
});

test('a band for what should be neither high nor low: the middle eight of ten', () => {
  const recent = Array.from({ length: 11 }, (_, index) => index);
  expect(suggestTarget({ ...asked, direction: 'band', unit: 'ratio', expected: null, recent })).toMatchObject({
    value: null,
    low: 1,
    high: 9,
  });
});

test('with little history the mean, said so; with none nothing', () => {
  expect(suggestTarget({ ...asked, expected: null, recent: [10, 20, 30] })).toMatchObject({
    value: 20,
    reasons: [{ code: 'short_history', value: 20 }, {}, {}],
  });
  expect(suggestTarget({ ...asked, expected: null, recent: [10, 20] })).toBeNull();
});

test('rounds to two leading digits, counts below a hundred to one, rates to a thousandth', () => {
  expect([
    roundTarget(123_456, 'money'),
    roundTarget(47.4, 'count'),
    roundTarget(0.12345, 'rate'),
    roundTarget(2.345, 'days'),
    roundTarget(0, 'money'),
  ]).toEqual([120_000, 47, 0.123, 2.3, 0]);
});
