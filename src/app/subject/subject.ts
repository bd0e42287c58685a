import { type Measured, measuredBy } from '../../insights/targets/measured.ts';
import type { Target } from '../../insights/targets/target.ts';
import { targetKindOf } from '../../insights/targets/target-kind.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { type Engine, watermarkOf } from '../../metrics/engine.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { segmentDimension } from '../../metrics/segments.ts';
import type { Condition } from '../../model/condition.ts';
import { CuadroError } from '../../model/error.ts';
import type { Catalogue } from '../catalogue.ts';
import { conditionsOfScope } from './scope.ts';
import { engineFor, type readPeople } from './visible.ts';

/** A KPI and for whom: what targets are set for, ready to be asked. */
export interface Subject {
  readonly kpi: Kpi;
  readonly scope: string | null;
  readonly conditions: readonly Condition[];
  readonly asked: Asked;
  readonly engine: Engine;
  readonly measured: Measured;
  /** The last day that is looked at. */
  readonly day: string;
}

/** Why a target cannot be held against anything. */
export type Unheld = 'unknown_kpi' | 'kpi_unavailable' | 'scope_unknown' | 'scope_unreachable' | 'no_data' | 'no_rights';

export interface SubjectAsked {
  readonly catalogue: Catalogue;
  readonly opened: Engine;
  readonly people: Awaited<ReturnType<typeof readPeople>>;
  /** Not later than this. */
  readonly to: string | undefined;
}

/** The dimensions by which a metric may be filtered, chains of references included as they are typed. */
const reaches = (asked: Asked, conditions: readonly Condition[], engine: Engine): boolean => {
  const known = new Set([...dimensionsOf(asked.metric, engine.catalog), segmentDimension]);
  return conditions.every(({ dimension }) => known.has(dimension));
};

/** @returns the subject of a KPI's targets for a scope, or why it cannot be asked */
export function subjectOf(id: string, scope: string | null, { catalogue, opened, people, to }: SubjectAsked): Subject | Unheld {
  const kpi = catalogue.kpis.get(id);
  if (!kpi) return 'unknown_kpi';
  const conditions = conditionsOfScope(scope);
  if (conditions === null) return 'scope_unknown';
  let asked: Asked;
  try {
    const resolved = resolveKpi(kpi, opened.catalog, { by: [], where: [...conditions] });
    // A KPI that reads its own target can have a first one.
    asked = { ...resolved, missing: resolved.missing.filter((field) => !field.startsWith('target.')) };
  } catch (error) {
    if (error instanceof CuadroError) return 'scope_unreachable';
    throw error;
  }
  if (asked.missing.length > 0) return 'kpi_unavailable';
  if (!reaches(asked, conditions, opened)) return 'scope_unreachable';
  const engine = engineFor(asked, conditions, opened, people);
  if (engine === null) return 'no_rights';
  const complete = watermarkOf(asked.metric, engine.catalog)?.lastCompleteDay ?? null;
  if (complete === null) return 'no_data';
  const unit = kpi.variants[asked.variant]?.unit ?? kpi.unit;
  const measured = measuredBy(kpi.id, unit, targetKindOf(asked.metric, unit));
  return { kpi, scope, conditions, asked, engine, measured, day: to !== undefined && to < complete ? to : complete };
}

/** The targets of each KPI and scope, in the order in which they stand. */
export const bySubject = (targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> =>
  Map.groupBy(targets, ({ kpi, scope }) => JSON.stringify([kpi, scope]));
