import { describe, expect, test } from 'vitest';
import { errorCorrelation, interruptedSeries, lagsFor, neweyWest, slopeInErrors } from './interrupted_series.ts';

/** Annual flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250,
  1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821,
  768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860,
  874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

const split = (before: readonly number[], after: readonly number[], gap: number, more: { trend: boolean; slope: boolean }) => ({
  values: [...before, ...after],
  times: [...before.keys(), ...after.map((_, index) => before.length + gap + index)],
  from: before.length + gap,
  ...more,
});

describe('an interrupted series', () => {
  test('of the Nile, dammed after 1898, falls from 1097.750 to 849.972 as Zeileis, Kleiber, Krämer and Hornik (2003) have it', () => {
    const found = interruptedSeries(split(nile.slice(0, 28), nile.slice(28), 0, { trend: false, slope: false }));
    expect(found?.lineAt(0)).toBeCloseTo(1097.75, 2);
    expect(found?.value).toBeCloseTo(849.972 - 1097.75, 3);
    expect(found?.interval[1]).toBeLessThan(-150);
    // The river did not rise or fall within either stretch: the line before carried on sees no less.
    const along = interruptedSeries(split(nile.slice(0, 28), nile.slice(28), 0, { trend: true, slope: true }));
    expect(along?.degrees).toBe(96);
  });

  test('by hand: on a line that rises by 1, a jump of 10', () => {
    // Errors of ±0.5 that neither line nor jump can take: 1 -1 -1 1 is orthogonal to level and slope.
    const stray = [0.5, -0.5, -0.5, 0.5];
    const before = stray.map((error, index) => 5 + index + error);
    const after = stray.map((error, index) => 5 + 4 + index + 10 + error);
    const found = interruptedSeries(split(before, after, 0, { trend: true, slope: true }));
    expect(found?.value).toBeCloseTo(10, 9);
    expect(found?.degrees).toBe(4);
    expect([0, 3, 7].map((time) => Math.round((found?.lineAt(time) ?? 0) * 1e6) / 1e6)).toEqual([5, 8, 12]);
    // s² = 8·0.25/4 = 0.5; the line before foresees the mean of the four after at distance 4 of its middle:
    // 1/4 + 4²/5 + 1/4 = 3.7, so the usual error is √(0.5·3.7) = 1.360147.
    expect(found?.error).toBeGreaterThanOrEqual(1.360147 - 1e-6);
    // t with 4 degrees: 2.776445.
    expect(((found?.interval[1] ?? 0) - 10) / (found?.error ?? 1)).toBeCloseTo(2.776445, 5);
  });

  test('with periods between that count on neither side, the line goes on through them', () => {
    const stray = [0.5, -0.5, -0.5, 0.5];
    const before = stray.map((error, index) => index + error);
    const after = stray.map((error, index) => 6 + index + 3 + error);
    expect(interruptedSeries(split(before, after, 2, { trend: true, slope: true }))?.value).toBeCloseTo(3, 9);
  });

  test('without anything that strays there is no error to tell', () => {
    expect(interruptedSeries(split([1, 1, 1, 1, 1], [2, 2, 2], 0, { trend: false, slope: false }))).toBeNull();
    expect(interruptedSeries(split([1, 2], [2], 0, { trend: false, slope: false }))).toBeNull();
  });
});

test('the variance by Newey and West, by hand', () => {
  // Parts 1, −1, 2: squares 6; neighbours −1 − 2 = −3 by half, twice: 6 − 3 = 3; times 3/(3 − 1).
  expect(neweyWest([1, 1, 1], [1, -1, 2], 1, 1)).toBeCloseTo(4.5, 12);
  expect(neweyWest([1, 1, 1], [1, -1, 2], 0, 1)).toBeCloseTo(9, 12);
  expect([11, 30, 100].map(lagsFor)).toEqual([2, 3, 4]);
});

test('errors that go with the one before, by hand', () => {
  // 2·2 + 2·1 + 1·−1 + −1·−2 + −2·−2 = 11 over 18; five more than six coefficients would need leaves nothing to correct by.
  expect(errorCorrelation([2, 2, 1, -1, -2, -2], 4)).toBeCloseTo(11 / 18, 12);
  // Of ten: (−9/10 + 0.2) / 0.6 is below 0.
  expect(errorCorrelation([1, -1, 1, -1, 1, -1, 1, -1, 1, -1], 2)).toBe(0);
  expect(errorCorrelation([0, 0, 0], 1)).toBe(0);
});

test('the interval holds what was there nine times of ten, also where errors go together', () => {
  // A generator of its own (mulberry32): the same figures in every run.
  let state = 7;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const covered = (correlation: number): number => {
    let held = 0;
    for (let round = 0; round < 300; round++) {
      let error = normal() / Math.sqrt(1 - correlation ** 2);
      const values = Array.from({ length: 30 }, (_, index) => {
        error = correlation * error + normal();
        return 10 + 0.2 * index + error + (index >= 24 ? 5 : 0);
      });
      const found = interruptedSeries(split(values.slice(0, 24), values.slice(24), 0, { trend: true, slope: true }));
      if (found && found.interval[0] <= 5 && found.interval[1] >= 5) held++;
    }
    return held / 300;
  };
  expect(covered(0)).toBeGreaterThan(0.93);
  expect(covered(0.5)).toBeGreaterThan(0.86);
});

test('a slope in its errors', () => {
  expect(slopeInErrors([1, 2.1, 2.9, 4, 5.1])).toBeGreaterThan(10);
  expect(Math.abs(slopeInErrors([3, 1, 2, 1, 3]) ?? 9)).toBeLessThan(1e-9);
  expect(slopeInErrors([1, 2, 3])).toBeNull();
});
