import { type FunnelStage, funnelStages, type StageFacts } from '../../insights/funnel.ts';
import type { Asked } from '../../metrics/asked.ts';
import { conversion, count, duration, sum } from '../../metrics/build.ts';
import { all, any, type Expression, is, isKnown, isNull, money, not } from '../../metrics/expression.ts';
import type { Funnel } from './deals.ts';
import { askFunnel, asMetric, type FunnelAsking } from './read.ts';

/** The steps that a lead can take, in order, with the times that tell them. */
const steps = [
  { stage: 'created', at: 'created_at' },
  { stage: 'qualified', at: 'qualified_at' },
  { stage: 'handed_over', at: 'handed_over_at' },
  { stage: 'accepted', at: 'accepted_at' },
] as const;

const end = 'converted_at';
const worthAt = (at: string) => money('estimated_value', at);
/** Never null, so that they can be denied. */
const hadStatus = (status: string): Expression => all(isKnown('status'), is('status', status));
const wasConverted = any(isKnown(end), hadStatus('converted'));
const wasLost = any(isKnown('lost_at'), hadStatus('lost'));

type Step = (typeof steps)[number];

/** What is asked of one step: who took it in the range, and what became of them. */
function measuresOf({ stage, at }: Step, later: readonly string[]): readonly Asked[] {
  const base = { dataset: 'lead', entity: 'id', at };
  const gone = any(wasConverted, ...later.map(isKnown));
  const converts = (name: string, where: Expression): readonly Asked[] => {
    const converted = { same_row: true, where } as const;
    return [
      asMetric(`${stage}.${name}`, conversion({ base, converted, window: null })),
      asMetric(`${stage}.${name}:value`, conversion({ base, converted, window: null, weighting: 'value', value: worthAt(at) })),
    ];
  };
  const stay = (name: string, where: Expression): readonly Asked[] => [
    asMetric(`${stage}.${name}`, count('lead', { at, where: all(not(gone), where) })),
    asMetric(`${stage}.${name}:value`, sum('lead', worthAt(at), { at, where: all(not(gone), where) })),
  ];
  const next = later[0] ?? end;
  const timed = duration({
    dataset: 'lead',
    start: at,
    end: next,
    // A lead that was lost, or went on without the next step's time, never takes it: it says nothing of how long that takes.
    where: all(not(wasLost), any(isKnown(next), not(gone))),
    unit: 'day',
    time: 'calendar',
  });
  const skips = [...later, end].map((time, index) => {
    const between = later.slice(0, index).map(isNull);
    const where = all(isNull(at), ...between);
    return [
      asMetric(`${stage}.skipped.${index}`, count('lead', { at: time, where })),
      asMetric(`${stage}.skipped.${index}:value`, sum('lead', worthAt(time), { at: time, where })),
    ];
  });
  return [
    ...converts('advanced', gone),
    ...converts('won', wasConverted),
    ...stay('lost', wasLost),
    ...stay('waiting', not(wasLost)),
    asMetric(`${stage}.median`, timed('km_median')),
    asMetric(`${stage}.mean`, timed('mean')),
    ...(stage === 'created' ? [] : skips.flat()),
  ];
}

/** Leads that took each dated step in the range, and what became of them. Each group of `by` is a funnel of its own. */
export async function leadFunnels(by: readonly string[], asking: FunnelAsking): Promise<readonly Funnel[]> {
  const { catalog } = asking.engine;
  const taken = steps.filter(({ at }) => catalog.filled('lead', at) > 0);
  const laterThan = (index: number) => taken.slice(index + 1).map(({ at }) => at);
  const answered = await askFunnel(
    taken.flatMap((step, index) => measuresOf(step, laterThan(index))),
    by,
    asking,
  );
  return [...answered.groups.values()].flatMap((group): Funnel[] => {
    const means = taken.map(({ stage }) => answered.cell(`${stage}.mean`, group)?.value ?? null);
    const cycle = means.reduce<number>((total, mean) => total + (mean ?? 0), 0);
    const stages = taken.map(({ stage }, index): FunnelStage => {
      const amount = (name: string) => answered.amount(`${stage}.${name}`, group);
      const advanced = amount('advanced');
      const lost = amount('lost');
      const mean = means[index] ?? null;
      const left = advanced.count + lost.count;
      const [shareOfCycle, dropOff] = [mean === null || cycle === 0 ? null : mean / cycle, left === 0 ? null : lost.count / left];
      const facts: StageFacts = {
        stage,
        position: index + 1,
        entered: answered.amount(`${stage}.advanced`, group, 'denominator'),
        advanced,
        won: amount('won'),
        lost,
        back: { count: 0, value: 0 },
        waiting: amount('waiting'),
        aside: { count: 0, value: 0 },
        movedBack: 0,
        medianDays: answered.cell(`${stage}.median`, group)?.value ?? null,
        slowness: shareOfCycle === null || dropOff === null ? null : { shareOfCycle, dropOff, index: shareOfCycle * dropOff },
      };
      const skipped = [...laterThan(index), end].map((_, place) => amount(`skipped.${place}`));
      const [ordered] = funnelStages([facts], []);
      return {
        ...(ordered ?? { ...facts, conversion: { count: null, value: null }, toWon: { count: null, value: null } }),
        skipped: skipped.reduce((a, b) => ({ count: a.count + b.count, value: a.value + b.value }), { count: 0, value: 0 }),
      };
    });
    const [first] = stages;
    if (!first || stages.every(({ entered }) => entered.count === 0)) return [];
    return [
      {
        pipeline: null,
        group,
        entered: first.entered.count,
        won: first.won.count,
        stages: stages.map((stage) => ({ ...stage, withinWindow: null })),
      },
    ];
  });
}
