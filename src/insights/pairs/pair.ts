import { crossCorrelation } from '../../estimators/cross_correlation.ts';

/** What two series have to do with each other. */
export interface Paired {
  /** `clear`: the strongest of all the lags tried is beyond chance. */
  readonly state: 'clear' | 'unclear';
  /** Periods by which the first goes ahead of the second; negative: it follows. */
  readonly lag: number;
  readonly value: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  readonly p: number;
  /** Pairs of periods. */
  readonly n: number;
  readonly lags: readonly { readonly lag: number; readonly value: number; readonly n: number }[];
}

/** Of twenty pairs of series that have nothing to do with each other one is called clear. */
const chance = 0.05;

/**
 * How two series of the same periods go together, without their trends, at the lag at which they do so most (`estimators/cross_correlation.ts`). That they do says nothing of which
 * makes which. Null: too few periods, or one that never varies.
 */
export function pairOf(first: readonly (number | null)[], second: readonly (number | null)[], maxLag: number): Paired | null {
  const found = crossCorrelation(first, second, maxLag);
  if (!found) return null;
  const { best, lags } = found;
  return { state: best.p < chance ? 'clear' : 'unclear', ...best, lags };
}
