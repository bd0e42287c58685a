import { expect, test } from 'vitest';
import { backTest } from './back_test.ts';
import { methods } from './forecast_methods.ts';
import { type ForecastAsked, forecastSeries, leastToForecast } from './forecast_series.ts';
import { fitSeasonalNaive } from './seasonal_naive.ts';
import { noise } from './testing/noise.ts';

/** International visitor nights in Australia by quarter, 2005 to 2010 (Hyndman and Athanasopoulos 2013, section 7.5). */
const visitors = [
  41.727458, 24.04185, 32.328103, 37.328708, 46.213153, 29.346326, 36.48291, 42.977719, 48.901525, 31.180221, 37.717881, 40.420211,
  51.206863, 31.887228, 40.978263, 43.772491, 55.558567, 33.850915, 42.076383, 45.642292, 59.76678, 35.191877, 44.319737, 47.913736,
];

const told = (asked: ForecastAsked) => {
  const found = forecastSeries(asked);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

test('the seasonal naive forecast repeats the last season, its spread growing with each season gone', () => {
  const fit = fitSeasonalNaive([1, 5, 2, 6, 4, 8], 2);
  expect([1, 2, 3].map((steps) => fit?.ahead(steps).mean)).toEqual([4, 8, 4]);
  // Steps of 1, 1, 2, 2: √(10/4).
  expect(fit?.ahead(2).deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  expect(fit?.ahead(3).deviation).toBeCloseTo(Math.sqrt(5), 12);
  expect(fitSeasonalNaive([1, 2, 3], 2)).toBeNull();
  expect(fitSeasonalNaive([1, 2, 3, 4], 2)?.ahead(1).mean).toBe(3);
  expect(fitSeasonalNaive([1, 5, 7])?.ahead(9).mean).toBe(7);
});

test('back-tests by hand: the naive forecast of a line is a step short, each time', () => {
  const line = Array.from({ length: 12 }, (_, index) => index);
  const naive = backTest(line, 1, 1)?.tested.find(({ method }) => method === 'naive');
  // Origins 8 to 11, each missed by 1 where steps are 1.
  expect(naive).toMatchObject({ mase: 1, forecasts: 4, origins: 4 });
  expect(naive?.smape).toBeCloseTo([8, 9, 10, 11].reduce((sum, value) => sum + 2 / (2 * value - 1), 0) / 4, 12);
});

test('takes a method that knows seasons for a series that has them, better than the seasonal naive', () => {
  const found = told({ values: visitors, season: 4, steps: 4 });
  expect(found.season).toBe(4);
  expect(['theta', 'seasonal', 'seasonal_log']).toContain(found.method);
  const floor = found.tried.find(({ method }) => method === 'seasonal_naive');
  expect(found.tested.mase).toBeLessThan(floor?.mase ?? 0);
  // The book's multiplicative seasons say 61.3, 37.4, 47.0, 51.6, its additive ones 61.0, 36.9, 46.2, 50.1.
  for (const [index, value] of [61.1, 37.1, 46.6, 50.8].entries())
    expect(Math.abs((found.points[index]?.value ?? 0) - value)).toBeLessThan(2);
});

test('keeps to the floor where nothing beats it', () => {
  const steps = noise(40);
  const walk = steps.map((_, index) => 100 + steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
  const found = told({ values: walk, season: 1, steps: 3 });
  const floor = found.tried.find(({ method }) => method === 'naive');
  expect(found.tested.mase).toBeLessThanOrEqual(floor?.mase ?? 0);
  for (const { value, inner, outer } of found.points) {
    expect(outer[0]).toBeLessThan(inner[0]);
    expect(inner[0]).toBeLessThan(value);
    expect(outer[1]).toBeGreaterThan(inner[1]);
  }
});

test('stays within what values can be', () => {
  const rates = noise(24).map((value) => Math.min(1, Math.max(0, 0.97 + value / 20)));
  for (const { value, outer } of told({ values: rates, season: 12, steps: 6, bounds: [0, 1] }).points) {
    expect(outer[1]).toBeLessThanOrEqual(1);
    expect(value).toBeLessThanOrEqual(1);
    expect(outer[0]).toBeGreaterThanOrEqual(0);
  }
});

test('says of each step what its method does, the intervals as wide as the errors made', () => {
  const found = told({ values: visitors, season: 4, steps: 2 });
  const fitted = methods[found.method](visitors, 4, 'full');
  const { stretch } = found.tested;
  for (const [index, point] of found.points.entries()) {
    const ahead = fitted?.(index + 1);
    expect(point.steps).toBe(index + 1);
    expect(point.value).toBe(ahead?.mean);
    // Eight of ten lie within 1.2816 standard deviations, nineteen of twenty within 1.96.
    for (const [interval, edge] of [
      [point.inner, 1.281_551_6],
      [point.outer, 1.959_964],
    ] as const) {
      expect(interval[0]).toBeCloseTo(ahead?.at(-edge * stretch) ?? 0, 5);
      expect(interval[1]).toBeCloseTo(ahead?.at(edge * stretch) ?? 0, 5);
    }
    expect(point.deviation).toBeCloseTo(((ahead?.at(stretch) ?? 0) - (ahead?.at(-stretch) ?? 0)) / 2, 10);
  }
  expect(found.tried.map(({ mase }) => mase).toSorted((left, right) => left - right)[0]).toBe(found.tested.mase);
});

test('is tested three steps ahead at least, and a year at most', () => {
  const forecasts = (steps: number): number => told({ values: visitors, season: 1, steps }).tested.forecasts;
  // Of twelve origins, the last one and two steps before the end.
  expect(forecasts(1)).toBe(3 * 10 + 2 + 1);
  expect(forecasts(13)).toBe((12 * 13) / 2);
});

test('keeps within either bound, and without bounds goes where it goes', () => {
  const falling = Array.from({ length: 16 }, (_, index) => 16 - index + (index % 3) / 4);
  const free = told({ values: falling, season: 1, steps: 8 });
  expect(free.points.at(-1)?.outer[0]).toBeLessThan(0);
  const counts = told({ values: falling, season: 1, steps: 8, bounds: [0, 17] });
  for (const { value, inner, outer } of counts.points) {
    for (const one of [value, ...inner, ...outer]) expect(one).toBeGreaterThanOrEqual(0);
    for (const one of [value, ...inner, ...outer]) expect(one).toBeLessThanOrEqual(17);
  }
  expect(counts.points.at(-1)?.outer[0]).toBe(0);
});

test('refuses what is too short or never varies', () => {
  expect(forecastSeries({ values: visitors.slice(0, leastToForecast - 1), season: 4, steps: 2 })).toBe('series_too_short');
  expect(typeof forecastSeries({ values: visitors.slice(0, leastToForecast), season: 4, steps: 2 })).toBe('object');
  expect(forecastSeries({ values: new Array(20).fill(7), season: 12, steps: 2 })).toBe('series_without_variation');
  expect(forecastSeries({ values: [...new Array(19).fill(0), 3], season: 12, steps: 2 })).toBe('series_without_variation');
});
