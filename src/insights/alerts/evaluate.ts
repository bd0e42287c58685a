import type { DayRange } from '../../model/dialect.ts';
import type { Judged, Seen } from './judged.ts';
import type { Patience } from './rule.ts';
import { type AlertCourse, type CourseEvent, quiet, step } from './state.ts';
import { corrected } from './together.ts';

/** A rule for one scope, ready to be looked at. */
export interface Watch {
  readonly key: string;
  readonly patience: Patience;
  /** How many tests a month it makes. */
  readonly perMonth: number;
  /** The periods that there are data for, oldest first. */
  readonly periods: readonly DayRange[];
  /** @param since the first day of the period in which what is going on began; null: nothing is */
  readonly look: (place: number, since: string | null) => Judged;
}

/** A period as it was judged, and where it left the rule. */
export interface JudgedStep extends Seen {
  readonly course: AlertCourse;
  readonly events: readonly CourseEvent[];
}

/** Something that happened. `restated`, `late`: the figure of a period that was judged already is another, or has come at last. `retracted`: by the new figure nothing would have been told. */
export interface AlertEvent {
  readonly kind: CourseEvent | 'restated' | 'late' | 'retracted';
  readonly period: DayRange;
  /** It came of a new figure for a period that was judged already. */
  readonly isRestated: boolean;
  readonly was: number | null;
  readonly is: number | null;
}

export interface Evaluated {
  readonly key: string;
  readonly course: AlertCourse;
  /** Those that are new or other than known, oldest first. */
  readonly steps: readonly JudgedStep[];
  readonly events: readonly AlertEvent[];
}

export interface EvaluateOptions {
  /** How many periods already judged are looked at again for new figures. */
  readonly again: number;
  /** How many periods back a rule begins that has judged none yet. */
  readonly back: number;
  /** Tests a month that are made beside these. */
  readonly others?: number;
}

const isSameNumber = (one: number | null, other: number | null): boolean =>
  one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other)));

/** Sums over the same rows may differ in their last bits. A sign that rests on no figure, as that of another KPI, is looked at too. */
const isSame = (before: JudgedStep, now: Judged): boolean =>
  isSameNumber(before.value, now.value) &&
  before.n === now.n &&
  (before.p === null) === (now.p === null) &&
  (now.p !== null || before.sign === now.sign);

/** A test of a day: of a period that ends on it, or the last that was made before. */
interface Looking {
  readonly walk: Walk;
  readonly place: number | null;
  readonly judged: Judged;
}

interface Walk {
  readonly watch: Watch;
  readonly known: ReadonlyMap<string, JudgedStep>;
  readonly first: number;
  course: AlertCourse;
  judged: Judged | null;
  /** Whether what is known still holds up to here. */
  isAsKnown: boolean;
  readonly steps: JudgedStep[];
  readonly events: AlertEvent[];
}

function begin(watch: Watch, all: readonly JudgedStep[], { again, back }: EvaluateOptions): Walk {
  const known = new Map(all.map((one) => [one.period.start, one]));
  const last = all.at(-1)?.period.start ?? null;
  const lastPlace = last === null ? -1 : watch.periods.findLastIndex(({ start }) => start <= last);
  // What could not be judged yet, as what was not mature, is looked at again however long ago it was.
  const open = all.find(({ sign }) => sign === 'unclear' || sign === 'no_data' || sign === 'error')?.period.start;
  const openPlace = open === undefined ? -1 : watch.periods.findIndex((period) => period.start >= open);
  const lately = Math.min(lastPlace + 1, watch.periods.length - again, openPlace < 0 ? watch.periods.length : openPlace);
  const first = Math.max(0, last === null ? watch.periods.length - back : lately);
  const start = watch.periods[first]?.start ?? '9999';
  const before = all.findLast(({ period }) => period.start < start);
  return { watch, known, first, course: before?.course ?? quiet, judged: before ?? null, isAsKnown: true, steps: [], events: [] };
}

/** What a period that was judged before has become: its events beside those that were told. */
function eventsOf(period: DayRange, events: readonly CourseEvent[], now: Judged, before: JudgedStep | undefined): readonly AlertEvent[] {
  const told = { period, was: before?.value ?? null, is: now.value, isRestated: before !== undefined };
  const fresh = events.filter((kind) => !before?.events.includes(kind)).map((kind): AlertEvent => ({ ...told, kind }));
  if (!before) return fresh;
  const kind = before.value === null ? 'late' : 'restated';
  const changed = isSameNumber(before.value, now.value) ? [] : [{ ...told, kind } as const];
  const taken = before.events.includes('fired') && !events.includes('fired') ? [{ ...told, kind: 'retracted' } as const] : [];
  return [...changed, ...taken, ...fresh];
}

function advance(walk: Walk, place: number, own: Judged): void {
  const { watch, known } = walk;
  const period = watch.periods[place];
  if (!period) return;
  const before = known.get(period.start);
  const isUnchanged = before !== undefined && isSame(before, own);
  // The figure is as it was: so is what was made of it among the others of its day.
  const judged = isUnchanged ? { ...own, sign: before.sign } : own;
  walk.judged = judged;
  if (isUnchanged && walk.isAsKnown) {
    walk.course = before.course;
    return;
  }
  walk.isAsKnown = walk.isAsKnown && before === undefined;
  const { course, events } = step(walk.course, judged.sign, period.start, watch.patience);
  walk.course = course;
  walk.steps.push({ ...judged, period, course, events });
  walk.events.push(...eventsOf(period, events, judged, before));
}

/**
 * Judges all periods that are new, and those judged lately again, day by day in the order in which they ended, each day's tests together: what one test tells is held against all of that day.
 * Doing it twice over the same figures gives nothing new the second time.
 * @param known what was judged before of each watch, oldest first
 */
export function evaluate(
  watches: readonly Watch[],
  known: ReadonlyMap<string, readonly JudgedStep[]>,
  options: EvaluateOptions,
): readonly Evaluated[] {
  const judging = evaluating(watches, known, options);
  for (;;) {
    const { done, value } = judging.next();
    if (done) return value;
  }
}

/** The same, with a pause after each look, in which whoever works for others too may do something else. */
export function* evaluating(
  watches: readonly Watch[],
  known: ReadonlyMap<string, readonly JudgedStep[]>,
  options: EvaluateOptions,
): Generator<null, readonly Evaluated[]> {
  const walks = watches.map((watch) => begin(watch, known.get(watch.key) ?? [], options));
  const due = new Map<string, { walk: Walk; place: number }[]>();
  for (const walk of walks)
    for (const [place, { end }] of walk.watch.periods.entries()) {
      if (place < walk.first) continue;
      const own = due.get(end) ?? [];
      own.push({ walk, place });
      due.set(end, own);
    }
  for (const day of [...due.keys()].toSorted()) {
    const today = new Map((due.get(day) ?? []).map(({ walk, place }) => [walk, place]));
    const looks: Looking[] = [];
    for (const walk of walks) {
      const place = today.get(walk);
      if (place === undefined && walk.judged) looks.push({ walk, place: null, judged: walk.judged });
      if (place === undefined) continue;
      looks.push({ walk, place, judged: walk.watch.look(place, walk.course.since) });
      yield null;
    }
    const told = corrected(
      looks.map(({ walk, judged }) => ({ judged, perMonth: walk.watch.perMonth })),
      options.others,
    );
    for (const [index, { walk, place, judged }] of looks.entries()) if (place !== null) advance(walk, place, told[index] ?? judged);
  }
  return walks.map(({ watch, course, steps, events }) => ({ key: watch.key, course, steps, events }));
}
