import { count, countDistinct, sum } from '../../metrics/build.ts';
import { calculate, coalesce, days, field, is, money } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import { invoiceSales, orderSales } from '../definitions/sales.ts';
import { defineKpi } from '../kpi.ts';

const estimates = { at: 'period_start', where: is('measure', 'market_size') };

const daysIn = (period: { readonly start: string; readonly end: string }): number =>
  Temporal.PlainDate.from(period.start).until(Temporal.PlainDate.from(period.end), { largestUnit: 'days' }).days + 1;

/** A yearly market cannot divide the sales of a month: the estimates must cover the period, each part of the market once. */
const share = ({ cells }: ComputedInput): ComputedResult => {
  const { sales, market, market_days, scopes, parts } = cells;
  if (!sales || !market?.value || !parts?.value) return { value: null, n: 0, reasons: ['market_size_unknown'] };
  const detail = { estimates: parts.value, external: true };
  const covered = daysIn(market.period) * Math.max(1, scopes?.value ?? 0);
  if (market_days?.value !== covered) return { value: null, n: parts.value, reasons: ['market_size_of_another_period'], detail };
  if (sales.value === null) return { value: null, n: 0, denominator: market.value, detail };
  return { value: sales.value / market.value, numerator: sales.value, denominator: market.value, n: sales.n, detail };
};

const shareOf = (sales: Metric): ComputedMetric => ({
  kind: 'computed',
  inputs: {
    sales,
    market: sum('market_estimate', money('value', 'period_start'), estimates),
    market_days: sum('market_estimate', calculate(days('period_start', 'period_end'), '+', 1), estimates),
    // An estimate of no scope is of the whole market.
    scopes: { ...countDistinct('market_estimate', 'scope', estimates), of: coalesce(field('scope'), '') },
    parts: count('market_estimate', estimates),
  },
  compute: share,
});

const market = ['market_estimate.measure', 'market_estimate.value', 'market_estimate.period_start', 'market_estimate.period_end'];

export default defineKpi({
  id: 'market_share',
  ref: 'K-022',
  area: 'marketing',
  band: 'business',
  direction: 'band',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['business_performance', 'brand_value', 'finance', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    orders: {
      label: { es: 'Con las ventas por pedidos', en: 'With sales by orders' },
      metric: () => shareOf(orderSales),
      needs: [...market, 'order.amount', 'order.ordered_at'],
    },
    invoices: {
      label: { es: 'Con las ventas facturadas', en: 'With sales invoiced' },
      metric: () => shareOf(invoiceSales),
      needs: [...market, 'invoice.amount', 'invoice.issued_on'],
    },
  },
  defaults: ['orders', 'invoices'],
  needs: market,
  terms: [],
  drillBy: [],
  grain: 'year',
  minimumSample: 1,
  guards: ['total_sales', 'brand_awareness'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['total_sales'] },
  seed: 'S1#23',
  source: 'Own sales over market sales, same period and currency',
  texts: {
    es: {
      name: 'Cuota de mercado',
      question: '¿Qué parte del mercado es nuestra?',
      definition:
        'Ventas propias divididas entre las ventas de todo el mercado en el mismo periodo. El tamaño del mercado es una estimación externa que usted introduce con su fuente y su fecha.',
      formula: 'Ventas propias / ventas totales del mercado, mismo periodo y moneda',
      why: 'Separa lo que se debe a nosotros de lo que se debe al mercado: vender un 5 % más en un mercado que crece un 20 % es perder terreno.',
      rise: 'Compruebe de dónde viene: si el mercado encoge, la cuota sube sola. Si viene de clientes ganados a otros, refuerce lo que los trajo y vigile la respuesta en precios.',
      fall: 'Mire si caen sus ventas o crece el mercado sin usted. En el segundo caso busque qué segmento crece y no atiende; en el primero, qué competidor o qué oferta se lleva a sus clientes.',
      caveats:
        'No es una meta del 100 %: defina una banda. La cifra vale lo que valga la estimación, que debe cubrir exactamente el periodo: con un mercado anual, pida el año; para un mes saldrá vacía antes que falsa.',
    },
    en: {
      name: 'Market share',
      question: 'How much of the market is ours?',
      definition:
        'Own sales over the sales of the whole market in the same period. The size of the market is an outside estimate that you enter, with its source and date.',
      formula: 'Own sales / total market sales, same period and currency',
      why: 'It tells what is your doing from what is the market’s: growing 5 % in a market that grows 20 % is losing ground.',
      rise: 'See where it comes from: in a shrinking market share rises by itself. If customers came from rivals, strengthen what brought them and expect an answer on price.',
      fall: 'Either your sales fell or the market grew without you. In the latter case find the segment that grows and that you do not serve; in the former, which rival or offer takes your customers.',
      caveats:
        '100 % is not a target: set a band. The figure is as good as the estimate, which must cover the period exactly: with a yearly market ask for the year; a month comes out empty rather than wrong.',
    },
  },
  examples: [
    {
      name: 'A year’s sales over a year’s market',
      given: {
        order: [
          { ordered_at: '2023-02-10', amount: 300000, status: 'completed' },
          { ordered_at: '2023-11-20', amount: 250000 },
          { ordered_at: '2023-12-01', amount: 50000, is_return: true },
          { ordered_at: '2023-12-02', amount: 90000, status: 'cancelled' },
        ],
        market_estimate: [
          { measure: 'market_size', scope: 'ES', period_start: '2023-01-01', period_end: '2023-12-31', value: 10000000, currency: 'EUR' },
          { measure: 'wallet', scope: 'ES', period_start: '2023-01-01', period_end: '2023-12-31', value: 777, currency: 'EUR' },
        ],
      },
      exportedAt: '2024-12-31',
      query: { from: '2023-01-01', to: '2024-12-31', grain: 'year' },
      expect: [
        { start: '2023-01-01', value: 0.05, numerator: 500000, denominator: 10000000 },
        { start: '2024-01-01', value: null },
      ],
      because: '(300,000 + 250,000 − 50,000 returned) / 10,000,000; the cancelled order is out. Nobody estimated 2024: no share.',
    },
    {
      name: 'A yearly market does not divide the sales of a month',
      given: {
        order: [{ ordered_at: '2023-01-10', amount: 100000 }],
        market_estimate: [
          { measure: 'market_size', period_start: '2023-01-01', period_end: '2023-12-31', value: 10000000, currency: 'EUR' },
        ],
      },
      exportedAt: '2023-12-31',
      query: { from: '2023-01-01', to: '2023-01-31', grain: 'month' },
      expect: [{ start: '2023-01-01', value: null }],
      because: 'The estimate covers 365 days and January 31: 1 % would be twelve times too little.',
    },
    {
      name: 'Two parts of the market, each estimated once, by invoices',
      given: {
        invoice: [
          { issued_on: '2023-03-10', amount: 400000, status: 'paid' },
          { issued_on: '2023-05-10', amount: 900000, status: 'void' },
        ],
        market_estimate: [
          { measure: 'market_size', scope: 'ES', period_start: '2023-01-01', period_end: '2023-12-31', value: 6000000, currency: 'EUR' },
          { measure: 'market_size', scope: 'PT', period_start: '2023-01-01', period_end: '2023-12-31', value: 2000000, currency: 'EUR' },
        ],
      },
      exportedAt: '2023-12-31',
      query: { from: '2023-01-01', to: '2023-12-31', grain: 'year' },
      expect: [{ start: '2023-01-01', value: 0.05, numerator: 400000, denominator: 8000000 }],
      because: 'No orders, so invoices: 400,000 (the voided one is out) over 6 + 2 million.',
    },
  ],
});
