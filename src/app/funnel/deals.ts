import { type FunnelStage, funnelStages, type Move, type StageFacts } from '../../insights/funnel.ts';
import { kpis } from '../../kpis/catalogue.ts';
import { stageEntries } from '../../kpis/definitions/stage.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { conversion, countDistinct } from '../../metrics/build.ts';
import { all, any, compare, type Expression, field, is, isKnown, isNot, isNull, money, not } from '../../metrics/expression.ts';
import { CuadroError } from '../../model/error.ts';
import { askFunnel, asMetric, type FunnelAsking } from './read.ts';

const dataset = 'stage_span';
const at = 'valid_from';
const base = { dataset, entity: 'opportunity_id', at, where: stageEntries };
const worth = money('amount', at);

/** A count of deals and the value of their visits. */
const both = (name: string, where: Expression): readonly Asked[] => [
  asMetric(name, countDistinct(dataset, 'opportunity_id', { at, where })),
  asMetric(`${name}:value`, { kind: 'simple', dataset, aggregate: 'sum', of: worth, at, where }),
];

const converts = (name: string, where: Expression): readonly Asked[] => {
  const converted = { same_row: true, where } as const;
  return [
    asMetric(name, conversion({ base, converted, window: null })),
    asMetric(`${name}:value`, conversion({ base, converted, window: null, weighting: 'value', value: worth })),
  ];
};

const isOpen = all(isNot('next_category', 'won'), isNot('next_category', 'lost'));
const isBack = all(isOpen, compare(field('next_position'), '<', field('position')));
const stays = all(stageEntries, isNull('advanced_at'));
const leaves = all(stays, isKnown('valid_to'), isNot('next_category', 'lost'));

const measures: readonly Asked[] = [
  ...converts('advanced', isKnown('advanced_at')),
  ...converts('won', is('opportunity.status', 'won')),
  ...both('lost', all(stays, isKnown('valid_to'), is('next_category', 'lost'))),
  ...both('back', all(leaves, isBack)),
  ...both('aside', all(leaves, any(isNull('next_position'), isNull('position'), not(isBack)))),
  ...both('waiting', all(stays, isNull('valid_to'))),
  ...both('movedBack', all(stageEntries, isBack)),
  asMetric('position', { kind: 'simple', dataset, aggregate: 'min', of: field('position'), at, where: stageEntries }),
];

/** @throws CuadroError `kpi_unavailable` where a KPI that the funnel stands on lacks its data */
function kpiOf(id: string, variant: string, { engine, where }: FunnelAsking): Asked {
  const kpi = kpis.get(id);
  if (!kpi) throw new CuadroError({ code: 'unknown_kpi', blame: 'internal', found: id });
  const asked = resolveKpi(kpi, engine.catalog, { variant, by: [], where: [...where] });
  if (asked.missing.length > 0) throw new CuadroError({ code: 'kpi_unavailable', where: id, found: asked.missing.join(', ') });
  return { ...asked, kpi: variant };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The funnel of one pipeline and group. */
export interface Funnel {
  readonly pipeline: string | null;
  readonly group: Readonly<Record<string, string | null>>;
  /** Of deals (leads) that entered any of its stages: how many, and how many of them have been won since. */
  readonly entered: number;
  readonly won: number;
  readonly stages: readonly (FunnelStage & {
    /** As `funnel_stage_conversion` has it: within its window of days. */
    readonly withinWindow: { readonly value: number | null; readonly state: string } | null;
  })[];
}

/** Deals that entered each stage in the range, and what became of them; each pipeline and group of `by` is a funnel of its own. */
export async function dealFunnels(by: readonly string[], asking: FunnelAsking): Promise<readonly Funnel[]> {
  const own = ['pipeline', ...by];
  const stageBy = [...own, 'stage'];
  const stages = await askFunnel(
    [
      ...measures,
      kpiOf('funnel_stage_conversion', 'by_count', asking),
      kpiOf('funnel_stage_duration', 'km_median', asking),
      kpiOf('funnel_stage_duration', 'bottleneck', asking),
    ],
    stageBy,
    asking,
  );
  const moved = await askFunnel(both('moves', all(stageEntries, isKnown('valid_to'))), [...stageBy, 'next_stage', 'next_category'], asking);
  const totals = await askFunnel(converts('won', is('opportunity.status', 'won')).slice(0, 1), own, asking);

  const keyOf = (group: Readonly<Record<string, string | null>>): string => JSON.stringify(own.map((name) => group[name] ?? null));
  const facts = new Map<string, StageFacts[]>();
  const windows = new Map<string, Funnel['stages'][number]['withinWindow']>();
  for (const group of stages.groups.values()) {
    const stage = group.stage ?? null;
    const entered = stages.amount('advanced', group, 'denominator');
    if (stage === null || entered.count === 0) continue;
    const slow = stages.cell('bottleneck', group);
    const shareOfCycle = slow?.detail?.share_of_cycle;
    const dropOff = slow?.detail?.drop_off;
    const within = stages.cell('by_count', group);
    windows.set(`${keyOf(group)} ${stage}`, within ? { value: within.value, state: within.state } : null);
    facts.set(keyOf(group), [
      ...(facts.get(keyOf(group)) ?? []),
      {
        stage,
        position: stages.cell('position', group)?.value ?? null,
        entered,
        advanced: stages.amount('advanced', group),
        won: stages.amount('won', group),
        lost: stages.amount('lost', group),
        back: stages.amount('back', group),
        waiting: stages.amount('waiting', group),
        aside: stages.amount('aside', group),
        movedBack: stages.amount('movedBack', group).count,
        medianDays: stages.cell('km_median', group)?.value ?? null,
        slowness:
          slow && slow.value !== null && isNumber(shareOfCycle) && isNumber(dropOff) ? { shareOfCycle, dropOff, index: slow.value } : null,
      },
    ]);
  }
  const moves = new Map<string, Move[]>();
  for (const group of moved.groups.values()) {
    const outcome = group.next_category;
    moves.set(keyOf(group), [
      ...(moves.get(keyOf(group)) ?? []),
      {
        from: group.stage ?? '',
        to: group.next_stage ?? null,
        outcome: outcome === 'won' || outcome === 'lost' || outcome === 'open' ? outcome : null,
        moves: moved.amount('moves', group),
      },
    ]);
  }
  return [...totals.groups.values()].flatMap((group) => {
    const known = facts.get(keyOf(group));
    if (!known) return [];
    const { pipeline = null, ...others } = group;
    return {
      pipeline,
      group: others,
      entered: totals.amount('won', group, 'denominator').count,
      won: totals.amount('won', group).count,
      stages: funnelStages(known, moves.get(keyOf(group)) ?? []).map((stage) => ({
        ...stage,
        withinWindow: windows.get(`${keyOf(group)} ${stage.stage}`) ?? null,
      })),
    };
  });
}
