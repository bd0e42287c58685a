import { money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { customerDimensions, customerNeeds } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

type Part = 'value_revenue' | 'future_revenue' | 'expected_revenue';

/** Over the accounts that the snapshot in force at the close of the period has a value for. */
const value = (part: Part, aggregate: 'average' | 'median' | 'sum'): StockMetric => ({
  kind: 'stock',
  dataset: 'account_value',
  aggregate,
  of: money(part, 'valid_from'),
  scale: [0, null],
  at: 'closing',
});

const contract = (account_id: string, started_at: string, more: Readonly<Record<string, string | boolean>> = {}) => ({
  ...{ id: `K${account_id}`, account_id, started_at, amount: 100, period: 'month' },
  ...more,
});
const given: WorkedExample['given'] = {
  account: [
    { id: 'A1', segment: 'Hoteles' },
    { id: 'A2', segment: 'Tiendas' },
    { id: 'A3', segment: 'Tiendas' },
    { id: 'A4', segment: 'Tiendas', deleted_at: '2023-01-01' },
  ],
  contract: [
    contract('A1', '2022-01-01'),
    contract('A2', '2022-01-01', { cancelled_at: '2023-03-31' }),
    contract('A3', '2023-06-29'),
    contract('A4', '2022-01-01'),
  ],
  order: [{ account_id: 'A1', ordered_at: '2023-05-01', amount: 300, cost: 210 }],
};
/** Money is kept to four decimals. */
const inFour = (amount: number): number => Math.round(amount * 10_000) / 10_000;
/** Retention of the year to 30 June 2023, (1 + 4)/(2 + 5) = 5/7, and five years of it at 10 %. */
const future = inFour([0, 1, 2, 3, 4].reduce((sum, year) => sum + (1200 * (5 / 7) ** year * (6 / 7)) / 1.1 ** (year + 0.5), 0));
const values = { A1: 300 + future, A2: inFour((454 * 1200) / 365), A3: inFour(2400 / 365) + future };
const quarter = { from: '2023-04-01', to: '2023-06-30', grain: 'quarter' } as const;

export default defineKpi({
  id: 'clv_revenue',
  ref: 'K-075',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['customer_value', 'revenue', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Media: lo ya comprado más lo que se espera en cinco años', en: 'Mean: bought so far plus expected in five years' },
      metric: () => value('value_revenue', 'average'),
    },
    median: {
      label: { es: 'Mediana, que unos pocos grandes no mueven', en: 'Median, which a few large ones do not move' },
      metric: () => value('value_revenue', 'median'),
    },
    future: {
      label: { es: 'Solo lo que se espera en cinco años', en: 'Expected in five years only' },
      metric: () => value('future_revenue', 'average'),
    },
    next_year: {
      label: { es: 'Lo que se espera en los próximos 12 meses', en: 'Expected in the next 12 months' },
      metric: () => value('expected_revenue', 'average'),
    },
    total: {
      label: { es: 'Suma de lo que se espera de todos (valor de la cartera)', en: 'Sum expected of all (customer equity)' },
      metric: () => value('future_revenue', 'sum'),
    },
  },
  defaults: ['default'],
  needs: [...customerNeeds, ['contract.amount', 'order.amount']],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'quarter',
  minimumSample: 30,
  guards: ['retention_rate', 'ltv_profit'],
  partner: null,
  decomposition: null,
  seed: 'S0 L31',
  source: 'Fader, Hardie & Lee 2005 (BG/NBD); Fader & Hardie 2013 (Gamma-Gamma); Gupta & Lehmann 2005',
  texts: {
    es: {
      name: 'Valor de vida del cliente (ingreso)',
      question: '¿Cuánto nos habrá comprado un cliente al final de la relación?',
      definition:
        'Por cada cliente, lo que ya ha comprado más lo que se espera que compre en cinco años, descontado al 10 % anual; se da la media. Con contrato, lo esperado es su cuota por la probabilidad de seguir; sin contrato, sale de cuándo y cuánto ha comprado él y los demás.',
      formula: 'Ingreso histórico + ingreso esperado en cinco años, por cliente',
      why: 'Dice quién merece más atención y cuánto compensa gastar en captar y conservar clientes como él.',
      rise: 'Vea si sube lo ya comprado (antigüedad) o lo esperado (vuelven más o compran más): la variante de los próximos 12 meses lo separa.',
      fall: 'Compruebe primero si han entrado muchos clientes nuevos y pequeños: bajan la media sin que nada vaya mal. Si cae lo esperado, mire el abandono y el intervalo entre pedidos.',
      caveats:
        'Es ingreso, no beneficio: para decidir gastos use el LTV en beneficio; el texto de origen y el de los 26 KPI llaman igual a las dos cosas. Lo esperado es una estimación de un modelo, con los datos conocidos hasta el último día de cada trimestre (se guardan ocho); antes de ellos no hay valor. Sin contratos hacen falta suficientes clientes que repitan; si no los hay, solo entran los de contrato. Incluye a clientes que ya no compran: lo que compraron cuenta. Es una foto: no se suma entre periodos.',
    },
    en: {
      name: 'CLV (revenue)',
      question: 'How much will a customer have bought from us by the end?',
      definition:
        'For each customer, what it has bought so far plus what it is expected to buy in five years, discounted at 10 % a year; the mean is given. With a contract, what is expected is its fee times the chance of staying; without, it follows from when and how much it and the others have bought.',
      formula: 'Historical revenue + revenue expected in five years, per customer',
      why: 'It says who deserves more attention and what pays to win and keep customers like that.',
      rise: 'See whether what was bought rises (age) or what is expected (they come back or buy more): the variant of the next 12 months tells them apart.',
      fall: 'Check first whether many small new customers came in: they lower the mean with nothing wrong. If what is expected falls, look at churn and the order interval.',
      caveats:
        'Revenue, not profit: to decide on spending use LTV in profit; two of the source texts call both by one name. What is expected is a model’s estimate from what was known by the last day of each quarter (eight are kept); before them there is no value. Without contracts it takes enough customers who come back; if there are not, only those with contracts count. Customers who buy no more are in: what they bought counts. A picture: periods are not added up.',
    },
  },
  examples: [
    {
      name: 'the mean of three contracts',
      given,
      exportedAt: '2023-06-30',
      query: quarter,
      expect: [{ start: '2023-04-01', value: (values.A1 + values.A2 + values.A3) / 3, n: 3 }],
      because:
        'Of A1 and A2, there a year ago, A1 stayed: retention (1 + 4)/(2 + 5) = 5/7. Year k: 1,200 × (5/7)^(k−1) × 6/7, discounted to 2,473.93. A1: 300 ordered + 2,473.93; A2: 454 days at 1,200/365 = 1,492.60, nothing more; A3: two days, 6.58, + 2,473.93. A4 is deleted.',
    },
    {
      name: 'by segment, what is to come',
      given,
      exportedAt: '2023-06-30',
      query: { ...quarter, variant: 'future', by: ['account.segment'] },
      expect: [
        { start: '2023-04-01', group: { 'account.segment': 'Hoteles' }, value: future },
        { start: '2023-04-01', group: { 'account.segment': 'Tiendas' }, value: future / 2, ci: [0, (future / 2) * (1 + 12.7062)] },
      ],
      because:
        'A1 2,473.93; of the shops A2 0 and A3 2,473.93: 1,236.96 ± 12.7062 · 1,749.33/√2 = ± 15,717.12, but nobody is expected to buy less than nothing.',
    },
    {
      name: 'before the snapshots there is no value',
      given,
      exportedAt: '2023-06-30',
      query: { from: '2020-01-01', to: '2020-03-31', grain: 'quarter' },
      expect: [{ start: '2020-01-01', value: null, n: 0 }],
      because: 'The first of eight quarters is later.',
    },
  ],
});
