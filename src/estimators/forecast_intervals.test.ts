import { expect, test } from 'vitest';
import { forecastSeries } from './forecast_series.ts';
import { noise } from './testing/noise.ts';

test('intervals hold about as much as they say', () => {
  let held = 0;
  let all = 0;
  const values = noise(420).map((value) => 50 + value);
  for (let from = 0; from + 37 <= values.length; from += 14) {
    const found = forecastSeries({ values: values.slice(from, from + 36), season: 1, steps: 1 });
    const next = typeof found === 'string' ? undefined : found.points[0];
    const actual = values[from + 36] ?? 0;
    all += 1;
    if (next && actual >= next.inner[0] && actual <= next.inner[1]) held += 1;
  }
  expect(held / all).toBeGreaterThan(0.68);
  expect(held / all).toBeLessThan(0.97);
});
