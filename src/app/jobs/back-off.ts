const firstMs = 30_000;
const longestMs = 3_600_000;

/**
 * How long to wait after a failed attempt: 30 s, doubled each time up to an hour, and of that a random half to whole, so that many that
 * failed together do not come back together.
 * @param attempt 1 for the first that failed
 * @param random from 0 up to 1
 */
export const backOffMs = (attempt: number, random: number): number =>
  Math.round(Math.min(firstMs * 2 ** (attempt - 1), longestMs) * (0.5 + random / 2));
