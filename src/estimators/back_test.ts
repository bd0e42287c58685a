import { errorScale, type Missed, meanError, scaledError, symmetricError } from './forecast_error.ts';
import { type Fitted, hasSeasons, type MethodName, methodNames, methods } from './forecast_methods.ts';
import { normalQuantile } from './normal.ts';
import { meanOf } from './numbers.ts';

/** How a method did where it was asked to foresee what is known by now. */
export interface Tested {
  readonly method: MethodName;
  /** Mean error over that of the (seasonal) naive forecast within the sample; below 1 is better than it. */
  readonly mase: number;
  /** 0 to 2. */
  readonly smape: number;
  /** Mean absolute error, in the unit of the values: what is left to say of scores and rates, of which a percentage says nothing. */
  readonly mae: number;
  /** How many forecasts were held against what came, from how many origins. */
  readonly forecasts: number;
  readonly origins: number;
  /** The share of what came that lay within the 80 % interval. */
  readonly coverage: number;
  /** What the intervals are multiplied by to be as wide as the errors made. */
  readonly stretch: number;
}

export interface BackTest {
  readonly season: number;
  readonly tested: readonly Tested[];
}

const inner = 0.8;
/** Origins of which the least is learned from; enough for an average, few enough to be quick. */
const mostOrigins = 12;
const leastTraining = 8;

interface Trial extends Missed {
  /** The error over what a forecast missed by in the sample. */
  readonly scaled: number;
  readonly isWithin: boolean;
  /** The error in standard deviations. */
  readonly deviations: number;
}

/** After so many forecasts from so many origins errors that were smaller than foreseen are believed, by half at most. */
const [manyForecasts, manyOrigins, narrowest] = [24, 12, 0.5] as const;

/** Of the errors in deviations, the root of their mean square: 1 where the intervals are as wide as they should be. */
function stretchOf(trials: readonly Trial[], origins: number): number {
  const found = Math.sqrt(meanOf(trials.map(({ deviations }) => deviations ** 2)));
  return Math.max(found, trials.length >= manyForecasts && origins >= manyOrigins ? narrowest : 1);
}

function trialsOf(fitted: Fitted, scale: number, actuals: readonly number[]): readonly Trial[] {
  const edge = normalQuantile(0.5 + inner / 2);
  return actuals.map((actual, index): Trial => {
    const { mean, at } = fitted(index + 1);
    const forecast = { forecast: mean, actual };
    const [low, high] = [at(-edge), at(edge)];
    // Of a skewed interval, the side on which what came lies.
    const half = (actual < mean ? mean - low : high - mean) / edge;
    return {
      ...forecast,
      scaled: scaledError([forecast], scale),
      isWithin: actual >= low && actual <= high,
      deviations: half > 0 ? (actual - mean) / half : 0,
    };
  });
}

/**
 * Rolling-origin evaluation: from each of the last origins every method is fitted to what was known then and held against what came. Tashman (2000),
 * International Journal of Forecasting 16; Hyndman and Athanasopoulos (2018), section 3.4.
 * @param steps how far ahead is asked for
 * @returns null where the values are too few (see `leastToForecast`) or never vary
 */
export function backTest(values: readonly number[], season: number, steps: number): BackTest | null {
  // Three origins at least must know two whole seasons.
  const period = hasSeasons(values.length - 3, season) ? season : 1;
  const first = period > 1 ? Math.max(2 * period + 3, leastTraining) : leastTraining;
  const last = values.length - 1;
  const origins = Array.from({ length: Math.min(mostOrigins, last - first + 1) }, (_, index) => last - index).toReversed();
  if (origins.length < 3) return null;
  const tested = methodNames.flatMap((method): Tested[] => {
    const trials: Trial[] = [];
    for (const origin of origins) {
      const known = values.slice(0, origin);
      const scale = errorScale(known, period);
      const fitted = scale === null ? null : methods[method](known, period, 'quick');
      if (scale === null || fitted === null) return [];
      trials.push(...trialsOf(fitted, scale, values.slice(origin, origin + steps)));
    }
    return [
      {
        method,
        mase: meanOf(trials.map(({ scaled }) => scaled)),
        smape: symmetricError(trials),
        mae: meanError(trials),
        forecasts: trials.length,
        origins: origins.length,
        coverage: meanOf(trials.map(({ isWithin }) => (isWithin ? 1 : 0))),
        stretch: stretchOf(trials, origins.length),
      },
    ];
  });
  return tested.length === 0 ? null : { season: period, tested };
}
