import type { Cell } from '../metrics/cell.ts';
import { z } from '../metrics/result/interval.ts';

type Known = Pick<Cell, 'value' | 'ci'>;

/**
 * The standard error of a cell's value on the side of another value: intervals are longer on one side than on the other, and those that end
 * with their scale are cut on one of them. Null: it has no interval.
 */
export function errorTowards({ value, ci }: Known, other: number): number | null {
  if (!ci || value === null) return null;
  return Math.max(0, other < value ? value - ci[0] : ci[1] - value) / z;
}

/**
 * The standard error by which the difference of two cells is told from none, from the sides of their intervals that face each other: MOVER
 * (Zou and Donner, Statistics in Medicine 27, 2008), of two proportions Newcombe's. Null: one has no interval, or neither any length there.
 */
export function errorBetween(before: Known, now: Known): number | null {
  if (before.value === null || now.value === null) return null;
  const [left, right] = [errorTowards(before, now.value), errorTowards(now, before.value)];
  return left === null || right === null || left + right === 0 ? null : Math.hypot(left, right);
}

/** The standard error of a cell's value whatever it is held against: by the longer side of its interval. Null: it has none. */
export const errorOf = ({ value, ci }: Known): number | null =>
  ci && value !== null ? Math.max(value - ci[0], ci[1] - value, 0) / z : null;
