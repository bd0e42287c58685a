import type { Kpi } from '../../kpis/kpi.ts';
import type { Metric } from '../../metrics/metric.ts';
import { valueScale } from '../../metrics/value-scale.ts';

/** What a card's place on the board is made of. */
export interface Placed {
  readonly id: string;
  readonly area: string;
  readonly impact: number;
}

const ofBand: Readonly<Record<Kpi['band'], number>> = { business: 1, perception: 0.9, adoption: 0.6 };
const ofNature: Readonly<Record<Kpi['nature'], number>> = { progress: 1, failure: 1, activity: 0.5 };

/**
 * How much of itself a KPI moved: of what was before, whatever its sign; a score or a correlation, whose zero says nothing, of half its scale (12 points of an
 * NPS, −100 to 100, as much as 12 % of a sum). From nothing to something is more than any share. Only to put changes in an order: what is told of one is `changeFrom`.
 */
export function movedBy(
  { value, change }: { readonly value: number | null; readonly change: number | null },
  unit: string,
  metric: Metric,
): number {
  if (value === null || change === null) return 0;
  const [least, most] = unit === 'score' ? valueScale(metric) : unit === 'correlation' ? [-1, 1] : [null, null];
  const whole = least === null || most === null ? Math.abs(value) : (most - least) / 2;
  return change === 0 ? 0 : Math.abs(change) / whole;
}

/**
 * Impact × certainty of a change: how much of itself a KPI moved (a tripling counts as a doubling), how much the KPI matters, how
 * unlikely chance is, and how far the sample is past the least that the KPI asks for. Graded: nothing is cut at one n.
 */
export function impactOf(
  kpi: Pick<Kpi, 'band' | 'nature' | 'direction' | 'minimumSample'>,
  { moved, chance, n }: { readonly moved: number; readonly chance: number | null; readonly n: number },
): number {
  const matters = ofBand[kpi.band] * ofNature[kpi.nature] * (kpi.direction === 'none' ? 0.3 : kpi.direction === 'band' ? 0.6 : 1);
  const sure = (1 - (chance ?? 1)) * (n / (n + kpi.minimumSample));
  return Math.min(1, moved) * matters * sure;
}

/** The cards to lead with: by impact, at most `perArea` of one area, so that one bad week in one place does not fill the board. */
export function leading(cards: readonly Placed[], count: number, perArea: number): readonly string[] {
  const taken = new Map<string, number>();
  const chosen: string[] = [];
  for (const { id, area } of cards.toSorted((left, right) => right.impact - left.impact)) {
    const already = taken.get(area) ?? 0;
    if (already >= perArea) continue;
    taken.set(area, already + 1);
    chosen.push(id);
    if (chosen.length === count) break;
  }
  return chosen;
}
