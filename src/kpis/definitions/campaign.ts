import { arithmetic, count, countDistinct, input } from '../../metrics/build.ts';
import { all, type Expression, isKnown, isNull } from '../../metrics/expression.ts';
import type { DerivedMetric } from '../../metrics/metric.ts';

/** Sent and not bounced. Sources that tell deliveries tell bounces too; many tell only these. */
export const wasReached: Expression = isNull('bounced_at');

/** A row of a campaign is about a lead or, where it names none, about a contact: the two have ids of their own and are told apart. */
export const aboutLead: Expression = isKnown('lead_id');
export const aboutContact: Expression = all(isNull('lead_id'), isKnown('contact_id'));

/** Distinct people among rows that name a lead, a contact or nobody; a row of nobody counts as somebody. */
export const people = (dataset: string, { at, where }: { readonly at: string; readonly where: Expression }): DerivedMetric => ({
  kind: 'derived',
  expression: arithmetic(arithmetic(input('leads'), '+', input('contacts')), '+', input('unnamed')),
  metrics: {
    leads: { metric: countDistinct(dataset, 'lead_id', { at, where: all(where, aboutLead) }) },
    contacts: { metric: countDistinct(dataset, 'contact_id', { at, where: all(where, aboutContact) }) },
    unnamed: { metric: count(dataset, { at, where: all(where, isNull('lead_id'), isNull('contact_id')) }) },
  },
});
