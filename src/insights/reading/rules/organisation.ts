import { type ReadingRule, ruleAbout } from '../rule.ts';

/** Selling more to who does not pay: the one who sells should know, and can help to collect. */
const creditRisk = ruleAbout({
  id: 'credit_risk',
  source: 'S3 L39',
  of: ['credit_risk_exposure', 'receivables_open', 'receivables_overdue'],
  companions: ['credit_risk_exposure', 'receivables_overdue', 'commission_at_risk'],
  read: ({ other }) => {
    const exposed = other('credit_risk_exposure')?.now.value ?? 0;
    if (exposed <= 0) return null;
    return {
      outcome: 'selling_into_risk',
      tone: 'warning',
      saw: ['credit_risk_exposure', 'receivables_overdue', 'commission_at_risk'].filter((id) => (other(id)?.now.value ?? 0) > 0),
    };
  },
});

/** High and low performers are seen in time, and only where luck does not explain it; coaching comes before replacing. */
const performers = ruleAbout({
  id: 'performers',
  source: 'S3 L42',
  of: ['performance_spread'],
  companions: ['coaching_uplift'],
  parts: { kpi: 'rep_performance', by: 'owner.name' },
  read: ({ parts, other }) => {
    const named = (verdict: string): string[] =>
      parts.flatMap(({ group, detail }) => (String(detail?.verdict).endsWith(verdict) && group['owner.name'] ? [group['owner.name']] : []));
    const [high, low] = [named('above'), named('below')];
    if (high.length + low.length === 0) return parts.length === 0 ? null : { outcome: 'within_luck', tone: 'neutral', saw: [] };
    return {
      outcome: low.length > 0 ? 'coach_first' : 'recognise',
      tone: 'neutral',
      saw: other('coaching_uplift') ? ['coaching_uplift'] : [],
      params: { high, low },
    };
  },
});

/** Few people hold the data, and those are trained. */
const accessAndTraining = ruleAbout({
  id: 'access_and_training',
  source: 'S4 L12-13',
  of: ['data_access_headcount', 'data_training_coverage'],
  companions: ['data_access_headcount', 'data_training_coverage'],
  read: ({ other }) => {
    const people = other('data_access_headcount')?.now.value ?? null;
    const trained = other('data_training_coverage')?.now.value ?? null;
    if (people === null || trained === null) return null;
    const saw = ['data_access_headcount', 'data_training_coverage'];
    return trained < 1
      ? { outcome: 'untrained', tone: 'warning', saw, params: { untrained: Math.round(people * (1 - trained)) } }
      : { outcome: 'trained', tone: 'good', saw };
  },
});

/** Customers entered twice and wrong entries: the metrics that they distort say so by their coverage. */
const twiceEntered = ruleAbout({
  id: 'twice_entered',
  source: 'S4 L9-11',
  of: ['duplicate_rate', 'data_accuracy'],
  companions: ['duplicate_rate', 'data_accuracy', 'bad_data_cost'],
  read: ({ other }) => {
    const double = other('duplicate_rate')?.now.value ?? 0;
    if (double <= 0) return null;
    return {
      outcome: 'merge_first',
      tone: 'warning',
      saw: ['duplicate_rate', 'data_accuracy', 'bad_data_cost'].filter((id) => (other(id)?.now.value ?? null) !== null),
    };
  },
});

export const organisationRules: readonly ReadingRule[] = [creditRisk, performers, accessAndTraining, twiceEntered];
