import { backTest, type Tested } from './back_test.ts';
import { type MethodName, methods } from './forecast_methods.ts';
import { normalQuantile } from './normal.ts';

export interface ForecastPoint {
  readonly steps: number;
  readonly value: number;
  /** Of what comes around it; of a skewed forecast half the width of its middle two thirds. */
  readonly deviation: number;
  /** Where what comes lies eight times of ten, and nineteen of twenty. */
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number];
}

/** Why nothing is foreseen. */
export type ForecastRefusal = 'series_too_short' | 'series_without_variation';

export interface SeriesForecast {
  readonly method: MethodName;
  /** Periods of a season; 1: none could be told. */
  readonly season: number;
  /** Of the method taken; and of all that were tried. */
  readonly tested: Tested;
  readonly tried: readonly Tested[];
  readonly points: readonly ForecastPoint[];
}

export interface ForecastAsked {
  readonly values: readonly number[];
  /** Periods after which a season returns (12 for months); 1: none. */
  readonly season: number;
  readonly steps: number;
  /** What values can be: counts not below 0, shares from 0 to 1. */
  readonly bounds?: readonly [number, number];
}

/** Below this no back-test says anything: eight to learn from, and three to foresee. */
export const leastToForecast = 11;

/**
 * What is to be expected of a series: of the naive and seasonal naive forecast, simple, damped and seasonal exponential smoothing and Theta, the one that did best in the
 * back-test, with its intervals as wide as its back-tested errors were: narrower than the model has them only after two dozen forecasts.
 */
export function forecastSeries({ values, season, steps, bounds }: ForecastAsked): SeriesForecast | ForecastRefusal {
  if (values.length < leastToForecast) return 'series_too_short';
  if (values.every((value) => value === values[0])) return 'series_without_variation';
  // One step alone would say little of a method; beyond a year nobody decides by it.
  const test = backTest(values, season, Math.min(Math.max(steps, 3), 12));
  if (test === null) return 'series_without_variation';
  const best = test.tested.reduce((least, one) => (one.mase < least.mase ? one : least));
  const fitted = methods[best.method](values, test.season, 'full');
  if (fitted === null) return 'series_too_short';
  const [least, most] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  const points = Array.from({ length: steps }, (_, index): ForecastPoint => {
    const { mean, at } = fitted(index + 1);
    const around = (level: number): readonly [number, number] => {
      const edge = normalQuantile(0.5 + level / 2) * best.stretch;
      return [within(at(-edge)), within(at(edge))];
    };
    return {
      steps: index + 1,
      value: within(mean),
      deviation: (at(best.stretch) - at(-best.stretch)) / 2,
      inner: around(0.8),
      outer: around(0.95),
    };
  });
  return { method: best.method, season: test.season, tested: best, tried: test.tested, points };
}
