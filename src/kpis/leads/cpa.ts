import { count, ratio } from '../../metrics/build.ts';
import type { Settings } from '../../model/settings.ts';
import { advertisingCategories, campaignSpend, marketingSpend } from '../definitions/acquisition_cost.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { firstOrders } from '../definitions/customer.ts';
import { newProspects } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

/** What the workspace calls acquired: who signed up, paid or not, or who ordered for the first time. */
const acquired = ({ glossary }: Settings) => (glossary.acquired === 'signed_up' ? count('contact', { at: 'subscribed_at' }) : firstOrders);

const needs = ['contact.subscribed_at', 'cost.amount'];

const rows = {
  cost: [
    { category: 'advertising', function: 'marketing', amount: 900, period_start: '2024-03-01', period_end: '2024-03-30' },
    { category: 'agency', function: 'marketing', amount: 100, campaign_id: 'c1', incurred_on: '2024-03-05' },
    { category: 'salaries', function: 'marketing', amount: 2000, incurred_on: '2024-03-31' },
    { category: 'salaries', function: 'sales', amount: 9000, incurred_on: '2024-03-31' },
    { category: 'advertising', function: 'marketing', amount: 9000, incurred_on: '2024-03-31', is_test: true },
  ],
  contact: [
    { subscribed_at: '2024-03-02' },
    { subscribed_at: '2024-03-10' },
    { subscribed_at: '2024-03-20' },
    { subscribed_at: '2024-03-31T21:30:00Z' },
    { created_at: '2024-03-05' },
    { subscribed_at: '2024-03-21', deleted_at: '2024-03-22' },
  ],
  lead: [
    { created_at: '2024-03-01', qualified_at: '2024-03-08' },
    { created_at: '2024-03-01', qualified_at: '2024-03-09' },
    { created_at: '2024-03-01' },
  ],
};

export default defineKpi({
  id: 'cpa',
  ref: 'K-028',
  area: 'leads',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'money',
  tags: ['sales', 'marketing_effectiveness', 'digital_marketing', 'cost', 'customer_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { categories: advertisingCategories },
  variants: {
    default: {
      label: { es: 'Publicidad y campañas entre altas', en: 'Advertising and campaigns over sign-ups' },
      metric: ({ categories }, settings) => ratio(campaignSpend(categories), acquired(settings)),
      needs: [...needs, ['cost.category', 'cost.campaign_id']],
    },
    marketing: {
      label: { es: 'Todo el coste de marketing entre altas', en: 'All marketing cost over sign-ups' },
      metric: (_, settings) => ratio(marketingSpend, acquired(settings)),
      needs: [...needs, ['cost.function', 'cost.category']],
    },
    prospects: {
      label: {
        es: 'Publicidad y campañas entre prospectos (leads cualificados)',
        en: 'Advertising and campaigns over prospects (qualified leads)',
      },
      metric: ({ categories }, settings) => ratio(campaignSpend(categories), newProspects(settings)),
      needs: ['lead.qualified_at', 'cost.amount', ['cost.category', 'cost.campaign_id']],
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead', 'prospect', 'qualified', 'acquired'],
  drillBy: [],
  grain: 'month',
  minimumSample: 30,
  guards: ['new_subscribers', 'cac', 'paid_traffic_payoff'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['new_subscribers'] },
  seed: 'S1#9,#11',
  source: 'Advertising spend over people who signed up, paid or not',
  texts: {
    es: {
      name: 'Coste por adquisición (CPA)',
      question: '¿Cuánto nos cuesta que alguien se dé de alta, aunque todavía no pague?',
      definition:
        'Gasto en publicidad y campañas del periodo entre los contactos que se dieron de alta en él. Adquirido es quien se suscribe o se registra; que pague es otro paso y otro coste.',
      formula: 'Coste de publicidad y campañas / altas de contactos',
      why: 'Está a mitad de camino entre el coste por lead y el coste por cliente: avisa de que un canal se encarece antes de que se vea en las ventas.',
      rise: 'Mire qué campaña ha subido de precio y si baja el número de altas o sube el gasto. Si el tráfico aguanta y las altas no, el problema es el formulario o la oferta.',
      fall: 'Compruebe que esas altas acaban pagando: compárelo con el coste por cliente (CAC). Si este no baja, son altas baratas que no compran.',
      caveats:
        'El texto de origen lo define de dos maneras: como coste de los prospectos generados y como coste de ganar a quien se suscribe sin haber gastado; se sigue la segunda y «prospects» da la primera. No es el CPL (leads) ni el CAC (clientes que pagan). Las altas de contactos de empresas que ya compraban también cuentan. No se abre por campaña: el alta no guarda cuál la trajo.',
    },
    en: {
      name: 'Cost per acquisition',
      question: 'What does it cost us to have someone sign up, even before they pay?',
      definition:
        'Advertising and campaign spend of the period over the contacts who signed up in it. Acquired means subscribed or registered; paying is another step and another cost.',
      formula: 'Advertising and campaign cost / contact sign-ups',
      why: 'Halfway between the cost of a lead and that of a customer: it warns that a channel is becoming dearer before sales show it.',
      rise: 'Which campaign became dearer, and is it fewer sign-ups or more spending? If traffic holds and sign-ups do not, look at the form or the offer.',
      fall: 'Make sure those sign-ups end up paying: compare with customer acquisition cost. If that does not fall, they are cheap sign-ups that do not buy.',
      caveats:
        'The source text defines it twice: as the cost of prospects generated, and as that of winning someone who subscribes without having spent; the second decides and "prospects" gives the first. It is neither CPL (leads) nor CAC (paying customers). Sign-ups of contacts at companies that already bought count too. It does not split by campaign: a sign-up does not record which one brought it.',
    },
  },
  examples: [
    {
      name: 'Spend over sign-ups',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 250, numerator: 1000, denominator: 4 },
        { start: '2024-04-01', value: null, state: 'no_data' },
      ],
      because:
        '900 of advertising + 100 of a campaign over four sign-ups (the last at 23:30 in Madrid). Salaries, tests and deleted contacts are out.',
    },
    {
      name: 'The other definition of the text: prospects',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'prospects', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 500, numerator: 1000, denominator: 2 }],
      because: 'The same 1,000 over two qualified leads.',
    },
    {
      name: 'With the whole of marketing',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'marketing', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 750, numerator: 3000, denominator: 4 }],
      because: '900 + 100 + 2,000 of marketing salaries, over four.',
    },
    ...leadCases({
      usual: [{ value: 700 / 5, numerator: 700, denominator: 5 }, '700 over five sign-ups.'],
      first_order: [{ value: 700 / 2, numerator: 700, denominator: 2 }, '700 over the first orders of A4 and A5.'],
    }),
    ...leadCases(
      {
        usual: [{ value: 700 / 3, numerator: 700, denominator: 3 }, '700 over L1, L2 and L3, qualified in January.'],
        reachable: [{ value: 700 / 2, numerator: 700, denominator: 2 }, '700 over L1 and L2; L3 cannot be reached.'],
        any_lead: [{ value: 700 / 7, numerator: 700, denominator: 7 }, '700 over all seven leads.'],
        handed_over: [{ value: 700 / 4, numerator: 700, denominator: 4 }, '700 over L1, L3, L4 and L6.'],
        accepted: [{ value: 700 / 1, numerator: 700, denominator: 1 }, '700 over L3; L1 was accepted in February.'],
      },
      { query: { variant: 'prospects' } },
    ),
  ],
});
