import type { Engine } from '../../metrics/engine.ts';
import type { Metric } from '../../metrics/metric.ts';
import { grouped } from '../../metrics/plan/dimensions-of.ts';
import { inputsOf } from '../../metrics/plan/metrics-within.ts';
import { resolvePath } from '../../metrics/plan/path.ts';
import type { Condition } from '../../metrics/query.ts';
import { segmentDimension } from '../../metrics/segments.ts';

/** Texts that name one record or say what somebody wrote. */
const telling: ReadonlySet<string> = new Set([
  'id',
  'name',
  'domain',
  'number',
  'company',
  'subject',
  'lost_note',
  'record_id',
  'visitor_id',
  'group_id',
  'survivor_id',
  'merged_into_id',
  'invitation_id',
  'survey_id',
  'scope',
  'value',
  'old_value',
  'new_value',
  'changed_by',
  'landing_page',
  '_source',
]);

/** Whether a dimension tells apart kinds of things – a stage, a region, a team –, and not one person or record from another. */
function isBroad(dimension: string, dataset: string, engine: Engine): boolean {
  const holder = resolvePath(dataset, dimension, engine.catalog);
  if (!holder || holder.column.startsWith('custom.') || telling.has(holder.column)) return false;
  if (holder.dataset === 'user' && !['team', 'office', 'department', 'role'].includes(holder.column)) return false;
  return holder.type === 'enum' || holder.type === 'boolean' || holder.type === 'currency' || holder.type === 'text';
}

/** The dimensions by which a metric splits its rows by itself. */
function innerDimensions(metric: Metric): readonly string[] {
  switch (metric.kind) {
    case 'ratio':
      return [...innerDimensions(metric.numerator), ...innerDimensions(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap((input) => innerDimensions(input.metric));
    case 'computed':
      return [
        ...(metric.axis === undefined ? [] : [metric.axis]),
        ...Object.values(metric.panels ?? {}).flatMap(({ by }) => by ?? []),
        ...inputsOf(metric).flatMap(innerDimensions),
      ];
    default:
      return [];
  }
}

export interface TotalsAsked {
  readonly metrics: readonly Metric[];
  readonly by: readonly string[];
  readonly where: readonly Condition[];
}

/**
 * The engine for a question about totals: where the workspace opens them to all (`rights.totals: all`) and nothing asked splits them by
 * person or record, over all rows; else as it was. What is personal and what is too small stays hidden either way.
 */
export function openTotals(engine: Engine, { metrics, by, where }: TotalsAsked): Engine {
  const { sight } = engine.catalog;
  if (!sight || sight.rows === null || !sight.opensTotals) return engine;
  // A filter or group of nothing in particular is judged where it is asked.
  const isTotal = metrics.every((metric) => {
    const dimensions = [...by, ...innerDimensions(metric), ...where.map(({ dimension }) => dimension)].filter(
      (one) => one !== segmentDimension,
    );
    return dimensions.every((dimension) =>
      grouped(metric).every(({ dataset, aliases }) => !aliases.includes(dimension) && isBroad(dimension, dataset, engine)),
    );
  });
  return isTotal ? { ...engine, catalog: { ...engine.catalog, sight: { ...sight, rows: null } } } : engine;
}
