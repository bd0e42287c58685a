import { describe, expect, test } from 'vitest';
import { usualBand } from './usual-band.ts';

const quiet = [10, 11, 10, 11, 10, 11];

describe('where values usually are', () => {
  test('2.66 mean steps around their mean', () => {
    const [low, high] = usualBand(quiet, 'days') ?? [0, 0];
    expect(low).toBeCloseTo(10.5 - 2.66, 10);
    expect(high).toBeCloseTo(10.5 + 2.66, 10);
    expect(usualBand(quiet.slice(1), 'days')).toBeNull();
  });

  test('not below nothing, but for what may be: scores, and what was', () => {
    const wild = [1, 5, 1, 5, 1, 5];
    expect(usualBand(wild, 'count')?.[0]).toBe(0);
    expect(usualBand(wild, 'score')?.[0]).toBeCloseTo(3 - 4 * 2.66, 10);
    expect(usualBand([-1, 5, 1, 5, 1, 5], 'money')?.[0]).toBeLessThan(-5);
    expect(usualBand([0, 5, 1, 5, 1, 5], 'money')?.[0]).toBe(0);
  });

  test('a share not above all, unless it was', () => {
    const shares = [0.6, 1, 0.6, 1, 0.6, 1];
    expect(usualBand(shares, 'rate')?.[1]).toBe(1);
    expect(usualBand(shares, 'ratio')?.[1]).toBeGreaterThan(1);
    expect(usualBand(shares, 'correlation')?.[1]).toBe(1);
    expect(
      usualBand(
        shares.map((share) => -share),
        'correlation',
      )?.[0],
    ).toBe(-1);
    expect(usualBand([...shares, 1.2], 'rate')?.[1]).toBeGreaterThan(1);
  });
});
