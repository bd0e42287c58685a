import { expect, test } from 'vitest';
import { fitSmoothing } from './exponential_smoothing.ts';
import { symmetricError } from './forecast_error.ts';
import { fitTheta } from './theta.ts';

/** How a method did: its forecasts of the six years that the competition held back. */
type Forecasts = readonly [number, number, number, number, number, number];

/**
 * The first nine yearly series of the M3 competition (Makridakis and Hibon 2000, International Journal of Forecasting 16): fourteen years that were given, six that
 * were held back, and what the competition's simple smoothing, Holt, damped trend and Theta said of those.
 */
const series: readonly {
  readonly given: readonly number[];
  readonly held: Forecasts;
  readonly single: number;
  readonly holt: Forecasts;
  readonly dampen: Forecasts;
  readonly theta: Forecasts;
}[] = [
  {
    given: [940.66, 1084.86, 1244.98, 1445.02, 1683.17, 2038.15, 2342.52, 2602.45, 2927.87, 3103.96, 3360.27, 3807.63, 4387.88, 4936.99],
    held: [5379.75, 6158.68, 6876.58, 7851.91, 8407.84, 9156.01],
    single: 4936.99,
    holt: [5406.43, 5875.96, 6345.48, 6815, 7284.53, 7754.05],
    dampen: [5473.87, 6010.43, 6546.63, 7082.48, 7617.99, 8153.15],
    theta: [5414.6, 5934.47, 6331.96, 6822.35, 7140.76, 7602.15],
  },
  {
    given: [1991.05, 2306.4, 2604, 2992.3, 3722.08, 5226.62, 5989.46, 5614.62, 5527, 5389.8, 5384.4, 3656.2, 4034.8, 4230],
    held: [4793.2, 5602, 5065, 5056, 5067.2, 5209.6],
    single: 4230,
    holt: [4142.6, 4055.47, 3968.34, 3881.21, 3794.09, 3706.96],
    dampen: [4275.16, 4290.45, 4295.56, 4297.27, 4297.84, 4298.03],
    theta: [4464.65, 4566.21, 4783.2, 4875.52, 5080.19, 5169.65],
  },
  {
    given: [1461.57, 1692.5, 2193.82, 2459.68, 3246.8, 4748.86, 5559.46, 5292.42, 5029.4, 4753.6, 4344.6, 2897.4, 3256.4, 3525.2],
    held: [3070.2, 3601.6, 3407.4, 3500.6, 3437.8, 3007],
    single: 3525.2,
    holt: [3535.47, 3546.07, 3556.67, 3567.28, 3577.88, 3588.49],
    dampen: [3622.41, 3657.56, 3670.27, 3674.86, 3676.52, 3677.12],
    theta: [3805.87, 3930.44, 4131.67, 4220.13, 4401.68, 4481.01],
  },
  {
    given: [744.54, 1105.16, 1417.4, 1838.04, 2337.62, 3094.88, 4280.04, 5070.2, 3675.18, 3667.38, 3808.64, 3114.42, 3847.2, 4632.3],
    held: [4656, 5228.52, 5656.72, 5077.02, 5403.4, 5009.52],
    single: 4632.3,
    holt: [4971.59, 5311.33, 5651.06, 5990.79, 6330.52, 6670.25],
    dampen: [4795.99, 4830.29, 4837.46, 4838.95, 4839.27, 4839.33],
    theta: [4871.21, 5017.3, 5196.01, 5328.76, 5465.67, 5593.47],
  },
  {
    given: [4977.18, 5248, 5370, 6184.89, 7137.19, 6743, 7298, 5260.29, 4898.18, 5392.04, 5117.64, 4332.9, 4620.5, 5488.8],
    held: [5250.9, 4899.2, 4317.9, 4007.9, 4323.4, 4819.4],
    single: 5488.8,
    holt: [5346.03, 5272.95, 5199.87, 5126.79, 5053.7, 4980.62],
    dampen: [5425.01, 5427.97, 5428.39, 5428.44, 5428.45, 5428.45],
    theta: [5385.79, 5353.34, 5289.82, 5253.82, 5180.66, 5144.97],
  },
  {
    given: [1458.05, 1931.53, 2315.78, 2573.11, 2916.61, 3018.94, 3107.36, 2912.45, 3450.89, 3816.85, 3737.22, 3739.97, 3820.81, 4094.63],
    held: [4338.03, 4185.92, 3950.49, 3715.59, 3958.3, 4140.39],
    single: 4094.63,
    holt: [4259.94, 4439.21, 4618.47, 4797.74, 4977.01, 5156.28],
    dampen: [4216.48, 4360.47, 4502.49, 4642.56, 4780.73, 4917],
    theta: [4141.84, 4243.11, 4343.95, 4440.52, 4605.39, 4702.2],
  },
  {
    given: [2399.26, 2910.52, 3126.62, 3475.14, 3750.96, 3752.72, 4004.02, 3737.38, 4263.98, 5121.08, 5769.76, 4387.62, 4614.72, 5128.51],
    held: [5163.21, 5089.94, 4786.4, 4926.47, 5068.83, 5318.19],
    single: 5128.51,
    holt: [5511.14, 5708.41, 5905.68, 6102.95, 6300.22, 6497.49],
    dampen: [5099.27, 5099.27, 5099.27, 5099.27, 5099.27, 5099.27],
    theta: [5127.75, 5226.5, 5341.82, 5439.15, 5572.9, 5674.57],
  },
  {
    given: [420.06, 423.66, 476.43, 576.81, 743.19, 881.73, 1345.29, 1371, 1551.63, 3146.37, 3111.66, 3572.88, 7150.65, 8288.37],
    held: [8809.8, 8953.5, 7991.01, 7294.08, 7163.37, 7478.31],
    single: 8288.37,
    holt: [9809.84, 12517.89, 15225.93, 17933.97, 20642.02, 23350.06],
    dampen: [10348.28, 12931.97, 15513.97, 18094.29, 20672.92, 23249.88],
    theta: [10064.5, 12480.84, 14040.79, 16226.47, 17464.14, 19477.05],
  },
  {
    given: [1325.42, 1801.76, 1996.05, 2865.77, 3543.31, 4826.29, 6073.39, 7335.71, 5300.43, 4401.13, 4168.4, 4660.26, 3924.48, 5132.45],
    held: [6277.6, 7446.28, 6741.69, 6600.69, 7850.17, 8485.26],
    single: 5132.45,
    holt: [5362.48, 5593.46, 5824.45, 6055.43, 6286.42, 6517.4],
    dampen: [5344.44, 5396.2, 5407.02, 5409.28, 5409.75, 5409.85],
    theta: [5520.39, 5716.79, 5893.62, 6023.42, 6175.51, 6297.19],
  },
];

const years = [1, 2, 3, 4, 5, 6];
const sixOf = (fit: { ahead(steps: number): { readonly mean: number } } | null): readonly number[] =>
  years.map((step) => fit?.ahead(step).mean ?? Number.NaN);
const errorOf = (forecasts: readonly number[], held: readonly number[]): number =>
  100 * symmetricError(held.map((actual, index) => ({ actual, forecast: forecasts[index] ?? Number.NaN })));
const meanOf = (errors: readonly number[]): number => errors.reduce((sum, one) => sum + one, 0) / errors.length;
const damped = (given: readonly number[]): readonly number[] => sixOf(fitSmoothing(given, { trend: 'damped', season: 1 }));

test('simple smoothing says what the competition’s said', () => {
  for (const { given, single } of series) {
    const [first = Number.NaN] = sixOf(fitSmoothing(given, { trend: 'none', season: 1 }));
    // Within half a hundredth: ours does not let α be 1.
    expect(Math.abs(first / single - 1)).toBeLessThan(0.005);
  }
});

test('Holt’s line says what the competition’s said where both begin alike', () => {
  const seventh = series[6];
  if (!seventh) throw new Error('no seventh series');
  const ours = sixOf(fitSmoothing(seventh.given, { trend: 'linear', season: 1 }));
  seventh.holt.forEach((published, index) => {
    expect(Math.abs((ours[index] ?? 0) / published - 1)).toBeLessThan(0.0005);
  });
});

test('the damped trend and Theta err no more than the competition’s did', () => {
  // Mean symmetric errors of the published forecasts of these nine, in percent: 18.84 and 16.94.
  expect(meanOf(series.map(({ dampen, held }) => errorOf(dampen, held)))).toBeCloseTo(18.84, 2);
  expect(meanOf(series.map(({ theta, held }) => errorOf(theta, held)))).toBeCloseTo(16.94, 2);
  expect(meanOf(series.map(({ given, held }) => errorOf(damped(given), held)))).toBeCloseTo(17.86, 1);
  expect(meanOf(series.map(({ given, held }) => errorOf(sixOf(fitTheta(given)), held)))).toBeCloseTo(14.71, 1);
});
