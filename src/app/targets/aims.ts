import { aimIn } from '../../insights/targets/aim-in.ts';
import { boundsOf } from '../../insights/targets/course.ts';
import { isShareOfTarget } from '../../insights/targets/measured.ts';
import { targetKindOf } from '../../insights/targets/target-kind.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Asked } from '../../metrics/asked.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Engine } from '../../metrics/engine.ts';
import type { Condition } from '../../model/condition.ts';
import { scopeOfConditions } from '../subject/scope.ts';
import { bySubject } from '../subject/subject.ts';
import { engineFor, readPeople } from '../subject/visible.ts';
import { readTargets } from './rows.ts';

/** What a figure on a card should be, in the figure's own unit. */
export interface CardAim {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of a sum whose period runs: where it should be by now. */
  readonly due: number | null;
  /** `running`: it cannot be said yet. Null: neither high nor low is good. */
  readonly state: 'reached' | 'missed' | 'running' | null;
  /** Of a level: whether it is farther from its aim than chance makes. */
  readonly certain: boolean;
  /** DIM=VALUE; null: the company's. */
  readonly scope: string | null;
}

/** Whoever sees only their own rows has their own target, not the company's. */
function ownScope(engine: Engine, people: Awaited<ReturnType<typeof readPeople>>): string | null | undefined {
  const limit = engine.catalog.sight?.rows ?? null;
  if (limit === null) return null;
  const [only, ...others] = limit.kind === 'users' ? limit.users : [];
  const self = only && others.length === 0 ? people.find(({ source, id }) => source === only.source && id === only.id) : undefined;
  return self?.name ? `owner.name=${self.name}` : null;
}

/** @returns what says the aim of a KPI's cell under the filters of a board; null where none is set, or whoever asks may not see it */
export async function aimsUnder(
  opened: Engine,
  where: readonly Condition[],
): Promise<(kpi: Kpi, asked: Asked, cell: Cell) => CardAim | null> {
  const targets = await readTargets(opened);
  if (targets.length === 0) return () => null;
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const scope = where.length === 0 ? ownScope(opened, people) : scopeOfConditions(where);
  if (scope === undefined) return () => null;
  const found = bySubject(targets);
  const { settings } = opened.catalog;
  return (kpi, asked, cell) => {
    const own = found.get(JSON.stringify([kpi.id, scope]));
    if (!own || cell.value === null || cell.state === 'immature' || cell.state === 'unavailable') return null;
    const conditions =
      scope === null || where.length > 0
        ? where
        : [{ dimension: 'owner.name', op: '=', value: scope.slice(scope.indexOf('=') + 1) } as const];
    if (engineFor(asked, conditions, opened, people) === null) return null;
    const share = isShareOfTarget(kpi.id);
    const kind = share ? 'flow' : targetKindOf(asked.metric, asked.unit ?? kpi.unit);
    const aim = aimIn(cell.period, own, kind, settings);
    if (aim === null) return null;
    const last =
      cell.watermark === null ? null : Temporal.Instant.from(cell.watermark).toZonedDateTimeISO(settings.timezone).toPlainDate().toString();
    const isRunning = cell.state === 'partial' && last !== null && last < cell.period.end;
    const part =
      isRunning && kind === 'flow' && last >= cell.period.start
        ? aimIn({ start: cell.period.start, end: last }, own, 'flow', settings)
        : null;
    const due = part?.value ?? null;
    const shown = share
      ? { value: 1, low: null, high: null, due: due === null || !aim.value ? null : due / aim.value }
      : { value: aim.value, low: aim.low, high: aim.high, due };
    const met = boundsOf(shown, kpi.direction);
    const isMet = met !== null && cell.value >= met[0] && cell.value <= met[1];
    // A sum that has passed its aim has reached it, or gone beyond its limit, however long the period runs.
    const isSettled = !isRunning || (kind === 'flow' && (kpi.direction === 'down' ? !isMet : isMet));
    const edge =
      kind === 'level' && cell.ci
        ? met?.find((bound) => Number.isFinite(bound) && bound > (cell.ci?.[0] ?? bound) && bound < (cell.ci?.[1] ?? bound))
        : undefined;
    return {
      ...shown,
      certain: edge === undefined && !(kind === 'level' && cell.reasons.includes('small_sample')),
      state: met === null ? null : isSettled ? (isMet ? 'reached' : 'missed') : 'running',
      scope,
    };
  };
}
