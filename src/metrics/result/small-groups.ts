import type { Cell } from '../cell.ts';
import { reasons } from './reasons.ts';

/** The same cell without its figures. */
export const suppressed = (cell: Cell): Cell => ({
  kpi: cell.kpi,
  variant: cell.variant,
  version: cell.version,
  period: cell.period,
  group: cell.group,
  value: null,
  n: 0,
  state: 'unavailable',
  coverage: 0,
  watermark: cell.watermark,
  reasons: [reasons.smallGroup],
  detail: null,
});

/** Adds to `hidden` what is needed so that the hidden cells of a line cannot be had from its total: at least two, of `below` rows together. */
function complete(line: readonly Cell[], hidden: Set<Cell>, below: number): boolean {
  const filled = line.filter(({ n }) => n > 0);
  if (!filled.some((cell) => hidden.has(cell))) return false;
  const others = filled.filter((cell) => !hidden.has(cell)).toSorted((left, right) => left.n - right.n);
  const isSafe = () => {
    const own = filled.filter((cell) => hidden.has(cell));
    return own.length >= 2 && own.reduce((sum, { n }) => sum + n, 0) >= below;
  };
  let changed = false;
  for (let next = others.shift(); next && !isSafe(); next = others.shift()) {
    hidden.add(next);
    changed = true;
  }
  return changed;
}

/**
 * The cells of one KPI in one period without groups of fewer than `below` rows. A group that could be worked out from the total of its line – all
 * groups that differ from it in one dimension only – takes the next smallest with it, until none can.
 *
 * below 5: | norte 40 | sur 12 | este 3 | → este is too small, and sur hides it: the total less norte is 15.
 */
export function withoutSmallGroups(cells: readonly Cell[], below: number): readonly Cell[] {
  const hidden = new Set(cells.filter(({ n }) => n > 0 && n < below));
  if (hidden.size === 0) return cells;
  const dimensions = Object.keys(cells[0]?.group ?? {});
  const lines = dimensions.flatMap((varied) => [
    ...Map.groupBy(cells, ({ group }) => JSON.stringify(dimensions.filter((name) => name !== varied).map((name) => group[name]))).values(),
  ]);
  while (lines.map((line) => complete(line, hidden, below)).some((changed) => changed));
  return cells.map((cell) => (hidden.has(cell) ? suppressed(cell) : cell));
}
