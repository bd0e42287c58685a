import { type ReadingRule, ruleAbout } from '../rule.ts';

const conversions = ['opportunity_conversion_rate', 'lead_conversion_rate', 'conversion_rate', 'close_rate'];

/** Many wins of little worth: look at the way of selling and at what leads come in. */
const highConversionLowValue = ruleAbout({
  id: 'high_conversion_low_value',
  source: 'S2 L47',
  of: [...conversions, 'avg_opportunity_value'],
  companions: [...conversions, 'avg_opportunity_value'],
  read: ({ subject, other }) => {
    const high = subject.kpi.id === 'avg_opportunity_value' ? conversions.find((id) => other(id)?.level === 'high') : subject.kpi.id;
    if (high === undefined || other(high)?.level !== 'high' || other('avg_opportunity_value')?.level !== 'low') return null;
    return { outcome: 'strategy_or_leads', tone: 'warning', saw: [high, 'avg_opportunity_value'] };
  },
});

/** A cycle that grows is looked into by product and by number of items: the mean of all hides which one it is. */
const longerCycle = ruleAbout({
  id: 'longer_cycle',
  source: 'S1#20; S3 L36',
  of: ['sales_cycle_length'],
  companions: ['funnel_stage_duration'],
  read: ({ subject, other }) =>
    subject.move === 'rise' || (subject.level === 'high' && subject.move !== 'fall')
      ? { outcome: 'split_it', tone: 'bad', saw: other('funnel_stage_duration') ? ['funnel_stage_duration'] : [] }
      : null,
});

/** The longest stay of all stages is where the funnel is narrow. */
const bottleneck = ruleAbout({
  id: 'bottleneck',
  source: 'S2 L15, L35',
  of: ['funnel_stage_duration'],
  parts: { by: 'stage' },
  read: ({ parts }) => {
    const known = parts.flatMap(({ group, value }) =>
      value === null || group.stage === null ? [] : [{ stage: group.stage ?? '', value }],
    );
    const all = known.reduce((sum, { value }) => sum + value, 0);
    const longest = known.toSorted((left, right) => right.value - left.value)[0];
    if (!longest || known.length < 2 || all <= 0) return null;
    const share = longest.value / all;
    // Twice what it would be were all stages alike.
    if (share < Math.min(0.6, 2 / known.length)) return null;
    return { outcome: 'found', tone: 'warning', saw: [], params: { stage: longest.stage, days: longest.value, share } };
  },
});

/** What of a pipeline was won before tells what of today’s is to be expected against the target. */
const realization = ruleAbout({
  id: 'realization',
  source: 'S3 L17',
  of: ['pipeline_value', 'pipeline_coverage', 'pipeline_realization_rate'],
  companions: ['pipeline_realization_rate', 'pipeline_value', 'pipeline_coverage', 'revenue_target_attainment', 'pipeline_credibility'],
  read: ({ other }) => {
    const rate = other('pipeline_realization_rate')?.now.value ?? null;
    const open = other('pipeline_value')?.now.value ?? null;
    const covered = other('pipeline_coverage')?.now.value ?? null;
    if (rate === null || open === null) return null;
    const saw = ['pipeline_value', 'pipeline_realization_rate', ...(covered === null ? [] : ['pipeline_coverage'])];
    const params = { expected: open * rate, needed: rate > 0 ? 1 / rate : 0 };
    if (covered === null || rate <= 0) return { outcome: 'no_target', tone: 'neutral', saw, params };
    return covered >= 1 / rate ? { outcome: 'enough', tone: 'good', saw, params } : { outcome: 'short', tone: 'bad', saw, params };
  },
});

/** Lost is not dead: every loss has a reason and may come back when the reason changes. */
const lostIsNotDead = ruleAbout({
  id: 'lost_is_not_dead',
  source: 'S3 L33',
  of: ['lost_opportunities', 'unconverted_leads', 'opportunity_lost_reasons', 'lead_lost_reasons'],
  companions: ['lead_reactivation_rate', 'unsupported_demand'],
  read: ({ subject: { now }, other }) => {
    if ((now.value ?? 0) <= 0) return null;
    const saw = ['lead_reactivation_rate', 'unsupported_demand'].filter((id) => (other(id)?.now.value ?? 0) > 0);
    return { outcome: 'ask_and_return', tone: 'neutral', saw };
  },
});

/** Requests for what is no longer offered, with the price people would pay. */
const unmetDemand = ruleAbout({
  id: 'unmet_demand',
  source: 'S3 L12, L33',
  of: ['unsupported_demand'],
  read: ({ subject: { now, move } }) =>
    (now.value ?? 0) <= 0 ? null : { outcome: move === 'rise' ? 'growing' : 'present', tone: 'neutral', saw: [] },
});

export const pipelineRules: readonly ReadingRule[] = [
  highConversionLowValue,
  longerCycle,
  bottleneck,
  realization,
  lostIsNotDead,
  unmetDemand,
];
