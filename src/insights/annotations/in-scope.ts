import type { Condition } from '../../model/condition.ts';

/** What a mark on the time axis is of: a KPI (null: every one) and a scope (null: the company). */
export interface Marked {
  readonly kpi: string | null;
  readonly scope: string | null;
}

/** A chart: a KPI, what its rows are filtered by, and what it can be divided by. */
export interface Charted {
  readonly kpi: string;
  readonly where: readonly Condition[];
  readonly dimensions: ReadonlySet<string>;
}

/** `whole`: it concerns all that the chart shows. `part`: a part of it, as a product within the company. */
export type Reach = 'whole' | 'part';

/**
 * Whether what happened belongs on a chart. The company's belongs on all; that of a scope on charts of that scope, and, as a part, on the unfiltered chart of what can be divided by it.
 * A chart of something else – another team, another product – does not have it; what happened to one person is on nobody else's chart.
 */
export function reachOf({ kpi, scope }: Marked, chart: Charted): Reach | null {
  if (kpi !== null && kpi !== chart.kpi) return null;
  if (scope === null) return 'whole';
  if (chart.where.some(({ dimension, op, value }) => op === '=' && `${dimension}=${value ?? ''}` === scope)) return 'whole';
  const dimension = /^[^=!<>]+/.exec(scope)?.[0].trim() ?? '';
  if (/(^|\.)(owner|user)(_id|\.name)$/.test(dimension)) return null;
  return chart.where.length === 0 && chart.dimensions.has(dimension) ? 'part' : null;
}
