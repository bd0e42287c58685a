import { interruptedSeries, type Shift, slopeInErrors } from '../../estimators/interrupted_series.ts';
import { meanOf } from '../../estimators/numbers.ts';
import { isSeasonal, seasonalIndices } from '../../estimators/seasonal_indices.ts';

/** One period of a KPI, both days included. */
export interface EffectPoint {
  readonly start: string;
  readonly end: string;
  readonly value: number;
}

export interface EffectAsked {
  /** Whole, mature periods in a row, oldest first. */
  readonly points: readonly EffectPoint[];
  /** The same periods of what the moment did not touch; null: there is nothing to compare with. */
  readonly control: readonly EffectPoint[] | null;
  /** The first day on which it could have an effect. */
  readonly on: string;
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
export type NoEffect = 'too_early' | 'too_few_before' | 'without_variation';

/** What a KPI did after a moment, against what it would have done. */
export interface Effect {
  /** `clear`: 0 lies outside the interval. */
  readonly state: 'clear' | 'unclear';
  /** `trend`: against the line it was on; `comparison`: against what happened to the others meanwhile. */
  readonly method: 'trend' | 'comparison';
  readonly value: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  /** Over what was to be expected; null where that is not above 0. */
  readonly relative: number | null;
  readonly before: { readonly periods: number; readonly mean: number };
  readonly after: { readonly periods: number; readonly mean: number; readonly expected: number };
  /** Whether its own seasons were taken out. */
  readonly isSeasonal: boolean;
  /** Of a comparison: whether both went the same way before; if not, their difference's own line is carried on. */
  readonly isParallel: boolean | null;
  /** What was to be expected of each period, before and after. */
  readonly expected: readonly EffectPoint[];
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
/** A period counts as a whole on one side if so much of it lies there. */
const wholeFrom = 0.9;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Which periods lie before and after a day, but for that which holds it. */
export function sidesOf(points: readonly EffectPoint[], on: string): { readonly before: number; readonly after: number } {
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
  const sides = sidesOf(points, on);
  if (points.length - sides.after < least.after) return 'too_early';
  if (sides.before < least.before) return 'too_few_before';
  const compared = asked.control === null ? null : againstControl(asked, asked.control, sides);
  const found = compared ?? alongTrend(asked, sides);
  if (found === null) return 'without_variation';
  const { shift, expectedAt, ...rest } = found;
  const expected = points.map(({ start, end }, index) => ({ start, end, value: within(expectedAt(index), bounds) }));
  const after = points.slice(sides.after);
  const mean = meanOf(after.map(({ value }) => value));
  const wasExpected = mean - shift.value;
  const [low, high] = shift.interval;
  return {
    ...rest,
    state: low > 0 || high < 0 ? 'clear' : 'unclear',
    value: shift.value,
    interval: shift.interval,
    relative: wasExpected > 0 ? shift.value / wasExpected : null,
    before: { periods: sides.before, mean: meanOf(points.slice(0, sides.before).map(({ value }) => value)) },
    after: { periods: after.length, mean, expected: wasExpected },
    expected,
    left: sides.after - sides.before,
  };
}

type Sides = ReturnType<typeof sidesOf>;
type Found = Pick<Effect, 'method' | 'isSeasonal' | 'isParallel'> & {
  readonly shift: Shift;
  readonly expectedAt: (index: number) => number;
};

function alongTrend({ points, season }: EffectAsked, { before, after }: Sides): Found | null {
  const values = points.map(({ value }) => value);
  const past = values.slice(0, before);
  const indices = isSeasonal(past, season) ? seasonalIndices(past, season) : null;
  const indexAt = (index: number): number => indices?.[index % season] ?? 1;
  const adjusted = values.map((value, index) => value / indexAt(index));
  const shift = interruptedSeries({
    before: adjusted.slice(0, before),
    after: adjusted.slice(after),
    gap: after - before,
    trend: true,
    slope: values.length - after >= slopeFrom,
  });
  if (shift === null || !indices) {
    return shift && { shift, method: 'trend', isSeasonal: false, isParallel: null, expectedAt: (index) => shift.line[index] ?? 0 };
  }
  // Back to what the months after really are: an effect on the season's own scale.
  const scale = meanOf(values.slice(after).map((_, index) => indexAt(after + index)));
  const scaled = { ...shift, value: shift.value * scale, error: shift.error * scale } as const;
  const interval = [shift.interval[0] * scale, shift.interval[1] * scale] as const;
  return {
    shift: { ...scaled, interval },
    method: 'trend',
    isSeasonal: true,
    isParallel: null,
    expectedAt: (index) => (shift.line[index] ?? 0) * indexAt(index),
  };
}

function againstControl({ points, isScaled }: EffectAsked, control: readonly EffectPoint[], { before, after }: Sides): Found | null {
  const others = new Map(control.map(({ start, value }) => [start, value]));
  if (points.some(({ start }) => !others.has(start))) return null;
  const theirs = points.map(({ start }) => others.get(start) ?? 0);
  const own = points.map(({ value }) => value);
  const size = meanOf(theirs.slice(0, before));
  if (isScaled && !(size > 0)) return null;
  const scale = isScaled ? meanOf(own.slice(0, before)) / size : 1;
  const apart = own.map((value, index) => value - scale * (theirs[index] ?? 0));
  const isParallel = Math.abs(slopeInErrors(apart.slice(0, before)) ?? 0) <= parallelUpTo;
  const shift = interruptedSeries({
    before: apart.slice(0, before),
    after: apart.slice(after),
    gap: after - before,
    trend: !isParallel,
    slope: !isParallel && own.length - after >= slopeFrom,
  });
  return (
    shift && {
      shift,
      method: 'comparison',
      isSeasonal: false,
      isParallel,
      expectedAt: (index) => (shift.line[index] ?? 0) + scale * (theirs[index] ?? 0),
    }
  );
}
