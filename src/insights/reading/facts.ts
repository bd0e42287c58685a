import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';

/** What happened between two values. `noise`: a difference that chance alone makes often. */
export type Move = 'rise' | 'fall' | 'steady' | 'noise' | 'unknown';
/** Where a value stands among the KPI's own earlier ones: in the highest or lowest quarter of them. */
export type Level = 'high' | 'low' | 'usual' | 'unknown';

/** One KPI as a rule sees it: its last complete period beside those before. */
export interface Facts {
  readonly kpi: Kpi;
  readonly now: Cell;
  readonly before: Cell | null;
  /** The known values of the periods before, oldest first. */
  readonly history: readonly number[];
  readonly move: Move;
  /** The move against the KPI's direction; null where it has none, or nothing moved. */
  readonly verdict: 'better' | 'worse' | null;
  readonly level: Level;
}

/** The normal quantile of a 95 % interval. */
const z = 1.959964;
/** A change of what has no interval (a sum of money, a stock) says something from this share of what was on. */
const noticeable = 0.05;
/** Fewer earlier values than this are no yardstick. */
const leastHistory = 6;

const errorOf = ({ ci }: Cell): number | null => (ci ? (ci[1] - ci[0]) / (2 * z) : null);

const isSound = ({ value, state, reasons }: Cell): boolean =>
  value !== null && (state === 'ok' || state === 'zero') && !reasons.includes('small_sample');

/**
 * Whether a value moved. With intervals on both sides the difference is held against its own standard error, from the widths of the
 * intervals; without, against 5 % of what was. Immature, running and small-sample cells move nothing.
 */
export function moveBetween(before: Cell | null, now: Cell): Move {
  if (before === null || !isSound(before) || !isSound(now)) return 'unknown';
  const [from, to] = [before.value ?? 0, now.value ?? 0];
  if (from === to) return 'steady';
  const [left, right] = [errorOf(before), errorOf(now)];
  if (left !== null && right !== null && left + right > 0) {
    if (Math.abs(to - from) <= z * Math.hypot(left, right)) return 'noise';
  } else if (Math.abs(to - from) < noticeable * Math.abs(from)) return 'steady';
  return to > from ? 'rise' : 'fall';
}

/** The value at a share of a sorted list, between neighbours by weight (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Where a value stands among earlier ones. */
export function levelAmong(history: readonly number[], value: number | null): Level {
  if (value === null || history.length < leastHistory) return 'unknown';
  const sorted = history.toSorted((left, right) => left - right);
  if (value > quantile(sorted, 0.75)) return 'high';
  return value < quantile(sorted, 0.25) ? 'low' : 'usual';
}

function verdictOf({ direction }: Kpi, move: Move): Facts['verdict'] {
  if ((move !== 'rise' && move !== 'fall') || direction === 'none' || direction === 'band') return null;
  return (move === 'rise') === (direction === 'up') ? 'better' : 'worse';
}

/** @param cells of one KPI without groups, in order of time; null when there are none */
export function factsOf(kpi: Kpi, cells: readonly Cell[]): Facts | null {
  const now = cells.at(-1);
  if (!now) return null;
  const before = cells.at(-2) ?? null;
  const move = moveBetween(before, now);
  const history = cells.slice(0, -1).flatMap((cell) => (cell.value === null || cell.state === 'immature' ? [] : [cell.value]));
  return { kpi, now, before, history, move, verdict: verdictOf(kpi, move), level: levelAmong(history, now.value) };
}
