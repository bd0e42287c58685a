/** What the review of a KPI stands on. Days are YYYY-MM-DD. */
export interface Reviewed {
  /** As somebody set it; null: when the cadence says. */
  readonly nextOn: string | null;
  /** The last day it was decided about, or since when it is watched here. */
  readonly since: string;
  readonly retiredOn: string | null;
  /** It has a target, stands on a board for all, or is somebody's. */
  readonly isFollowed: boolean;
  /** The last day that somebody looked at it. */
  readonly lastLooked: string | null;
}

export interface Cadence {
  readonly everyMonths: number;
  /** What nobody has looked at for so many days is proposed for retirement. */
  readonly unusedDays: number;
}

/** `unused`: nobody follows or looks at it; `quiet`: nobody follows it, and there is too little history to say more. */
export type ReviewState = 'due' | 'coming' | 'unused' | 'quiet' | 'retired';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** The next day to look at a KPI: as set, else so many months after the last time. */
export const nextReview = ({ nextOn, since }: Pick<Reviewed, 'nextOn' | 'since'>, { everyMonths }: Cadence): string =>
  nextOn ?? day(since).add({ months: everyMonths }).toString();

/**
 * How the review of a KPI stands on a day. A KPI that nobody follows is not due: nobody would miss it. After `unusedDays` without a look it is proposed for retirement, counted
 * from the last look or, where there was none, from when looks began to be counted.
 * @param countedSince the first day on which looks were counted; null: none were yet
 */
export function reviewState(reviewed: Reviewed, cadence: Cadence, today: string, countedSince: string | null): ReviewState {
  const { retiredOn, isFollowed, lastLooked } = reviewed;
  if (retiredOn !== null) return 'retired';
  const unusedSince = lastLooked ?? countedSince;
  const isUnused = unusedSince !== null && day(unusedSince).add({ days: cadence.unusedDays }).toString() <= today;
  // What is followed and due is decided about as it is, also where nobody looks.
  if (isFollowed || reviewed.nextOn !== null) return nextReview(reviewed, cadence) <= today ? 'due' : 'coming';
  if (isUnused) return 'unused';
  return lastLooked === null ? 'quiet' : nextReview(reviewed, cadence) <= today ? 'due' : 'coming';
}
