import { meanOf, rootBetween, varianceOf } from './numbers.ts';
import { studentTwoSided } from './special.ts';

export interface Difference {
  /** Mean of the first less mean of the second. */
  readonly value: number;
  readonly interval: readonly [number, number];
  /** In standard errors. */
  readonly t: number;
  readonly degrees: number;
}

/** The t beyond which, on both sides together, lies `tail` of Student's distribution. */
const criticalT = (tail: number, degrees: number): number => rootBetween((t) => tail - studentTwoSided(t, degrees), 0, 1e4);

/**
 * The difference of two samples' means with an interval, their spreads not assumed equal. Source: Welch (1947), Biometrika 34; degrees of
 * freedom by Satterthwaite (1946).
 * @returns null for fewer than two values on a side, or where neither side varies
 */
export const welchDifference = (first: readonly number[], second: readonly number[], level = 0.95): Difference | null => {
  const [left, right] = [varianceOf(first), varianceOf(second)];
  if (left === null || right === null || left + right === 0) return null;
  const [a, b] = [left / first.length, right / second.length];
  const degrees = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  const error = Math.sqrt(a + b);
  const value = meanOf(first) - meanOf(second);
  const half = criticalT(1 - level, degrees) * error;
  return { value, interval: [value - half, value + half], t: value / error, degrees };
};
