import type { Watch } from '../../insights/alerts/evaluate.ts';
import { only } from '../../insights/alerts/judged.ts';
import { look } from '../../insights/alerts/look.ts';
import { isKnown, type Looked } from '../../insights/alerts/looked.ts';
import { type AlertRule, type RuleGrain, ruleGrains, testsOf } from '../../insights/alerts/rule.ts';
import { wantedFor } from '../../insights/reading/read.ts';
import { aimIn } from '../../insights/targets/aim-in.ts';
import { boundsOf } from '../../insights/targets/course.ts';
import { isShareOfTarget } from '../../insights/targets/measured.ts';
import type { Target } from '../../insights/targets/target.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Engine } from '../../metrics/engine.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import type { DayRange } from '../../model/dialect.ts';
import type { Catalogue } from '../catalogue.ts';
import { bySubject, type Subject, subjectOf, type Unheld } from '../subject/subject.ts';
import type { readPeople } from '../subject/visible.ts';
import { type AllSeries, seriesName, seriesOf, type Wanted } from './series.ts';

export interface WatchContext {
  readonly catalogue: Catalogue;
  readonly opened: Engine;
  readonly people: Awaited<ReturnType<typeof readPeople>>;
  readonly targets: readonly Target[];
  /** As from the end of this day; undefined: the last that the data of each KPI cover. */
  readonly to: string | undefined;
  /** Today, by the workspace's calendar. */
  readonly today: string;
  readonly signal: AbortSignal | null;
}

/** A rule for one scope, and what is to be said of it. */
export interface Watched extends Watch {
  readonly rule: AlertRule;
  readonly scope: string | null;
  readonly kpi: Kpi;
  readonly grain: RuleGrain;
}

/** Why a rule looks at nothing. */
export type Unwatched = Unheld | 'each_unreachable' | 'grain_unfit';

export interface Watches {
  readonly watched: readonly Watched[];
  readonly unwatched: ReadonlyMap<string, Unwatched>;
}

/** Two rules may be for the same scope: an alert is of one rule in one scope. */
export const watchKey = (rule: string, scope: string | null): string => JSON.stringify([rule, scope ?? '']);

/** Members beyond these say more of the dimension than of the company. */
const mostMembers = 50;

interface Plan {
  readonly rule: AlertRule;
  readonly subject: Subject;
  readonly grain: RuleGrain;
}

/** By which periods a rule looks: its own, else those that the KPI is best read by; null: by none of these. */
export const grainOf = ({ grain }: AlertRule, kpi: Kpi | undefined): RuleGrain | null =>
  grain ?? ruleGrains.find((one) => one === kpi?.grain) ?? null;

function planOf(rule: AlertRule, context: Pick<WatchContext, 'catalogue' | 'opened' | 'people' | 'to'>): Plan | Unwatched {
  const { catalogue, opened, people, to } = context;
  const subject = subjectOf(rule.kpi, rule.scope, { catalogue, opened, people, to });
  if (typeof subject === 'string') return subject;
  const grain = grainOf(rule, subject.kpi);
  if (grain === null) return 'grain_unfit';
  if (rule.each !== null && !dimensionsOf(subject.asked.metric, subject.engine.catalog).includes(rule.each)) return 'each_unreachable';
  return { rule, subject, grain };
}

const wantedOf = ({ subject, grain }: Plan, by: string | null): Wanted => ({
  kpi: subject.kpi.id,
  asked: subject.asked,
  engine: subject.engine,
  conditions: subject.conditions,
  scope: subject.scope,
  grain,
  by,
  day: subject.day,
});

/** The KPIs and parts that a condition looks at beside its own. */
function besides({ rule: { condition }, subject: { kpi } }: Plan): {
  kpis: readonly string[];
  parts: readonly { kpi: string; by: string }[];
} {
  if (condition.kind === 'guard') return { kpis: kpi.guards, parts: [] };
  if (condition.kind === 'mix') return { kpis: [], parts: [{ kpi: kpi.id, by: condition.by }] };
  if (condition.kind !== 'reading') return { kpis: [], parts: [] };
  const { kpis, parts } = wantedFor([kpi]);
  return { kpis: kpis.filter((id) => id !== kpi.id), parts };
}

/** All series that a plan needs, as far as they can be had. */
function seriesFor(plan: Plan, context: WatchContext): readonly Wanted[] {
  const { rule, subject, grain } = plan;
  const own = [wantedOf(plan, rule.each)];
  const { kpis, parts } = besides(plan);
  const of = (id: string): Plan | null => {
    const other = subjectOf(id, rule.scope, { ...context });
    return typeof other === 'string' ? null : { rule, subject: other, grain };
  };
  const beside = kpis.flatMap((id) => {
    const one = of(id);
    return one ? [wantedOf(one, null)] : [];
  });
  const byParts = parts.flatMap(({ kpi, by }) => {
    const one = kpi === subject.kpi.id ? plan : of(kpi);
    return one && dimensionsOf(one.subject.asked.metric, one.subject.engine.catalog).includes(by) ? [wantedOf(one, by)] : [];
  });
  return [...own, ...beside, ...byParts];
}

/** Of a company's first periods nothing is said before there is something. */
const beginning = (cells: readonly Cell[]): number => {
  const first = cells.findIndex((cell) => isKnown(cell) && cell.value !== 0);
  return first < 0 ? cells.length : first;
};

interface OneScope {
  readonly plan: Plan;
  readonly scope: string | null;
  readonly cells: readonly Cell[];
}

/** The targets of each KPI and scope. */
type Aims = ReturnType<typeof bySubject>;

function watchedOf({ plan, scope, cells: all }: OneScope, series: AllSeries, context: WatchContext, aims: Aims): Watched {
  const { rule, subject, grain } = plan;
  const { kpi } = subject;
  const { catalogue, opened, today } = context;
  const cells = all.slice(beginning(all));
  const own = aims.get(JSON.stringify([kpi.id, scope])) ?? [];
  const aimFor = (period: DayRange): readonly [number, number] | null => {
    const kind = isShareOfTarget(kpi.id) ? 'flow' : subject.measured.kind;
    const aim = aimIn(period, own, kind, opened.catalog.settings);
    return aim && boundsOf(isShareOfTarget(kpi.id) ? { value: 1, low: null, high: null } : aim, kpi.direction);
  };
  const upTo = (id: string, by: string | null, end: string): readonly Cell[] =>
    series.get(seriesName({ kpi: id, scope: rule.scope, grain, by }))?.filter(({ period }) => period.end <= end) ?? [];
  const lookedAt = (place: number, since: string | null): Looked => {
    const seen = cells.slice(0, place + 1);
    const now = seen.at(-1);
    const end = now?.period.end ?? '';
    const began = since === null ? -1 : seen.findIndex(({ period }) => period.start >= since);
    return {
      kpi,
      grain,
      leastSample: rule.leastSample ?? kpi.minimumSample,
      cells: seen,
      began: began < 0 ? null : began,
      aim: now && rule.condition.kind === 'target' ? aimFor(now.period) : null,
      other: (id) => {
        const one = catalogue.kpis.get(id);
        const its = upTo(id, null, end);
        return one && its.at(-1)?.period.end === end ? { kpi: one, cells: its.slice(beginning(its)) } : null;
      },
      parts: (id, by) => upTo(id, by, end),
      lacks: (id) => series.get(seriesName({ kpi: id, scope: rule.scope, grain, by: null })) == null,
      today,
      lastDay: subject.day,
    };
  };
  const shared = { key: watchKey(rule.id, scope), rule, scope, kpi, grain, patience: rule.patience, perMonth: testsOf(rule, grain) };
  if (rule.condition.kind === 'stale')
    return { ...shared, periods: [{ start: today, end: today }], look: () => look(rule.condition, lookedAt(-1, null)) };
  return {
    ...shared,
    periods: cells.map(({ period }) => period),
    look: (place, since) => look(rule.condition, lookedAt(place, since)),
  };
}

/** What could not be computed, as an error of the last period. */
function failed({ rule, subject, grain }: Plan, context: WatchContext): Watched {
  const { today } = context;
  return {
    key: watchKey(rule.id, rule.scope),
    rule,
    scope: rule.scope,
    kpi: subject.kpi,
    grain,
    patience: rule.patience,
    perMonth: 0,
    periods: [{ start: today, end: today }],
    look: () => only('error'),
  };
}

/** The members of a dimension, those with most rows first, each with its cells. */
function membersOf(cells: readonly Cell[], dimension: string): readonly (readonly [string, readonly Cell[]])[] {
  const starts = [...new Set(cells.map(({ period }) => period.start))].toSorted();
  const last = starts.at(-1);
  const lately = starts.at(-3) ?? last ?? '';
  const named = cells.filter(({ group }) => (group[dimension] ?? null) !== null);
  return (
    [...Map.groupBy(named, ({ group }) => group[dimension] ?? '')]
      // What is no more, as a product that was dropped, is not watched for having no data.
      .filter(([, own]) => own.at(-1)?.period.start === last && own.some(({ period, n }) => period.start >= lately && n > 0))
      .toSorted(([, one], [, other]) => (other.at(-1)?.n ?? 0) - (one.at(-1)?.n ?? 0))
      .slice(0, mostMembers)
  );
}

/** Rules ready to be looked at, with the series that they need; and those that look at nothing, with why. */
export async function watchesOf(rules: readonly AlertRule[], context: WatchContext): Promise<Watches> {
  const unwatched = new Map<string, Unwatched>();
  const plans = rules.flatMap((rule): Plan[] => {
    const plan = planOf(rule, context);
    if (typeof plan !== 'string') return [plan];
    unwatched.set(rule.id, plan);
    return [];
  });
  const series = await seriesOf(
    plans.flatMap((plan) => (plan.rule.condition.kind === 'stale' ? [] : seriesFor(plan, context))),
    context.signal,
  );
  const aims = bySubject(context.targets);
  const watched = plans.flatMap((plan): readonly Watched[] => {
    const { rule, subject, grain } = plan;
    if (rule.condition.kind === 'stale') return [watchedOf({ plan, scope: rule.scope, cells: [] }, series, context, aims)];
    const cells = series.get(seriesName({ kpi: subject.kpi.id, scope: rule.scope, grain, by: rule.each }));
    if (!cells) return [failed(plan, context)];
    if (rule.each === null) {
      // A mix has no one value.
      const own = cells.filter(({ group }) => Object.keys(group).length === 0);
      return [watchedOf({ plan, scope: rule.scope, cells: own }, series, context, aims)];
    }
    const { each } = rule;
    return membersOf(cells, each).map(([member, own]) =>
      watchedOf({ plan, scope: `${each}=${member}`, cells: own }, series, context, aims),
    );
  });
  return { watched, unwatched };
}

/** Why a rule would look at nothing; undefined: it would look. */
export function watchable(rule: AlertRule, context: Pick<WatchContext, 'catalogue' | 'opened' | 'people' | 'to'>): Unwatched | undefined {
  const plan = planOf(rule, context);
  return typeof plan === 'string' ? plan : undefined;
}
