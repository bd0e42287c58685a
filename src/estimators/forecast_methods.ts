import { type Effort, fitSmoothing, type SmoothingForm } from './exponential_smoothing.ts';
import { fitSeasonalNaive } from './seasonal_naive.ts';
import { fitTheta } from './theta.ts';

/** From the simplest on: of two that do as well, the earlier is taken. */
export const methodNames = ['naive', 'seasonal_naive', 'smoothing', 'damped', 'theta', 'seasonal', 'seasonal_log'] as const;
export type MethodName = (typeof methodNames)[number];

/** What is expected so many steps ahead, and what is so many standard deviations from it. */
export interface Ahead {
  readonly mean: number;
  at(deviations: number): number;
}

export type Fitted = (steps: number) => Ahead;

const plain =
  (ahead: (steps: number) => { readonly mean: number; readonly deviation: number }): Fitted =>
  (steps) => {
    const { mean, deviation } = ahead(steps);
    return { mean, at: (deviations) => mean + deviations * deviation };
  };

const smoothing = (values: readonly number[], form: SmoothingForm, effort: Effort): Fitted | null => {
  const fit = fitSmoothing(values, form, {}, effort);
  return fit && plain(fit.ahead);
};

/** Damped trend and seasons of the logarithms: seasons that grow with the level. The middle of what may come, not its mean. */
const logarithmic = (values: readonly number[], season: number, effort: Effort): Fitted | null => {
  if (values.some((value) => value <= 0)) return null;
  const fit = fitSmoothing(values.map(Math.log), { trend: 'damped', season }, {}, effort);
  if (fit === null) return null;
  return (steps) => {
    const { mean, deviation } = fit.ahead(steps);
    return { mean: Math.exp(mean), at: (deviations) => Math.exp(mean + deviations * deviation) };
  };
};

type Method = (values: readonly number[], season: number, effort: Effort) => Fitted | null;

const naive = (values: readonly number[], season: number): Fitted | null => {
  const fit = fitSeasonalNaive(values, season);
  return fit && plain(fit.ahead);
};

/** Whether a season can be told from so many values: twice of each, and some more. */
export const hasSeasons = (count: number, season: number): boolean => season > 1 && count >= 2 * season + 3;

/** A state for each season is fitted: of weeks there would be more of them than can be told. */
const mostSeasons = 24;

const seasonal =
  (make: Method): Method =>
  (values, season, effort) =>
    season > 1 && season <= mostSeasons ? make(values, season, effort) : null;

/** Each fits a series (oldest first) and its season; null where it does not apply to it. */
export const methods: Readonly<Record<MethodName, Method>> = {
  naive: (values) => naive(values, 1),
  seasonal_naive: (values, season) => (season > 1 ? naive(values, season) : null),
  smoothing: (values, _, effort) => smoothing(values, { trend: 'none', season: 1 }, effort),
  damped: (values, _, effort) => smoothing(values, { trend: 'damped', season: 1 }, effort),
  theta: (values, season, effort) => {
    const fit = fitTheta(values, season, effort);
    return fit && plain(fit.ahead);
  },
  seasonal: seasonal((values, season, effort) => smoothing(values, { trend: 'damped', season }, effort)),
  seasonal_log: seasonal(logarithmic),
};
