import { changeKind } from '../../insights/explain.ts';
import type { Asked } from '../../metrics/asked.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Metric } from '../../metrics/metric.ts';
import { amountsIn } from '../../metrics/plan/amounts.ts';
import { isTooSmall } from '../rights/seen.ts';

/** Why a change cannot be told by parts, as `explain` has it. */
export const unexplainedReasons = ['not_explainable', 'nothing_to_compare', 'small_group', 'no_rights'] as const;
export type Unexplained = (typeof unexplainedReasons)[number];

/** Whether a value lies in the midst of its rows, so that what groups have is no part of what all have: a median, a mean of times, an extreme. */
export function liesBetween(metric: Metric): boolean {
  switch (metric.kind) {
    case 'duration':
      return true;
    case 'simple':
    case 'stock':
      return !['count', 'count_distinct', 'sum', 'average'].includes(metric.aggregate);
    case 'cumulative':
      return liesBetween(metric.of);
    default:
      return false;
  }
}

/**
 * Whether the change between two cells can be told by parts, before anything is asked by groups.
 * @param before null: it is not known yet
 * @returns null: it can, or only the groups will tell
 */
export function unexplained({ metric, unit }: Asked, before: Cell | null, after: Cell, catalog: Catalog): Unexplained | null {
  if (amountsIn(metric, unit ?? null, catalog) === 'inside') return 'no_rights';
  if (isTooSmall(after) || (before && isTooSmall(before))) return 'small_group';
  if (after.value === null || before?.value === null) return 'nothing_to_compare';
  return liesBetween(metric) || changeKind(before ?? after, after) === null ? 'not_explainable' : null;
}
