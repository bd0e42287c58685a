import { forecastSeries, type SeriesForecast } from '../../estimators/forecast_series.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Metric } from '../../metrics/metric.ts';
import { valueScale } from '../../metrics/value-scale.ts';
import type { DayRange } from '../../model/dialect.ts';
import { type SeriesGrain, seasonOf } from './periods.ts';

/** One period of a series. */
export interface SeriesPoint extends DayRange {
  readonly value: number;
}

/** Why nothing is foreseen; stable codes. */
export type NoForecast = 'series_too_short' | 'series_without_variation' | 'series_of_groups';

/** What a KPI's value can be: what counts part of what it counts lies from 0 to 1, numbers and times are not below 0, nor are amounts that never were; a score runs as its scale. */
export function boundsFor(metric: Metric, unit: string, values: readonly number[]): readonly [number, number] {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isPart =
    (metric.kind === 'ratio' && (metric.of === 'proportion' || metric.of === 'part')) ||
    (metric.kind === 'conversion' && metric.count === 'entities') ||
    (metric.kind === 'retention' && unit === 'rate' && metric.mode !== 'net');
  if (isPart) return [0, 1];
  if (unit === 'correlation') return [-1, 1];
  if (unit === 'count' || unit === 'days' || unit === 'hours' || unit === 'minutes' || unit === 'seconds') return [0, most];
  if (unit === 'score') {
    const scale = valueScale(metric);
    return [scale[0] ?? least, scale[1] ?? most];
  }
  // A return may be a loss: only what was never negative is held above 0.
  return [values.every((value) => value >= 0) ? 0 : least, most];
}

/**
 * The part of a series that a forecast may stand on: the whole, mature periods after the last gap, without the zeros before the first row.
 * @param cells of one KPI, in order of time
 */
export function usableSeries(cells: readonly Cell[], read: (cell: Cell) => number | null): readonly SeriesPoint[] | NoForecast {
  if (cells.some(({ group }) => Object.keys(group).length > 0)) return 'series_of_groups';
  const points = cells.map((cell) => ({
    ...cell.period,
    value: cell.state === 'immature' || cell.state === 'unavailable' ? null : read(cell),
  }));
  while (points.length > 0 && points.at(-1)?.value === null) points.pop();
  const gap = points.findLastIndex(({ value }) => value === null);
  const known = points.slice(gap + 1).flatMap(({ start, end, value }) => (value === null ? [] : [{ start, end, value }]));
  const first = known.findIndex(({ value }) => value !== 0);
  return first < 0 ? [] : known.slice(first);
}

/** A KPI's series carried on. */
export function forecastOf(
  points: readonly SeriesPoint[],
  grain: SeriesGrain,
  steps: number,
  bounds: readonly [number, number],
): SeriesForecast | NoForecast {
  return forecastSeries({ values: points.map(({ value }) => value), season: seasonOf[grain], steps, bounds });
}
