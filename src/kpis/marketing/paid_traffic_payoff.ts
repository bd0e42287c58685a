import { conversion, countDistinct, sumMoney } from '../../metrics/build.ts';
import { is, isOneOf } from '../../metrics/expression.ts';
import type { ComputedMetric, ComputedResult, ConversionMetric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { windowDays } from '../definitions/labels.ts';
import { defineKpi, type Need, type WorkedExample } from '../kpi.ts';

const paid = is('is_paid', true);
const paidVisitors = countDistinct('web_session', 'visitor_id', { at: 'started_at', where: paid });

/** Visitors of a kind, those who sign up within the window of a visit, whichever visit they do it in. */
const subscribing = (isPaid: boolean, signups: readonly string[], window: number): ConversionMetric =>
  conversion({
    base: { dataset: 'web_session', entity: 'visitor_id', at: 'started_at', where: is('is_paid', isPaid) },
    converted: { same_row: false, dataset: 'web_event', entity: 'visitor_id', at: 'occurred_at', where: isOneOf('type', signups) },
    window,
  });
/** Companies whose contact came by a paid visit and that first paid within the window of it. */
const buying = (window: number): ConversionMetric =>
  conversion({
    base: { dataset: 'web_session', entity: 'contact.account_id', at: 'started_at', where: paid },
    converted: { same_row: false, dataset: 'customer_span', entity: 'account_id', at: 'first_paid_at', where: is('ordinal', 1) },
    window,
  });
const spend = (channels: readonly string[]) => sumMoney('cost_day', 'amount', { at: 'day', where: isOneOf('channel', channels) });

const costPer = (won: ConversionMetric, channels: readonly string[]): ComputedMetric => ({
  kind: 'computed',
  inputs: { won, cost: spend(channels) },
  compute: ({ cells }): ComputedResult => {
    const won = cells.won?.numerator ?? 0;
    const cost = cells.cost?.value ?? 0;
    const rest = { numerator: cost, denominator: won, n: won };
    return won === 0 ? { value: null, ...rest, reasons: ['denominator_zero'] } : { value: cost / won, ...rest };
  },
});

const visits: readonly Need[] = ['web_session.is_paid', 'web_session.started_at', 'web_session.visitor_id'];
const signs: readonly Need[] = ['web_event.type', 'web_event.occurred_at', 'web_event.visitor_id'];
const customers: readonly Need[] = [
  'web_session.contact_id',
  'contact.account_id',
  ['contract.account_id', 'order.account_id'],
  ['contract.started_at', 'order.ordered_at'],
];
const costs: readonly Need[] = ['cost.channel', 'cost.amount'];

const given: WorkedExample['given'] = {
  campaign: [{ id: 'c1', name: 'Buscadores', channel: 'ads' }],
  account: [{ id: 'a1' }],
  contact: [{ id: '1', account_id: 'a1' }],
  order: [
    { account_id: 'a1', ordered_at: '2024-02-20', amount: 500 },
    { account_id: 'a1', ordered_at: '2024-03-20', amount: 500 },
  ],
  web_session: [
    { id: 's1', visitor_id: 'A', started_at: '2024-01-10T10:00:00Z', is_paid: true, campaign_id: 'c1' },
    { id: 's2', visitor_id: 'A', started_at: '2024-01-25T10:00:00Z', is_paid: false, contact_id: '1' },
    { id: 's3', visitor_id: 'B', started_at: '2024-01-11', is_paid: true, campaign_id: 'c1', contact_id: '1' },
    { id: 's4', visitor_id: 'B', started_at: '2024-01-12', is_paid: true, campaign_id: 'c1' },
    { id: 's5', visitor_id: 'C', started_at: '2024-01-13', is_paid: true, campaign_id: 'c1' },
    { id: 's6', visitor_id: 'D', started_at: '2024-01-14', is_paid: true },
    { id: 's7', visitor_id: 'E', started_at: '2024-01-15', is_paid: false },
    { id: 's8', visitor_id: 'F', started_at: '2024-01-15', is_paid: true, is_test: true },
  ],
  web_event: [
    { session_id: 's2', visitor_id: 'A', type: 'signup', occurred_at: '2024-01-25T10:05:00Z' },
    { session_id: 's4', visitor_id: 'B', type: 'form', occurred_at: '2024-01-12' },
    { session_id: 's5', visitor_id: 'C', type: 'signup', occurred_at: '2024-02-29' },
    { session_id: 's7', visitor_id: 'E', type: 'signup', occurred_at: '2024-01-15' },
  ],
  cost: [
    { channel: 'ads', category: 'advertising', campaign_id: 'c1', amount: 300, incurred_on: '2024-01-15' },
    { channel: 'email', category: 'software', amount: 900, incurred_on: '2024-01-15' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'paid_traffic_payoff',
  ref: 'K-018',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'digital_marketing', 'marketing_effectiveness', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    signup_events: {
      default: ['signup'],
      name: { es: 'Acciones de la web que son una suscripción', en: 'Site events that are a subscription' },
    },
    paid_channels: {
      default: ['ads', 'ppc', 'cpc', 'sem', 'display', 'paid_social'],
      name: { es: 'Canales cuyo coste es el del tráfico de pago', en: 'Channels whose cost is that of paid traffic' },
    },
    window_days: windowDays(30),
    customer_days: { ...windowDays(180), name: { es: 'Plazo para el primer pago, en días', en: 'Time to the first payment, in days' } },
  },
  variants: {
    default: {
      label: { es: 'Visitantes de pago que se suscriben', en: 'Paid visitors who subscribe' },
      metric: ({ signup_events, window_days }) => subscribing(true, signup_events, window_days),
    },
    unpaid: {
      label: { es: 'Los que vienen sin pagar, para comparar', en: 'Those who come unpaid, to compare' },
      metric: ({ signup_events, window_days }) => subscribing(false, signup_events, window_days),
    },
    cost_per_subscriber: {
      label: { es: 'Coste por suscriptor de pago', en: 'Cost per paid subscriber' },
      metric: ({ signup_events, window_days, paid_channels }) => costPer(subscribing(true, signup_events, window_days), paid_channels),
      unit: 'money',
      needs: [...visits, ...signs, ...costs],
    },
    customers: {
      label: { es: 'Visitantes de pago que acaban siendo clientes', en: 'Paid visitors who end up as customers' },
      metric: ({ customer_days }) => ({
        kind: 'computed',
        inputs: { won: buying(customer_days), visitors: paidVisitors },
        compute: ({ cells }): ComputedResult => {
          const won = cells.won?.numerator ?? 0;
          const visitors = cells.visitors?.value ?? 0;
          return { value: visitors === 0 ? null : won / visitors, numerator: won, denominator: visitors, n: visitors };
        },
      }),
      needs: [...visits, ...customers],
    },
    cost_per_customer: {
      label: { es: 'Coste por cliente llegado por tráfico de pago', en: 'Cost per customer who came by paid traffic' },
      metric: ({ customer_days, paid_channels }) => costPer(buying(customer_days), paid_channels),
      unit: 'money',
      needs: [...visits, ...customers, ...costs],
    },
  },
  defaults: ['default'],
  needs: [...visits, ...signs],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['campaign.name', 'source', 'medium', 'landing_page'],
  grain: 'month',
  minimumSample: 100,
  guards: ['new_subscribers', 'cpa', 'website_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S1#3',
  source: 'Cohort conversion of paid visitors to subscribers and to customers',
  texts: {
    es: {
      name: 'Rendimiento del pago por clic',
      question: '¿Merece la pena pagar por el tráfico?',
      definition:
        'De los visitantes que llegaron por un anuncio en el periodo, los que se suscriben en los 30 días siguientes, aunque sea en otra visita. El coste por suscriptor, los que acaban pagando y la comparación con el tráfico gratuito son variantes.',
      formula: 'Visitantes de pago que se suscriben en plazo / visitantes de pago',
      why: 'Pagar por visitas solo tiene sentido si alguien se queda. Es la prueba más corta de si la campaña trae interesados o curiosos.',
      rise: 'Compruebe que el coste por suscriptor baja también y que esas personas acaban comprando; entonces amplíe el presupuesto por pasos.',
      fall: 'Si el tráfico de pago sube y los suscriptores no lo hacen en proporción, puede que no merezca la pena seguir pagándolo: revise palabras, público y página de destino, y pare los anuncios que no traen a nadie.',
      caveats:
        'El texto de origen plantea la prueba (tráfico frente a suscriptores) sin fórmula ni plazo. Se sigue al visitante por su navegador: quien cambia de móvil a ordenador se pierde. Para saber quién paga hace falta que la visita esté identificada, así que «customers» se queda corto. El coste es el de los canales del parámetro, y el del mes puede traer altas después.',
    },
    en: {
      name: 'Paid-click payoff',
      question: 'Is the traffic worth paying for?',
      definition:
        'Of the visitors who came by an ad in the period, those who subscribe within the next 30 days, even on another visit. Cost per subscriber, those who end up paying, and the comparison with unpaid traffic are variants.',
      formula: 'Paid visitors who subscribe in time / paid visitors',
      why: 'Paying for visits makes sense only if somebody stays: the shortest test of whether a campaign brings the interested or the curious.',
      rise: 'Make sure that the cost per subscriber falls as well and that these people end up buying; then widen the budget in steps.',
      fall: 'If paid traffic grows and subscribers do not in proportion, it may not be worth paying for: review keywords, audience and landing page, and stop the ads that bring nobody.',
      caveats:
        'The source text sets the test (traffic against subscribers) without a formula or a time. A visitor is followed by browser: someone who moves from phone to computer is lost. To know who pays, the visit must be identified, so "customers" falls short. Cost is that of the channels in the parameter, and a month’s may bring sign-ups later.',
    },
  },
  examples: [
    {
      name: 'Paid visitors who subscribe within 30 days',
      given,
      exportedAt: '2024-08-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because:
        'Paid visitors A, B, C and D (F is a test). A subscribes after 15 days on an unpaid visit; C after 47, too late; B only fills in a form. 1/4.',
    },
    {
      name: 'Those who come unpaid',
      given,
      exportedAt: '2024-08-31',
      query: { ...january, variant: 'unpaid' },
      expect: [{ start: '2024-01-01', value: 1, numerator: 2, denominator: 2 }],
      because: 'A (the second visit) and E both subscribe.',
    },
    {
      name: 'What a paid subscriber costs',
      given,
      exportedAt: '2024-08-31',
      query: { ...january, variant: 'cost_per_subscriber' },
      expect: [{ start: '2024-01-01', value: 300, numerator: 300, denominator: 1 }],
      because: '300 of ads for one subscriber; the newsletter’s software is no paid traffic.',
    },
    {
      name: 'Paid visitors who end up paying',
      given,
      exportedAt: '2024-08-31',
      query: { ...january, variant: 'customers' },
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 }],
      because:
        'B was known as a contact of a1, which bought for the first time 40 days later. 1 of 4 visitors; the second order is not a first.',
    },
    {
      name: 'What such a customer costs; by campaign',
      given,
      exportedAt: '2024-08-31',
      query: { ...january, variant: 'cost_per_customer', by: ['campaign.name'] },
      expect: [
        { start: '2024-01-01', group: { 'campaign.name': 'Buscadores' }, value: 300, numerator: 300, denominator: 1 },
        { start: '2024-01-01', group: { 'campaign.name': null }, value: null },
      ],
      because: 'One customer for the 300 of Buscadores; the paid visit of no campaign brought none.',
    },
    ...customerCases(
      {
        usual: [
          { value: 3 / 3, numerator: 3, denominator: 3 },
          'Of three paid visitors of 31 January, A2, A4 and A6 became customers in February.',
        ],
        contracts: [{ value: 2 / 3, numerator: 2, denominator: 3 }, 'Of three paid visitors of 31 January, A2 and A4 became customers.'],
        orders: [{ value: 2 / 3, numerator: 2, denominator: 3 }, 'Of three paid visitors of 31 January, A2 and A6 became customers.'],
      },
      {
        query: { variant: 'customers', from: '2024-01-01', to: '2024-01-31' },
        given: {
          contact: ['A2', 'A4', 'A6'].map((account_id) => ({ id: account_id, account_id })),
          web_session: ['A2', 'A4', 'A6'].map((contact_id) => ({
            visitor_id: contact_id,
            contact_id,
            started_at: '2024-01-31',
            is_paid: true,
          })),
        },
      },
    ),
  ],
});
