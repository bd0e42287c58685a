import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { acquisitionCost } from '../definitions/acquisition_cost.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerNeeds } from '../definitions/customer.ts';
import { divide, lifetimeProfit, lifetimeYears } from '../definitions/lifetime_value.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

interface Shares {
  readonly acquisition: number;
  readonly retention: number;
}

/** What may be spent: a share of the lifetime value on winning a customer, another spread over its years on keeping it. */
const allowable = ({ cells }: ComputedInput, shares: Shares) => {
  const ltv = cells.ltv?.value ?? null;
  const years: unknown = cells.ltv?.detail?.lifetime_years;
  return {
    ltv,
    allowable_cac: ltv === null ? null : ltv * shares.acquisition,
    allowable_retention_a_year: ltv === null || typeof years !== 'number' ? null : (ltv * shares.retention) / years,
  };
};

const ratioOf = (lifetime: number, shares: Shares): ComputedMetric => ({
  kind: 'computed',
  inputs: { ltv: lifetimeProfit(lifetime), cac: acquisitionCost },
  compute: (input): ComputedResult => {
    const { ltv, cac } = input.cells;
    const value = divide(ltv?.value ?? null, cac?.value ?? null);
    const detail = { ...allowable(input, shares), cac: cac?.value ?? null };
    const ci = ltv?.ci && cac?.value ? { ci: [ltv.ci[0] / cac.value, ltv.ci[1] / cac.value] as const } : {};
    return { value, numerator: ltv?.value ?? null, denominator: cac?.value ?? null, n: ltv?.n ?? 0, detail, ...ci };
  },
});

const limit = (lifetime: number, shares: Shares, which: 'allowable_cac' | 'allowable_retention_a_year'): ComputedMetric => ({
  kind: 'computed',
  inputs: { ltv: lifetimeProfit(lifetime) },
  compute: (input): ComputedResult => {
    const detail = allowable(input, shares);
    return { value: detail[which], n: input.cells.ltv?.n ?? 0, detail };
  },
});

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id, segment: id === 'A1' ? 'Hoteles' : 'Tiendas' })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2022-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2022-06-01' },
    { id: 'C4', account_id: 'A4', started_at: '2022-06-01', ends_at: '2023-06-30', cancelled_at: '2023-06-30' },
    { id: 'C5', account_id: 'A5', started_at: '2023-03-01' },
  ],
  order: [
    { id: 'O8', account_id: 'A1', ordered_at: '2022-02-01', status: 'completed', amount: 900, cost: 100 },
    { id: 'O9', account_id: 'A2', ordered_at: '2022-02-01', status: 'completed', amount: 900, cost: 100 },
    { id: 'O1', account_id: 'A1', ordered_at: '2023-02-01', status: 'completed', amount: 400, cost: 300 },
    { id: 'O2', account_id: 'A1', ordered_at: '2023-08-01', status: 'completed', amount: 600, cost: 450 },
    { id: 'O3', account_id: 'A2', ordered_at: '2023-03-01', status: 'completed', amount: 500, cost: 375 },
    { id: 'O4', account_id: 'A2', ordered_at: '2023-09-01', status: 'completed', amount: 500, cost: 375 },
    { id: 'O5', account_id: 'A2', ordered_at: '2023-09-02', status: 'completed', amount: 9000, cost: 0, is_test: true },
  ],
  cost: [
    { id: 'K1', category: 'advertising', function: 'marketing', incurred_on: '2023-04-01', amount: 300 },
    { id: 'K2', category: 'salaries', function: 'sales', incurred_on: '2023-04-01', amount: 900 },
    { id: 'K3', category: 'salaries', function: 'service', incurred_on: '2023-04-01', amount: 900 },
  ],
};
const year = { from: '2023-01-01', to: '2023-12-31', grain: 'year' } as const;

export default defineKpi({
  id: 'clv_cac_ratio',
  ref: 'K-078',
  area: 'customers',
  band: 'business',
  direction: 'band',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['customer_value', 'investment', 'marketing', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    lifetime_years: lifetimeYears,
    acquisition_share: {
      default: 1 / 3,
      name: { es: 'Parte del valor de vida que se puede gastar en captar', en: 'Share of lifetime value that may be spent on winning' },
      between: [0, 1],
    },
    retention_share: {
      default: 0.1,
      name: { es: 'Parte del valor de vida que se puede gastar en conservar', en: 'Share of lifetime value that may be spent on keeping' },
      between: [0, 1],
    },
  },
  variants: {
    default: {
      label: { es: 'LTV (beneficio) / CAC', en: 'LTV (profit) / CAC' },
      metric: (p) => ratioOf(p.lifetime_years, { acquisition: p.acquisition_share, retention: p.retention_share }),
    },
    allowable_cac: {
      label: { es: 'Gasto admisible para captar un cliente', en: 'Allowable spend to win a customer' },
      metric: (p) => limit(p.lifetime_years, { acquisition: p.acquisition_share, retention: p.retention_share }, 'allowable_cac'),
      unit: 'money',
      needs: ['order.account_id', 'order.ordered_at', 'order.amount', 'order.cost'],
    },
    allowable_retention: {
      label: { es: 'Gasto admisible al año para conservar un cliente', en: 'Allowable yearly spend to keep a customer' },
      metric: (p) =>
        limit(p.lifetime_years, { acquisition: p.acquisition_share, retention: p.retention_share }, 'allowable_retention_a_year'),
      unit: 'money',
      needs: ['order.account_id', 'order.ordered_at', 'order.amount', 'order.cost'],
    },
  },
  defaults: ['default'],
  needs: [
    ...customerNeeds,
    'order.account_id',
    'order.ordered_at',
    'order.amount',
    'order.cost',
    'cost.amount',
    ['cost.function', 'cost.category'],
  ],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: [],
  grain: 'year',
  minimumSample: 50,
  guards: ['cac', 'retention_rate', 'new_customers'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['ltv_profit', 'cac'] },
  seed: 'S0 L31',
  source: 'Skok 2010 (LTV:CAC of 3); Gupta & Lehmann 2005',
  texts: {
    es: {
      name: 'Relación CLV/CAC y gasto admisible',
      question: '¿Cuánto devuelve cada euro gastado en captar, y cuánto podemos permitirnos gastar?',
      definition:
        'Beneficio que deja un cliente en toda su vida entre lo que cuesta captarlo, ambos del mismo periodo. El detalle da el gasto admisible: la parte del valor de vida que se acepta dedicar a captarlo y, repartida entre sus años, la que se acepta dedicar a conservarlo.',
      formula:
        'LTV (beneficio) / CAC; CAC admisible = LTV × parte para captar; retención admisible al año = LTV × parte para conservar / años de vida',
      why: 'Convierte en una cifra la pregunta del texto: cuánto gastar en captar y cuánto en conservar.',
      rise: 'Por encima de 5 puede que se esté invirtiendo poco: pruebe a captar más mientras el coste siga por debajo del admisible.',
      fall: 'Por debajo de 3 el margen es estrecho; por debajo de 1 cada cliente nuevo pierde dinero. Mire si sube el CAC o si baja el valor, y qué factor lo baja.',
      caveats:
        'Se usa el LTV en beneficio, no el CLV en ingresos: dividir ingresos entre costes promete más de lo que hay. La regla de «3 a 1» nació en el software por suscripción; fije sus propias partes. El coste de captar no se sabe por segmento; el gasto admisible sí: pídalo por segmento en sus variantes. Con periodos cortos baila mucho: el año es lo sensato.',
    },
    en: {
      name: 'CLV:CAC and allowable spend',
      question: 'What does each euro spent on winning give back, and how much can we afford?',
      definition:
        'The profit a customer leaves over a lifetime over what it costs to win one, both of the same period. The detail gives the allowable spend: the share of lifetime value accepted for winning a customer and, spread over the years, that accepted for keeping one.',
      formula:
        'LTV (profit) / CAC; allowable CAC = LTV × share for winning; allowable retention a year = LTV × share for keeping / years of life',
      why: 'It puts a figure on the question of the text: how much to spend on winning and how much on keeping.',
      rise: 'Above 5 you may be investing too little: try winning more while the cost stays below the allowable.',
      fall: 'Below 3 the margin is thin; below 1 every new customer loses money. See whether CAC rises or value falls, and which factor of it.',
      caveats:
        'LTV in profit is used, not CLV in revenue: revenue over cost promises more than there is. "3 to 1" was born in subscription software; set shares of your own. The cost of winning is not known by segment, the allowable spend is: ask its variants by segment. Short periods swing a lot; a year is sensible.',
    },
  },
  examples: [
    {
      name: 'lifetime profit over cost of winning',
      given,
      exportedAt: '2023-12-31',
      query: year,
      expect: [{ start: '2023-01-01', value: 1000 / 1200, numerator: 1000, denominator: 1200 }],
      because:
        'Order 500 × 2 a year × margin 25 % × 4 years (1 of 4 customers lost) = 1,000. Spent on winning 300 + 900, and one new customer, A5: 1,200. Each euro gives back 0.83: too dear. Service costs and the test order are out.',
    },
    {
      name: 'allowable spend by segment',
      given,
      settings: { kpis: { clv_cac_ratio: { lifetime_years: 4 } } },
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'allowable_cac', by: ['account.segment'] },
      expect: [
        { start: '2023-01-01', group: { 'account.segment': 'Hoteles' }, value: 1000 / 3 },
        { start: '2023-01-01', group: { 'account.segment': 'Tiendas' }, value: 1000 / 3 },
      ],
      because: 'Each: order 500 × 2 × 25 % × 4 years = 1,000; a third of it.',
    },
    {
      name: 'allowable retention a year',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'allowable_retention' },
      expect: [{ start: '2023-01-01', value: 25 }],
      because: '1,000 × 10 % / 4 years = 25 a year.',
    },
    {
      name: 'no new customer, no ratio',
      given,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-12-31', grain: 'year' },
      expect: [{ start: '2024-01-01', value: null }],
      because: 'Nothing was ordered in 2024: neither value nor new customers.',
    },
    ...customerCases({
      usual: [{ value: 240 / 500 }, 'Lifetime value 80 / (1/3) = 240; 1,500 over three new customers.'],
      contracts: [{ value: null }, 'Nobody goes: no lifetime value.'],
      orders: [{ value: 160 / 750 }, 'Lifetime value 80 / (1/2); 1,500 over two new customers.'],
      active: [{ value: null }, 'Nobody goes: no lifetime value.'],
      end_of_service: [{ value: 320 / 500 }, 'Lifetime value 80 / (1/4); 1,500 over three.'],
      renewal_due: [{ value: 160 / 500 }, 'Lifetime value 80 / (2/4); 1,500 over three.'],
    }),
  ],
});
