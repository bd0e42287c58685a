import { meanOf } from './numbers.ts';

/**
 * The mean step of a series from a season to the next, by which errors are measured: Hyndman and Koehler (2006), International Journal of
 * Forecasting 22. Null where the series is too short or repeats itself exactly.
 */
export function errorScale(values: readonly number[], season: number): number | null {
  if (values.length <= season) return null;
  const scale = meanOf(values.slice(season).map((value, index) => Math.abs(value - (values[index] ?? 0))));
  return scale > 0 ? scale : null;
}

/** One forecast and what came. */
export interface Missed {
  readonly forecast: number;
  readonly actual: number;
}

/** Mean absolute error. NaN for none. */
export const meanError = (all: readonly Missed[]): number => meanOf(all.map(({ forecast, actual }) => Math.abs(actual - forecast)));

/** The mean absolute error over that of the seasonal naive forecast within the sample: below 1 is better than it (Hyndman and Koehler 2006). */
export const scaledError = (all: readonly Missed[], scale: number): number => meanError(all) / scale;

/**
 * The symmetric percentage error of the M3 competition as a fraction, 0 to 2: mean of 2·|y − f| / (|y| + |f|). Makridakis and Hibon (2000),
 * International Journal of Forecasting 16. Both 0 is no error.
 */
export const symmetricError = (all: readonly Missed[]): number =>
  meanOf(
    all.map(({ forecast, actual }) => {
      const size = Math.abs(actual) + Math.abs(forecast);
      return size === 0 ? 0 : (2 * Math.abs(actual - forecast)) / size;
    }),
  );
