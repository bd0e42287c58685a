import { goals } from '../advise/goals.ts';
import type { CourseState } from './course.ts';

/** A KPI's target as the tree sees it. */
export interface Leaf {
  readonly kpi: string;
  readonly objective: string | null;
  readonly state: CourseState;
  /** False: chance alone makes as much. */
  readonly certain: boolean;
}

/** An objective: a goal of the catalogue, one in the company's own words, or (null) what serves none. */
export interface Branch<L extends Leaf> {
  readonly objective: string | null;
  readonly leaves: readonly L[];
  readonly standing: Standing;
}

/** How an objective stands by its targets: none is off course, some are open, some will not be reached, or it cannot be told yet. */
export type Standing = 'on_course' | 'at_risk' | 'off_course' | 'unknown';

const good: ReadonlySet<CourseState> = new Set(['reached', 'on_course']);
const bad: ReadonlySet<CourseState> = new Set(['missed', 'off_course']);

/** The goal of the catalogue for which a KPI belongs most closely; of two alike the first of the list. */
export function goalOf(kpi: string): string | null {
  let best: { readonly id: string; readonly fit: number } | null = null;
  for (const goal of goals.values()) {
    const found = goal.kpis.find((one) => one.kpi === kpi);
    if (found && (best === null || found.fit > best.fit)) best = { id: goal.id, fit: found.fit };
  }
  return best?.id ?? null;
}

/** What a target counts as: one that was missed by what chance makes was not clearly missed. */
export const weighed = ({ state, certain }: Pick<Leaf, 'state' | 'certain'>): CourseState =>
  state === 'missed' && !certain ? 'at_risk' : state;

/**
 * How a set of targets stands: on course where none will be missed and at most a third is open; off course from a third that will be (or was) missed on. What cannot be judged yet
 * does not count.
 */
export function standingOf(states: readonly CourseState[]): Standing {
  const told = states.filter((state) => good.has(state) || bad.has(state) || state === 'at_risk');
  if (told.length === 0) return 'unknown';
  const missed = told.filter((state) => bad.has(state)).length;
  const open = told.filter((state) => state === 'at_risk').length;
  if (missed * 3 >= told.length && missed > 0) return 'off_course';
  return missed > 0 || open * 3 > told.length ? 'at_risk' : 'on_course';
}

/** Objective → KPI → target: what is set for an objective by name, else for the goal that the KPI serves most. In the order of the catalogue, what serves none last. */
export function treeOf<L extends Leaf>(leaves: readonly L[]): readonly Branch<L>[] {
  const order = [...goals.keys()];
  const place = (objective: string | null): number => {
    if (objective === null) return Number.MAX_SAFE_INTEGER;
    const at = order.indexOf(objective);
    // The company's own words come first: somebody chose them.
    return at < 0 ? -1 : at;
  };
  return [...Map.groupBy(leaves, ({ objective, kpi }) => objective ?? goalOf(kpi))]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([objective, own]) => ({ objective, leaves: own, standing: standingOf(own.map(weighed)) }));
}
