import type { Cell } from '../../../metrics/cell.ts';
import { type Judged, signOf } from '../judged.ts';
import type { Looked } from '../looked.ts';
import { chanceOf, departure } from './anomaly.ts';

/**
 * Better than its past lets one expect, while a KPI that guards it is worse than its own: bought at its cost. Both must be beyond chance, so that the chance is the
 * greater of the two (the intersection–union test: Berger 1982, Technometrics 24).
 */
export function guard({ kpi, cells, grain, began, other }: Looked): Judged | null {
  const now = cells.at(-1);
  const own = departure(kpi.unit, cells, grain, began);
  if (!now || own === null) return null;
  const start = began === null ? null : (cells[began]?.period.start ?? null);
  const since = (of: readonly Cell[]): number | null => {
    const place = start === null ? -1 : of.findIndex(({ period }) => period.start >= start);
    return place < 0 ? null : place;
  };
  const better = kpi.direction === 'none' ? own.up : chanceOf(own, 'better', kpi);
  const guards = kpi.guards.flatMap((id) => {
    const one = other(id);
    if (one === null || one.kpi.direction === 'none' || one.kpi.direction === 'band') return [];
    const found = departure(one.kpi.unit, one.cells, grain, since(one.cells));
    return found === null ? [] : [{ id, p: Math.max(better, chanceOf(found, 'worse', one.kpi)) }];
  });
  if (guards.length === 0) return null;
  const worst = guards.reduce((least, one) => (one.p < least.p ? one : least));
  // The least of several looks.
  const p = Math.min(1, worst.p * guards.length);
  const sign = signOf(p, true);
  return { sign, p, value: now.value, n: now.n, expected: own.expected, usual: own.usual, saw: sign === 'breach' ? [worst.id] : [] };
}
