import { type Effort, fitSmoothing } from './exponential_smoothing.ts';
import { meanOf, sumOf } from './numbers.ts';
import { isSeasonal, seasonalIndices } from './seasonal_indices.ts';

export interface ThetaFit {
  readonly alpha: number;
  /** Half the slope of the line through the series, by period. */
  readonly drift: number;
  /** What each season is of the usual, the season of the first value first; null: none was seen. */
  readonly seasons: readonly number[] | null;
  ahead(steps: number): { readonly mean: number; readonly deviation: number };
}

/** The slope of the line through values at 1, 2, 3 …, by least squares. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = meanOf(values);
  const spread = sumOf(values.map((_, index) => (index - middle) ** 2));
  return spread === 0 ? 0 : sumOf(values.map((value, index) => (index - middle) * (value - mean))) / spread;
}

/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000), International Journal of Forecasting 16, the best of the M3 competition, in the closed form of Hyndman
 * and Billah (2003), International Journal of Forecasting 19: simple exponential smoothing with half the slope of the series as its drift. A series that their test
 * finds seasonal is freed of its seasons first (classical, multiplicative) and given them back. Intervals by the state-space model below it:
 * σ·√(1 + (h − 1)·α²).
 * @returns null for fewer than 5 values
 */
export function fitTheta(values: readonly number[], season = 1, effort: Effort = 'full'): ThetaFit | null {
  const found = isSeasonal(values, season) && values.every((value) => value > 0) ? seasonalIndices(values, season) : null;
  const seasons = found?.every((one) => one > 1e-4) ? found : null;
  const own = (place: number): number => (seasons === null ? 1 : (seasons[place % season] ?? 1));
  const freed = values.map((value, index) => value / own(index));
  const smoothed = fitSmoothing(freed, { trend: 'none', season: 1 }, {}, effort);
  if (smoothed === null) return null;
  const { alpha } = smoothed.weights;
  const drift = slopeOf(freed) / 2;
  const gone = (1 - (1 - alpha) ** freed.length) / alpha;
  return {
    alpha,
    drift,
    seasons,
    ahead: (steps) => {
      const back = own(values.length + steps - 1);
      return {
        mean: back * (smoothed.ahead(steps).mean + drift * (steps - 1 + gone)),
        deviation: back * smoothed.deviation * Math.sqrt(1 + (steps - 1) * alpha ** 2),
      };
    },
  };
}
