import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';
import { chanceOf, type Move, movesAmong } from '../chance.ts';
import { errorBetween } from '../standard-error.ts';

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
  /** How often chance alone makes a change as large; null: it cannot be told. */
  readonly chance: number | null;
  /** The move against the KPI's direction; null where it has none, or nothing moved. */
  readonly verdict: 'better' | 'worse' | null;
  readonly level: Level;
}

/** A change that chance alone makes more often than this is noise. */
const often = 0.05;
/** Of what has no interval (a sum of money, a stock) a change below this share of what was is none. */
const noticeable = 0.05;
/** Fewer earlier values than this are no yardstick. */
const leastHistory = 6;

const isSound = ({ value, state, reasons }: Cell): boolean =>
  value !== null && (state === 'ok' || state === 'zero') && !reasons.includes('small_sample');

/**
 * Whether a value moved more than chance explains: by the intervals of both cells where they have them, else by how much the KPI moves from one
 * period to the next anyway (`chanceOf`). Immature, running and small-sample cells move nothing, nor what has too short a past to be held against.
 * @param history known values before the present one, oldest first
 */
export function moveBetween(before: Cell | null, now: Cell, history: readonly number[]): Move {
  if (before === null || !isSound(before) || !isSound(now)) return 'unknown';
  const [from, to] = [before.value ?? 0, now.value ?? 0];
  const isSlight = errorBetween(before, now) === null && Math.abs(to - from) < noticeable * Math.abs(from);
  if (from === to || isSlight) return 'steady';
  const chance = chanceOf(before, now, history);
  if (chance === null) return 'unknown';
  if (chance > often) return 'noise';
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

/** A move against a KPI's direction. */
export function verdictOf({ direction }: Pick<Kpi, 'direction'>, move: Move): Facts['verdict'] {
  if ((move !== 'rise' && move !== 'fall') || direction === 'none' || direction === 'band') return null;
  return (move === 'rise') === (direction === 'up') ? 'better' : 'worse';
}

/** Facts of several KPIs read beside one another: what does not stand once all are counted is noise (`movesAmong`). */
export function factsAmong(all: readonly Facts[]): readonly Facts[] {
  const moves = movesAmong(all);
  return all.map((one, index) => {
    const move = moves[index] ?? one.move;
    return { ...one, move, verdict: verdictOf(one.kpi, move) };
  });
}

/** @param cells of one KPI without groups, in order of time; null when there are none */
export function factsOf(kpi: Kpi, cells: readonly Cell[]): Facts | null {
  const now = cells.at(-1);
  if (!now) return null;
  const before = cells.at(-2) ?? null;
  const history = cells.slice(0, -1).flatMap((cell) => (cell.value === null || cell.state === 'immature' ? [] : [cell.value]));
  const move = moveBetween(before, now, history);
  const chance = before === null ? null : chanceOf(before, now, history);
  return { kpi, now, before, history, move, chance, verdict: verdictOf(kpi, move), level: levelAmong(history, now.value) };
}
