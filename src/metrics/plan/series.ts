import type { Interval } from '../result/interval.ts';
import type { Answers } from './scan.ts';

/** One metric in one period and group, before it becomes a cell. */
export interface Measure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Usable rows behind the value. */
  readonly n: number;
  /** Usable rows over rows that should have counted. */
  readonly coverage: number;
  readonly ci: Interval | null;
  readonly reasons: readonly string[];
  readonly detail: Readonly<Record<string, unknown>> | null;
  /** Of a sum or count: Σ and Σ² over its rows, for the interval of a ratio it is part of. */
  readonly moments: { readonly sum: number; readonly squares: number } | null;
}

export const measure = (parts: Partial<Measure> & Pick<Measure, 'value' | 'n'>): Measure => ({
  numerator: null,
  denominator: null,
  coverage: 1,
  ci: null,
  reasons: [],
  detail: null,
  moments: null,
  ...parts,
});

/** A metric's measures in every period and group. */
export interface Series {
  /** Groups that its data have; each key is `groupKey(values)`. A metric without groups of its own (days) has none. */
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
  /** The dimensions of its groups where an axis was added to those asked for. */
  readonly by?: readonly string[];
  /** @returns a measure also where no row was: empty is zero or null as the metric says. */
  at(period: number, group: string): Measure;
}

/** A metric after planning: its scans stand in the plan; once they are answered it gives its series. */
export interface Planned {
  series(answers: Answers): Series;
}

export const coverageOf = (usable: number, candidates: number): number => (candidates === 0 ? 1 : usable / candidates);

export const distinctReasons = (...lists: (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** The union of the groups of several series, in the order met. */
export function unionGroups(all: readonly Series[]): ReadonlyMap<string, readonly (string | null)[]> {
  const groups = new Map<string, readonly (string | null)[]>();
  for (const { groups: own } of all) for (const [key, values] of own) groups.set(key, values);
  return groups;
}
