import { count, countDistinct } from '../../metrics/build.ts';
import { coalesce, field, isOneOf } from '../../metrics/expression.ts';
import type { RatioMetric, SimpleMetric } from '../../metrics/metric.ts';
import type { Parameter } from '../kpi.ts';

/** What a success event knows of its visit, so that visits and successes are grouped alike. */
const dimensions = {
  source: 'session.source',
  medium: 'session.medium',
  is_paid: 'session.is_paid',
  landing_page: 'session.landing_page',
  'campaign.name': 'session.campaign.name',
};

const successes = (types: readonly string[]) => ({ at: 'occurred_at', where: isOneOf('type', types), dimensions });
const visits = { at: 'started_at' };

/** The parameter `success_events`: which events of the site are a success. */
export const successEvents = {
  default: ['purchase'],
  name: { es: 'Acciones que cuentan como éxito', en: 'Events that count as a success' },
} satisfies Parameter;

/** Distinct visitors with at least one success. */
export const successfulVisitors = (types: readonly string[]): SimpleMetric => ({
  kind: 'simple',
  dataset: 'web_event',
  aggregate: 'count_distinct',
  of: coalesce(field('visitor_id'), field('session.visitor_id')),
  ...successes(types),
});

/** Successes, one an event. */
export const successEventCount = (types: readonly string[]): SimpleMetric => count('web_event', successes(types));

/** Visitors with at least one success over visitors. */
export const visitorConversion = (types: readonly string[]): RatioMetric => ({
  kind: 'ratio',
  of: 'proportion',
  numerator: successfulVisitors(types),
  denominator: countDistinct('web_session', 'visitor_id', visits),
});

/** Visits with at least one success over visits. */
export const sessionConversion = (types: readonly string[]): RatioMetric => ({
  kind: 'ratio',
  of: 'proportion',
  numerator: countDistinct('web_event', 'session_id', successes(types)),
  denominator: count('web_session', visits),
});

/** Successes over visits, as the source text has it: a visit with two purchases counts twice. */
export const actionsPerVisit = (types: readonly string[]): RatioMetric => ({
  kind: 'ratio',
  of: 'amounts',
  numerator: successEventCount(types),
  denominator: count('web_session', visits),
});
