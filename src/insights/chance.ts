import type { Cell } from '../metrics/cell.ts';
import { errorBetween } from './standard-error.ts';

/** What happened between two values. `noise`: a difference that chance alone makes often. */
export type Move = 'rise' | 'fall' | 'steady' | 'noise' | 'unknown';

/** So many of the last values say how a KPI usually moves. */
export const recent = 12;
/** Fewer moving ranges than this say nothing about what is usual. */
const leastRanges = 5;
/** Mean moving range to standard deviation (Wheeler, Understanding Variation, 1993). */
const toDeviation = 1.128;

/** The upper tail of the normal distribution, by Abramowitz & Stegun 26.2.17; error below 8e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** By how much a value moves to the next; null: too few to say. @param values oldest first */
export function meanRange(values: readonly number[]): number | null {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return ranges.length < leastRanges ? null : ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}

/**
 * How often chance alone makes a difference as large: by the intervals of both cells where they have them, else by how much
 * the KPI moves from one period to the next anyway. Null: it cannot be told.
 * @param history known values before the present one, oldest first
 */
export function chanceOf(before: Cell, now: Cell, history: readonly number[]): number | null {
  if (before.value === null || now.value === null) return null;
  const change = Math.abs(now.value - before.value);
  if (change === 0) return 1;
  const error = errorBetween(before, now);
  if (error !== null) return 2 * upperTail(change / error);
  const range = meanRange(history.slice(-recent));
  if (range === null) return null;
  return range === 0 ? 0 : Math.min(1, 2 * upperTail(change / ((range / toDeviation) * Math.SQRT2)));
}

/**
 * Which of many differences stand, so that of those told no more than `share` are false on average: at 95 % each, one in twenty
 * quiet cards would cry out (Benjamini & Hochberg 1995).
 * @returns by index; a null chance never stands
 */
export function standing(chances: readonly (number | null)[], share = 0.1): readonly boolean[] {
  const known = chances.flatMap((chance) => (chance === null ? [] : [chance])).toSorted((left, right) => left - right);
  let limit = -1;
  for (const [index, chance] of known.entries()) if (chance <= (share * (index + 1)) / known.length) limit = chance;
  return chances.map((chance) => chance !== null && chance <= limit);
}

/** A change as it is by itself, and how often chance makes one as large; null: that cannot be told. */
export interface Change {
  readonly move: Move;
  readonly chance: number | null;
}

/**
 * The changes of many KPIs beside one another: what does not stand once all are counted is noise, and one of which nobody can say how often chance makes it is no
 * more than a difference, however large.
 */
export function movesAmong(changes: readonly Change[]): readonly Move[] {
  const isChange = (move: Move): boolean => move === 'rise' || move === 'fall';
  const stands = standing(changes.map(({ move, chance }) => (isChange(move) || move === 'noise' ? chance : null)));
  return changes.map(({ move, chance }, index) => {
    if (!isChange(move)) return move;
    if (chance === null) return 'unknown';
    return stands[index] ? move : 'noise';
  });
}
