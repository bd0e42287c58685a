import { average, count, duration } from '../../metrics/build.ts';
import { elapsed, isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, DurationMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const between = (dataset: string) =>
  duration({
    dataset,
    start: 'previous_ordered_at',
    end: 'ordered_at',
    where: isKnown('previous_ordered_at'),
    unit: 'day',
    time: 'calendar',
  });
const ofAccount = between('order_sequence');
const ofProduct = between('product_order_sequence');
const interval = (statistic: DurationMetric['statistic']) => ({
  metric: () => ofAccount(statistic),
  when: { product: () => ofProduct(statistic) },
});

/** From each order to the next, the last orders without one counted as still open. */
const untilNext = (dataset: string) =>
  duration({ dataset, start: 'ordered_at', end: 'next_ordered_at', unit: 'day', time: 'calendar' })('km_median');

const repeats = { at: 'ordered_at', where: isKnown('previous_ordered_at') };

/**
 * A product’s mean interval drawn towards that of all products, the more the fewer orders it has: (n·m + k·M) / (n + k).
 * Bühlmann’s credibility with a fixed k; M is the mean over all products.
 */
const shrink =
  (k: number) =>
  ({ cells, siblings }: ComputedInput) => {
    const n = cells.orders?.value ?? 0;
    const own = cells.mean?.value ?? null;
    let total = 0;
    let orders = 0;
    for (const { cells: sibling } of siblings) {
      const size = sibling.orders?.value ?? 0;
      total += size * (sibling.mean?.value ?? 0);
      orders += size;
    }
    if (orders === 0) return { value: null, n: 0 };
    const all = total / orders;
    const value = (n * (own ?? 0) + k * all) / (n + k);
    return { value, n, detail: { own_mean: own, mean_of_all: all, weight_of_own: n / (n + k) } };
  };

const accounts: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3'].map((id) => ({ id })),
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-01', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-11', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A1', ordered_at: '2024-01-31', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A2', ordered_at: '2024-01-05', status: 'completed', amount: 10 },
    { id: 'O5', account_id: 'A2', ordered_at: '2024-02-04', status: 'completed', amount: 10 },
    { id: 'O6', account_id: 'A3', ordered_at: '2024-01-02', status: 'completed', amount: 10 },
    { id: 'O7', account_id: 'A3', ordered_at: '2024-01-03', status: 'cancelled', amount: 10 },
  ],
};

const products: WorkedExample['given'] = {
  account: [{ id: 'A1' }],
  product: [
    { id: 'P1', name: 'Café' },
    { id: 'P2', name: 'Filtros' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-01', status: 'completed', amount: 20 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-11', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A1', ordered_at: '2024-01-21', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A1', ordered_at: '2024-01-31', status: 'completed', amount: 10 },
  ],
  order_line: [
    { id: 'L1', order_id: 'O1', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L2', order_id: 'O1', product_id: 'P2', quantity: 1, amount: 10 },
    { id: 'L3', order_id: 'O2', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L4', order_id: 'O3', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L5', order_id: 'O4', product_id: 'P2', quantity: 1, amount: 10 },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'order_interval',
  ref: 'K-082',
  area: 'customers',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'progress',
  unit: 'days',
  tags: ['sales', 'customer_relationship', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    prior_intervals: {
      default: 5,
      name: {
        es: 'Intervalos que pesa la media general (variante suavizada)',
        en: 'Intervals that the overall mean weighs (shrunk variant)',
      },
      between: [0, 1000],
    },
  },
  variants: {
    median: { label: labels.median, ...interval('median') },
    mean: { label: labels.mean, ...interval('mean') },
    p75: { label: labels.p75, ...interval('p75') },
    p90: { label: labels.p90, ...interval('p90') },
    km_median: {
      label: {
        es: 'Mediana contando a quien aún no ha vuelto (Kaplan–Meier)',
        en: 'Median counting those who have not come back yet (Kaplan–Meier)',
      },
      metric: () => untilNext('order_sequence'),
      when: { product: () => untilNext('product_order_sequence') },
    },
    shrunk: {
      label: { es: 'Media por producto, suavizada si hay pocos pedidos', en: 'Mean by product, shrunk where orders are few' },
      metric: ({ prior_intervals }) => ({
        kind: 'computed',
        axis: 'product.name',
        inputs: {
          mean: average('product_order_sequence', elapsed('previous_ordered_at', 'ordered_at', 'day'), repeats),
          orders: count('product_order_sequence', repeats),
        },
        compute: shrink(prior_intervals),
      }),
      needs: ['order.account_id', 'order.ordered_at', 'order_line.order_id', 'order_line.product_id'],
    },
  },
  defaults: ['median'],
  needs: ['order.account_id', 'order.ordered_at'],
  terms: [],
  drillBy: ['product.name', 'account.segment', 'account.name', 'owner.name'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['repeat_purchase_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L36',
  source: 'Bühlmann 1967 (credibility, for the shrunk variant)',
  texts: {
    es: {
      name: 'Intervalo entre pedidos',
      question: '¿Cada cuánto nos vuelve a pedir un cliente?',
      definition:
        'Días entre un pedido y el anterior de la misma cuenta, fechados por el segundo. Por producto, entre pedidos de ese mismo producto. Se da la mediana, porque unos pocos clientes muy espaciados desfiguran la media.',
      formula: 'Mediana de los días entre pedidos consecutivos de cada cuenta',
      why: 'Marca el ciclo de cada producto: permite llamar o promocionar antes de que el cliente vaya a pedir, no después.',
      rise: 'Los clientes espacian sus compras: mire si piden más cada vez (no pasa nada) o si compran a otro. Contacte con los que ya han pasado de su intervalo habitual.',
      fall: 'Compran más a menudo: ajuste existencias y adelante las campañas. Si el importe por pedido cae a la vez, solo están partiendo pedidos.',
      caveats:
        'Es informativo: ni alto ni bajo es mejor por sí mismo. Solo entran quienes han vuelto, así que un cliente perdido no lo alarga: la variante Kaplan–Meier cuenta también a los que aún no han vuelto, por fecha del primer pedido del intervalo. Con pocos pedidos por producto, use la variante suavizada.',
    },
    en: {
      name: 'Order interval',
      question: 'How often does a customer order again?',
      definition:
        'Days between an order and the one before of the same account, dated by the later. By product, between orders of that product. The median is given because a few rare buyers distort the mean.',
      formula: 'Median of the days between consecutive orders of each account',
      why: 'It marks the cycle of each product, so that you can call or promote before the customer orders, not after.',
      rise: 'Customers space their purchases: see whether each is larger (no harm) or they buy elsewhere. Contact those already past their usual interval.',
      fall: 'They buy more often: adjust stock and bring campaigns forward. If the value per order falls too, they only split orders.',
      caveats:
        'Informational: neither high nor low is better in itself. Only those who came back are in it, so a lost customer does not lengthen it; the Kaplan–Meier variant counts those who have not come back yet too, by the date of the order that opens the interval. With few orders per product use the shrunk variant.',
    },
  },
  examples: [
    {
      name: 'dated by the later order, month by month',
      given: accounts,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 15, n: 2 },
        { start: '2024-02-01', value: 30, n: 1 },
        { start: '2024-03-01', value: null, n: 0 },
      ],
      because: 'January: A1 after 10 and after 20 days: median 15; A3’s cancelled order is none. February: A2 after 30. March: none.',
    },
    {
      name: 'mean over the quarter',
      given: accounts,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter', variant: 'mean' },
      expect: [{ start: '2024-01-01', value: 20, n: 3 }],
      because: '(10 + 20 + 30) / 3 = 20.',
    },
    {
      name: 'those who have not come back are not forgotten',
      given: accounts,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'km_median' },
      expect: [{ start: '2024-01-01', value: 30, n: 5 }],
      because:
        'Orders of January: A1 after 10, after 20 and open, A2 after 30, A3 open (until 31 March). Still without the next after 10 days 4/5, after 20 days 3/5, after 30 days 2/5: median 30, where the completed ones alone give 20.',
    },
    {
      name: 'instants give parts of days',
      given: {
        account: [{ id: 'A1' }],
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2024-01-01T09:00:00Z', status: 'completed', amount: 10 },
          { id: 'O2', account_id: 'A1', ordered_at: '2024-01-11T21:00:00Z', status: 'completed', amount: 10 },
        ],
      },
      exportedAt: '2024-01-31',
      query: january,
      expect: [{ start: '2024-01-01', value: 10.5, n: 1 }],
      because: 'From 1 January 9:00 to 11 January 21:00: 10 days and 12 hours.',
    },
    {
      name: 'of the account',
      given: products,
      exportedAt: '2024-01-31',
      query: january,
      expect: [{ start: '2024-01-01', value: 10, n: 3 }],
      because: 'A1 ordered every ten days: 10, 10, 10.',
    },
    {
      name: 'by product: between orders of the product',
      given: products,
      exportedAt: '2024-01-31',
      query: { ...january, by: ['product.name'] },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Café' }, value: 10, n: 2 },
        { start: '2024-01-01', group: { 'product.name': 'Filtros' }, value: 30, n: 1 },
      ],
      because: 'Coffee on 1, 11 and 21 January: 10 and 10. Filters on 1 and 31 January: 30.',
    },
    {
      name: 'by product, shrunk',
      given: products,
      exportedAt: '2024-01-31',
      query: { ...january, variant: 'shrunk' },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Café' }, value: (20 + 250 / 3) / 7, n: 2 },
        { start: '2024-01-01', group: { 'product.name': 'Filtros' }, value: (30 + 250 / 3) / 6, n: 1 },
      ],
      because:
        'Mean of all: (2·10 + 1·30) / 3 = 16.667; k = 5. Coffee: (2·10 + 5·16.667) / 7 = 14.762. Filters: (1·30 + 5·16.667) / 6 = 18.889.',
    },
  ],
});
