import { type Limits, shareLimits } from '../../estimators/funnel_limits.ts';
import { fitBetaPrior, type Share, type Shrunk, shrinkRate } from '../../estimators/shrinkage.ts';
import { count } from '../../metrics/build.ts';
import { all, compare, is, isKnown, isNot, isOneOf } from '../../metrics/expression.ts';
import type { PanelRow, RatioMetric, SimpleMetric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import type { Bilingual, Need } from '../kpi.ts';
import { leadsOnly, qualifiedAt } from './lead.ts';
import { goodness, hasScale } from './survey.ts';

/** What a job is there for, as a share of the cases that a person had. */
export interface Outcome {
  readonly label: Bilingual;
  readonly metric: RatioMetric;
  readonly needs: readonly Need[];
}

const share = (cases: SimpleMetric, good: SimpleMetric): RatioMetric => ({
  kind: 'ratio',
  of: 'proportion',
  numerator: good,
  denominator: cases,
});

/** Renewals are won nearly always, and mostly by others than those who sell. */
const isSale = isNot('type', 'renewal');
const decided = { at: 'closed_at', where: all(isOneOf('status', ['won', 'lost']), isSale) };
const won = { at: 'closed_at', where: all(is('status', 'won'), isSale) };

const answers = { at: 'responded_at', where: all(is('kind', 'csat'), hasScale, isKnown('owner_id')) };
/** A lead's campaign has the person who answers for it. */
const byCampaign = Object.fromEntries(['name', 'team', 'office', 'role'].map((field) => [`owner.${field}`, `campaign.owner.${field}`]));
const campaignLeads = {
  at: 'created_at',
  where: isKnown('campaign_id'),
  dimensions: { ...byCampaign, owner_id: 'campaign.owner_id' },
};

export const outcomes = {
  sales: {
    label: { es: 'Ventas: oportunidades ganadas de las decididas', en: 'Sales: deals won of those decided' },
    metric: share(count('opportunity', decided), count('opportunity', won)),
    needs: ['opportunity.status', 'opportunity.closed_at', 'opportunity.owner_id'],
  },
  service: {
    label: { es: 'Servicio: clientes satisfechos de los que contestan', en: 'Service: satisfied customers of those who answer' },
    metric: share(
      count('survey_response', answers),
      count('survey_response', { ...answers, where: all(answers.where, compare(goodness, '>=', 0.75)) }),
    ),
    needs: ['survey_response.kind', 'survey_response.score', 'survey_response.scale_max', 'survey_response.owner_id'],
  },
} satisfies Record<string, Outcome>;

/** The outcome of marketing, whose metric follows what the workspace calls a lead and qualified. */
export const marketing = {
  label: { es: 'Marketing: leads cualificados de los de sus campañas', en: 'Marketing: qualified leads of those of their campaigns' },
  needs: ['lead.campaign_id', 'lead.qualified_at', 'campaign.owner_id'],
} satisfies Omit<Outcome, 'metric'>;
export const marketingOutcome = (settings: Settings): Outcome => {
  const qualified = { ...campaignLeads, where: all(campaignLeads.where, isKnown(qualifiedAt(settings))) };
  return { ...marketing, metric: share(count('lead', leadsOnly(settings, campaignLeads)), count('lead', leadsOnly(settings, qualified))) };
};

/** A person with cases, and their figure drawn towards all people's. */
export interface Performer extends Share {
  readonly name: string;
  readonly shrunk: Shrunk | null;
}

/** The people of a panel by one dimension (their name or id), from a share in one period. */
export const performersOf = (rows: readonly PanelRow[] | undefined, dimension: string): readonly Performer[] => {
  const people = (rows ?? []).flatMap(({ group, cells }) => {
    const [cell] = cells;
    const name = group[dimension] ?? null;
    const n = cell?.denominator ?? 0;
    return name === null || n <= 0 ? [] : [{ name, successes: cell?.numerator ?? 0, n }];
  });
  const prior = fitBetaPrior(people);
  return people.map((person) => ({ ...person, shrunk: prior === null ? null : shrinkRate(prior, person) }));
};

/** The figure by which people are compared: drawn towards all, or their own where too few people are there to draw towards. */
export const figureOf = ({ shrunk, successes, n }: Performer): number => shrunk?.value ?? successes / n;

export type Verdict = 'far_above' | 'above' | 'within' | 'below' | 'far_below';

/** The limits within which chance explains a share of n cases around all people's, and where a share lies. */
export interface Judged {
  readonly warning: Limits | null;
  readonly alarm: Limits | null;
  readonly verdict: Verdict | null;
}

/** A verdict only beyond 95 % limits; beyond 99.8 % it is hardly luck any more (Spiegelhalter 2005). */
export const judge = (target: number, { successes, n }: Share): Judged => {
  const [warning, alarm] = [shareLimits(target, n, 0.95), shareLimits(target, n, 0.998)];
  if (warning === null || alarm === null) return { warning, alarm, verdict: null };
  const own = successes / n;
  const isOut = (limits: Limits): boolean => own < limits[0] || own > limits[1];
  const side = own > target ? 'above' : 'below';
  return { warning, alarm, verdict: isOut(alarm) ? `far_${side}` : isOut(warning) ? side : 'within' };
};
