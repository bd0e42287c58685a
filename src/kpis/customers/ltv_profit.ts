import type { Metric, SimpleMetric } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { buyers, divide, lifetimeModel, lifetimeProfit, lifetimeYears, orders } from '../definitions/lifetime_value.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const soFar = (of: SimpleMetric): Metric => ({ kind: 'cumulative', of, to_date: 'ever' });

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2022-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2022-06-01' },
    { id: 'C4', account_id: 'A4', started_at: '2022-06-01', ends_at: '2023-06-30', cancelled_at: '2023-06-30' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2022-05-10', status: 'completed', amount: 900, cost: 100 },
    { id: 'O2', account_id: 'A2', ordered_at: '2022-07-10', status: 'completed', amount: 900, cost: 100 },
    { id: 'O3', account_id: 'A1', ordered_at: '2023-02-01', status: 'completed', amount: 400, cost: 300 },
    { id: 'O4', account_id: 'A1', ordered_at: '2023-08-01T10:00:00Z', status: 'completed', amount: 600, cost: 450 },
    { id: 'O5', account_id: 'A2', ordered_at: '2023-03-01', status: null, amount: 500, cost: 375 },
    { id: 'O6', account_id: 'A2', ordered_at: '2023-09-01', status: 'open', amount: 500, cost: 375 },
    { id: 'O7', account_id: 'A2', ordered_at: '2023-10-01', status: 'cancelled', amount: 9000, cost: 1 },
    { id: 'O8', account_id: 'A3', ordered_at: '2023-10-02', status: 'completed', amount: 9000, cost: 1, is_test: true },
  ],
};
const year = { from: '2023-01-01', to: '2023-12-31', grain: 'year' } as const;

export default defineKpi({
  id: 'ltv_profit',
  ref: 'K-076',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['revenue', 'finance', 'customer_value', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    lifetime_years: lifetimeYears,
    discount_rate: {
      default: 0.1,
      name: { es: 'Tasa de descuento anual (variante descontada)', en: 'Yearly discount rate (discounted variant)' },
      between: [0, 1],
    },
  },
  variants: {
    default: {
      label: { es: 'Beneficio anual por cliente × años de vida', en: 'Yearly profit per customer × years of life' },
      metric: ({ lifetime_years }) => lifetimeProfit(lifetime_years),
    },
    discounted: {
      label: { es: 'Descontado: m·r / (1 + d − r)', en: 'Discounted: m·r / (1 + d − r)' },
      metric: ({ discount_rate }) =>
        lifetimeModel({}, 0, (f) => {
          const retention = Math.max(0, 1 - 1 / f.lifetime_years);
          return (f.average_order_value * f.orders_per_year * f.margin * retention) / (1 + discount_rate - retention);
        }),
    },
    seed: {
      label: labels.seed,
      metric: ({ lifetime_years }) =>
        lifetimeModel({ orders_ever: soFar(orders), buyers_ever: soFar(buyers) }, lifetime_years, (f, { cells }) => {
          const transactions = divide(cells.orders_ever?.value ?? null, cells.buyers_ever?.value ?? null);
          return transactions === null ? null : f.average_order_value * transactions * f.margin * f.lifetime_years;
        }),
    },
  },
  defaults: ['default'],
  needs: ['order.account_id', 'order.ordered_at', 'order.amount', 'order.cost'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'year',
  minimumSample: 50,
  guards: ['cac', 'retention_rate'],
  partner: null,
  decomposition: null,
  seed: 'S1#22',
  source: 'Gupta & Lehmann 2005; Fader, Hardie & Lee 2005',
  texts: {
    es: {
      name: 'Valor de vida del cliente – LTV (beneficio)',
      question: '¿Cuánto beneficio deja un cliente medio mientras lo es?',
      definition:
        'Importe medio del pedido × pedidos por cliente y año × margen × años que dura un cliente. La vida esperada es la inversa de la tasa de abandono del mismo periodo, llevada al año. Es una estimación, no un dato contable.',
      formula: 'Pedido medio (€) × pedidos por cliente y año × margen (%) × vida esperada (años)',
      why: 'Pone techo a lo que se puede gastar en captar y en retener: es la otra mitad del CAC.',
      rise: 'Mire qué factor lo sube en el detalle: si es la vida esperada, confirme que el abandono no sea bajo solo por un periodo tranquilo.',
      fall: 'El detalle dice si cae el pedido medio, la frecuencia, el margen o la duración: cada uno tiene un responsable distinto (precio, reposición, compras, servicio).',
      caveats:
        'El texto de origen multiplica «número de transacciones» por «tiempo de retención»: si las transacciones son las de toda la relación, el tiempo se cuenta dos veces; la variante muestra ese error. Habla de beneficio; el CLV en ingresos es otro KPI y no se mezclan. Si en el periodo no se pierde ningún cliente no hay estimación: pida un periodo más largo o fije los años. El intervalo recoge solo la incertidumbre del abandono.',
    },
    en: {
      name: 'LTV (profit)',
      question: 'What profit does an average customer leave while being one?',
      definition:
        'Average order value × orders a customer and year × margin × years a customer lasts. Expected lifetime is the inverse of the churn rate of the same period, brought to a year. It is an estimate, not an accounting figure.',
      formula: 'Average order (€) × orders per customer and year × margin (%) × expected lifetime (years)',
      why: 'It caps what may be spent on winning and keeping customers: the other half of CAC.',
      rise: 'See in the detail which factor lifts it; if it is the lifetime, make sure churn is not low only because the period was quiet.',
      fall: 'The detail tells whether order value, frequency, margin or lifetime falls; each has another owner (price, replenishment, purchasing, service).',
      caveats:
        'The source text multiplies "number of transactions" by "retention time": if the transactions are those of the whole relation, time is counted twice; the variant shows that error. It speaks of profit; CLV in revenue is another KPI and the two are not mixed. If no customer is lost in the period there is no estimate: ask for a longer period or set the years. The interval carries the uncertainty of churn only.',
    },
  },
  examples: [
    {
      name: 'four factors',
      given,
      exportedAt: '2023-12-31',
      query: year,
      expect: [{ start: '2023-01-01', value: 1000 }],
      because:
        'Order value 2,000/4 = 500; 4 orders / 2 buyers = 2 a year; margin (2,000 − 1,500)/2,000 = 0.25; of 4 customers at the start 1 is lost: 0.25 a year, 4 years. 500 × 2 × 0.25 × 4 = 1,000. Cancelled and test orders are out.',
    },
    {
      name: 'the text counts time twice',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'seed' },
      expect: [{ start: '2023-01-01', value: 1500 }],
      because:
        'Transactions so far: 6 orders / 2 buyers = 3, of two years; × 500 × 0.25 × 4 years = 1,500, and it grows with every year on record.',
    },
    {
      name: 'discounted at 10 %',
      given,
      exportedAt: '2023-12-31',
      query: { ...year, variant: 'discounted' },
      expect: [{ start: '2023-01-01', value: 187.5 / 0.35 }],
      because: 'm = 500 × 2 × 0.25 = 250 a year, r = 0.75, d = 0.10: 250 × 0.75 / (1 + 0.10 − 0.75) = 187.5 / 0.35 = 535.71.',
    },
    {
      name: 'a lifetime set by hand',
      given,
      settings: { kpis: { ltv_profit: { lifetime_years: 3 } } },
      exportedAt: '2023-12-31',
      query: year,
      expect: [{ start: '2023-01-01', value: 750 }],
      because: '500 × 2 × 0.25 × 3 = 750.',
    },
    {
      name: 'nobody lost: no estimate',
      given: {
        account: [{ id: 'A1' }],
        contract: [{ id: 'C1', account_id: 'A1', started_at: '2022-01-01' }],
        order: [{ id: 'O1', account_id: 'A1', ordered_at: '2023-02-01', status: 'completed', amount: 400, cost: 300 }],
      },
      exportedAt: '2023-12-31',
      query: year,
      expect: [{ start: '2023-01-01', value: null }],
      because: 'Churn 0 of 1: the lifetime would be infinite, so there is no value.',
    },
    ...customerCases({
      usual: [
        { value: 240 },
        'Orders of 160 on average with half of it profit; a customer lives 1 / (1/3) months and orders once in each who orders: 80 × 3.',
      ],
      contracts: [{ value: null }, 'Nobody goes: no lifetime, no value.'],
      orders: [{ value: 160 }, '80 × 2, as half go in the month.'],
      active: [{ value: null }, 'Nobody goes: no lifetime, no value.'],
      end_of_service: [{ value: 320 }, '80 × 4, as a quarter go in the month.'],
      renewal_due: [{ value: 160 }, '80 × 2, as half go in the month.'],
    }),
  ],
});
