import { ratio, sumMoney } from '../../metrics/build.ts';
import { is, isKnown } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import { advertisingCategories, campaignSpend } from '../definitions/acquisition_cost.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { newLeads } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

/** A lead has no channel of its own: its campaign's. */
const dimensions = { channel: 'campaign.channel' };
const perLead = (cost: Metric, settings: Settings) => ratio(cost, newLeads(settings, { dimensions }));

const needs = ['lead.created_at', 'cost.amount'];

const rows = {
  campaign: [
    { id: 'c1', name: 'Primavera', channel: 'ads' },
    { id: 'c2', name: 'Feria', channel: 'event' },
  ],
  cost: [
    { category: 'advertising', function: 'marketing', campaign_id: 'c1', amount: 600, incurred_on: '2024-03-01' },
    { category: 'advertising', function: 'marketing', amount: 100, incurred_on: '2024-03-15' },
    { category: 'rent', function: 'marketing', campaign_id: 'c2', amount: 300, incurred_on: '2024-03-20' },
    { category: 'salaries', function: 'marketing', amount: 2000, incurred_on: '2024-03-31' },
    { category: 'salaries', function: 'sales', amount: 5000, incurred_on: '2024-03-31' },
  ],
  lead: [
    { created_at: '2024-03-02', campaign_id: 'c1' },
    { created_at: '2024-03-03', campaign_id: 'c1', status: 'lost' },
    { created_at: '2024-03-04', campaign_id: 'c1' },
    { created_at: '2024-03-21', campaign_id: 'c2' },
    { created_at: '2024-03-25' },
    { created_at: '2024-03-25', is_test: true },
  ],
};

export default defineKpi({
  id: 'cpl',
  ref: 'K-027',
  area: 'leads',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'activity',
  unit: 'money',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'customer_value', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    categories: advertisingCategories,
  },
  variants: {
    default: {
      label: { es: 'Publicidad y campañas entre leads', en: 'Advertising and campaigns over leads' },
      metric: ({ categories }, settings) => perLead(campaignSpend(categories), settings),
      needs: [...needs, ['cost.category', 'cost.campaign_id']],
    },
    campaigns: {
      label: { es: 'Coste de campañas entre leads de campaña', en: 'Campaign cost over campaign leads' },
      metric: (_, settings) =>
        ratio(
          sumMoney('cost_day', 'amount', { at: 'day', where: isKnown('campaign_id') }),
          newLeads(settings, { where: isKnown('campaign_id'), dimensions }),
        ),
      needs: [...needs, 'cost.campaign_id', 'lead.campaign_id'],
    },
    marketing: {
      label: { es: 'Todo el coste de marketing entre leads', en: 'All marketing cost over leads' },
      metric: (_, settings) => perLead(sumMoney('cost_day', 'amount', { at: 'day', where: is('function', 'marketing') }), settings),
      needs: [...needs, 'cost.function'],
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead'],
  drillBy: ['campaign.name', 'channel', 'campaign.type'],
  grain: 'month',
  minimumSample: 30,
  guards: ['lead_conversion_rate', 'lead_qualification_rate', 'ltv_profit'],
  partner: 'cost_per_opportunity',
  decomposition: { kind: 'ratio', of: ['new_leads'] },
  seed: 'S1#9; S3 L24',
  source: 'Advertising spend over leads, good and bad',
  texts: {
    es: {
      name: 'Coste por cliente potencial (CPL)',
      question: '¿Cuánto nos cuesta cada lead?',
      definition:
        'Gasto en publicidad y campañas del periodo entre los leads creados en él, los buenos y los malos. Los costes que abarcan varios meses se reparten por días.',
      formula: 'Coste de publicidad y campañas / leads creados',
      why: 'Compara campañas y canales antes de saber cuánto venden, cuando todavía se puede mover el presupuesto.',
      rise: 'Mire qué campaña se encarece: subasta más cara, público agotado o anuncio gastado. Compárelo con lo que vale un cliente medio: un lead caro que compra puede compensar.',
      fall: 'Buena noticia solo si se siguen cualificando igual: lo barato suele traer gente de fuera del público objetivo. Si la conversión aguanta, invierta más ahí.',
      caveats:
        'No es el CPA (registrados que aún no pagan) ni el CAC (clientes que pagan). Los sueldos no entran salvo en la variante «marketing». Un lead puede llegar semanas después del gasto: en meses de arranque el CPL engaña.',
    },
    en: {
      name: 'Cost per lead',
      question: 'What does each lead cost us?',
      definition:
        'Advertising and campaign spend of the period over the leads created in it, good and bad alike. Costs that span months are spread over their days.',
      formula: 'Advertising and campaign cost / leads created',
      why: 'It compares campaigns and channels before anyone knows what they sell, while the budget can still be moved.',
      rise: 'See which campaign became dearer: a costlier auction, an exhausted audience or a worn-out ad. Weigh it against an average customer’s value: a dear lead that buys may pay.',
      fall: 'Good news only if they still qualify: cheap leads often come from outside the target. If conversion holds, invest more there.',
      caveats:
        'Not CPA (sign-ups that have not paid) and not CAC (paying customers). Salaries count only in the variant "marketing". A lead may come weeks after the spending: in months of ramp-up CPL misleads.',
    },
  },
  examples: [
    {
      name: 'Advertising and campaigns over all leads',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 200, numerator: 1000, denominator: 5 },
        { start: '2024-04-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        '600 + 100 advertising + 300 of a campaign = 1,000 over 5 live leads, the lost one too. Salaries are out. April: nothing to divide by.',
    },
    {
      name: 'By campaign',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', by: ['campaign.name'] },
      expect: [
        { start: '2024-03-01', group: { 'campaign.name': 'Primavera' }, value: 200, numerator: 600, denominator: 3 },
        { start: '2024-03-01', group: { 'campaign.name': 'Feria' }, value: 300, numerator: 300, denominator: 1 },
        { start: '2024-03-01', group: { 'campaign.name': null }, value: 100, numerator: 100, denominator: 1 },
      ],
      because: '600/3, 300/1, and the spend and the lead without a campaign 100/1.',
    },
    {
      name: 'The whole of marketing is another, larger number',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'marketing', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 600, numerator: 3000, denominator: 5 }],
      because: '600 + 100 + 300 + 2,000 of salaries, over 5.',
    },
    {
      name: 'A cost with a period is spread over its days',
      given: {
        cost: [{ category: 'advertising', amount: 310, period_start: '2024-01-22', period_end: '2024-02-21' }],
        lead: [{ created_at: '2024-01-10' }, { created_at: '2024-02-10' }, { created_at: '2024-02-11' }, { created_at: '2024-02-12' }],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 100, numerator: 100, denominator: 1 },
        { start: '2024-02-01', value: 70, numerator: 210, denominator: 3 },
      ],
      because: '310 over 31 days is 10 a day: 10 days of January (22 to 31) = 100, 21 of February = 210.',
    },
    ...leadCases({
      usual: [{ value: 700 / 7, numerator: 700, denominator: 7 }, '700 over seven leads.'],
      reachable: [{ value: 700 / 5, numerator: 700, denominator: 5 }, '700 over the five that can be reached.'],
    }),
  ],
});
