import { type ReadingRule, ruleAbout } from '../rule.ts';

/** Below this share of usable records a value may be that of the records left out. */
const trusted = 0.9;

/** How a change is read by the KPI's own direction; of one without a direction only that it is information. */
export const direction: ReadingRule = {
  id: 'direction',
  source: 'S1 «¿Debe ser alto o bajo?»',
  of: () => true,
  companions: () => [],
  read: ({ subject: { kpi, move, verdict } }) => {
    if (move === 'noise') return { outcome: 'noise', tone: 'neutral', saw: [] };
    if (move !== 'rise' && move !== 'fall') return null;
    if (kpi.direction === 'none') return { outcome: `informational_${move}`, tone: 'neutral', saw: [] };
    if (kpi.direction === 'band') return { outcome: `band_${move}`, tone: 'neutral', saw: [] };
    return { outcome: move, tone: verdict === 'better' ? 'good' : 'bad', saw: [] };
  },
};

/** A KPI that improves while one that guards it worsens was bought at its cost. */
export const guards: ReadingRule = {
  id: 'guards',
  source: 'S3 L20; S1#17, #26',
  of: (kpi) => kpi.guards.length > 0,
  companions: (kpi) => kpi.guards,
  read: ({ subject, other }) => {
    const { kpi, move, verdict } = subject;
    // More of an activity is what its guards watch, though more of it is not better by itself.
    const advances = verdict === 'better' || (kpi.direction === 'none' && kpi.nature === 'activity' && move === 'rise');
    const worse = advances ? kpi.guards.filter((id) => other(id)?.verdict === 'worse') : [];
    if (worse.length === 0) return null;
    return { outcome: 'at_their_cost', tone: 'warning', saw: worse };
  },
};

/** Activity is not progress: its KPI points to the one that tells of progress. */
export const progress: ReadingRule = {
  id: 'progress',
  source: 'S3 L20-27',
  of: (kpi) => kpi.nature === 'activity' && kpi.partner !== null,
  companions: (kpi) => (kpi.partner === null ? [] : [kpi.partner]),
  read: ({ subject: { kpi, move, verdict }, other, lacks }) => {
    const { partner } = kpi;
    const advances = verdict === 'better' || (kpi.direction === 'none' && move === 'rise');
    if (partner === null || !advances) return null;
    const progressed = other(partner);
    if (progressed === null) return lacks(partner) ? { outcome: 'unmeasured', tone: 'warning', saw: [] } : null;
    if (progressed.verdict === 'better') return { outcome: 'with_progress', tone: 'neutral', saw: [partner] };
    return { outcome: 'without_progress', tone: progressed.verdict === 'worse' ? 'warning' : 'neutral', saw: [partner] };
  },
};

/** Data that are wrong or missing from the start make wrong metrics: say how much of them stands behind the value. */
export const coverage: ReadingRule = {
  id: 'coverage',
  source: 'S4 L9',
  of: () => true,
  companions: () => [],
  read: ({ subject: { now } }) =>
    now.value === null || now.coverage >= trusted
      ? null
      : { outcome: 'partial_data', tone: 'warning', saw: [], params: { coverage: now.coverage } },
};

/** Internal operations and what customers perceive can be compared, both ways. */
export const operationsAndPerception: ReadingRule = ruleAbout({
  id: 'operations_and_perception',
  source: 'S4 L15, L25',
  of: ['csat', 'nps', 'ces'],
  companions: ['first_response_time', 'avg_resolution_time', 'fcr', 'on_time_delivery', 'delivery_lead_time'],
  read: ({ subject, other }) => {
    if (subject.verdict === null) return null;
    const along = ['first_response_time', 'avg_resolution_time', 'fcr', 'on_time_delivery', 'delivery_lead_time'].filter(
      (id) => other(id)?.verdict === subject.verdict,
    );
    if (along.length === 0) return null;
    return { outcome: subject.verdict, tone: subject.verdict === 'worse' ? 'bad' : 'good', saw: along };
  },
});
