import type { Kpi } from '../../kpis/kpi.ts';

/** What a card's place on the board is made of. */
export interface Placed {
  readonly id: string;
  readonly area: string;
  readonly impact: number;
}

const ofBand: Readonly<Record<Kpi['band'], number>> = { business: 1, perception: 0.9, adoption: 0.6 };
const ofNature: Readonly<Record<Kpi['nature'], number>> = { progress: 1, failure: 1, activity: 0.5 };

/**
 * Impact × certainty of a change: how much of itself a KPI moved (a tripling counts as a doubling), how much the KPI matters, how
 * unlikely chance is, and how far the sample is past the least that the KPI asks for. Graded: nothing is cut at one n.
 */
export function impactOf(
  kpi: Pick<Kpi, 'band' | 'nature' | 'direction' | 'minimumSample'>,
  { relative, chance, n }: { readonly relative: number | null; readonly chance: number | null; readonly n: number },
): number {
  const moved = Math.min(1, Math.abs(relative ?? 0));
  const matters = ofBand[kpi.band] * ofNature[kpi.nature] * (kpi.direction === 'none' ? 0.3 : kpi.direction === 'band' ? 0.6 : 1);
  const sure = (1 - (chance ?? 1)) * (n / (n + kpi.minimumSample));
  return moved * matters * sure;
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
