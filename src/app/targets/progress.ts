import { aimIn } from '../../insights/targets/aim-in.ts';
import { type Course, courseOf } from '../../insights/targets/course.ts';
import { restOf, type Step } from '../../insights/targets/rest.ts';
import type { Target } from '../../insights/targets/target.ts';
import { daysIn } from '../../metrics/calendar/period.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer } from '../../metrics/engine.ts';
import { type Query, querySchema } from '../../metrics/query.ts';
import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import { workingDaysIn } from '../../model/working-days.ts';
import { periodsBack, periodsFrom, periodsUntil, type SeriesGrain } from '../forecast/periods.ts';
import { boundsFor, forecastOf, type NoForecast, usableSeries } from '../forecast/series.ts';
import type { Subject } from '../subject/subject.ts';

/** A target and how it stands. */
export interface Progress {
  readonly subject: Subject;
  readonly target: Target;
  /** The share of the period's working days that is gone. */
  readonly gone: number;
  readonly daysLeft: number;
  readonly actual: number | null;
  readonly n: number;
  readonly ci: readonly [number, number] | null;
  readonly reasons: readonly string[];
  readonly course: Course;
  /** What the forecast of the rest stands on; `refused`: why there is none. */
  readonly forecast: { readonly method: string | null; readonly smape: number | null; readonly refused: NoForecast | 'immature' | null };
}

const mostSteps = 24;

/** What a target's period is made of. */
const baseOf = (period: DayRange): SeriesGrain => {
  const days = daysIn(period);
  return days >= 28 ? 'month' : days >= 7 ? 'week' : 'day';
};

/** Working days, or all days of a stretch in which none is worked: what time is counted in. */
const lengthOf = (stretch: DayRange | null, settings: Settings, isWorked: boolean): number =>
  stretch === null ? 0 : isWorked ? workingDaysIn(stretch, settings) : daysIn(stretch);

const overlap = (one: DayRange, other: DayRange): DayRange | null => {
  const start = one.start > other.start ? one.start : other.start;
  const end = one.end < other.end ? one.end : other.end;
  return start <= end ? { start, end } : null;
};

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** Of all targets of a subject those whose period holds the day; else the last that is over, else the next. */
export function currentTargets(targets: readonly Target[], day: string): readonly Target[] {
  const latest = [...Map.groupBy(targets, ({ period }) => `${period.start} ${period.end}`).values()].flatMap((same) =>
    // Of two for the same period the greater id holds, as in `target_day`.
    same.reduce<readonly Target[]>((best, one) => (best[0] && best[0].id > one.id ? best : [one]), []),
  );
  const now = latest.filter(({ period }) => period.start <= day && day <= period.end);
  if (now.length > 0) return now;
  const past = latest.filter(({ period }) => period.end < day).toSorted((one, other) => (one.period.end < other.period.end ? 1 : -1));
  if (past[0]) return [past[0]];
  return latest.toSorted((one, other) => (one.period.start < other.period.start ? -1 : 1)).slice(0, 1);
}

type Asking = Pick<Query, 'from' | 'to' | 'grain'>;

/** The cells of several subjects that share engine, filters and stretch of time, asked as one. */
async function cellsOf(subjects: readonly Subject[], asking: Asking): Promise<ReadonlyMap<Subject, readonly Cell[]>> {
  const [first] = subjects;
  if (!first) return new Map();
  const question = querySchema.parse({ ...asking, kpis: subjects.map(({ kpi }) => kpi.id), where: first.conditions, periods: 'partial' });
  const { cells } = await answer(
    question,
    subjects.map(({ asked }) => asked),
    first.engine,
  );
  return new Map(subjects.map((subject) => [subject, cells.filter(({ kpi }) => kpi === subject.kpi.id)]));
}

interface Due {
  readonly subject: Subject;
  readonly target: Target;
  readonly all: readonly Target[];
}

const groupKey = ({ subject: { engine, scope, day }, target: { period } }: Due): string =>
  JSON.stringify([engine.catalog.sight?.rows === null, scope, day, period]);

/** How each target stands by the last day known of its KPI. `targets` are all that are set, so that shorter ones give a longer one its shape. */
export async function progressOf(
  subjects: readonly { readonly subject: Subject; readonly targets: readonly Target[] }[],
  settings: Settings,
): Promise<readonly Progress[]> {
  const due = subjects.flatMap(({ subject, targets }) =>
    currentTargets(targets, subject.day).map((target): Due => ({ subject, target, all: targets })),
  );
  const found: Progress[] = [];
  for (const group of Map.groupBy(due, groupKey).values()) {
    const [first] = group;
    if (!first) continue;
    const { period } = first.target;
    const { day } = first.subject;
    const own = [...new Map(group.map(({ subject }) => [subject.kpi.id, subject])).values()];
    const grain = baseOf(period);
    const history = periodsUntil(day, grain, periodsBack[grain], settings);
    const past = await cellsOf(own, { from: history[0]?.start ?? day, to: history.at(-1)?.end ?? day, grain });
    const until = day < period.end ? day : period.end;
    const toDate = until < period.start ? null : await cellsOf(own, { from: period.start, to: until, grain: 'total' });
    for (const one of group) {
      found.push(
        held(one, grain, past.get(one.subject) ?? [], toDate === null ? null : (toDate.get(one.subject)?.at(-1) ?? null), settings),
      );
    }
  }
  const place = new Map(due.map(({ subject, target }, index) => [`${subject.scope} ${target.source} ${target.id}`, index]));
  const placeOf = ({ subject, target }: Progress): number => place.get(`${subject.scope} ${target.source} ${target.id}`) ?? 0;
  return found.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** What should have come by a day: of the target's own value the part that the targets around it, the shorter first, give to the time gone. */
function dueBy(until: string, { target, all, subject }: Due, settings: Settings): number | null {
  if (target.value === null) return null;
  const whole = aimIn(target.period, all, 'flow', settings);
  const part = until < target.period.start ? null : aimIn({ start: target.period.start, end: until }, all, 'flow', settings);
  if (subject.measured.kind !== 'flow' || whole?.value == null || whole.value === 0) return null;
  return part?.value == null ? (until < target.period.start ? 0 : null) : (target.value * part.value) / whole.value;
}

function held(due: Due, grain: SeriesGrain, past: readonly Cell[], now: Cell | null, settings: Settings): Progress {
  const { subject, target } = due;
  const { period } = target;
  const { measured, day, kpi, asked } = subject;
  const until = day < period.end ? day : period.end;
  const isWorked = workingDaysIn(period, settings) > 0;
  const all = lengthOf(period, settings, isWorked);
  const daysGone = until < period.start ? 0 : lengthOf({ start: period.start, end: until }, settings, isWorked);
  const isOver = day >= period.end;
  const gone = isOver ? 1 : Math.min(daysGone / all, 1);

  const series = usableSeries(past, measured.valueOf);
  const points = typeof series === 'string' ? [] : series;
  const values = points.map(({ value }) => value);
  const bounds = boundsFor(asked.metric, measured.unit, values);
  const last = points.at(-1) ?? null;
  // Base periods after the last one known, as many as reach the end of the target's.
  const ahead = last === null || isOver ? [] : periodsFrom(last.end, grain, mostSteps, settings).filter(({ start }) => start <= period.end);
  const found =
    typeof series === 'string'
      ? series
      : isOver || (last !== null && ahead.length === 0)
        ? null
        : forecastOf(points, grain, Math.max(1, ahead.length), bounds);
  const left = isOver ? null : overlap({ start: dayAfter(day), end: period.end }, period);
  const partOf = (base: DayRange, stretch: DayRange | null): number => {
    const whole = lengthOf(base, settings, isWorked);
    return stretch === null || whole === 0 ? 0 : lengthOf(overlap(base, stretch), settings, isWorked) / whole;
  };
  const steps =
    found === null || typeof found === 'string'
      ? []
      : ahead.flatMap((base, index): Step[] => {
          const point = found.points[index];
          const share = partOf(base, left);
          return point && share > 0 ? [{ mean: point.value, deviation: point.deviation, left: share }] : [];
        });
  const gonePeriods = points.filter((point) => overlap(point, period) !== null);
  const total = steps.reduce((sum, step) => sum + step.left, 0) / Math.max(1e-9, 1 - gone);
  const isImmature = now?.state === 'immature';
  const isReach = (last?.end ?? '') >= dayBefore(period.start) || gonePeriods.length > 0;
  const rest =
    isImmature || ahead.length >= mostSteps || (!isReach && measured.kind === 'stock')
      ? null
      : restOf(measured.kind, steps, total, last?.value ?? null);

  const measuredNow = now === null || isImmature ? null : measured.valueOf(now);
  const notBegun = until < period.start;
  const actual = notBegun ? (measured.kind === 'flow' ? 0 : measured.kind === 'stock' ? (last?.value ?? null) : null) : measuredNow;
  const opening = points.find(({ end }) => end === dayBefore(period.start))?.value ?? null;
  const course = courseOf({
    kind: measured.kind,
    direction: kpi.direction,
    aim: target,
    gone,
    daysLeft: all - daysGone,
    daysGone,
    actual,
    ci: measured.kind === 'level' ? (now?.ci ?? null) : null,
    isSmall: now?.reasons.includes('small_sample') ?? false,
    opening,
    due: isOver ? target.value : dueBy(until, due, settings),
    rest,
    // A sum of what is never negative does not go back.
    bounds: measured.kind === 'flow' && bounds[0] === 0 ? [actual ?? 0, bounds[1]] : bounds,
  });
  return {
    subject,
    target,
    gone,
    daysLeft: all - daysGone,
    actual: notBegun && measured.kind === 'flow' ? null : actual,
    n: now?.n ?? 0,
    ci: now?.ci ?? null,
    reasons: now?.reasons ?? [],
    course: isImmature ? { ...course, state: 'too_early', end: null, needed: null } : course,
    forecast: {
      method: found === null || typeof found === 'string' ? null : found.method,
      smape: found === null || typeof found === 'string' ? null : found.tested.smape,
      refused: isImmature ? 'immature' : typeof found === 'string' ? found : null,
    },
  };
}
