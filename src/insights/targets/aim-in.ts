import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import { worksOn } from '../../model/working-days.ts';
import type { Aim, Target } from './target.ts';
import type { TargetKind } from './target-kind.ts';

type Work = Pick<Settings, 'business_hours' | 'holidays'>;

/** How an aim came about: set for this very period, part of a longer one's, or put together of several. */
export type AimFrom = 'own' | 'part' | 'sum' | 'mean' | 'last' | 'longer';

export interface AimIn extends Aim {
  readonly from: AimFrom;
  /** The targets that it rests on, in order of time. */
  readonly targets: readonly Target[];
}

export const daysOf = ({ start, end }: DayRange): readonly string[] => {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(end);
  for (let day = Temporal.PlainDate.from(start); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
};

const lengthOf = ({ period }: Target): number =>
  Temporal.PlainDate.from(period.start).until(Temporal.PlainDate.from(period.end), { largestUnit: 'day' }).days;

/** Of several targets for a day the one of the shortest period holds, then the greater id: the rule of `target_day` in the model. */
export function heldOn(day: string, targets: readonly Target[]): Target | null {
  return targets
    .filter(({ period }) => period.start <= day && day <= period.end)
    .reduce<Target | null>((best, one) => {
      if (best === null) return one;
      const shorter = lengthOf(one) - lengthOf(best);
      return shorter < 0 || (shorter === 0 && one.id > best.id) ? one : best;
    }, null);
}

/** The days among which a target is divided: its working days, or, where none is worked, all its days. */
function countedDays(target: Target, work: Work): ReadonlySet<string> {
  const works = worksOn(work);
  const all = daysOf(target.period);
  const worked = all.filter((day) => works(Temporal.PlainDate.from(day)));
  return new Set(worked.length > 0 ? worked : all);
}

interface Part {
  readonly target: Target;
  /** How many days of the stretch it holds on, and what of it falls to them. */
  readonly days: number;
  readonly share: number;
}

/** The targets that hold over a stretch, each with its part; null where a day that counts has none. */
function partsOf(stretch: DayRange, targets: readonly Target[], work: Work): readonly Part[] | null {
  const near = targets.filter(({ period }) => period.start <= stretch.end && period.end >= stretch.start);
  const counted = new Map(near.map((target) => [target, countedDays(target, work)]));
  const works = worksOn(work);
  const parts = new Map<Target, { days: number; counted: number }>();
  for (const day of daysOf(stretch)) {
    const target = heldOn(day, near);
    if (target === null) {
      if (works(Temporal.PlainDate.from(day))) return null;
      continue;
    }
    const part = parts.get(target) ?? { days: 0, counted: 0 };
    parts.set(target, { days: part.days + 1, counted: part.counted + (counted.get(target)?.has(day) ? 1 : 0) });
  }
  if (parts.size === 0) return null;
  return [...parts].map(([target, part]) => ({ target, days: part.days, share: part.counted / (counted.get(target)?.size ?? 1) }));
}

const gathered = (parts: readonly Part[], of: (target: Target) => number | null, weigh: (part: Part) => number): number | null =>
  parts.reduce<number | null>((sum, part) => {
    const value = of(part.target);
    return sum === null || value === null ? null : sum + value * weigh(part);
  }, 0);

const aimOf = (parts: readonly Part[], weigh: (part: Part) => number): Aim => ({
  value: gathered(parts, ({ value }) => value, weigh),
  low: gathered(parts, ({ low }) => low, weigh),
  high: gathered(parts, ({ high }) => high, weigh),
});

/**
 * What should be reached in a stretch of days by the targets set around it. A sum is spread over the working days of each target's period and
 * added up again; a level is the mean over the days; a stock that of the last day; what is told of its own stretch only, that of the very stretch.
 * @returns null where no target is set for all of it
 */
export function aimIn(stretch: DayRange, targets: readonly Target[], kind: TargetKind, work: Work): AimIn | null {
  const exact = targets.filter(({ period }) => period.start === stretch.start && period.end === stretch.end);
  const own = heldOn(stretch.start, exact);
  if (kind === 'whole') return own && { value: own.value, low: own.low, high: own.high, from: 'own', targets: [own] };
  if (kind === 'stock') {
    const last = heldOn(stretch.end, targets);
    if (last === null) return null;
    const from = last === own ? 'own' : last.period.end > stretch.end ? 'longer' : 'last';
    return { value: last.value, low: last.low, high: last.high, from, targets: [last] };
  }
  const parts = partsOf(stretch, targets, work);
  if (parts === null) return null;
  const held = parts.map(({ target }) => target).toSorted((left, right) => (left.period.start < right.period.start ? -1 : 1));
  const only = held.length === 1 ? held[0] : undefined;
  // As it was set, to the last digit.
  if (only && only === own) return { value: own.value, low: own.low, high: own.high, from: 'own', targets: held };
  if (kind === 'flow') return { ...aimOf(parts, ({ share }) => share), from: only ? 'part' : 'sum', targets: held };
  const days = parts.reduce((sum, part) => sum + part.days, 0);
  return { ...aimOf(parts, (part) => part.days / days), from: only ? 'longer' : 'mean', targets: held };
}
