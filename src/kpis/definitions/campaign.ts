import { arithmetic, conversion, count, countDistinct, input, sumMoney } from '../../metrics/build.ts';
import { all, any, type Expression, is, isKnown, isNull } from '../../metrics/expression.ts';
import type { ConversionMetric, DerivedMetric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import type { Parameter } from '../kpi.ts';
import { leadsOnly, qualifiedAt } from './lead.ts';

/** Sent and not bounced. Sources that tell deliveries tell bounces too; many tell only these. */
export const wasReached: Expression = isNull('bounced_at');

/** A row of a campaign is about a lead or, where it names none, about a contact: the two have ids of their own and are told apart. */
const aboutLead: Expression = isKnown('lead_id');
const aboutContact: Expression = all(isNull('lead_id'), isKnown('contact_id'));

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

const goals = ['lead', 'opportunity', 'customer'] as const;
type Converted = Extract<ConversionMetric['converted'], { readonly same_row: false }>;

const isNewDeal = any(isNull('type'), is('type', 'new'));
/** What a lead, and a contact who is no lead, must do to reach a goal. */
const reaching = (settings: Settings): Readonly<Record<string, { readonly lead: Converted; readonly contact: Converted }>> => ({
  lead: {
    lead: leadsOnly<Converted>(settings, { same_row: false, dataset: 'lead', entity: 'id', at: qualifiedAt(settings) }),
    contact: leadsOnly<Converted>(settings, { same_row: false, dataset: 'lead', entity: 'converted_contact_id', at: 'created_at' }),
  },
  opportunity: {
    lead: { same_row: false, dataset: 'lead', entity: 'id', at: 'converted_at' },
    contact: { same_row: false, dataset: 'opportunity', entity: 'contact_id', at: 'created_at' },
  },
  customer: {
    lead: {
      same_row: false,
      dataset: 'lead',
      entity: 'id',
      at: 'converted_opportunity.closed_at',
      where: is('converted_opportunity.status', 'won'),
    },
    contact: {
      same_row: false,
      dataset: 'opportunity',
      entity: 'contact_id',
      at: 'closed_at',
      where: all(is('status', 'won'), isNewDeal),
    },
  },
});

/** The parameter `goal`: what somebody reached by a campaign is to become. */
export const goalParameter = {
  default: 'opportunity',
  name: {
    es: 'Objetivo: lead (un contacto pasa a lead o un lead se cualifica), opportunity (abre una oportunidad) o customer (compra por primera vez)',
    en: 'Goal: lead (a contact becomes a lead or a lead qualifies), opportunity (opens a deal) or customer (buys for the first time)',
  },
  oneOf: goals,
} satisfies Parameter;

interface Reached {
  readonly dataset: string;
  readonly at: string;
  readonly where?: Expression;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** Of the leads and of the contacts that rows of a campaign name, those that reach a goal within the window. */
export const reachedGoal = (
  settings: Settings,
  { dataset, at, where, dimensions }: Reached,
  goal: string,
  window: number,
  count: ConversionMetric['count'] = 'entities',
): { readonly leads: ConversionMetric; readonly contacts: ConversionMetric } => {
  const goals = reaching(settings);
  const converted = goals[goal] ?? goals.opportunity;
  if (!converted) throw new Error(`no goal ${goal}`);
  const base = (entity: string, who: Expression) => ({
    dataset,
    entity,
    at,
    where: where ? all(where, who) : who,
    ...(dimensions ? { dimensions } : {}),
  });
  return {
    leads: conversion({ base: base('lead_id', aboutLead), converted: converted.lead, window, count }),
    contacts: conversion({ base: base('contact_id', aboutContact), converted: converted.contact, window, count }),
  };
};

/** The parameter `model`: how a sale is shared among the campaigns that had a part in it. */
export const attributionModel = {
  default: 'linear',
  name: {
    es: 'Modelo de atribución: first (primer contacto), last (último), linear (a partes iguales) o position (40 % al primero, 40 % al último y el resto entre los demás)',
    en: 'Attribution model: first touch, last touch, linear (evenly) or position (40 % to the first, 40 % to the last, the rest among the others)',
  },
  oneOf: ['first', 'last', 'linear', 'position'],
} satisfies Parameter;

/** What won deals bring to campaigns under an attribution model, dated by the closing. */
export const attributed = (measure: 'amount' | 'margin', model: string) =>
  sumMoney('attribution', measure, { at: 'closed_at', where: all(is('model', model), isKnown('campaign_id')) });
/** What was spent on campaigns, each cost spread over its days. */
export const campaignCost = sumMoney('cost_day', 'amount', { at: 'day', where: isKnown('campaign_id') });
