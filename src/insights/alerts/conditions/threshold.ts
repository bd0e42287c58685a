import { normalCdf } from '../../../estimators/normal.ts';
import { errorTowards } from '../../standard-error.ts';
import { type Judged, signOf } from '../judged.ts';
import type { Looked, Of } from '../looked.ts';

/** Back within by less than this share of the limit is not yet the end of it. */
const slack = 0.05;

/**
 * Whether the last value is beyond a limit, and how often its sample alone would have it there: one-sided, from its interval. Without an interval it is a fact.
 * @param isOn whether it is already told of: then the limit must be cleared by its slack
 */
export function beyond(limit: number, side: 'above' | 'below', { cells, began }: Pick<Looked, 'cells' | 'began'>): Judged {
  const now = cells.at(-1);
  const value = now?.value ?? null;
  if (!now || value === null) throw new RangeError('no value');
  const past = side === 'above' ? value - limit : limit - value;
  const error = errorTowards(now, limit);
  const p = error === null || error === 0 ? null : 1 - normalCdf(past / error);
  const sign = signOf(p, past > 0);
  const isNear = sign === 'clear' && began !== null && past > -slack * Math.abs(limit);
  return { sign: isNear ? 'near' : sign, p, value, n: now.n, expected: limit, usual: null, saw: [] };
}

export const threshold = (condition: Of<'threshold'>, looked: Looked): Judged => beyond(condition.value, condition.side, looked);

/** Against the target set for the very period. */
export function target({ by }: Of<'target'>, looked: Looked): Judged | null {
  const { aim, cells } = looked;
  const value = cells.at(-1)?.value ?? null;
  if (aim === null || value === null) return null;
  const [low, high] = aim;
  const isLow = Number.isFinite(low) && (!Number.isFinite(high) || value < low);
  return isLow ? beyond(low - by * Math.abs(low), 'below', looked) : beyond(high + by * Math.abs(high), 'above', looked);
}
