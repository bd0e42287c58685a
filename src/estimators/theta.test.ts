import { expect, test } from 'vitest';
import { fitSmoothing } from './exponential_smoothing.ts';
import { noise } from './testing/noise.ts';
import { fitTheta, slopeOf } from './theta.ts';

/** The flow of the Nile at Aswan by year, 1871 to 1900 (Cobb 1978; the first 30 of R's `Nile`). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250,
  1260, 1220, 1030, 1100, 774, 840,
];

test('the slope of a line, by hand', () => {
  expect(slopeOf([3, 5, 7, 9])).toBeCloseTo(2, 12);
  // Deviations −1, 0, 1 of 1, 4, 4: (−1·−2 + 1·1)/2.
  expect(slopeOf([1, 4, 4])).toBeCloseTo(1.5, 12);
});

test('is the mean of the line and of its own double curvature smoothed, as its authors define it', () => {
  // Assimakopoulos and Nikolopoulos: half the trend line (θ = 0) and half the simple smoothing of the line of θ = 2, here with the same weight for both ways.
  const fit = fitTheta(nile);
  const alpha = fit?.alpha ?? 0;
  const slope = slopeOf(nile);
  const middle = (nile.length + 1) / 2;
  const mean = nile.reduce((sum, value) => sum + value, 0) / nile.length;
  const line = (time: number): number => mean + slope * (time - middle);
  const doubled = nile.map((value, index) => 2 * value - line(index + 1));
  // The start of the doubled line follows from that of the series: twice the level less the line's value before the first.
  const start = 2 * (fitSmoothing(nile, { trend: 'none', season: 1 })?.start.level ?? 0) - line(0);
  const smoothed = doubled.reduce((level, value) => level + alpha * (value - level), start);
  for (const steps of [1, 2, 10]) {
    const byLines = (line(nile.length + steps) + smoothed) / 2;
    // Hyndman and Billah (2003): alike but for what the start still weighs, (1 − α)^n.
    const faded = Math.abs(slope) * (1 - alpha) ** nile.length * 20;
    expect(Math.abs((fit?.ahead(steps).mean ?? 0) - byLines)).toBeLessThan(1e-9 + faded);
  }
});

test('a straight line goes on with its slope halved from the last level', () => {
  const line = Array.from({ length: 20 }, (_, index) => 100 + 2 * index);
  const fit = fitTheta(line);
  expect(fit?.drift).toBeCloseTo(1, 10);
  expect((fit?.ahead(2).mean ?? 0) - (fit?.ahead(1).mean ?? 0)).toBeCloseTo(1, 10);
  // The last value is 138, and smoothing follows a line at once.
  expect(fit?.ahead(1).mean).toBeCloseTo(139, 1);
  expect(slopeOf([7])).toBe(0);
  expect(fit?.seasons).toBeNull();
});

test('gives seasons back: twelve months of a strong season', () => {
  const months = Array.from({ length: 48 }, (_, index) => (100 + index) * (1 + 0.4 * Math.sin((2 * Math.PI * index) / 12)));
  const fit = fitTheta(months, 12);
  expect(fit?.seasons?.[3]).toBeCloseTo(1.4, 1);
  expect(fit?.ahead(4).mean ?? 0).toBeGreaterThan(190);
  expect(fit?.ahead(10).mean ?? 0).toBeLessThan(100);
  expect(fitTheta([1, 2, 3])).toBeNull();
});

test('strays as simple smoothing does, √(1 + (h − 1)·α²) times its error; of a season, as much as the season is of the usual', () => {
  // A walk, of which the last value tells most.
  const steps = noise(24);
  const walk = steps.map((_, index) => 100 + 4 * steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
  const smoothed = fitSmoothing(walk, { trend: 'none', season: 1 });
  const fit = fitTheta(walk);
  const alpha = fit?.alpha ?? 0;
  expect(alpha).toBeGreaterThan(0.05);
  expect(fit?.ahead(1).deviation).toBeCloseTo(smoothed?.deviation ?? 0, 10);
  expect(fit?.ahead(5).deviation).toBeCloseTo((smoothed?.deviation ?? 0) * Math.sqrt(1 + 4 * alpha ** 2), 10);
  const quarters = walk.map((value, index) => value * ([0.5, 1, 1.5, 1][index % 4] ?? 1));
  const seasonal = fitTheta(quarters, 4);
  const [low = 0, , high = 0] = seasonal?.seasons ?? [];
  const freed = (steps: number): number => (seasonal?.ahead(steps).deviation ?? 0) / (steps === 1 ? low : high);
  expect(high / low).toBeCloseTo(3, 0);
  expect(seasonal?.alpha).toBeGreaterThan(0.05);
  expect(freed(3) / freed(1)).toBeCloseTo(Math.sqrt(1 + 2 * (seasonal?.alpha ?? 0) ** 2), 10);
});

test('looks for no season where the series has none, nor by shares where a value is nothing', () => {
  expect(fitTheta(nile, 4)?.seasons).toBeNull();
  const gaps = Array.from({ length: 24 }, (_, index) => [0, 10, 20, 10][index % 4] ?? 0);
  expect(fitTheta(gaps, 4)?.seasons).toBeNull();
  expect(
    fitTheta(
      gaps.map((value) => value + 1),
      4,
    )?.seasons,
  ).not.toBeNull();
});
