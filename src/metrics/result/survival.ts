import { type Interval, z } from './interval.ts';

export interface Step {
  readonly time: number;
  readonly ended: number;
  readonly censored: number;
}

/**
 * The Kaplan–Meier median of durations of which some are still open (Kaplan and Meier 1958): the first time at which at
 * most half have not ended. Interval by Brookmeyer and Crowley (1982) with Greenwood's variance and the log–log transform.
 * @param steps ascending by time; a censored case counts as at risk up to and at its time.
 */
export function kaplanMeierMedian(steps: readonly Step[]): { median: number | null; ci: Interval | null } {
  let atRisk = steps.reduce((total, { ended, censored }) => total + ended + censored, 0);
  let survival = 1;
  let greenwood = 0;
  let median: number | null = null;
  let low: number | null = null;
  let high: number | null = null;
  for (const { time, ended, censored } of steps) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      if (atRisk > ended) greenwood += ended / (atRisk * (atRisk - ended));
      if (median === null && survival <= 0.5 + 1e-12) median = time;
      const [lower, upper] = bounds(survival, greenwood);
      if (low === null && lower <= 0.5) low = time;
      if (high === null && upper <= 0.5) high = time;
    }
    atRisk -= ended + censored;
  }
  return { median, ci: low !== null && high !== null ? [low, high] : null };
}

/** The log–log interval of S(t): S^exp(±z·√(greenwood)/ln S). */
function bounds(survival: number, greenwood: number): Interval {
  if (survival <= 0) return [0, 0];
  if (survival >= 1) return [1, 1];
  const width = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return [survival ** Math.exp(width), survival ** Math.exp(-width)];
}
