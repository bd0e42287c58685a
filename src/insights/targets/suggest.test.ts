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
  expect(year?.code === 'last_year' && year.relative).toBeCloseTo(110 / 90 - 1, 10);
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

test('compared with what was: the share of last year, the best of the periods, on the side that is good', () => {
  const reasons = (more: object) => suggestTarget({ ...asked, ...more })?.reasons ?? [];
  expect(reasons({})).toEqual([
    { code: 'expected', value: 100_000, low: expect.closeTo(100_000 - 12_815.5, 0), high: expect.closeTo(100_000 + 12_815.5, 0) },
    { code: 'ambition', share: 0.3 },
    { code: 'last_year', value: 90_000, change: 20_000, relative: expect.closeTo(110 / 90 - 1, 10) },
    { code: 'best', value: 110_000 },
  ]);
  expect(reasons({ direction: 'down' }).at(-1)).toEqual({ code: 'best', value: 80_000 });
  expect(reasons({ lastYear: 0 })[2]).toEqual({ code: 'last_year', value: 0, change: 110_000, relative: null });
  // An NPS of −10 that should be 5: 15 points, and no share of −10.
  const nps = { unit: 'score', expected: { mean: 5, deviation: 0 }, lastYear: -10, bounds: [-100, 100] };
  expect(reasons(nps)[2]).toEqual({ code: 'last_year', value: -10, change: 15, relative: null });
  const rate = { unit: 'rate', expected: { mean: 0.3, deviation: 0 }, lastYear: 0.25, bounds: [0, 1] };
  expect(reasons(rate)[2]).toEqual({ code: 'last_year', value: 0.25, change: expect.closeTo(0.05, 12), relative: null });
  expect(reasons({ lastYear: null }).map(({ code }) => code)).toEqual(['expected', 'ambition', 'best']);
  expect(reasons({ recent: [] }).map(({ code }) => code)).toEqual(['expected', 'ambition', 'last_year']);
  expect(reasons({ bounds: [95_000, 105_000] })[0]).toMatchObject({ low: 95_000, high: 105_000 });
});

test('where less is better the aim lies below what is expected: 100,000 − 0.524·10,000', () => {
  expect(suggestTarget({ ...asked, direction: 'down', unit: 'days' })?.value).toBe(95_000);
  expect(suggestTarget({ ...asked, unit: 'days', expected: { mean: 100, deviation: 10 } })?.value).toBe(110);
  expect(suggestTarget({ ...asked, bounds: [0, 102_000] })?.value).toBe(100_000);
  expect(suggestTarget({ ...asked, bounds: [150_000, 200_000] })?.value).toBe(150_000);
});

test('a band needs three periods, whatever is expected; its middle is told, and it keeps to what can be', () => {
  const band = { ...asked, direction: 'none', unit: 'ratio' } as const;
  expect(suggestTarget({ ...band, recent: [1, 2] })).toBeNull();
  const found = suggestTarget({ ...band, recent: [5, 1, 4, 2, 3], bounds: [2, 4] });
  // Of 1 to 5: 1.4, 3 and 4.6.
  expect(found).toMatchObject({ value: null, low: 2, high: 4 });
  expect(found?.reasons).toEqual([{ code: 'usual', value: 3, low: expect.closeTo(1.4, 10), high: expect.closeTo(4.6, 10) }]);
});

test('a short history: its mean, within what can be, beside last year and the best', () => {
  const found = suggestTarget({ ...asked, expected: null, lastYear: 10, recent: [10, 20, 40], bounds: [0, 20], unit: 'count' });
  expect(found).toEqual({
    value: 20,
    low: null,
    high: null,
    reasons: [
      { code: 'short_history', value: expect.closeTo(70 / 3, 10), share: null },
      { code: 'last_year', value: 10, change: 10, relative: 1 },
      { code: 'best', value: 40 },
    ],
  });
  // A forecast needs no three periods beside it.
  expect(suggestTarget({ ...asked, recent: [1] })?.value).toBe(110_000);
});

test('rounding: negatives as their size, what is no number as it is', () => {
  expect([
    roundTarget(-123_456, 'money'),
    roundTarget(99.4, 'count'),
    roundTarget(100.6, 'count'),
    roundTarget(-47.4, 'count'),
    roundTarget(14.26, 'days'),
    roundTarget(142.6, 'days'),
    roundTarget(0.04, 'days'),
    roundTarget(Number.POSITIVE_INFINITY, 'money'),
  ]).toEqual([-120_000, 99, 100, -47, 14.3, 140, 0, Number.POSITIVE_INFINITY]);
});
