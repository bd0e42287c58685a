import { normalCdf } from '../../../estimators/normal.ts';
import { studentTwoSided } from '../../../estimators/special.ts';
import type { Cell } from '../../../metrics/cell.ts';
import { errorBetween } from '../../standard-error.ts';
import { type Judged, signOf } from '../judged.ts';
import { isKnown, type Looked, type Of } from '../looked.ts';
import { seasonOf } from '../rule.ts';

/** Fewer changes before this one are no yardstick. */
const leastChanges = 5;

/** Of what has no interval: how far it goes from one period to the next anyway, by the mean moving range (Wheeler, Understanding Variation, 1993). */
function chanceOfStep(change: number, past: readonly Cell[]): number | null {
  const values = past.flatMap((cell) => (isKnown(cell) && cell.value !== null ? [cell.value] : []));
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  if (steps.length < leastChanges) return null;
  const deviation = (steps.reduce((sum, one) => sum + one, 0) / steps.length / 1.128) * Math.SQRT2;
  if (deviation === 0) return 0;
  const half = studentTwoSided(change / deviation, steps.length) / 2;
  return change >= 0 ? half : 1 - half;
}

/**
 * Against the period before what is going on, or the same of last year: at least so much, and more than chance makes (of what has an interval, a difference of two samples;
 * else, by its own past steps). What fell last month and stays down has not recovered: it is held against what was before it fell.
 */
export function change({ against, side, by, in: measure }: Of<'change'>, { cells, began, grain }: Looked): Judged | null {
  const last = cells.length - 1;
  const now = cells[last];
  const place = against === 'year' ? last - seasonOf[grain] : Math.min(last, began ?? last) - 1;
  const before = cells[place];
  if (!now || !before || now.value === null || before.value === null || !isKnown(before)) return null;
  const difference = (now.value - before.value) * (side === 'rise' ? 1 : -1);
  const asked = measure === 'unit' ? by : by * Math.abs(before.value);
  const error = errorBetween(before, now);
  const p = error === null ? chanceOfStep(difference, cells.slice(0, last)) : 1 - normalCdf(difference / error);
  const sign = signOf(p, difference > 0 && difference >= asked);
  const isNear = sign === 'clear' && began !== null && difference > asked / 2;
  return { sign: isNear ? 'near' : sign, p, value: now.value, n: now.n, expected: before.value, usual: null, saw: [] };
}
