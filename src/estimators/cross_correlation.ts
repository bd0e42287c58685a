import { fisherInterval, pearsonCoefficient } from './correlation.ts';
import { normalCdf } from './normal.ts';
import { meanOf, sumOf } from './numbers.ts';

export interface LagCorrelation {
  /** Periods by which the first series goes ahead of the second; negative: it follows. */
  readonly lag: number;
  readonly value: number;
  /** Pairs of periods. */
  readonly n: number;
}

export interface CrossCorrelation {
  /** Every lag with enough pairs, from −k to +k. */
  readonly lags: readonly LagCorrelation[];
  /** The strongest, whichever its sign; of equals the shortest. */
  readonly best: LagCorrelation & {
    /** 95 %, for as many independent pairs as the series' own inertia leaves. */
    readonly interval: readonly [number, number];
    /** The probability of one so strong at any of the lags tried, if there were none. */
    readonly p: number;
  };
}

const fewestPairs = 8;

type Series = readonly (number | null)[];

/** What is left of a series over its least-squares line; holes stay. */
export const detrend = (series: Series): Series => {
  const known = series.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  if (known.length < 2) return series.map((y) => (y === null ? null : 0));
  const mx = meanOf(known.map(({ x }) => x));
  const my = meanOf(known.map(({ y }) => y));
  const slope = sumOf(known.map(({ x, y }) => (x - mx) * (y - my))) / sumOf(known.map(({ x }) => (x - mx) ** 2));
  // Rounding that is left of a straight line is not a pattern.
  const scale = Math.max(...known.map(({ y }) => Math.abs(y)));
  return series.map((y, x) => {
    if (y === null) return null;
    const rest = y - my - slope * (x - mx);
    return Math.abs(rest) <= 1e-12 * scale ? 0 : rest;
  });
};

/** The pairs of one period of the first series and the one `lag` later of the second, both known. */
const pairsAt = (first: Series, second: Series, lag: number): { readonly xs: readonly number[]; readonly ys: readonly number[] } => {
  const xs: number[] = [];
  const ys: number[] = [];
  first.forEach((x, index) => {
    const y = second[index + lag];
    if (x === null || y === null || y === undefined) return;
    xs.push(x);
    ys.push(y);
  });
  return { xs, ys };
};

const correlationAt = (first: Series, second: Series, lag: number): LagCorrelation | null => {
  const { xs, ys } = pairsAt(first, second, lag);
  if (xs.length < fewestPairs) return null;
  const value = pearsonCoefficient(xs, ys);
  return value === null ? null : { lag, value, n: xs.length };
};

/** The correlation of a series with itself one period on; 0 where it cannot be told. */
const inertia = (series: Series): number => correlationAt(series, series, 1)?.value ?? 0;

/**
 * Which of two series goes ahead of the other, by how many periods, and how strongly: both without their linear trend (two that grow always correlate),
 * each moved against the other by −maxLag … +maxLag periods. At least eight pairs a lag; null where no lag has them or nothing varies.
 * The interval and p count `n (1 − ρ₁ρ₂)/(1 + ρ₁ρ₂)` independent pairs, ρ each series' own correlation from one period to the
 * next (Bartlett 1935), and p is for the best of all the lags (Šidák 1967). Source: Box, Jenkins and Reinsel (2008), chapter 12.
 */
export const crossCorrelation = (first: Series, second: Series, maxLag: number): CrossCorrelation | null => {
  const [a, b] = [detrend(first), detrend(second)];
  const lags: LagCorrelation[] = [];
  for (let lag = -maxLag; lag <= maxLag; lag++) {
    const each = correlationAt(a, b, lag);
    if (each) lags.push(each);
  }
  const [best] = lags.toSorted((x, y) => {
    const gain = Math.abs(y.value) - Math.abs(x.value);
    return Math.abs(gain) > 1e-12 ? gain : Math.abs(x.lag) - Math.abs(y.lag);
  });
  if (!best) return null;
  const joint = inertia(a) * inertia(b);
  const independent = Math.max(4, best.n * Math.min(1, (1 - joint) / (1 + joint)));
  const standardError = 1 / Math.sqrt(independent - 3);
  const alone = Math.abs(best.value) >= 1 ? 0 : 2 * normalCdf(-Math.abs(Math.atanh(best.value)) / standardError);
  const p = -Math.expm1(lags.length * Math.log1p(-Math.min(alone, 1)));
  return { lags, best: { ...best, interval: fisherInterval(best.value, standardError), p } };
};
