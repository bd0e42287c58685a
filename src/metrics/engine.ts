import type { DayRange, Dialect } from '../model/dialect.ts';
import { CuadroError } from '../model/error.ts';
import type { Asked } from './asked.ts';
import { daysIn, defaultRange, periodsOf, shiftPeriod, yearBefore } from './calendar/period.ts';
import type { Catalog, Watermark } from './catalog.ts';
import type { Cell } from './cell.ts';
import { planMetric } from './kinds/plan-metric.ts';
import type { Metric } from './metric.ts';
import { amountsIn } from './plan/amounts.ts';
import { dimensionsOf } from './plan/dimensions-of.ts';
import { type Frame, groupKey, groupOf } from './plan/frame.ts';
import { timedEntities } from './plan/metrics-within.ts';
import { Plan } from './plan/plan.ts';
import { isRefused } from './plan/refusal.ts';
import type { Answers, Scan, ScanResult, SqlRow } from './plan/scan.ts';
import { type Planned, type Series, unionGroups } from './plan/series.ts';
import type { Query } from './query.ts';
import { makeCell, unavailableCell } from './result/make-cell.ts';
import { reasons } from './result/reasons.ts';
import { withoutSmallGroups } from './result/small-groups.ts';
import { type ResultCache, scanRows } from './result-cache.ts';

export interface Engine {
  readonly dialect: Dialect;
  readonly catalog: Catalog;
  /** Runs one SELECT. */
  run(sql: string): Promise<readonly SqlRow[]>;
  /** How many SELECTs may run at once. Default 1. */
  readonly together?: number;
  /** Where answers are kept; without it none are. */
  readonly cache?: ResultCache;
}

/** A period that was asked for and is not given, and why. */
export interface Omission {
  readonly kpi: string;
  readonly period: DayRange;
  readonly reason: 'incomplete';
  readonly watermark: string | null;
}

export interface Answer {
  readonly range: DayRange | null;
  readonly cells: readonly Cell[];
  readonly omitted: readonly Omission[];
}

interface Prepared {
  readonly asked: Asked;
  readonly frame: Frame;
  readonly watermark: Watermark | null;
  /** Null: it cannot be told, for lack of data or of rights. */
  readonly planned: Planned | null;
  readonly isRefused: boolean;
  readonly compared: { readonly frame: Frame; readonly planned: Planned } | null;
}

/** The earliest watermark of the entities whose times a metric uses, not after the as-of date. */
export function watermarkOf(metric: Metric, catalog: Catalog): Watermark | null {
  const all = timedEntities(metric, catalog)
    .map((entity) => catalog.watermark(entity))
    .filter((watermark) => watermark !== null);
  return all.reduce<Watermark | null>((least, one) => (least === null || one.instant < least.instant ? one : least), null);
}

/**
 * The range of a query: the dates given, else the 12 complete months before the earliest watermark asked for. With one end
 * given, the other is twelve months away or the watermark.
 */
export function rangeOf(query: Query, watermarks: readonly (Watermark | null)[]): DayRange | null {
  const days = watermarks.filter((one) => one !== null).map((one) => one.lastCompleteDay);
  const last = days.length === 0 ? null : days.reduce((least, one) => (one < least ? one : least));
  if (query.from !== undefined && query.to !== undefined) {
    if (query.from > query.to) throw new CuadroError({ code: 'range_reversed', where: '--from', found: `${query.from} … ${query.to}` });
    return { start: query.from, end: query.to };
  }
  if (last === null) return null;
  const usual = defaultRange(last);
  const start =
    query.from ?? (query.to ? Temporal.PlainDate.from(query.to).add({ days: 1 }).subtract({ months: 12 }).toString() : usual.start);
  const end = query.to ?? (query.from && query.from > usual.end ? last : usual.end);
  return start > end ? { start, end: start } : { start, end };
}

const periodLimit = 4000;

function prepare(query: Query, asked: readonly Asked[], engine: Engine): { prepared: Prepared[]; plan: Plan; range: DayRange | null } {
  const { catalog, dialect } = engine;
  const rules = catalog.settings;
  const plan = new Plan({ dialect, catalog, attributes: query.attributes }, planMetric);
  const watermarks = asked.map(({ metric, missing }) => (missing.length > 0 ? null : watermarkOf(metric, catalog)));
  const range = rangeOf(query, watermarks);
  const periods = range === null ? [] : checkedPeriods(range, query, rules);
  const hasDimensions = query.by.length + query.where.length > 0;
  const refused = new Set(asked.filter((one) => isRefused(one, catalog)));
  if (hasDimensions) for (const one of asked) if (!refused.has(one)) checkDimensions(one, query, plan);
  const prepared = asked.map((one, index): Prepared => {
    const watermark = watermarks[index] ?? null;
    const frame: Frame = {
      periods,
      grain: query.grain,
      by: query.by,
      where: query.where,
      lastCompleteDay: watermark?.lastCompleteDay ?? null,
    };
    const isBeyond = refused.has(one);
    if (one.missing.length > 0 || isBeyond || periods.length === 0)
      return { asked: one, frame, watermark, planned: null, isRefused: isBeyond, compared: null };
    const planned = planMetric(one.metric, frame, plan);
    return { asked: one, frame, watermark, planned, isRefused: false, compared: prepareComparison(one, frame, query, plan) };
  });
  return { prepared, plan, range };
}

/**
 * A KPI whose data the workspace lacks is held to the fields of the model too; which columns of their own those data will bring is not known.
 * @throws CuadroError `unknown_dimension`, naming the KPI and those that it reaches
 */
function checkDimensions({ kpi, metric, missing }: Asked, query: Query, plan: Plan): void {
  const frame: Frame = {
    // Long enough for panels to have a whole period of any grain.
    periods: [{ start: '2000-01-01', end: '2001-12-31' }],
    grain: 'total',
    by: query.by,
    where: query.where,
    lastCompleteDay: '2001-12-31',
  };
  const trial = new Plan(plan.world, planMetric);
  try {
    planMetric(metric, frame, trial);
    for (const scan of trial.scans) scan.print();
  } catch (error) {
    if (!(error instanceof CuadroError) || error.code !== 'unknown_dimension') throw error;
    if (missing.length > 0 && error.found?.split('.').includes('custom')) return;
    throw new CuadroError({
      code: error.code,
      where: kpi,
      found: error.found ?? '',
      expected: dimensionsOf(metric, plan.world.catalog).join(', '),
    });
  }
}

function checkedPeriods(range: DayRange, query: Query, rules: Catalog['settings']): readonly DayRange[] {
  if (query.grain === 'day' && daysIn(range) > periodLimit) {
    throw new CuadroError({ code: 'too_many_periods', where: '--grain', found: `${daysIn(range)}`, params: { limit: periodLimit } });
  }
  return periodsOf(range, query.grain, rules);
}

function prepareComparison(asked: Asked, frame: Frame, query: Query, plan: Plan): Prepared['compared'] {
  const { compare } = query;
  if (compare === undefined) return null;
  const rules = plan.world.catalog.settings;
  const toDate = (period: DayRange): DayRange =>
    query.align === 'to_date' &&
    frame.lastCompleteDay !== null &&
    period.end > frame.lastCompleteDay &&
    period.start <= frame.lastCompleteDay
      ? { start: period.start, end: frame.lastCompleteDay }
      : period;
  const given = typeof compare === 'object' ? periodsOf({ start: compare.from, end: compare.to }, query.grain, rules) : [];
  const periods = frame.periods.map((period, index) => {
    if (compare === 'previous') return shiftPeriod(toDate(period), query.grain, 1, rules);
    if (compare === 'year') return yearBefore(toDate(period));
    return given[index] ?? given.at(-1) ?? period;
  });
  const earlier: Frame = { ...frame, periods };
  return { frame: earlier, planned: planMetric(asked.metric, earlier, plan) };
}

/** The SQL of a query, one statement a scan. */
export function explainSql(query: Query, asked: readonly Asked[], engine: Engine): readonly string[] {
  return prepare(query, asked, engine).plan.scans.map((scan) => scan.print().sql);
}

/** @returns a cell for each KPI, complete period and group, in that order. @throws CuadroError for what cannot be asked. */
export async function answer(query: Query, asked: readonly Asked[], engine: Engine): Promise<Answer> {
  const { prepared, plan, range } = prepare(query, asked, engine);
  const answers = await runScans(plan.scans, engine);
  const cells: Cell[] = [];
  const omitted: Omission[] = [];
  for (const one of prepared) {
    if (one.planned === null) {
      const why = one.asked.missing.length === 0 && one.isRefused ? [reasons.noRights] : one.asked.missing;
      for (const period of one.frame.periods) cells.push(unavailableCell(one.asked, period, query.by, why));
      continue;
    }
    const series = one.planned.series(answers);
    const compared = one.compared ? one.compared.planned.series(answers) : null;
    const by = series.by ?? query.by;
    const groups = groupsOf(series, compared, by);
    one.frame.periods.forEach((period, index) => {
      const complete = isComplete(period, one);
      if (!complete && query.periods === 'complete') {
        omitted.push({ kpi: one.asked.kpi, period, reason: 'incomplete', watermark: one.watermark?.instant ?? null });
        return;
      }
      const told: Cell[] = [];
      for (const [key, values] of groups) {
        const earlier =
          compared && one.compared ? { period: one.compared.frame.periods[index] ?? period, measure: compared.at(index, key) } : null;
        told.push(
          makeCell({
            asked: one.asked,
            period,
            group: groupOf(by, values),
            measure: series.at(index, key),
            complete,
            watermark: one.watermark?.instant ?? null,
            earlier,
          }),
        );
      }
      cells.push(
        ...seen(told, compared ? told.map(({ group }) => earlierSize(compared, index, by, group)) : [], one.asked, engine.catalog),
      );
    });
  }
  return { range, cells, omitted };
}

/** How many rows stood behind a group's counterpart. */
const earlierSize = (compared: Series, period: number, by: readonly string[], group: Cell['group']): number =>
  compared.at(period, groupKey(by.map((name) => group[name] ?? null))).n;

/** What may be seen of the cells of one KPI in one period. */
function seen(cells: readonly Cell[], earlier: readonly number[], asked: Asked, catalog: Catalog): readonly Cell[] {
  const { sight } = catalog;
  if (!sight) return cells;
  const inside = amountsIn(asked.metric, asked.unit ?? null, catalog) === 'inside';
  const below = sight.smallest(asked);
  const shown = cells.map((cell, index): Cell => {
    const { numerator, denominator, comparison, ...rest } = cell;
    const parts = inside || numerator === undefined || denominator === undefined ? {} : { numerator, denominator };
    const few = below !== null && (earlier[index] ?? below) < below && (earlier[index] ?? 0) > 0;
    const compared = comparison && few ? { ...comparison, value: null, change: null, relative: null } : comparison;
    return { ...rest, ...parts, detail: inside ? null : cell.detail, ...(compared ? { comparison: compared } : {}) };
  });
  if (below === null) return shown;
  const hidden = withoutSmallGroups(shown, below);
  // What is worked out of panels or of an axis shows its parts beside it.
  return hidden.some(({ reasons: why }) => why.includes(reasons.smallGroup)) ? hidden.map((cell) => ({ ...cell, detail: null })) : hidden;
}

/** A stock over `total` is its value at the last complete day, so its one period is never running. */
function isComplete(period: DayRange, one: Prepared): boolean {
  if (one.frame.lastCompleteDay === null) return false;
  if (one.frame.grain === 'total' && one.asked.metric.kind === 'stock') return true;
  return period.end <= one.frame.lastCompleteDay;
}

function groupsOf(series: Series, compared: Series | null, by: readonly string[]): [string, readonly (string | null)[]][] {
  if (by.length === 0) return [[groupKey([]), []]];
  const groups = [...unionGroups(compared ? [series, compared] : [series])];
  const text = (values: readonly (string | null)[]) => values.map((value) => (value === null ? '\uffff' : value)).join('\u0000');
  return groups.sort(([, left], [, right]) => (text(left) < text(right) ? -1 : 1));
}

/** Rows with pseudonyms in place of what is personal. Answers are kept as they are: others may see more. */
function masked(rows: readonly SqlRow[], scan: Scan, { sight }: Catalog): readonly SqlRow[] {
  const personal = sight?.personal;
  if (!personal) return rows;
  const columns = [...scan.print().masked].map(([place, column]) => ({ name: `g${place + 1}`, column }));
  if (columns.length === 0) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      columns.flatMap(({ name, column }) => (row[name] == null ? [] : [[name, personal.pseudonym(column, String(row[name]))]])),
    ),
  }));
}

async function runScans(scans: readonly Scan[], engine: Engine): Promise<Answers> {
  const results = new Map<Scan, ScanResult>();
  const waiting = [...scans];
  const work = async (): Promise<void> => {
    for (let scan = waiting.shift(); scan; scan = waiting.shift())
      results.set(scan, scan.collect(masked(await scanRows(scan, engine), scan, engine.catalog)));
  };
  const stop = (error: unknown): never => {
    waiting.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: engine.together ?? 1 }, () => work().catch(stop)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await engine.cache?.settle();
  return {
    of<Result extends ScanResult>(scan: Scan<Result>): Result {
      const result = results.get(scan);
      if (!result) throw new CuadroError({ code: 'scan_not_run', blame: 'internal', found: scan.key });
      // Each scan's own `collect` made it.
      return result as Result;
    },
  };
}
