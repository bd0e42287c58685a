import { type PartCounts, shareShift } from '../../../estimators/share_shift.ts';
import type { Cell } from '../../../metrics/cell.ts';
import { type Judged, looksLike, signOf } from '../judged.ts';
import type { Looked, Of } from '../looked.ts';
import { departure } from './anomaly.ts';

const nameOf = ({ group }: Cell): string => Object.values(group)[0] ?? '–';

/**
 * So much of the whole is elsewhere than the period before, more than chance and the company's usual to and fro make, while the whole is as usual: what a total hides. Only of what is
 * counted.
 */
export function mix({ by, share }: Of<'mix'>, { kpi, cells, grain, parts }: Looked): Judged | null {
  const now = cells.at(-1);
  if (!now || now.value === null || kpi.unit !== 'count') return null;
  const all = parts(kpi.id, by).filter(({ period }) => period.end <= now.period.end);
  const names = [...new Set(all.map(nameOf))].toSorted();
  const byPeriod = Map.groupBy(all, ({ period }) => period.start);
  const rows = cells.flatMap(({ period }): PartCounts[] => {
    const own = byPeriod.get(period.start);
    const counts = new Map(own?.map((cell) => [nameOf(cell), cell.value ?? 0]));
    return own ? [names.map((name) => counts.get(name) ?? 0)] : [];
  });
  if (!byPeriod.has(now.period.start)) return null;
  const found = shareShift(rows);
  if (found === null) return null;
  const whole = departure(kpi.unit, cells, grain, null);
  const isFlat = whole === null || Math.min(1, 2 * Math.min(whole.up, whole.down)) > looksLike;
  const sign = signOf(found.p, isFlat && found.moved >= share);
  const saw = [names[found.gained], names[found.lost]].flatMap((name) => (name === undefined ? [] : [name]));
  return { sign, p: found.p, value: found.moved, n: now.n, expected: share, usual: null, saw };
}
