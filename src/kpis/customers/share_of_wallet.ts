import { average, sumMoney } from '../../metrics/build.ts';
import { all, calculate, compare, field, isKnown, isNot, money } from '../../metrics/expression.ts';
import type { ComputedMetric, ComputedResult, Metric, StockMetric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerNeeds } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const yearDays = 365;

/** Sales to accounts whose spend is on record; returns are out, as they are of the customers' own spend. */
const sales = sumMoney('order', 'amount', {
  at: 'ordered_at',
  where: all(isNot('status', 'cancelled'), isNot('is_return', true), isKnown('account.category_spend')),
});
/** What the customers of an average day spend a year on what we sell, with us and with others. */
const yearlySpend: StockMetric = {
  kind: 'stock',
  dataset: 'customer_span',
  aggregate: 'sum',
  of: money('account.category_spend', 'valid_from'),
  where: isKnown('account.category_spend'),
  at: 'average',
};
const days: Metric = { kind: 'built_in', name: 'days' };

const declared: ComputedMetric = {
  kind: 'computed',
  inputs: { sales, spend: yearlySpend, days },
  compute: ({ cells }): ComputedResult => {
    const spend = ((cells.spend?.value ?? 0) * (cells.days?.value ?? 0)) / yearDays;
    const sold = cells.sales?.value ?? 0;
    return { value: spend === 0 ? null : sold / spend, numerator: sold, denominator: spend, n: cells.spend?.n ?? 0 };
  },
};

/** (1 − rank/(n + 1)) × 2/n of n brands used; averaged over the answers. */
const walletRule = calculate(
  calculate(1, '-', calculate(field('rank'), '/', calculate(field('brand_count'), '+', 1))),
  '*',
  calculate(2, '/', field('brand_count')),
);
const survey = average(
  'survey_response',
  walletRule,
  {
    at: 'responded_at',
    where: all(compare(field('rank'), '>=', 1), compare(field('rank'), '<=', field('brand_count'))),
  },
  [0, 1],
);

const given: WorkedExample['given'] = {
  account: [
    { id: 'A1', segment: 'Hoteles', category_spend: 7300 },
    { id: 'A2', segment: 'Tiendas', category_spend: 3650 },
    { id: 'A3', segment: 'Tiendas' },
    { id: 'A4', segment: 'Tiendas', category_spend: 50_000 },
  ],
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2022-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2022-01-01' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2023-01-10', status: 'completed', amount: 310 },
    { id: 'O2', account_id: 'A2', ordered_at: '2023-01-11', status: 'completed', amount: 155 },
    { id: 'O3', account_id: 'A3', ordered_at: '2023-01-12', status: 'completed', amount: 4000 },
    { id: 'O4', account_id: 'A1', ordered_at: '2023-01-13', status: 'cancelled', amount: 900 },
    { id: 'O5', account_id: 'A1', ordered_at: '2023-01-14', status: 'completed', amount: 900, is_test: true },
  ],
  survey_response: [
    { id: 'R1', kind: 'wallet', rank: 1, brand_count: 2, account_id: 'A1', responded_at: '2023-01-20' },
    { id: 'R2', kind: 'wallet', rank: 2, brand_count: 3, account_id: 'A2', responded_at: '2023-01-21' },
    { id: 'R3', kind: 'wallet', rank: 1, brand_count: 1, account_id: 'A3', responded_at: '2023-02-02' },
    { id: 'R4', kind: 'nps', score: 9, account_id: 'A3', responded_at: '2023-01-22' },
    { id: 'R5', kind: 'wallet', rank: 5, brand_count: 3, account_id: 'A3', responded_at: '2023-01-22' },
  ],
};

export default defineKpi({
  id: 'share_of_wallet',
  ref: 'K-084',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_value', 'customer_relationship', 'sales', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    declared: { label: { es: 'Sobre el gasto declarado del cliente', en: 'Of the spend the customer declared' }, metric: () => declared },
    survey: {
      label: { es: 'Por encuesta: puesto entre las marcas que usa', en: 'By survey: rank among the brands used' },
      metric: () => survey,
      needs: ['survey_response.rank', 'survey_response.brand_count', 'survey_response.responded_at'],
    },
  },
  defaults: ['declared', 'survey'],
  needs: [...customerNeeds, 'account.category_spend', 'order.account_id', 'order.ordered_at', 'order.amount'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['account.segment', 'account.industry', 'account.name', 'account.owner.name'],
  grain: 'year',
  minimumSample: 10,
  guards: ['cross_sell_rate', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S3 L36',
  source: 'Keiningham et al. 2011 (Wallet Allocation Rule)',
  texts: {
    es: {
      name: 'Cuota de cliente (share of wallet)',
      question: '¿Qué parte de lo que gastan nuestros clientes en lo que vendemos nos la gastan a nosotros?',
      definition:
        'Ventas del periodo a los clientes cuyo gasto anual en la categoría se conoce, entre ese gasto llevado a los días del periodo. Los clientes sin gasto conocido no entran ni arriba ni abajo.',
      formula: 'Ventas a clientes con gasto declarado / (gasto anual declarado × días del periodo / 365)',
      why: 'Crecer con quien ya nos conoce cuesta menos: señala a los clientes contentos que aún compran la mitad a otro.',
      rise: 'Vea qué se vendió de más y repítalo con clientes parecidos. Por encima del 100 % el gasto declarado está viejo: pregúntelo otra vez.',
      fall: 'Otro proveedor está entrando: mire qué producto dejaron de pedir y hable con ellos antes de la próxima compra.',
      caveats:
        'Necesita un dato de fuera: lo que el cliente dice gastar o lo que estima el comercial, y vale lo que valga. Se supone que el gasto se reparte igual todo el año: en negocios de temporada mire el año entero. Sin ese dato sirve la encuesta: con n marcas y nuestro puesto, (1 − puesto/(n+1)) × 2/n, la regla de Keiningham, que es una aproximación.',
    },
    en: {
      name: 'Share of wallet',
      question: 'What part of what our customers spend on what we sell do they spend with us?',
      definition:
        'Sales of the period to customers whose yearly spend on the category is known, over that spend brought to the days of the period. Customers of unknown spend are out above and below.',
      formula: 'Sales to customers of declared spend / (declared yearly spend × days of the period / 365)',
      why: 'Growing with those who know us costs less: it points at happy customers who still buy half elsewhere.',
      rise: 'See what sold more and repeat it with customers like them. Above 100 % the declared spend is out of date: ask again.',
      fall: 'Another supplier is getting in: see which product they stopped ordering and talk to them before the next purchase.',
      caveats:
        'It needs a figure from outside, what the customer says to spend or the salesperson guesses, and is as good as that. Spend is taken as even through the year; in seasonal trades look at the whole year. Without it the survey serves: of n brands and our rank, (1 − rank/(n+1)) × 2/n, Keiningham’s rule, an approximation.',
    },
  },
  examples: [
    {
      name: 'sales over the spend of the month',
      given,
      exportedAt: '2023-02-28',
      query: { from: '2023-01-01', to: '2023-02-28', grain: 'month' },
      expect: [
        { start: '2023-01-01', value: 0.5, numerator: 465, denominator: 930 },
        { start: '2023-02-01', value: 0, numerator: 0, denominator: 840 },
      ],
      because:
        'A1 and A2 declare 10,950 a year: × 31/365 = 930. Sold to them 310 + 155 = 465. A3’s spend is unknown, A4 is no customer; cancelled and test orders are out. February: 10,950 × 28/365 = 840, nothing sold.',
    },
    {
      name: 'by segment',
      given,
      exportedAt: '2023-02-28',
      query: { from: '2023-01-01', to: '2023-01-31', grain: 'month', by: ['account.segment'] },
      expect: [
        { start: '2023-01-01', group: { 'account.segment': 'Hoteles' }, value: 0.5, numerator: 310, denominator: 620 },
        { start: '2023-01-01', group: { 'account.segment': 'Tiendas' }, value: 0.5, numerator: 155, denominator: 310 },
      ],
      because: '310 / (7,300 × 31/365) and 155 / (3,650 × 31/365).',
    },
    {
      name: 'by survey',
      given,
      exportedAt: '2023-02-28',
      query: { from: '2023-01-01', to: '2023-02-28', grain: 'month', variant: 'survey' },
      expect: [
        { start: '2023-01-01', value: 0.5, n: 2 },
        { start: '2023-02-01', value: 1, n: 1 },
      ],
      because:
        'R1: (1 − 1/3) × 2/2 = 0.667; R2: (1 − 2/4) × 2/3 = 0.333: mean 0.5. A rank beyond the brands is no answer. February: the only brand, (1 − 1/2) × 2/1 = 1.',
    },
    ...customerCases(
      {
        usual: [
          { value: 480 / 1020, numerator: 480, denominator: 1020 },
          'A2, A3 and A4 29 days each, A5 10, A6 5: 102 days of customers. At 10 a day each spends 1020; 480 of it with us.',
        ],
        contracts: [
          { value: 480 / 580, numerator: 480, denominator: 580 },
          'A2 and A4 29 days each: 58. At 10 a day each spends 580; 480 of it with us.',
        ],
        orders: [
          { value: 480 / 620, numerator: 480, denominator: 620 },
          'A3 29 days, A5 10, A2 18, A6 5: 62. At 10 a day each spends 620; 480 of it with us.',
        ],
        active: [
          { value: 480 / 830, numerator: 480, denominator: 830 },
          'A2 and A4 29 days each, A3 20, A6 5: 83. At 10 a day each spends 830; 480 of it with us.',
        ],
        end_of_service: [
          { value: 480 / 1310, numerator: 480, denominator: 1310 },
          '102 days of customers and 29 of A1: 131. At 10 a day each spends 1310; 480 of it with us.',
        ],
        renewal_due: [
          { value: 480 / 1160, numerator: 480, denominator: 1160 },
          '102 days of customers and 14 of A1: 116. At 10 a day each spends 1160; 480 of it with us.',
        ],
      },
      { given: { account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => ({ id, category_spend: 3650 })) } },
    ),
  ],
});
