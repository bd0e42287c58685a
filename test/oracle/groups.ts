import type { Metric } from '../../src/metrics/metric.ts';
import { timeOf } from './expression.ts';
import { leavesOf } from './leaves.ts';
import { type Group, isAsked, keyAt, placesOf, type Scope } from './scope.ts';
import { closeOfDay } from './time.ts';

/** Every combination of the dimensions that a row of the metric's datasets has, in the scope's outer group and filters, whatever its period. */
export function groupsOf(metric: Metric, by: readonly string[], scope: Scope): Group[] {
  if (by.length === 0) return [scope.group];
  /** The days on which any attribute changed. */
  const turns = scope.world.live('field_change').flatMap((change) => {
    const day = scope.world.moment(change.changed_at)?.day;
    return day === undefined ? [] : [closeOfDay(day, scope.world.zone)];
  });
  const groups = new Map<string, Group>();
  for (const leaf of leavesOf(metric).filter((one) => one.grouped)) {
    for (const at of placesOf(scope.world, leaf.dataset, new Set(), leaf.names)) {
      for (const when of leaf.closes ? [timeOf(at, leaf.at), ...turns] : [timeOf(at, leaf.at)]) {
        if (!isAsked(scope, at, when)) continue;
        const keys = by.map((dimension) => [dimension, keyAt(at, dimension, when, scope.attributes)] as const);
        groups.set(JSON.stringify(keys), { ...scope.group, ...Object.fromEntries(keys) });
      }
    }
  }
  return [...groups.values()];
}
