import { type Departure, departureOf } from '../../../estimators/usual_course.ts';
import type { Kpi } from '../../../kpis/kpi.ts';
import type { Cell } from '../../../metrics/cell.ts';
import { errorOf } from '../../standard-error.ts';
import { type Judged, signOf } from '../judged.ts';
import { isKnown, type Looked, type Of } from '../looked.ts';
import { type RuleGrain, seasonOf } from '../rule.ts';

/** How a KPI's values vary with their height, by its unit. */
const spreadOf = (unit: Kpi['unit']): 'alike' | 'root' | 'share' =>
  unit === 'count'
    ? 'root'
    : unit === 'money' || unit === 'days' || unit === 'hours' || unit === 'minutes' || unit === 'seconds'
      ? 'share'
      : 'alike';

/** What goes on for longer than this has become what is usual. */
const longest: Readonly<Record<RuleGrain, number>> = { day: 28, week: 13, month: 12, quarter: 4 };

/**
 * The last value of a KPI against its own past; null: too short a past.
 * @param began the place of the period in which what is going on began: it is judged by what was before that, until it has lasted so long that it is usual
 */
export function departure(unit: Kpi['unit'], cells: readonly Cell[], grain: RuleGrain, began: number | null): Departure | null {
  const now = cells.at(-1);
  if (!now || now.value === null) return null;
  const gap = cells.slice(0, -1).findLastIndex((cell) => !isKnown(cell));
  const known = cells.slice(gap + 1).flatMap(({ value }) => (value === null ? [] : [value]));
  // Before the first row there was nothing to be usual.
  const first = known.findIndex((value) => value !== 0);
  if (first < 0) return null;
  const values = known.slice(first);
  const lasts = began === null ? 1 : cells.length - began;
  const asked = { values, season: seasonOf[grain], spread: spreadOf(unit), error: errorOf(now) };
  return departureOf({ ...asked, going: lasts > longest[grain] ? 1 : lasts });
}

type Side = Of<'anomaly'>['side'];

/** Which way a condition looks; null: a KPI without a better way has no worse one either. */
function wayOf(side: Side, { direction }: Kpi): 'rise' | 'fall' | 'either' | null {
  if (side === 'rise' || side === 'fall' || side === 'either') return side;
  if (direction === 'band') return 'either';
  if (direction === 'none') return null;
  return (direction === 'up') === (side === 'better') ? 'rise' : 'fall';
}

/** How often chance alone takes a KPI so far that way. */
export function chanceOf({ up, down }: Departure, side: Side, kpi: Kpi): number {
  const way = wayOf(side, kpi);
  if (way === null) return 1;
  return way === 'rise' ? up : way === 'fall' ? down : Math.min(1, 2 * Math.min(up, down));
}

/** Other than its own past lets one expect. */
export function anomaly({ side }: Of<'anomaly'>, { kpi, cells, grain, began }: Looked): Judged | null {
  const now = cells.at(-1);
  const found = departure(kpi.unit, cells, grain, began);
  if (!now || found === null) return null;
  const p = chanceOf(found, side, kpi);
  return { sign: signOf(p, true), p, value: now.value, n: now.n, expected: found.expected, usual: found.usual, saw: [] };
}
