import type { Bilingual, Kpi } from '../../kpis/kpi.ts';
import { companions } from './companions.ts';
import { overlaps } from './overlaps.ts';
import { swaps } from './swaps.ts';

/** More KPIs than a person keeps in view. */
export const primaryLimit = 12;

export type FindingCode =
  | 'activity_without_progress'
  | 'stands_alone'
  | 'same_thing'
  | 'too_many'
  | 'no_leading'
  | 'no_lagging'
  | 'no_failure'
  | 'nothing_chosen';

/** What is wrong with a set of KPIs, and what would mend it. */
export interface Finding {
  readonly code: FindingCode;
  /** `error`: the set must not be put on a board so. */
  readonly severity: 'error' | 'warning';
  /** The KPIs that it is about. */
  readonly kpis: readonly string[];
  /** KPIs of which one would mend it, the best first. */
  readonly instead: readonly string[];
  readonly why: Bilingual | null;
  readonly count: number;
}

const finding = (code: FindingCode, facts: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  kpis: [],
  instead: [],
  why: null,
  count: facts.kpis?.length ?? 0,
  ...facts,
});

/** The progress KPIs to look at instead of an activity: its swap, its partner, else what guards it. */
export function progressOf(kpi: Kpi, kpis: ReadonlyMap<string, Kpi>): readonly string[] {
  if (kpi.nature !== 'activity') return [];
  const swap = swaps.find(({ activity }) => activity === kpi.id)?.progress;
  const named = swap ?? kpi.partner;
  return named === null ? kpi.guards.filter((id) => kpis.get(id)?.nature === 'progress') : [named];
}

function activitiesAlone(chosen: readonly Kpi[], ids: ReadonlySet<string>, kpis: ReadonlyMap<string, Kpi>): readonly Finding[] {
  return chosen.flatMap((kpi) => {
    const instead = progressOf(kpi, kpis);
    if (kpi.nature !== 'activity' || instead.some((id) => ids.has(id))) return [];
    // Said already, and more strictly, by what must not stand alone.
    if (kpi.partner === null && companions.some((one) => one.kpi === kpi.id)) return [];
    const why = swaps.find(({ activity }) => activity === kpi.id)?.why ?? null;
    return [finding('activity_without_progress', { kpis: [kpi.id], instead, why })];
  });
}

const alone = (ids: ReadonlySet<string>): readonly Finding[] =>
  companions.flatMap(({ kpi, with: beside, severity, why }) =>
    ids.has(kpi) && !beside.some((id) => ids.has(id)) ? [finding('stands_alone', { severity, kpis: [kpi], instead: beside, why })] : [],
  );

const twice = (ids: ReadonlySet<string>): readonly Finding[] =>
  overlaps.flatMap(({ kpi, better, why }) =>
    ids.has(kpi) && ids.has(better) ? [finding('same_thing', { kpis: [kpi], instead: [better], why })] : [],
  );

/**
 * Looks over a set of KPIs as one board: activities have their progress beside them (the six swaps), what misleads alone has its
 * companion, results stand beside what announces them and what fails, and there are not too many.
 * @param kpis the catalogue; ids that are not in it count for nothing
 * @param primaries those of `ids` that somebody is to act on; the others only keep them company
 */
export function lintSelection(
  ids: Iterable<string>,
  kpis: ReadonlyMap<string, Kpi>,
  primaries: Iterable<string> = ids,
): readonly Finding[] {
  const chosenIds = new Set(ids);
  const chosen = [...chosenIds].flatMap((id) => kpis.get(id) ?? []);
  if (chosen.length === 0) return [finding('nothing_chosen')];
  const main = new Set(primaries);
  return [
    ...alone(chosenIds),
    ...activitiesAlone(chosen, chosenIds, kpis),
    ...twice(chosenIds),
    ...(main.size > primaryLimit ? [finding('too_many', { count: main.size })] : []),
    ...(chosen.some(({ timing }) => timing === 'leading') ? [] : [finding('no_leading')]),
    ...(chosen.some(({ timing }) => timing === 'lagging') ? [] : [finding('no_lagging')]),
    ...(chosen.some(({ nature }) => nature === 'failure') ? [] : [finding('no_failure')]),
  ];
}
