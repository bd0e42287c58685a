import type { Cell } from '../../src/metrics/cell.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { type QueryInput, querySchema } from '../../src/metrics/query.ts';
import { defaultRange, type Period, periodsOf } from './calendar.ts';
import { cellOf, tells } from './cell.ts';
import type { Company } from './company.ts';
import { evaluate } from './evaluate.ts';
import { groupsOf } from './groups.ts';
import { entitiesOf } from './leaves.ts';
import type { Group, Scope } from './scope.ts';
import { addDays, startOfDay } from './time.ts';
import { World } from './world.ts';

export interface Answer {
  /** One cell a period and group; of a grouped question, those of which there is something to tell. */
  readonly cells: readonly Cell[];
  /** The periods that are answered. */
  readonly periods: readonly Period[];
  /** Periods of the range that are not complete. */
  readonly omitted: readonly Period[];
  /** The cell of any period and group, also of one with nothing in it. */
  cell(period: Period, group: Group): Cell;
}

export type OracleQuery = Omit<QueryInput, 'kpis'>;

/** Answers a question about one metric the slow and plain way. */
/** @param sees which rows may be seen, where not all may */
export function answer(company: Company, metric: Metric, input: OracleQuery, sees?: (world: World) => World['sees']): Answer {
  const query = querySchema.parse({ ...input, kpis: ['oracle'] });
  const world = new World(company, { asOf: query.asOf, knownAt: query.knownAt, ...(sees ? { sees } : {}) });
  const knownTo = lastDayKnown(world, metric);
  const fallback = knownTo === null ? null : defaultRange(knownTo);
  const from = query.from ?? fallback?.start;
  const to = query.to ?? fallback?.end;
  if (from === undefined || to === undefined) throw new Error('no range, and no data that would give one');

  const by =
    metric.kind === 'computed' && metric.axis !== undefined && !query.by.includes(metric.axis) ? [...query.by, metric.axis] : query.by;
  // A stock over `total` is its value at the last day known, so its one period is never running.
  const isComplete = (period: Period): boolean =>
    knownTo !== null && ((metric.kind === 'stock' && query.grain === 'total') || period.end <= knownTo);
  const scopeOf = (period: Period, group: Group): Scope => ({
    world,
    period,
    grain: query.grain,
    group,
    where: query.where,
    attributes: query.attributes,
    knownTo,
    complete: isComplete(period),
  });
  const cell = (period: Period, group: Group): Cell => {
    const scope = scopeOf(period, group);
    return cellOf(evaluate(metric, scope), scope);
  };
  const periods = periodsOf({ start: from, end: to }, query.grain, company.settings);
  const shown = query.periods === 'partial' ? periods : periods.filter(isComplete);
  const groups = groupsOf(metric, by, scopeOf({ start: from, end: to }, {}));
  const cells = shown.flatMap((period) => groups.map((group) => cell(period, group))).filter((one) => by.length === 0 || tells(one));
  return { cells, periods: shown, omitted: query.periods === 'partial' ? [] : periods.filter((period) => !isComplete(period)), cell };
}

/** The last local day that is known to its end for every entity the metric stands on; null when none says. */
function lastDayKnown(world: World, metric: Metric): string | null {
  let least: number | null = null;
  for (const entity of entitiesOf(metric)) {
    const watermark = world.watermark(entity);
    if (watermark !== null && (least === null || watermark < least)) least = watermark;
  }
  if (least === null) return null;
  const day = world.dayOf(least);
  // Whole to the second: a date counts to 23:59:59.
  return startOfDay(addDays(day, 1), world.zone) - least <= 1000 ? day : addDays(day, -1);
}
