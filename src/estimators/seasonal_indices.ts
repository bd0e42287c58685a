import { meanOf, sumOf } from './numbers.ts';

/**
 * What each season is of the usual, 1 on average, the season of the first value first: classical multiplicative decomposition, ratios to a centred
 * moving average over a season (of an even one, twice centred), their mean by season, brought to a mean of 1. Hyndman and Athanasopoulos (2018),
 * section 6.3. Null for less than two seasons, or where a mean is not positive.
 */
export function seasonalIndices(values: readonly number[], season: number): readonly number[] | null {
  if (season < 2 || values.length < 2 * season) return null;
  const half = Math.floor(season / 2);
  const ratios: number[][] = Array.from({ length: season }, () => []);
  for (let at = half; at + half < values.length; at++) {
    const around = values.slice(at - half, at + half + 1);
    const ends = ((around[0] ?? 0) + (around.at(-1) ?? 0)) / 2;
    const trend = season % 2 === 0 ? (sumOf(around.slice(1, -1)) + ends) / season : meanOf(around);
    if (!(trend > 0)) return null;
    ratios[at % season]?.push((values[at] ?? 0) / trend);
  }
  if (ratios.some((own) => own.length === 0)) return null;
  const means = ratios.map(meanOf);
  const mean = meanOf(means);
  return mean > 0 ? means.map((one) => one / mean) : null;
}

/** The correlation of a series with itself `lag` periods before; null where it does not vary. */
export function autocorrelation(values: readonly number[], lag: number): number | null {
  const mean = meanOf(values);
  const spread = sumOf(values.map((value) => (value - mean) ** 2));
  if (!(spread > 0)) return null;
  return sumOf(values.slice(lag).map((value, index) => (value - mean) * ((values[index] ?? mean) - mean))) / spread;
}

/**
 * Whether a series repeats itself by season, at 90 %: the test of the Theta method, Assimakopoulos and Nikolopoulos (2000), appendix B
 * (|r_m| > 1.645·√((1 + 2·Σ_{i<m} r_i²) / n)).
 */
export function isSeasonal(values: readonly number[], season: number): boolean {
  if (season < 2 || values.length <= 2 * season) return false;
  const correlations = Array.from({ length: season }, (_, index) => autocorrelation(values, index + 1) ?? 0);
  const own = correlations.at(-1) ?? 0;
  const others = sumOf(correlations.slice(0, -1).map((one) => one * one));
  return Math.abs(own) > 1.645 * Math.sqrt((1 + 2 * others) / values.length);
}
