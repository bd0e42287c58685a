import { expect, test } from 'vitest';
import { hypergeometric, incompleteBeta, logBeta, logGamma, studentTwoSided } from './special.ts';

test('logGamma is the logarithm of a factorial, and of the root of π at a half', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 12);
  expect(logGamma(0)).toBeNaN();
});

test('logBeta of 2 and 3 is that of 1/12', () => {
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 13);
});

test('hypergeometric has its known closed forms', () => {
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 13); // −ln(1 − z)/z
  expect(hypergeometric(2, 5, 5, 0.25)).toBeCloseTo(0.75 ** -2, 12); // (1 − z)^−a
  expect(hypergeometric(3, 4, 5, 0)).toBe(1);
  expect(hypergeometric(1, 1, 2, 1)).toBeNaN();
  expect(hypergeometric(1, 1, -1, 0.5)).toBeNaN();
});

test('incompleteBeta is the share of a beta distribution below a point', () => {
  expect(incompleteBeta(1, 1, 0.3)).toBeCloseTo(0.3, 13);
  expect(incompleteBeta(2, 2, 0.25)).toBeCloseTo(3 * 0.25 ** 2 - 2 * 0.25 ** 3, 13);
  expect(incompleteBeta(2, 5, 0.9)).toBeCloseTo(1 - incompleteBeta(5, 2, 0.1), 13);
  expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
});

test('studentTwoSided has the values of the tables', () => {
  expect(studentTwoSided(2.228138852, 10)).toBeCloseTo(0.05, 8);
  expect(studentTwoSided(12.7062047364, 1)).toBeCloseTo(0.05, 8);
  expect(studentTwoSided(0, 4)).toBeCloseTo(1, 12);
});
