import { interruptedSeries, type Shift, slopeInErrors } from '../../estimators/interrupted_series.ts';
import { meanOf } from '../../estimators/numbers.ts';
import { isSeasonal, seasonalIndices } from '../../estimators/seasonal_indices.ts';

/** One period of a KPI, both days included. */
export interface EffectPoint {
  readonly start: string;
  readonly end: string;
  readonly value: number;
}

/** The same where it may be that nothing happened in it. */
export interface EffectPeriod extends Omit<EffectPoint, 'value'> {
  readonly value: number | null;
}

export interface EffectAsked {
  /** Whole, mature periods, oldest first; one without a value is null. */
  readonly points: readonly EffectPeriod[];
  /** The same periods of what the moment did not touch; null: there is nothing to compare with. */
  readonly control: readonly EffectPeriod[] | null;
  /** The first day on which it could have an effect. */
  readonly on: string;
  /** Of what lasted, the first day after: what came while it lasted is on neither side. Left out: `on`. */
  readonly resumes?: string;
  /** After how many periods a season returns; 1: none. */
  readonly season: number;
  /** Whether the control's size says nothing (sums, counts), so that it is brought to that of the KPI before the moment. */
  readonly isScaled: boolean;
  /** What the KPI can be. */
  readonly bounds: readonly [number, number];
  /** Least periods before and after. */
  readonly least: { readonly before: number; readonly after: number };
}

/** Why nothing is said. */
export type NoEffect = 'too_early' | 'too_few_after' | 'too_few_before' | 'without_variation' | 'beyond_bounds';

/** What a KPI did after a moment, against what it would have done. */
export interface Effect {
  /** `clear`: 0 lies outside the interval. */
  readonly state: 'clear' | 'unclear';
  /** `trend`: against the line it was on; `comparison`: against what happened to the others meanwhile. */
  readonly method: 'trend' | 'comparison';
  readonly value: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  readonly before: { readonly periods: number; readonly mean: number };
  readonly after: { readonly periods: number; readonly mean: number; readonly expected: number };
  /** Whether its own seasons were taken out. */
  readonly isSeasonal: boolean;
  /** Of a comparison: whether both went the same way before; if not, their difference's own line is carried on, or with few periods nothing is clear. */
  readonly isParallel: boolean | null;
  /** Whether it would not be clear without the last periods before, which alone make it. */
  readonly isAfterSpike: boolean;
  /** What was to be expected of each period, before and after. */
  readonly expected: readonly EffectPeriod[];
  /** Periods that hold the moment itself and count on neither side. */
  readonly left: number;
}

/**
 * Least periods on either side. Cochrane's EPOC group asks of an interrupted time series for three points on each side; a line and its error need
 * more before, and weeks, of which each says little, more on both.
 */
export const leastPeriods = { month: { before: 8, after: 3 }, week: { before: 12, after: 6 } } as const;
/** From so many periods after on, their slope may be another. */
const slopeFrom = 6;
/** Beyond so many standard errors two series went different ways before. */
const parallelUpTo = 2;
/** A difference of two series has a line of its own only from so many times the least periods on. */
const ownWayFrom = 2;
/**
 * So many periods just before are left out to see whether they alone make the effect: people act when something has gone out of the ordinary, and it
 * mostly comes back by itself (regression to the mean; Barnett, van der Pols and Dobson 2005).
 */
const justBefore = 3;
/** A period counts as a whole on one side if so much of it lies there. */
const wholeFrom = 0.9;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Which periods lie before and after a day, but for that which holds it. */
export function sidesOf(points: readonly Omit<EffectPoint, 'value'>[], on: string): { readonly before: number; readonly after: number } {
  let before = 0;
  while (before < points.length) {
    const { start, end } = points[before] ?? { start: on, end: on };
    const share = days(start, on) / (days(start, end) + 1);
    if (share < wholeFrom) break;
    before++;
  }
  const next = points[before];
  const isWhole = !next || days(next.start, on) / (days(next.start, next.end) + 1) <= 1 - wholeFrom;
  return { before, after: isWhole ? before : before + 1 };
}

/** The same where something lasted: before it began, and from the day after it ended. */
export const sidesAround = (points: readonly Omit<EffectPoint, 'value'>[], on: string, resumes: string): ReturnType<typeof sidesOf> => ({
  before: sidesOf(points, on).before,
  after: sidesOf(points, resumes).after,
});

const within = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

/**
 * A before-and-after read-out that does not take a trend, a season or what happened to all for an effect: an interrupted time series
 * (`estimators/interrupted_series.ts`), of the KPI itself or of its difference from a control (a comparative one: Linden 2015). What comes is an
 * association with the moment, whatever else happened then included.
 *
 * Before 20, 21, 19, 20 …, after 25, 26, 24: 5 more than expected, between 3.6 and 6.4 say.
 */
export function effectOf(asked: EffectAsked): Effect | NoEffect {
  const { points, on, bounds, least } = asked;
  const sides = sidesAround(points, on, asked.resumes ?? on);
  const known = points.flatMap(({ value }, time): Known[] => (value === null ? [] : [{ time, value }]));
  const before = known.filter(({ time }) => time < sides.before);
  const after = known.filter(({ time }) => time >= sides.after);
  if (points.length - sides.after < least.after) return 'too_early';
  if (after.length < least.after) return 'too_few_after';
  if (before.length < least.before) return 'too_few_before';
  const split = { before, after, from: sides.after };
  const foundOf = (part: Split): Found | null =>
    (asked.control === null ? null : againstControl(asked, asked.control, part)) ?? alongTrend(asked, part);
  const found = foundOf(split);
  if (found === null) return 'without_variation';
  const calmer = before.length - justBefore < least.before ? null : foundOf({ ...split, before: before.slice(0, -justBefore) });
  const { shift, expectedAt, ...rest } = found;
  const mean = meanOf(after.map(({ value }) => value));
  const wasExpected = mean - shift.value;
  // A line that leads where the KPI cannot be is none to compare with.
  if (within(wasExpected, bounds) !== wasExpected) return 'beyond_bounds';
  const [low, high] = shift.interval;
  const isBeyondChance = low > 0 || high < 0;
  const isAfterSpike =
    isBeyondChance && calmer !== null && (shift.value > 0 ? calmer.shift.interval[0] <= 0 : calmer.shift.interval[1] >= 0);
  const isApart = rest.isParallel === false && before.length < ownWayFrom * least.before;
  return {
    ...rest,
    // What went its own way before, and had too few periods to tell which, is no comparison to stand on.
    state: isBeyondChance && !isAfterSpike && !isApart ? 'clear' : 'unclear',
    isAfterSpike,
    value: shift.value,
    interval: shift.interval,
    before: { periods: before.length, mean: meanOf(before.map(({ value }) => value)) },
    after: { periods: after.length, mean, expected: wasExpected },
    expected: points.map(({ start, end }, time) => {
      const value = expectedAt(time);
      return { start, end, value: value === null ? null : within(value, bounds) };
    }),
    left: sides.after - sides.before,
  };
}

interface Known {
  /** Its place among the periods. */
  readonly time: number;
  readonly value: number;
}

interface Split {
  readonly before: readonly Known[];
  readonly after: readonly Known[];
  readonly from: number;
}

type Found = Pick<Effect, 'method' | 'isSeasonal' | 'isParallel'> & {
  readonly shift: Shift;
  readonly expectedAt: (time: number) => number | null;
};

function shiftOf({ before, after, from }: Split, trend: boolean): Shift | null {
  const all = [...before, ...after];
  const slope = trend && after.length >= slopeFrom;
  return interruptedSeries({ values: all.map(({ value }) => value), times: all.map(({ time }) => time), from, trend, slope });
}

/** How the year goes before the moment: only where every period of it is known. */
function ownSeasons(before: readonly Known[], season: number): ((time: number) => number) | null {
  const first = before[0]?.time ?? 0;
  const isWhole = before.every(({ time }, index) => time === first + index);
  const values = before.map(({ value }) => value);
  const indices = isWhole && isSeasonal(values, season) ? seasonalIndices(values, season) : null;
  return indices && ((time) => indices[(((time - first) % season) + season) % season] ?? 1);
}

function alongTrend({ season }: EffectAsked, split: Split): Found | null {
  const seasons = ownSeasons(split.before, season);
  if (!seasons) {
    const shift = shiftOf(split, true);
    return shift && { shift, method: 'trend', isSeasonal: false, isParallel: null, expectedAt: shift.lineAt };
  }
  const adjusted = (some: readonly Known[]): readonly Known[] => some.map(({ time, value }) => ({ time, value: value / seasons(time) }));
  const shift = shiftOf({ ...split, before: adjusted(split.before), after: adjusted(split.after) }, true);
  if (shift === null) return null;
  // Back to what the periods after really are: an effect on the season's own scale.
  const scale = meanOf(split.after.map(({ time }) => seasons(time)));
  const interval = [shift.interval[0] * scale, shift.interval[1] * scale] as const;
  return {
    shift: { ...shift, value: shift.value * scale, error: shift.error * scale, interval },
    method: 'trend',
    isSeasonal: true,
    isParallel: null,
    expectedAt: (time) => shift.lineAt(time) * seasons(time),
  };
}

function againstControl({ isScaled, least }: EffectAsked, control: readonly EffectPeriod[], split: Split): Found | null {
  const theirs = (time: number): number | null => control[time]?.value ?? null;
  const both = (some: readonly Known[]) =>
    some.flatMap((one) => (theirs(one.time) === null ? [] : [{ ...one, other: theirs(one.time) ?? 0 }]));
  const [before, after] = [both(split.before), both(split.after)];
  // Where the others are not known, it cannot be told apart from what happened to all.
  if (after.length < split.after.length || before.length < least.before) return null;
  const size = meanOf(before.map(({ other }) => other));
  if (isScaled && !(size > 0)) return null;
  const scale = isScaled ? meanOf(before.map(({ value }) => value)) / size : 1;
  const apart = (some: typeof before): readonly Known[] => some.map(({ time, value, other }) => ({ time, value: value - scale * other }));
  const slope = slopeInErrors(apart(before).map(({ value }) => value));
  const isParallel = Math.abs(slope ?? 0) <= parallelUpTo;
  const shift = shiftOf(
    { ...split, before: apart(before), after: apart(after) },
    !isParallel && before.length >= ownWayFrom * least.before,
  );
  if (shift === null) return null;
  const expectedAt = (time: number): number | null => {
    const other = theirs(time);
    return other === null ? null : shift.lineAt(time) + scale * other;
  };
  return { shift, method: 'comparison', isSeasonal: false, isParallel, expectedAt };
}
