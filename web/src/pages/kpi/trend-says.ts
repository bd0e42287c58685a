import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import type { TrendPoint } from '../../parts/chart/trend.ts';
import type { kpiWords } from '../../words/kpi.ts';
import type { Say, Words } from '../../words/language.ts';
import type { Format } from '../../words/writing.ts';

type KeyOf<W> = W extends Words<infer Key> ? Key : never;
export type Cell = Extract<OperationOutput<'query'>, { readonly cells: unknown }>['cells'][number];

/** Of the groups that are answered, the one that the card is of. */
export const cellsOf = (data: OperationOutput<'query'> | undefined, group: string | null | undefined): readonly Cell[] =>
  data && 'cells' in data
    ? data.cells.filter((cell) => Object.keys(cell.group).length === 0 || Object.values(cell.group).join(' · ') === group)
    : [];

export const pointOf = (cell: Cell, grain: string, format: Format): TrendPoint => ({
  label: format.period(cell.period, grain),
  value: cell.value,
  ci: cell.ci ? [cell.ci[0], cell.ci[1]] : null,
  final: cell.state !== 'immature' && cell.state !== 'partial',
  compared: cell.comparison?.value ?? null,
});

type Known = TrendPoint & { readonly value: number };

/** From where to where it went, and its bounds, in a sentence; `stretch`: of what time. */
export function trendSays(
  points: readonly TrendPoint[],
  unit: string,
  say: Say<KeyOf<typeof kpiWords>>,
  format: Format,
): { readonly sentence: string; readonly stretch: string | null } {
  const known = points.filter((point): point is Known => point.value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return { sentence: say('segmentsNone'), stretch: null };
  const high = known.reduce((most, point) => (point.value > most.value ? point : most), first);
  const low = known.reduce((least, point) => (point.value < least.value ? point : least), first);
  const alike = format.alike([first.value, last.value, high.value, low.value], unit);
  const says = say('trendSays', {
    first: alike.value(first.value),
    firstPeriod: first.label,
    last: alike.value(last.value),
    lastPeriod: last.label,
    high: alike.value(high.value),
    highPeriod: high.label,
    low: alike.value(low.value),
    lowPeriod: low.label,
  });
  return {
    sentence: points.some(({ ci }) => ci !== null) ? `${says} ${say('trendBand')}` : says,
    stretch: `${first.label} – ${last.label}`,
  };
}
