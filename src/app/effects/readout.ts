import {
  type Effect,
  type EffectPeriod,
  effectOf,
  leastPeriods,
  type NoEffect,
  sidesAround,
  sidesOf,
} from '../../insights/effects/effect.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import type { Condition } from '../../model/condition.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { periodsFrom, runningAfter, seasonOf } from '../forecast/periods.ts';
import { boundsFor } from '../forecast/series.ts';
import type { Subject } from '../subject/subject.ts';

export type EffectGrain = keyof typeof leastPeriods;

/** What a KPI did around a moment, or why that cannot be said (yet). */
export interface Readout {
  readonly on: string;
  /** Of what lasted, which part is told: what came while it lasted, or after its end; null: all that came since. */
  readonly span: Span | null;
  readonly grain: EffectGrain;
  readonly effect: Effect | null;
  readonly refused: NoEffect | null;
  /** The day from which there will be enough after; null: there is, or nobody can tell. */
  readonly readyOn: string | null;
  /** The KPI's own periods, oldest first. */
  readonly points: readonly EffectPeriod[];
  /** Rows behind the periods after, and whether most of these periods have too few. */
  readonly n: number;
  readonly isSmall: boolean;
}

/** Something that lasted until the end of a day, and which part of it is looked at. */
export interface Span {
  readonly to: string;
  readonly part: 'during' | 'later';
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The first day that counts as after. */
export const resumesOf = (on: string, span: Span | null): string => (span?.part === 'later' ? dayAfter(span.to) : on);

/** How far the look goes: three years of months for the season and the line, one of weeks; after so long, other things have happened. */
const reach = { month: { back: 36, on: 12 }, week: { back: 52, on: 26 } } as const;

/** @param until as if nothing had come after this day */
function periodsAround(on: string, resumes: string, grain: EffectGrain, { engine }: Subject, until: string): readonly DayRange[] {
  const { settings } = engine.catalog;
  const day0 = Temporal.PlainDate.from(on);
  const first = grain === 'month' ? day0.subtract({ months: reach.month.back }) : day0.subtract({ weeks: reach.week.back });
  const lasted = Math.ceil(Temporal.PlainDate.from(on).until(resumes, { largestUnit: 'day' }).days / (grain === 'month' ? 28 : 7));
  const count = reach[grain].back + lasted + reach[grain].on + 1;
  const [running] = [runningAfter(first.subtract({ days: 1 }).toString(), grain, settings)];
  return [running, ...periodsFrom(running.end, grain, count - 1, settings)].filter(({ end }) => end <= until);
}

/** All but those that are meant. */
const othersOf = (conditions: readonly Condition[]): readonly Condition[] | null => {
  const [only, ...more] = conditions;
  return only && more.length === 0 && only.op === '=' && only.value !== null ? [{ ...only, op: '!=' }] : null;
};

async function cellsOf(subject: Subject, where: readonly Condition[], grain: EffectGrain, stretch: DayRange): Promise<readonly Cell[]> {
  const question = querySchema.parse({ kpis: [subject.kpi.id], where, grain, from: stretch.start, to: stretch.end });
  const { cells } = await answer(question, [subject.asked], subject.engine);
  return cells;
}

/** Each period's value, where it has one of its own and will keep it. */
const pointsOf = (cells: readonly Cell[], subject: Subject, periods: readonly DayRange[]): readonly EffectPeriod[] => {
  const found = new Map(cells.map((cell) => [cell.period.start, cell]));
  const valueIn = (start: string): number | null => {
    const cell = found.get(start);
    return !cell || cell.state === 'immature' || cell.state === 'unavailable' ? null : subject.measured.valueOf(cell);
  };
  // What has not come to maturity has not passed yet.
  const passed = periods.findLastIndex(({ start }) => found.get(start)?.state !== 'immature');
  const points = periods.slice(0, passed + 1).map(({ start, end }) => ({ start, end, value: valueIn(start) }));
  // Before the first row nothing was counted: zeros there are no history.
  const first = points.findIndex(({ value }) => value !== null && value !== 0);
  return first < 0 ? [] : points.slice(first);
};

/** What happened to the others meanwhile; null: there are none to compare with. */
async function controlOf(
  subject: Subject,
  grain: EffectGrain,
  stretch: DayRange,
  points: readonly EffectPeriod[],
): Promise<readonly EffectPeriod[] | null> {
  const others = othersOf(subject.conditions);
  if (others === null || subject.measured.kind === 'whole') return null;
  try {
    const theirs = new Map(
      pointsOf(await cellsOf(subject, others, grain, stretch), subject, points).map(({ start, value }) => [start, value]),
    );
    return points.map(({ start, end }) => ({ start, end, value: theirs.get(start) ?? null }));
  } catch (error) {
    if (error instanceof CuadroError) return null;
    throw error;
  }
}

/** The end of the last of the periods that must have passed. */
const readyOn = (on: string, grain: EffectGrain, { engine }: Subject): string => {
  const { settings } = engine.catalog;
  const before = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();
  const [running] = [runningAfter(before, grain, settings)];
  const isWhole = sidesOf([running], on).after === 0;
  const ahead = periodsFrom(running.end, grain, leastPeriods[grain].after, settings);
  return (isWhole ? [running, ...ahead.slice(0, -1)] : ahead).at(-1)?.end ?? on;
};

/** Whether something lasted long enough to be told of by itself: else it is a moment, and what came since is told. */
export const isSpan = (subject: Subject, on: string, to: string): boolean =>
  to >= readyOn(on, isByWeek(subject) ? 'week' : 'month', subject);

const isByWeek = ({ kpi: { grain } }: Subject): boolean => grain === 'day' || grain === 'week' || grain === 'month';

/**
 * What a KPI did before and after a day, by whole months, or by weeks while these are all that has passed since; against the others where the KPI is
 * that of a part of the company, else against its own trend and season.
 * @param on the first day on which there could be an effect, YYYY-MM-DD
 * @param span of what lasted: what came while it did, or after its end, both against what was before it began
 */
export async function readoutOf(subject: Subject, on: string, span: Span | null = null): Promise<Readout> {
  const { asked, measured } = subject;
  const day = span?.part === 'during' && span.to < subject.day ? span.to : subject.day;
  const resumes = resumesOf(on, span);
  const grain: EffectGrain = !isByWeek(subject) || day >= readyOn(resumes, 'month', subject) ? 'month' : 'week';
  const soonest = readyOn(resumes, isByWeek(subject) ? 'week' : 'month', subject);
  const nothing = { on, span, grain, effect: null, readyOn: null, points: [], n: 0, isSmall: false } as const;
  const periods = periodsAround(on, resumes, grain, subject, day);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return { ...nothing, refused: 'too_early', readyOn: soonest };
  const stretch = { start: first.start, end: last.end };
  const cells = await cellsOf(subject, subject.conditions, grain, stretch);
  const points = pointsOf(cells, subject, periods);
  const bounds = boundsFor(
    asked.metric,
    measured.unit,
    points.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const found = effectOf({
    points,
    control: await controlOf(subject, grain, stretch, points),
    on,
    resumes,
    // A season of weeks would need years of them.
    season: grain === 'month' ? seasonOf.month : 1,
    isScaled: measured.kind === 'flow' || measured.kind === 'stock',
    bounds,
    least: leastPeriods[grain],
  });
  const starts = new Set(points.slice(sidesAround(points, on, resumes).after).map(({ start }) => start));
  const after = cells.filter(({ period }) => starts.has(period.start));
  const few = after.filter(({ reasons }) => reasons.includes('small_sample')).length;
  return {
    ...nothing,
    points,
    n: after.reduce((sum, { n }) => sum + n, 0),
    isSmall: few * 2 > after.length,
    effect: typeof found === 'string' ? null : found,
    refused: typeof found === 'string' ? found : null,
    readyOn: found === 'too_early' && soonest > day ? soonest : null,
  };
}
