import { count, ratio, sumMoney } from '../../metrics/build.ts';
import { all, any, is, isKnown, isNull, isOneOf } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import { fullyLoaded, isMarketing } from '../definitions/acquisition_cost.ts';
import { defineKpi } from '../kpi.ts';

/** Renewals and sales to customers are not what marketing is paid to bring. */
const isNew = any(isNull('type'), is('type', 'new'));
/** A deal has no channel of its own: its campaign's. */
const dimensions = { channel: 'campaign.channel' };
const perOpportunity = (cost: Metric) => ratio(cost, count('opportunity', { at: 'created_at', where: isNew, dimensions }));

const needs = ['opportunity.created_at', 'cost.amount'];

const rows = {
  user: [
    { id: 'u1', role: 'SDR' },
    { id: 'u2', role: 'Comercial' },
  ],
  campaign: [
    { id: 'c1', name: 'Primavera', channel: 'ads' },
    { id: 'c2', name: 'Feria', channel: 'event' },
  ],
  cost: [
    { category: 'advertising', function: 'marketing', campaign_id: 'c1', channel: 'ads', amount: 1000, incurred_on: '2024-03-01' },
    { category: 'advertising', function: 'marketing', campaign_id: 'c2', channel: 'event', amount: 600, incurred_on: '2024-03-05' },
    { category: 'salaries', function: 'marketing', amount: 2000, incurred_on: '2024-03-31' },
    { category: 'salaries', function: 'sales', owner_id: 'u1', amount: 1400, incurred_on: '2024-03-31' },
    { category: 'salaries', function: 'sales', owner_id: 'u2', amount: 3000, incurred_on: '2024-03-31' },
    { category: 'salaries', function: 'service', amount: 4000, incurred_on: '2024-03-31' },
  ],
  opportunity: [
    { created_at: '2024-03-10', type: 'new', campaign_id: 'c1' },
    { created_at: '2024-03-11', campaign_id: 'c1' },
    { created_at: '2024-03-12', type: 'new', campaign_id: 'c2' },
    { created_at: '2024-03-13', type: 'new' },
    { created_at: '2024-03-14', type: 'renewal' },
    { created_at: '2024-03-15', type: 'new', is_test: true },
  ],
};

export default defineKpi({
  id: 'cost_per_opportunity',
  ref: 'K-029',
  area: 'leads',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'money',
  tags: ['sales', 'marketing_effectiveness', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    sdr_roles: {
      default: ['SDR', 'BDR'],
      name: {
        es: 'Puestos de ventas que solo captan oportunidades (su coste cuenta)',
        en: 'Sales roles that only open deals (their cost counts)',
      },
    },
  },
  variants: {
    default: {
      label: { es: 'Marketing y captación entre oportunidades nuevas', en: 'Marketing and prospecting over new deals' },
      metric: ({ sdr_roles }) =>
        perOpportunity(
          sumMoney('cost_day', 'amount', {
            at: 'day',
            where: any(isMarketing, all(is('function', 'sales'), isOneOf('owner.role', sdr_roles))),
          }),
        ),
      needs: [...needs, ['cost.function', 'cost.category']],
    },
    campaigns: {
      label: { es: 'Coste de campañas entre sus oportunidades', en: 'Campaign cost over the deals of campaigns' },
      metric: () =>
        ratio(
          sumMoney('cost_day', 'amount', { at: 'day', where: isKnown('campaign_id') }),
          count('opportunity', { at: 'created_at', where: all(isNew, isKnown('campaign_id')), dimensions }),
        ),
      needs: [...needs, 'cost.campaign_id', 'opportunity.campaign_id'],
    },
    fully_loaded: {
      label: { es: 'Todo marketing y ventas entre oportunidades nuevas', en: 'All marketing and sales over new deals' },
      metric: () => perOpportunity(fullyLoaded),
      needs: [...needs, ['cost.function', 'cost.category']],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['campaign.name', 'channel', 'campaign.type'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['opportunity_conversion_rate', 'avg_opportunity_value', 'cac'],
  partner: 'cpl',
  decomposition: null,
  seed: 'S3 L24',
  source: 'Demand-generation cost over opportunities created',
  texts: {
    es: {
      name: 'Coste por oportunidad de venta',
      question: '¿Cuánto nos cuesta abrir una oportunidad de venta?',
      definition:
        'Coste de marketing del periodo, más el de quienes en ventas solo captan, entre las oportunidades nuevas creadas en él. Renovaciones y ventas a clientes no cuentan.',
      formula: '(Coste de marketing + coste de captación) / oportunidades nuevas creadas',
      why: 'Mide resultado y no actividad: un lead barato que no llega a oportunidad no le sirve a nadie.',
      rise: 'Vea si se gasta más o si se abren menos oportunidades. Si el coste por lead no ha subido, falla la cualificación o el traspaso a ventas.',
      fall: 'Compruebe que las oportunidades valen: que el importe medio y la tasa de ganadas aguantan. Es fácil abaratarlas abriendo de todo.',
      caveats:
        'El texto de origen lo propone en lugar del coste por lead y no da fórmula. El coste de captadores cuenta si los costes llevan persona y su puesto está en el parámetro. Al abrirlo por campaña, sueldos y agencia quedan en «sin campaña». El gasto de un mes abre oportunidades en los siguientes: léalo por trimestres.',
    },
    en: {
      name: 'Cost per opportunity',
      question: 'What does it cost us to open a deal?',
      definition:
        'Marketing cost of the period, plus that of the sales people who only prospect, over the new deals created in it. Renewals and sales to customers do not count.',
      formula: '(Marketing cost + prospecting cost) / new deals created',
      why: 'It measures a result, not activity: a cheap lead that never becomes a deal is of no use to anyone.',
      rise: 'Is more being spent, or are fewer deals opened? If the cost of a lead did not rise, qualification or the handover to sales is failing.',
      fall: 'Make sure the deals are worth something: that average value and win rate hold. It is easy to cheapen them by opening anything.',
      caveats:
        'The source text proposes it in place of cost per lead and gives no formula. Prospectors’ cost counts if costs name a person whose role is in the parameter. Split by campaign, salaries and agency stand under "no campaign". One month’s spending opens deals in the next: read it by quarter.',
    },
  },
  examples: [
    {
      name: 'Marketing and prospecting over new deals',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 1250, numerator: 5000, denominator: 4 },
        { start: '2024-04-01', value: null, state: 'no_data' },
      ],
      because: '1,000 + 600 + 2,000 of marketing + 1,400 of the prospector = 5,000 over 4 deals (renewal and test out).',
    },
    {
      name: 'Campaign by campaign',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'campaigns', from: '2024-03-01', to: '2024-03-31', grain: 'month', by: ['campaign.name'] },
      expect: [
        { start: '2024-03-01', group: { 'campaign.name': 'Primavera' }, value: 500, numerator: 1000, denominator: 2 },
        { start: '2024-03-01', group: { 'campaign.name': 'Feria' }, value: 600, numerator: 600, denominator: 1 },
      ],
      because: '1,000/2 and 600/1.',
    },
    {
      name: 'With the whole sales team it is dearer',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'fully_loaded', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 2000, numerator: 8000, denominator: 4 }],
      because: '5,000 + 3,000 of the salesman.',
    },
  ],
});
