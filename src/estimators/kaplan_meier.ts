import { normalQuantile } from './normal.ts';

/** Cases that ended, or were still open when last seen, after the same time. */
export interface Observed {
  readonly time: number;
  readonly ended: number;
  readonly open: number;
}

export interface SurvivalPoint {
  readonly time: number;
  /** The share that has not ended after this time. */
  readonly survival: number;
  readonly atRisk: number;
  /** 95 %, log–log transform of Greenwood's variance; null at 0 and 1. */
  readonly interval: readonly [number, number] | null;
}

/**
 * The share of cases that last longer than each time at which one ended, open cases not forgotten (Kaplan and Meier 1958). A case
 * open at a time counts as at risk at it. Times in any unit; those below 0 are left out.
 */
export const survivalCurve = (observed: readonly Observed[]): readonly SurvivalPoint[] => {
  const byTime = new Map<number, { ended: number; open: number }>();
  for (const { time, ended, open } of observed) {
    if (time < 0) continue;
    const known = byTime.get(time) ?? { ended: 0, open: 0 };
    byTime.set(time, { ended: known.ended + ended, open: known.open + open });
  }
  const times = [...byTime].sort(([a], [b]) => a - b);
  let atRisk = times.reduce((sum, [, { ended, open }]) => sum + ended + open, 0);
  let survival = 1;
  let greenwood = 0;
  const points: SurvivalPoint[] = [];
  for (const [time, { ended, open }] of times) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      points.push({ time, survival, atRisk, interval: logLog(survival, greenwood) });
    }
    atRisk -= ended + open;
  }
  return points;
};

const logLog = (survival: number, greenwood: number): readonly [number, number] | null => {
  if (survival <= 0 || survival >= 1) return null;
  const log = Math.log(survival);
  const half = (normalQuantile(0.975) * Math.sqrt(greenwood)) / -log;
  return [Math.exp(log * Math.exp(half)), Math.exp(log * Math.exp(-half))];
};

/**
 * The first time after which at most half have not ended; null where it is not reached. Its 95 % interval is that of Brookmeyer and
 * Crowley (1982); an end that is not reached is null. The engine's `km_median` computes the same in SQL, for whole datasets.
 */
export const survivalMedian = (
  curve: readonly SurvivalPoint[],
): { readonly value: number | null; readonly low: number | null; readonly high: number | null } => {
  const first = (isBelow: (point: SurvivalPoint) => boolean): number | null => curve.find(isBelow)?.time ?? null;
  const half = 0.5 + 1e-12;
  return {
    value: first(({ survival }) => survival <= half),
    low: first(({ survival, interval }) => (interval ? interval[0] : survival) <= half),
    high: first(({ survival, interval }) => (interval ? interval[1] : survival) <= half),
  };
};
