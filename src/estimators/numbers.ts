export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** NaN for no values. */
export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** The mean of the middle two of an even number; NaN for no values. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The variance of a sample (divided by n − 1); null for fewer than two values. */
export const varianceOf = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
};

/** Where a function that falls or rises throughout [low, high] is 0, by halving. */
export const rootBetween = (f: (x: number) => number, low: number, high: number): number => {
  const rises = f(high) >= f(low);
  let [from, to] = [low, high];
  for (let step = 0; step < 200 && to - from > 1e-14 * Math.max(1, Math.abs(to)); step++) {
    const middle = (from + to) / 2;
    if (f(middle) < 0 === rises) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
};
