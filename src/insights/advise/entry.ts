import type { Bilingual, Kpi } from '../../kpis/kpi.ts';
import type { Reason } from './candidates.ts';
import type { Fitness } from './fitness.ts';
import type { Readiness } from './readiness.ts';

/** Why a KPI is on its list; words by `code`. */
export interface Verdict {
  readonly code:
    | 'fits'
    | 'activity_beside'
    | 'guards'
    | 'balances'
    | 'missing_data'
    | 'not_worth_the_data'
    | 'misleads'
    | 'same_thing'
    | 'activity'
    | 'guard_missing'
    | 'context'
    | 'beyond_limit';
  /** The other KPIs that it is about. */
  readonly kpis: readonly string[];
  readonly why: Bilingual | null;
}

/** One KPI on one of the three lists. */
export interface Entry {
  readonly kpi: Kpi;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** `primary`: to act on. `companion`: an activity beside its progress. `guard`: so that another is not improved at its cost. */
  readonly part: 'primary' | 'companion' | 'guard';
  readonly verdict: Verdict;
  readonly readiness: Readiness;
  readonly fitness: Fitness;
}
