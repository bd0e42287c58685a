import { expect, test } from 'vitest';
import { withinCorrelation } from './within_correlation.ts';

/** Numbers that look random and are always the same, by splitmix32's finaliser. */
const noise = (index: number): number => {
  let z = Math.imul(index + 1, 0x9e3779b9);
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (((z ^ (z >>> 15)) >>> 0) / 2 ** 32) * 20 - 10;
};

const people = [0, 1, 2, 3];
const months = Array.from({ length: 24 }, (_, index) => index);

test('what differs between people and between seasons is no correlation', () => {
  const season = months.map((month) => 20 * Math.cos((month * Math.PI) / 6));
  const series = people.map((person) => ({
    xs: months.map((month) => 100 * person + (season[month] ?? 0) + noise(person * 100 + month)),
    ys: months.map((month) => 50 * person + (season[month] ?? 0) + noise(5000 + person * 100 + month)),
  }));
  expect(Math.abs(withinCorrelation(series, 0)?.value ?? 1)).toBeLessThan(0.25);
});

test('what moves together a month later is found at that lag', () => {
  const xs = (person: number) => months.map((month) => noise(person * 100 + month));
  const series = people.map((person) => ({
    xs: xs(person),
    ys: months.map((month) => (month === 0 ? 0 : 3 * (xs(person)[month - 1] ?? 0) + 40 * person)),
  }));
  const later = withinCorrelation(series, 1);
  expect(later?.value).toBeCloseTo(1, 6);
  expect(later?.n).toBe(4 * 23);
  expect(Math.abs(withinCorrelation(series, 0)?.value ?? 1)).toBeLessThan(0.4);
});

test('nothing to tell from', () => {
  expect(withinCorrelation([], 0)).toBeNull();
  expect(withinCorrelation([{ xs: [1, 2, null], ys: [1, 2, 3] }], 0)).toBeNull();
  expect(
    withinCorrelation(
      people.map(() => ({ xs: months.map(() => 7), ys: months })),
      0,
    ),
  ).toBeNull();
});
