import { openCount } from '../../metrics/build.ts';
import { compare, type Expression, field, is, money } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, ConversionMetric, Metric, StockMetric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const signals = [
  'complaint',
  'frequent_calls',
  'contract_calls',
  'closing_calls',
  'overdue_order',
  'low_survey',
  'unpaid_invoice',
] as const;

const atRisk = (score: number): Expression => compare(field('score'), '>=', score);
const flagged = (where: Expression): StockMetric => openCount('account_risk', { where });

const stake = (score: number): StockMetric => ({
  kind: 'stock',
  dataset: 'account_risk',
  aggregate: 'sum',
  of: money('revenue', 'valid_from'),
  where: atRisk(score),
  at: 'closing',
});

/** How many customers are at risk, and in the detail what is at stake, of how many customers, and how many show each signal. */
const explained = (score: number, as: 'count' | 'share'): ComputedMetric => {
  const inputs: Record<string, Metric> = { risky: flagged(atRisk(score)), stake: stake(score), customers: openCount('customer_span') };
  for (const signal of signals) inputs[signal] = flagged({ op: 'and', items: [atRisk(score), is(signal, true)] });
  return { kind: 'computed', inputs, compute: (input) => resultOf(input, as) };
};

const resultOf = ({ cells }: ComputedInput, as: 'count' | 'share'): ComputedResult => {
  const [risky, customers] = [cells.risky?.value ?? 0, cells.customers?.value ?? 0];
  const found = Object.fromEntries(signals.map((signal) => [signal, cells[signal]?.value ?? 0]));
  const detail = { customers, revenue_at_stake: cells.stake?.value ?? 0, signals: found };
  if (as === 'count') return { value: risky, n: risky, detail };
  return { value: customers === 0 ? null : risky / customers, numerator: risky, denominator: customers, n: customers, detail };
};

/** Of those who became at risk in the period, how many had left within so many days: what a flag is worth. */
const leftLater = (days: number): ConversionMetric => ({
  kind: 'conversion',
  base: { dataset: 'risk_episode', entity: 'account_id', at: 'started_at' },
  converted: { same_row: true, at: 'lost_at' },
  window: days,
  count: 'entities',
  weighting: 'entity',
  dated_by: 'base',
});

const contract = (account_id: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ id: `K${account_id}`, account_id, started_at: '2022-01-01', amount: 100, period: 'month' },
  ...more,
});
const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id, segment: id < 'A3' ? 'Hoteles' : 'Tiendas' })),
  contract: [contract('A1'), contract('A2', { cancelled_at: '2023-02-20' }), contract('A3'), contract('A4'), contract('A5')],
  ticket: [
    { id: 'T1', account_id: 'A1', type: 'complaint', topic: 'Avería', opened_at: '2023-01-10T10:00:00Z' },
    { id: 'T2', account_id: 'A2', type: 'complaint', topic: 'Espera', opened_at: '2023-01-12T10:00:00Z' },
    { id: 'T3', account_id: 'A4', type: 'question', topic: 'Uso', opened_at: '2023-01-12T10:00:00Z' },
    { id: 'T4', account_id: 'A5', type: 'complaint', topic: 'Espera', opened_at: '2023-01-12T10:00:00Z', is_test: true },
  ],
  activity: [
    { id: 'C1', type: 'call', account_id: 'A1', topic: 'Quiere darse de baja', occurred_at: '2023-01-20T10:00:00Z' },
    { id: 'C2', type: 'call', account_id: 'A3', topic: 'Permanencia del contrato', occurred_at: '2023-01-25T10:00:00Z' },
    { id: 'C3', type: 'call', account_id: 'A4', topic: 'Nueva máquina', purpose: 'sales', occurred_at: '2023-01-25T10:00:00Z' },
  ],
};
const months = { from: '2023-01-01', to: '2023-02-28', grain: 'month' } as const;

export default defineKpi({
  id: 'at_risk_customers',
  ref: 'K-086',
  area: 'customers',
  band: 'perception',
  direction: 'down',
  timing: 'leading',
  nature: 'failure',
  unit: 'count',
  tags: ['customer_satisfaction', 'customer_relationship', 'customer_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    threshold: {
      default: 25,
      name: { es: 'Puntos desde los que un cliente está en riesgo (de 100)', en: 'Points from which a customer is at risk (of 100)' },
      between: [1, 100],
    },
    watch_days: {
      default: 90,
      name: {
        es: 'Días en los que se mira si se va (variante de comprobación)',
        en: 'Days within which leaving counts (variant that checks)',
      },
      between: [7, 730],
    },
  },
  variants: {
    default: {
      label: { es: 'Número de clientes en riesgo', en: 'Number of customers at risk' },
      metric: ({ threshold }) => explained(threshold, 'count'),
    },
    revenue: {
      label: { es: 'Ingreso anual en juego', en: 'Yearly revenue at stake' },
      metric: ({ threshold }) => stake(threshold),
      unit: 'money',
    },
    share: {
      label: { es: 'Parte de los clientes en riesgo', en: 'Share of customers at risk' },
      metric: ({ threshold }) => explained(threshold, 'share'),
      unit: 'rate',
    },
    left_later: {
      label: {
        es: 'Comprobación: de los señalados, los que se fueron dentro del plazo',
        en: 'Check: of those flagged, how many left in time',
      },
      metric: ({ watch_days }) => leftLater(watch_days),
      unit: 'rate',
    },
  },
  defaults: ['default'],
  // Late orders alone (15 points) put nobody at risk.
  needs: [...customerNeeds, ['ticket.type', 'activity.topic', 'survey_response.score', 'invoice.due_on']],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['risk_save_rate', 'churn_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L30',
  source: 'Additive scorecard with visible signals; checked against real churn',
  texts: {
    es: {
      name: 'Clientes en riesgo («evasivos»)',
      question: '¿Qué clientes dan señales de que se van, y cuánto nos compran?',
      definition:
        'Clientes con 25 puntos de riesgo o más al cierre del periodo. Los puntos salen de señales a la vista: reclamación reciente, llamadas muy seguidas, llamadas sobre el contrato o sus obligaciones, preguntas sobre cómo darse de baja, pedido que se retrasa, mala nota en una encuesta y factura vencida.',
      formula: 'Clientes cuya suma de puntos por señales ≥ 25',
      why: 'Cuesta menos conservar que captar, y a menudo basta una llamada a tiempo. La lista dice a quién y por qué.',
      rise: 'Ordene la lista por ingreso y llame primero a los grandes: llamada, promoción que venga a cuento, detalle por su fidelidad o algo más. En el detalle se ve qué señal crece: si es la misma para todos, el problema es suyo, no del cliente.',
      fall: 'Mire la tasa de recuperación: si bajan porque se quedaron, bien; si bajan porque ya se fueron, lo dirá la tasa de abandono.',
      caveats:
        'El texto de origen habla de «clientes potenciales evasivos»: es mala traducción; son clientes que ya lo son y pueden irse, no leads. Sus cuatro señales son las primeras de la lista; las otras tres se añaden. Los pesos son una regla conocida y fija, no una probabilidad: la variante de comprobación dice qué parte de los señalados se fue de verdad en 90 días, siempre con el umbral de 25. Una señal que su CRM no registra no suma. Es una foto al cierre: no se suma entre meses.',
    },
    en: {
      name: 'At-risk (flight-risk) customers',
      question: 'Which customers show signs of leaving, and what do they buy?',
      definition:
        'Customers with 25 risk points or more at the close of the period. Points come from signs in plain sight: a recent complaint, very frequent calls, calls about the contract or its obligations, asking how to close the account, an order that is late, a bad mark in a survey, an invoice overdue.',
      formula: 'Customers whose points for signals add up to ≥ 25',
      why: 'Keeping costs less than winning, and often a call in time is enough. The list says whom and why.',
      rise: 'Sort the list by revenue and call the large ones first: a call, a promotion that fits, a gift for their loyalty, or more than that. The detail shows which signal grows: if it is the same for all, the trouble is yours, not the customer’s.',
      fall: 'Look at the save rate: fewer because they stayed is good; if fewer because they left, churn will tell.',
      caveats:
        'The Spanish source text says "clientes potenciales evasivos", a mistranslation: they are customers who may leave, not leads. Its four signals are the first of the list; three more are added. The weights are a known, fixed rule, not a probability: the variant that checks says what share of those flagged really left within 90 days, always at the threshold of 25. A signal that your CRM does not record adds nothing. A picture at the close: months are not added up.',
    },
  },
  examples: [
    {
      name: 'who shows signs at the close',
      given,
      exportedAt: '2023-12-31',
      query: months,
      expect: [
        { start: '2023-01-01', value: 3 },
        { start: '2023-02-01', value: 2 },
      ],
      because:
        'January: A1 complained and asked to leave (25 + 40), A2 complained (25), A3 called about its contract (25). A4 only asked, A5’s complaint is a test. In February A2 is no customer any more.',
    },
    {
      name: 'with a threshold of forty',
      given,
      settings: { kpis: { at_risk_customers: { threshold: 40 } } },
      exportedAt: '2023-12-31',
      query: { ...months, by: ['account.segment'] },
      expect: [
        { start: '2023-01-01', group: { 'account.segment': 'Hoteles' }, value: 1 },
        { start: '2023-02-01', group: { 'account.segment': 'Hoteles' }, value: 1 },
      ],
      because: 'Only A1, with 65 points.',
    },
    {
      name: 'what is at stake a year',
      given,
      exportedAt: '2023-12-31',
      query: { ...months, variant: 'revenue' },
      expect: [
        { start: '2023-01-01', value: 3600 },
        { start: '2023-02-01', value: 2400 },
      ],
      because: 'Three, then two customers of 100 a month: 1,200 a year each.',
    },
    {
      name: 'as a share of customers',
      given,
      exportedAt: '2023-12-31',
      query: { ...months, variant: 'share' },
      expect: [
        { start: '2023-01-01', value: 0.6, numerator: 3, denominator: 5 },
        { start: '2023-02-01', value: 0.5, numerator: 2, denominator: 4 },
      ],
      because: '3 of 5; 2 of the 4 who are left.',
    },
    {
      name: 'of those flagged in January one left within ninety days',
      given,
      exportedAt: '2023-12-31',
      query: { ...months, to: '2023-01-31', variant: 'left_later' },
      expect: [{ start: '2023-01-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'A2 left on 20 February; A1 and A3 stayed.',
    },
    {
      name: 'nobody at risk is zero',
      given,
      exportedAt: '2023-12-31',
      query: { from: '2022-06-01', to: '2022-06-30', grain: 'month' },
      expect: [{ start: '2022-06-01', value: 0 }],
      because: 'Five customers and no sign in June 2022.',
    },
    ...customerCases(
      {
        usual: [{ value: 4 }, 'Everybody complained on the 26th (25 points): 4 of them are customers at the end.'],
        contracts: [{ value: 2 }, 'Everybody complained on the 26th (25 points): 2 of them are customers at the end.'],
        orders: [{ value: 3 }, 'Everybody complained on the 26th (25 points): 3 of them are customers at the end.'],
        end_of_service: [{ value: 5 }, 'Everybody complained on the 26th (25 points): 5 of them are customers at the end.'],
      },
      {
        given: {
          ticket: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((account_id) => ({ account_id, type: 'complaint', opened_at: '2024-02-26' })),
        },
      },
    ),
  ],
});
