import { normalQuantile } from './normal.ts';
import { meanOf, sumOf } from './numbers.ts';

export interface Observation {
  /** Cases of one stratum are alike in what matters beside the treatment. */
  readonly stratum: string;
  readonly treated: boolean;
  readonly value: number;
}

export interface Effect {
  /** Mean of the treated less that of the others, over matched strata. */
  readonly value: number;
  /** 95 %; null where the spread within strata cannot be told. */
  readonly interval: readonly [number, number] | null;
  readonly treated: number;
  readonly others: number;
  /** Strata with both; the cases of the rest do not count. */
  readonly strata: number;
}

interface Stratum {
  readonly treated: readonly number[];
  readonly others: readonly number[];
}

const matched = (observations: readonly Observation[]): readonly Stratum[] => {
  const strata = new Map<string, { treated: number[]; others: number[] }>();
  for (const { stratum, treated, value } of observations) {
    const known = strata.get(stratum) ?? { treated: [], others: [] };
    (treated ? known.treated : known.others).push(value);
    strata.set(stratum, known);
  }
  return [...strata.values()].filter(({ treated, others }) => treated.length > 0 && others.length > 0);
};

const squares = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2));
};

/**
 * The difference that a treatment goes with, like compared with like: the mean of the differences within strata, weighted by
 * n₁n₀/(n₁ + n₀) (Mantel and Haenszel 1959; for means Cochran 1954). With one spread within all strata, pooled over them, these are also the weights of
 * inverse variance; strata of one and one then need no variance of their own. For shares give values of 0 and 1.
 * An association, not proof of a cause. @returns null where no stratum has both
 */
export const stratifiedEffect = (observations: readonly Observation[]): Effect | null => {
  const strata = matched(observations);
  if (strata.length === 0) return null;
  const weights = strata.map(({ treated, others }) => (treated.length * others.length) / (treated.length + others.length));
  const all = sumOf(weights);
  const value = sumOf(strata.map(({ treated, others }, index) => (weights[index] ?? 0) * (meanOf(treated) - meanOf(others)))) / all;
  const cases = (side: keyof Stratum): number => sumOf(strata.map((stratum) => stratum[side].length));
  const free = cases('treated') + cases('others') - 2 * strata.length;
  const counts = { treated: cases('treated'), others: cases('others'), strata: strata.length };
  if (free < 1) return { value, interval: null, ...counts };
  const variance = sumOf(strata.map(({ treated, others }) => squares(treated) + squares(others))) / free;
  // Each weight is n₁n₀/(n₁+n₀), the inverse of 1/n₁ + 1/n₀: the variance of Σwd/Σw is s²/Σw.
  const half = normalQuantile(0.975) * Math.sqrt(variance / all);
  // Cases that happen to be alike within each stratum are no certainty.
  if (half <= 1e-7 * Math.abs(value)) return { value, interval: null, ...counts };
  return { value, interval: [value - half, value + half], ...counts };
};
