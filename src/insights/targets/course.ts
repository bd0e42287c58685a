import { normalCdf, normalQuantile } from '../../estimators/normal.ts';
import type { Direction } from '../../kpis/kpi.ts';
import type { Aim } from './target.ts';
import type { TargetKind } from './target-kind.ts';

/** Over: `reached` or `missed`. Running: how likely the end is good. `informative`: neither high nor low is good. */
export type CourseState = 'reached' | 'missed' | 'on_course' | 'at_risk' | 'off_course' | 'too_early' | 'no_data' | 'informative';

/** What is expected of the time that is left: of a sum what comes, of a level its height, of a stock its change. */
export interface Rest {
  readonly mean: number;
  /** Of the end, not of the rest. */
  readonly deviation: number;
}

export interface CourseAsked {
  readonly kind: TargetKind;
  readonly direction: Direction;
  readonly aim: Aim;
  /** The share of the period's working days that is gone: 1 is over. */
  readonly gone: number;
  readonly daysLeft: number;
  readonly daysGone: number;
  readonly actual: number | null;
  /** Of a level: 95 %. */
  readonly ci: readonly [number, number] | null;
  readonly isSmall: boolean;
  /** Of a stock: what it was when the period began. */
  readonly opening: number | null;
  /** Of a sum: what should have come by now. */
  readonly due: number | null;
  readonly rest: Rest | null;
  /** What the end can be. */
  readonly bounds: readonly [number, number];
}

export interface Course {
  readonly state: CourseState;
  /** Whether a level's distance from its aim is more than chance makes, and enough rows stand behind it. */
  readonly isCertain: boolean;
  /** Where one should be by now, how far from it, and of a sum the share of it that is done. */
  readonly due: number | null;
  readonly gap: number | null;
  readonly pace: number | null;
  readonly end: {
    readonly value: number;
    readonly inner: readonly [number, number];
    readonly outer: readonly [number, number];
    /** That the aim is reached. */
    readonly chance: number;
  } | null;
  /** What is left to do: in all (of a level: at which height), for each working day, and what a day has brought so far. */
  readonly needed: { readonly rest: number; readonly perDay: number | null; readonly usualPerDay: number | null } | null;
}

/** Two to one either way; between, it is open. */
const likely = 2 / 3;
/** Without a forecast: so much of what is due is near enough to be open. */
const near = 0.9;
/** Without a forecast, less than this of a period says nothing of the rest. */
const earliest = 0.2;

/** The bounds within which an aim is met. @returns null where there is none for this direction */
export function boundsOf({ value, low, high }: Aim, direction: Direction): readonly [number, number] | null {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (direction === 'band' || (value === null && (low !== null || high !== null))) {
    return low === null && high === null ? null : [low ?? least, high ?? most];
  }
  if (value === null || direction === 'none') return null;
  return direction === 'up' ? [value, most] : [least, value];
}

const isWithin = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

/** How likely a normal value lies within bounds; what does not vary lies there or not. */
function chanceWithin(mean: number, deviation: number, [low, high]: readonly [number, number]): number {
  if (!(deviation > 0)) return isWithin(mean, [low, high]) ? 1 : 0;
  return Math.max(0, normalCdf((high - mean) / deviation) - normalCdf((low - mean) / deviation));
}

/** The end of the period: what is done and what is expected of the rest, weighed by time. */
function endOf({ kind, gone, actual, rest, bounds }: CourseAsked, met: readonly [number, number] | null): Course['end'] {
  if (rest === null || actual === null) return null;
  const mean = kind === 'level' ? gone * actual + (1 - gone) * rest.mean : actual + rest.mean;
  const within = (value: number): number => Math.min(bounds[1], Math.max(bounds[0], value));
  const around = (level: number): readonly [number, number] => {
    const half = normalQuantile(0.5 + level / 2) * rest.deviation;
    return [within(mean - half), within(mean + half)];
  };
  return {
    value: within(mean),
    inner: around(0.8),
    outer: around(0.95),
    chance: met === null ? 0 : chanceWithin(within(mean), rest.deviation, met),
  };
}

function dueOf({ kind, aim, gone, opening, due }: CourseAsked): number | null {
  if (aim.value === null) return null;
  if (kind === 'flow') return due;
  if (kind === 'stock') return opening === null ? null : opening + gone * (aim.value - opening);
  return kind === 'level' ? aim.value : null;
}

function neededOf({ kind, direction, aim, gone, daysLeft, daysGone, actual, opening }: CourseAsked): Course['needed'] {
  if (aim.value === null || actual === null || daysLeft === 0 || direction === 'band' || direction === 'none') return null;
  switch (kind) {
    case 'flow':
      return { rest: aim.value - actual, perDay: (aim.value - actual) / daysLeft, usualPerDay: daysGone === 0 ? null : actual / daysGone };
    case 'stock':
      return {
        rest: aim.value - actual,
        perDay: (aim.value - actual) / daysLeft,
        usualPerDay: daysGone === 0 || opening === null ? null : (actual - opening) / daysGone,
      };
    case 'level':
      return gone >= 1 ? null : { rest: (aim.value - gone * actual) / (1 - gone), perDay: null, usualPerDay: null };
    case 'whole':
      return null;
  }
}

function stateOf(asked: CourseAsked, met: readonly [number, number] | null, end: Course['end'], due: number | null): CourseState {
  const { kind, gone, actual, isSmall, direction } = asked;
  if (actual === null) return gone > 0 ? 'no_data' : 'too_early';
  if (met === null) return 'informative';
  const holds = isWithin(actual, met);
  if (gone >= 1) return holds ? 'reached' : 'missed';
  // What only grows has reached its aim, or gone beyond its limit, for good.
  if (kind === 'flow' && direction === 'up' && holds) return 'reached';
  if (kind === 'flow' && direction === 'down' && !holds) return 'missed';
  if (kind === 'level' && isSmall && gone < 1 && end === null) return 'too_early';
  if (end !== null) return end.chance >= likely ? 'on_course' : end.chance <= 1 - likely ? 'off_course' : 'at_risk';
  if (gone < earliest || (kind !== 'flow' && kind !== 'level')) return 'too_early';
  if (kind === 'level') return holds ? 'on_course' : 'off_course';
  if (due === null || due === 0) return 'too_early';
  const pace = actual / due;
  if (direction === 'down') return pace <= 1 ? 'on_course' : pace <= 1 / near ? 'at_risk' : 'off_course';
  return pace >= 1 ? 'on_course' : pace >= near ? 'at_risk' : 'off_course';
}

/**
 * Whether a target will be reached. While its period runs, what is done and the forecast of what is left make the end: a sum adds the rest, a level is weighed
 * by working days, a stock moves on. The spread is that of the rest alone, so it closes as the period does. On course from two to one.
 */
export function courseOf(asked: CourseAsked): Course {
  const { kind, aim, gone, actual, ci } = asked;
  const met = boundsOf(aim, asked.direction);
  const due = dueOf(asked);
  const end = gone >= 1 ? null : endOf(asked, met);
  const edge = ci !== null && met !== null ? met.find((bound) => Number.isFinite(bound) && bound > ci[0] && bound < ci[1]) : undefined;
  return {
    state: stateOf(asked, met, end, due),
    // Few rows behind a level say as little.
    isCertain: edge === undefined && !(kind === 'level' && asked.isSmall),
    due,
    gap: due === null || actual === null ? null : actual - due,
    pace: kind !== 'flow' || due === null || due === 0 || actual === null ? null : actual / due,
    end,
    needed: gone >= 1 ? null : neededOf(asked),
  };
}
