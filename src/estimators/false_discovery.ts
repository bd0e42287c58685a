export interface Discovery {
  /** The least rate of false discoveries at which this one counts: the p-value corrected for how many were looked at. */
  readonly adjusted: number;
  readonly isDiscovery: boolean;
}

/**
 * Which of many p-values are worth telling, if no more than `rate` of those told may be chance, in the order given.
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1).
 */
export const falseDiscovery = (ps: readonly number[], rate = 0.05): readonly Discovery[] => {
  const order = ps.map((_, index) => index).sort((a, b) => (ps[b] ?? 1) - (ps[a] ?? 1));
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach((index, place) => {
    least = Math.min(least, ((ps[index] ?? 1) * ps.length) / (ps.length - place));
    adjusted[index] = least;
  });
  return adjusted.map((each) => ({ adjusted: each, isDiscovery: each <= rate }));
};
