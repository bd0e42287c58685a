import { describe, expect, test } from 'vitest';
import { departureOf, leastPast } from './usual_course.ts';

/** Noise that is the same each time: Mulberry32, as normal values by Box and Muller. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

const series = (count: number, seed: number, at: (place: number, normal: number) => number): number[] => {
  const normal = noise(seed);
  return Array.from({ length: count }, (_, place) => at(place, normal()));
};

describe('how far a value is from its usual course', () => {
  test('a level with noise: the mean is expected, three deviations below stand out, one does not', () => {
    const past = series(36, 7, (_, normal) => 100 + 2 * normal);
    const mean = past.reduce((sum, one) => sum + one, 0) / past.length;
    const usual = departureOf({ values: [...past, 99], season: 12, spread: 'alike', error: null });
    expect(usual?.expected).toBeGreaterThan(mean - 1.5);
    expect(usual?.expected).toBeLessThan(mean + 1.5);
    expect(usual?.down).toBeGreaterThan(0.1);
    const low = departureOf({ values: [...past, 92], season: 12, spread: 'alike', error: null });
    expect(low?.down).toBeLessThan(0.01);
    expect(low?.up).toBeGreaterThan(0.9);
    expect(low?.z).toBeLessThan(-2.5);
  });

  test('a season is expected: what would stand out in March does not in August', () => {
    const dip = (place: number): number => (place % 12 === 7 ? 60 : 100);
    const past = series(43, 11, (place, normal) => dip(place) + 2 * normal);
    // The next is an August.
    expect(departureOf({ values: [...past, 61], season: 12, spread: 'alike', error: null })?.down).toBeGreaterThan(0.05);
    expect(departureOf({ values: [...past, 100], season: 12, spread: 'alike', error: null })?.up).toBeLessThan(0.01);
  });

  test('two values off together tell what neither tells alone', () => {
    const past = series(36, 3, (_, normal) => 50 + normal);
    const alone = departureOf({ values: [...past, 50, 47.8], season: 1, spread: 'alike', error: null });
    const both = departureOf({ values: [...past, 47.8, 47.8], season: 1, spread: 'alike', error: null });
    expect(both?.down).toBeLessThan((alone?.down ?? 0) / 2);
  });

  test('what is going on is no past: its own low values do not make it usual', () => {
    const past = series(36, 5, (_, normal) => 50 + normal);
    const low = series(8, 6, (_, normal) => 40 + normal);
    const asked = { values: [...past, ...low], season: 12, spread: 'alike', error: null } as const;
    expect(departureOf({ ...asked, going: 8 })?.down).toBeLessThan(0.001);
    expect(departureOf({ ...asked, going: 8 })?.expected).toBeGreaterThan(48);
    expect(departureOf(asked)?.down).toBeGreaterThan(0.2);
  });

  test('one wild value in the past hides nothing', () => {
    const past = series(36, 9, (place, normal) => (place === 20 ? 150 : 50 + normal));
    expect(departureOf({ values: [...past, 44], season: 1, spread: 'alike', error: null })?.down).toBeLessThan(0.02);
  });

  test('a sample smaller than usual is less sure', () => {
    const past = series(36, 13, (_, normal) => 0.5 + 0.01 * normal);
    const of = (error: number | null) => departureOf({ values: [...past, 0.44], season: 1, spread: 'alike', error })?.down ?? 1;
    expect(of(null)).toBeLessThan(0.01);
    expect(of(0.08)).toBeGreaterThan(0.2);
  });

  test('counts vary with their root, amounts with their height', () => {
    // Poisson-like 9 ± 3 and 900 ± 30 are the same on their scale.
    const small = series(36, 17, (_, normal) => Math.max(0, 9 + 3 * normal));
    const found = departureOf({ values: [...small, 40], season: 1, spread: 'root', error: null });
    expect(found?.up).toBeLessThan(0.001);
    expect(found?.usual[0]).toBeGreaterThanOrEqual(0);
    const money = series(36, 19, (_, normal) => 1000 * Math.exp(0.1 * normal));
    expect(departureOf({ values: [...money, 600], season: 1, spread: 'share', error: null })?.down).toBeLessThan(0.01);
  });

  test('too short a past, or one without variation, says nothing', () => {
    const short = series(leastPast + 1, 1, (_, normal) => normal);
    expect(departureOf({ values: short, season: 12, spread: 'alike', error: null })).toBeNull();
    expect(departureOf({ values: new Array<number>(30).fill(4), season: 12, spread: 'alike', error: null })).toBeNull();
  });
});
