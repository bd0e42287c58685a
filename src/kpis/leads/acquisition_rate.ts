import { openCount, ratio } from '../../metrics/build.ts';
import { isKnown } from '../../metrics/expression.ts';
import { people, wasReached } from '../definitions/campaign.ts';
import { customerCases } from '../definitions/contested.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { customerNeeds, newCustomers } from '../definitions/customer.ts';
import { newLeads } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

/** Distinct people whom a message of a campaign reached. */
const reached = people('campaign_message', { at: 'sent_at', where: wasReached });

const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }],
  contact: [
    { id: '1', account_id: 'a1' },
    { id: '2', account_id: 'a2' },
  ],
  lead: [
    { id: '1', created_at: '2024-01-02' },
    { id: '2', created_at: '2024-01-02' },
  ],
  order: [
    { account_id: 'a1', ordered_at: '2023-12-10', amount: 100 },
    { account_id: 'a3', ordered_at: '2023-12-15', amount: 100 },
    { account_id: 'a1', ordered_at: '2024-01-15', amount: 100 },
    { account_id: 'a2', ordered_at: '2024-01-20', amount: 100 },
  ],
  campaign_message: [
    { channel: 'email', contact_id: '1', sent_at: '2024-01-08' },
    { channel: 'email', contact_id: '1', sent_at: '2024-01-15' },
    { channel: 'email', contact_id: '2', sent_at: '2024-01-08' },
    { channel: 'sms', lead_id: '1', sent_at: '2024-01-09' },
    { channel: 'sms', lead_id: '1', sent_at: '2024-01-10' },
    { channel: 'sms', lead_id: '2', sent_at: '2024-01-09', bounced_at: '2024-01-09' },
  ],
};

export default defineKpi({
  id: 'acquisition_rate',
  ref: 'K-032',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'market_demand', 'digital_marketing', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Clientes nuevos entre personas alcanzadas', en: 'New customers over people reached' },
      metric: () => ratio(newCustomers, reached),
      needs: [...customerNeeds, 'campaign_message.sent_at', ['campaign_message.contact_id', 'campaign_message.lead_id']],
    },
    over_customers: {
      label: { es: 'Clientes nuevos entre clientes al empezar', en: 'New customers over customers at the start' },
      metric: () => ratio(newCustomers, { ...openCount('customer_span', { where: isKnown('account_id') }), at: 'opening' }),
    },
    per_lead: {
      label: { es: 'Clientes nuevos entre leads nuevos', en: 'New customers over new leads' },
      metric: (_, settings) => ratio(newCustomers, newLeads(settings)),
      needs: [...customerNeeds, 'lead.created_at'],
    },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['lead', 'customer', 'active', 'churn_date'],
  drillBy: [],
  grain: 'month',
  minimumSample: 30,
  guards: ['cac', 'lead_qualification_rate'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['new_customers'] },
  seed: 'S1#13',
  source: 'New customers over the audience reached; no single standard exists',
  texts: {
    es: {
      name: 'Tasa de adquisición',
      question: '¿Cuántas de las personas a las que llegamos se hacen clientes?',
      definition:
        'Clientes nuevos del periodo entre las personas distintas a las que llegó algún mensaje de campaña en él. Quien recibe diez correos cuenta una vez; los mensajes rebotados no llegan a nadie.',
      formula: 'Clientes nuevos / personas alcanzadas por campañas',
      why: 'Mide la puntería del marketing sobre el mercado al que se dirige, no solo sobre quienes ya levantaron la mano.',
      rise: 'Identifique qué público respondió y busque más como él. Compruebe que no sube solo porque se ha enviado a menos gente.',
      fall: 'Quizá el público objetivo no es el adecuado: llega a personas que no pueden comprar y encarecen la publicidad. Afine la segmentación antes de gastar más.',
      caveats:
        'El texto de origen no da fórmula y no hay una única en el sector; se sigue su prosa (la puntería). No exige que el cliente nuevo esté entre los alcanzados: es una proporción, no una cohorte. «over_customers» divide entre los clientes al empezar el periodo.',
    },
    en: {
      name: 'Acquisition rate',
      question: 'How many of the people we reach become customers?',
      definition:
        'New customers of the period over the distinct people whom a campaign message reached in it. Someone who gets ten emails counts once; a message that bounced reached nobody.',
      formula: 'New customers / people reached by campaigns',
      why: 'It measures the aim of marketing against the market it addresses, not only against those who already raised a hand.',
      rise: 'Find the audience that responded and look for more like it. Make sure it does not rise merely because fewer people were written to.',
      fall: 'The target group may be wrong: people who cannot buy make advertising dearer. Sharpen the targeting before spending more.',
      caveats:
        'The source text has no formula and the field no single one; we follow its prose, which is about aim. A new customer need not be among those reached: this is a ratio, not a cohort. "over_customers" divides by customers at the start of the period.',
    },
  },
  examples: [
    {
      name: 'New customers over people reached',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.333333, numerator: 1, denominator: 3 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'a2 bought for the first time in January (a1 did in December). Reached: contacts 1 and 2 and lead 1, who is not contact 1; the message to lead 2 bounced. 1/3. Nobody was written to in February.',
    },
    {
      name: 'New customers over customers at the start',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'over_customers', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'On 1 January a1 and a3 were customers; a2 joined.',
    },
    {
      name: 'New customers over new leads',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'per_lead', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'One new customer, two new leads.',
    },
    ...customerCases(
      {
        usual: [{ value: 3 / 4, numerator: 3, denominator: 4 }, 'New: A2, A4, A6; 4 people reached.'],
        contracts: [{ value: 2 / 4, numerator: 2, denominator: 4 }, 'New: A2, A4; 4 people reached.'],
        orders: [{ value: 2 / 4, numerator: 2, denominator: 4 }, 'New: A2, A6; 4 people reached.'],
      },
      { given: { campaign_message: ['1', '2', '3', '4'].map((contact_id) => ({ contact_id, sent_at: '2024-02-05' })) } },
    ),
    ...customerCases(
      {
        usual: [{ value: 3 / 3 }, 'Three new over three at the start.'],
        active: [{ value: 3 / 1 }, 'Three new over one at the start.'],
        end_of_service: [{ value: 3 / 4 }, 'Three new over four at the start.'],
        renewal_due: [{ value: 3 / 4 }, 'Three new over four at the start.'],
      },
      { query: { variant: 'over_customers' } },
    ),
    ...leadCases(
      {
        usual: [{ value: 3 / 7, numerator: 3, denominator: 7 }, 'New customers A4, A5 and A6 over seven leads.'],
        reachable: [{ value: 3 / 5, numerator: 3, denominator: 5 }, 'The same three over five leads.'],
      },
      { query: { variant: 'per_lead' } },
    ),
  ],
});
