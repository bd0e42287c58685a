import type { DayRange } from '../../model/dialect.ts';

/**
 * What a rule makes of one period. `near`: not enough to tell anybody, too much for it to be over. `unclear`: too few rows or too short a past to say.
 */
export type Sign = 'breach' | 'near' | 'clear' | 'unclear' | 'no_data' | 'stale' | 'error';

/** The look of a rule at one period, before it is held against all the others. */
export interface Judged {
  /** `breach` where it would tell if it were the only one. */
  readonly sign: Sign;
  /** How often chance alone makes as much; null: no test, a fact. */
  readonly p: number | null;
  readonly value: number | null;
  readonly n: number;
  /** What it is held against: a limit, what was, what was to be expected. */
  readonly expected: number | null;
  /** Where it usually is. */
  readonly usual: readonly [number, number] | null;
  /** What the words name beside: a guard, members of a dimension, a reading's outcome. */
  readonly saw: readonly string[];
}

/** A look and its period. */
export interface Seen extends Judged {
  readonly period: DayRange;
}

/** One chance in twenty: what still looks like something. */
export const looksLike = 0.05;

/** @returns a look that tells of nothing but its sign */
export const only = (sign: Sign, value: number | null = null, n = 0): Judged => ({
  sign,
  p: null,
  value,
  n,
  expected: null,
  usual: null,
  saw: [],
});

/** By its chance: told of if it were the only one, still something, nothing. */
export const signOf = (p: number | null, holds: boolean): Sign => (!holds ? 'clear' : p === null || p <= looksLike ? 'breach' : 'clear');
