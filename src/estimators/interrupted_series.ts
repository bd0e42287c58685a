import { leastSquares } from './least_squares.ts';
import { meanOf, rootBetween, sumOf } from './numbers.ts';
import { studentTwoSided } from './special.ts';

export interface InterruptedSeries {
  readonly values: readonly number[];
  /** When each value is from: whole numbers that rise, those of missing periods left out. */
  readonly times: readonly number[];
  /** From this time on is after. */
  readonly from: number;
  /** Whether the series is taken to have gone on along the line it was on; else on its level. */
  readonly trend: boolean;
  /** Whether the line may have another slope afterwards. */
  readonly slope: boolean;
}

export interface Shift {
  /** How much higher the periods after were, on average, than the line before says. */
  readonly value: number;
  readonly error: number;
  readonly interval: readonly [number, number];
  readonly degrees: number;
  /** What the line before says of a time. */
  readonly lineAt: (time: number) => number;
}

const criticalT = (tail: number, degrees: number): number => rootBetween((t) => tail - studentTwoSided(t, degrees), 0, 1e4);

/** Neighbours that errors may go with, by the number of values: Newey and West (1994), the rule for Bartlett's weights. */
export const lagsFor = (count: number): number => Math.floor(4 * (count / 100) ** (2 / 9));

/**
 * The variance of Σ wₜyₜ whose errors go with their neighbours' (Newey and West 1987, Bartlett's weights), times n/(n − k) for so many
 * coefficients fitted.
 */
export function neweyWest(weights: readonly number[], errors: readonly number[], lags: number, fitted: number): number {
  const parts = weights.map((weight, index) => weight * (errors[index] ?? 0));
  const product = (lag: number): number => sumOf(parts.slice(lag).map((part, index) => part * (parts[index] ?? 0)));
  let sum = product(0);
  for (let lag = 1; lag <= lags; lag++) sum += 2 * (1 - lag / (lags + 1)) * product(lag);
  return (sum * parts.length) / (parts.length - fitted);
}

/**
 * How much an error goes with the one before: the residuals' own autocorrelation, made greater by what fitting so many coefficients took of it
 * (Marriott and Pope 1954: for a line, by (2 + 4ρ)/n), from 0 to 0.8.
 */
export function errorCorrelation(errors: readonly number[], fitted: number): number {
  const all = sumOf(errors.map((error) => error * error));
  if (!(all > 0)) return 0;
  const own = sumOf(errors.slice(1).map((error, index) => error * (errors[index] ?? 0))) / all;
  const count = errors.length;
  const left = 1 - (fitted + 2) / count;
  return left > 0.2 ? Math.min(0.8, Math.max(0, (own + fitted / count) / left)) : Math.max(0, own);
}

/** The variance of Σ wₜyₜ whose errors go with each other as ρ to the power of their distance, of variance `spread` each. */
const varianceAlong = (weights: readonly number[], correlation: number, spread: number): number => {
  let sum = 0;
  weights.forEach((one, place) => {
    weights.forEach((other, index) => {
      sum += one * other * correlation ** Math.abs(place - index);
    });
  });
  return sum * spread;
};

/**
 * What a moment did to a series: segmented regression of an interrupted time series (Wagner, Soumerai, Zhang and Ross-Degnan 2002), its line
 * before carried on. The error is the greatest of that by Newey and West, that of errors that go with the one before, and the usual one, held against
 * Student's t: few periods make the first too small.
 * @returns null where too few values are left to tell an error from, or none of them strays
 */
export function interruptedSeries({ values, times, from, trend, slope }: InterruptedSeries): Shift | null {
  const isAfter = (time: number): number => (time >= from ? 1 : 0);
  const after = times.filter(isAfter);
  const columns = [
    times.map(() => 1),
    times.map(isAfter),
    ...(trend ? [times] : []),
    ...(slope ? [times.map((time) => isAfter(time) * (time - from))] : []),
  ];
  const degrees = values.length - columns.length;
  if (degrees < 2 || after.length === 0 || after.length === times.length) return null;
  const found = leastSquares(columns, values);
  if (found === null) return null;
  const meanSlope = slope ? meanOf(after.map((time) => time - from)) : 0;
  const effectOf = (coefficients: readonly number[]): number =>
    (coefficients[1] ?? 0) + (slope ? (coefficients.at(-1) ?? 0) * meanSlope : 0);
  // The effect is a weighted sum of the values: each one's weight is the effect of a series that is 1 there and 0 elsewhere.
  const weights = values.map((_, place) => {
    const unit = values.map((__, index) => (index === place ? 1 : 0));
    return effectOf(leastSquares(columns, unit) ?? []);
  });
  const errors = values.map((value, index) => value - sumOf(columns.map((column, place) => (column[index] ?? 0) * (found[place] ?? 0))));
  const spread = sumOf(errors.map((error) => error * error)) / degrees;
  const usual = spread * sumOf(weights.map((weight) => weight * weight));
  const along = varianceAlong(weights, errorCorrelation(errors, columns.length), spread);
  const robust = neweyWest(weights, errors, lagsFor(values.length), columns.length);
  const error = Math.sqrt(Math.max(usual, robust, along));
  const size = Math.max(...values.map(Math.abs));
  if (!(error > 1e-12 * size)) return null;
  const value = effectOf(found);
  const half = criticalT(0.05, degrees) * error;
  const lineAt = (time: number): number => (found[0] ?? 0) + (trend ? (found[2] ?? 0) * time : 0);
  return { value, error, interval: [value - half, value + half], degrees, lineAt };
}

/** How much a series rises from one value to the next, in standard errors; null where that cannot be told. */
export function slopeInErrors(values: readonly number[]): number | null {
  const columns = [values.map(() => 1), values.map((_, index) => index)];
  const degrees = values.length - 2;
  const found = degrees < 2 ? null : leastSquares(columns, values);
  if (found === null) return null;
  const errors = values.map((value, index) => value - (found[0] ?? 0) - (found[1] ?? 0) * index);
  const middle = (values.length - 1) / 2;
  const squares = sumOf(values.map((_, index) => (index - middle) ** 2));
  const weights = values.map((_, index) => (index - middle) / squares);
  const usual = sumOf(errors.map((error) => error * error)) / degrees / squares;
  const error = Math.sqrt(Math.max(usual, neweyWest(weights, errors, lagsFor(values.length), 2)));
  return error > 0 ? (found[1] ?? 0) / error : null;
}
