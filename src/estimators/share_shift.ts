import { gammaCdf } from './event_rate.ts';
import { medianOf, sumOf } from './numbers.ts';

/** P(X ≥ x) of chi-squared with so many degrees of freedom (DLMF 8.2.4). */
export const chiSquaredAbove = (x: number, degrees: number): number => (x <= 0 ? 1 : Math.max(0, 1 - gammaCdf(degrees / 2, x / 2)));

/** How many of each part there were, in the order of the parts. */
export type PartCounts = readonly number[];

/** The likelihood ratio G of two rows of counts having the same shares, and its degrees of freedom. Sokal and Rohlf (2012), Biometry, section 17.4. */
export function shareDifference(one: PartCounts, other: PartCounts): { readonly g: number; readonly degrees: number } {
  const [all, allOther] = [sumOf(one), sumOf(other)];
  const total = all + allOther;
  let g = 0;
  let parts = 0;
  for (const [place, count] of one.entries()) {
    const both = count + (other[place] ?? 0);
    if (both === 0 || all === 0 || allOther === 0) continue;
    parts += 1;
    for (const [seen, of] of [
      [count, all],
      [other[place] ?? 0, allOther],
    ] as const)
      if (seen > 0) g += 2 * seen * Math.log((seen * total) / (both * of));
  }
  return { g, degrees: Math.max(0, parts - 1) };
}

export interface ShareShift {
  /** The part of the whole that is elsewhere than before, 0 to 1: half the sum of all differences of shares. */
  readonly moved: number;
  readonly p: number;
  /** How much more the shares move from one period to the next than the counts alone explain; 1: no more. */
  readonly dispersion: number;
  /** Which part gained and lost most, by place. */
  readonly gained: number;
  readonly lost: number;
}

/**
 * Whether the parts of the last period have other shares than those of the period before. Shares of a company move anyway more than counts of independent things do: G is divided by how
 * much it is from one period to the next in the past (quasi-likelihood: McCullagh and Nelder 1989, section 4.5.2), its middle, which a shift in the past does not raise.
 * @param periods oldest first; the last is judged
 * @returns null without two parts or two periods
 */
export function shareShift(periods: readonly PartCounts[]): ShareShift | null {
  const now = periods.at(-1);
  const before = periods.at(-2);
  if (!now || !before || sumOf(now) <= 0 || sumOf(before) <= 0) return null;
  const { g, degrees } = shareDifference(before, now);
  if (degrees === 0) return null;
  const past = periods.slice(1, -1).flatMap((one, index) => {
    const step = shareDifference(periods[index] ?? [], one);
    return step.degrees > 0 ? [step.g / step.degrees] : [];
  });
  // The middle of chi-squared over its degrees: Wilson and Hilferty (1931).
  const dispersion = past.length === 0 ? 1 : Math.max(1, medianOf(past) / (1 - 2 / (9 * degrees)) ** 3);
  const shares = (of: PartCounts): readonly number[] => of.map((count) => count / sumOf(of));
  const [was, is] = [shares(before), shares(now)];
  const steps = is.map((share, place) => share - (was[place] ?? 0));
  return {
    moved: sumOf(steps.map(Math.abs)) / 2,
    p: chiSquaredAbove(g / dispersion, degrees),
    dispersion,
    gained: steps.indexOf(Math.max(...steps)),
    lost: steps.indexOf(Math.min(...steps)),
  };
}
