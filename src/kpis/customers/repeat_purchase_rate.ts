import { countDistinct } from '../../metrics/build.ts';
import { field, is } from '../../metrics/expression.ts';
import type { CumulativeMetric, Metric, RatioMetric, SimpleMetric } from '../../metrics/metric.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const buyers = countDistinct('order_sequence', 'account_id', { at: 'ordered_at' });
const repeaters: SimpleMetric = { ...buyers, at_least: { count: 2 } };
/** Orders that bring a product which is new to the customer: two of them are a purchase of another product. */
const widening: SimpleMetric = {
  ...countDistinct('product_order_sequence', 'account_id', { at: 'ordered_at', where: is('ordinal', 1) }),
  at_least: { count: 2, of: field('order_id') },
};

const share = (numerator: Metric, denominator: Metric): RatioMetric => ({ kind: 'ratio', of: 'proportion', numerator, denominator });
const trailing = (of: SimpleMetric, days: number): CumulativeMetric => ({ kind: 'cumulative', of, window: { days } });
const soFar = (of: SimpleMetric): CumulativeMetric => ({ kind: 'cumulative', of, to_date: 'ever' });

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id })),
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-05', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-03-09T18:00:00Z', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-02-11', status: null, amount: 10 },
    { id: 'O4', account_id: 'A3', ordered_at: '2024-01-10', status: 'completed', amount: 10 },
    { id: 'O5', account_id: 'A3', ordered_at: '2024-01-20', status: 'cancelled', amount: 10 },
    { id: 'O6', account_id: 'A4', ordered_at: '2023-12-01', status: 'completed', amount: 10 },
    { id: 'O7', account_id: 'A4', ordered_at: '2024-02-02', status: 'completed', amount: 10 },
    { id: 'O8', account_id: 'A3', ordered_at: '2024-02-05', status: 'completed', amount: 10, is_test: true },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' } as const;

const products: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3'].map((id) => ({ id })),
  product: [
    { id: 'P1', name: 'Café' },
    { id: 'P2', name: 'Té' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-05', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-02-05', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-01-06', status: 'completed', amount: 20 },
    { id: 'O4', account_id: 'A3', ordered_at: '2024-01-07', status: 'completed', amount: 10 },
    { id: 'O5', account_id: 'A3', ordered_at: '2024-03-07', status: 'completed', amount: 20 },
  ],
  order_line: [
    { id: 'L1', order_id: 'O1', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L2', order_id: 'O2', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L3', order_id: 'O3', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L4', order_id: 'O3', product_id: 'P2', quantity: 1, amount: 10 },
    { id: 'L5', order_id: 'O4', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L6', order_id: 'O5', product_id: 'P1', quantity: 1, amount: 10 },
    { id: 'L7', order_id: 'O5', product_id: 'P2', quantity: 1, amount: 10 },
  ],
};

export default defineKpi({
  id: 'repeat_purchase_rate',
  ref: 'K-073',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'work_effectiveness', 'sales', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    window_days: {
      default: 365,
      name: { es: 'Ventana de la variante móvil, en días', en: 'Window of the trailing variant, in days' },
      between: [7, 3650],
    },
  },
  variants: {
    default: { label: { es: 'Dentro del periodo', en: 'Within the period' }, metric: () => share(repeaters, buyers) },
    trailing: {
      label: { es: 'En los últimos días (ventana móvil)', en: 'Over the last days (trailing window)' },
      metric: ({ window_days }) => share(trailing(repeaters, window_days), trailing(buyers, window_days)),
    },
    ever: { label: { es: 'Desde siempre', en: 'Since the beginning' }, metric: () => share(soFar(repeaters), soFar(buyers)) },
    distinct_product: {
      label: { es: 'Volvieron por otro producto', en: 'Came back for another product' },
      metric: () => share(widening, countDistinct('product_order_sequence', 'account_id', { at: 'ordered_at' })),
      needs: ['order.account_id', 'order.ordered_at', 'order_line.order_id', 'order_line.product_id'],
    },
  },
  defaults: ['default'],
  needs: ['order.account_id', 'order.ordered_at'],
  terms: [],
  drillBy: ['account.segment', 'account.country', 'account.industry', 'owner.name'],
  grain: 'quarter',
  minimumSample: 30,
  guards: ['new_customers', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S1#24',
  source: 'Someka, 26 CRM KPIs; published figures of UCI Online Retail',
  texts: {
    es: {
      name: 'Tasa de repetición de compra',
      question: '¿Qué parte de los clientes que compran vuelve a comprar?',
      definition:
        'Clientes con dos pedidos o más dentro del periodo, entre los que tienen al menos uno. La ventana es el propio periodo: elija un trimestre o un año, o use la variante de ventana móvil. Los pedidos anulados y las devoluciones no cuentan.',
      formula: 'Clientes con 2 o más pedidos en el periodo / clientes con al menos 1',
      why: 'La segunda compra es la señal más clara de que la primera salió bien, y sale mucho más barata que captar a otro.',
      rise: 'Vea en qué segmentos y a raíz de qué (recordatorios, surtido, plazo de entrega) y repítalo. Compruebe que no entran menos clientes nuevos: también eso la sube.',
      fall: 'Mire la satisfacción y las entregas de la primera compra y el intervalo entre pedidos: quizá vuelven, pero más tarde. Si entran muchos nuevos, la tasa baja sin que nada vaya mal.',
      caveats:
        'Depende de la ventana: en un mes sale mucho más baja que en un año, así que no compare ventanas distintas. El texto de origen dice «otro producto», que puede ser otra compra u otro artículo; lo primero es la definición, lo segundo su variante (un solo pedido con dos artículos no es volver).',
    },
    en: {
      name: 'Repeat purchase rate',
      question: 'What share of the customers who buy buys again?',
      definition:
        'Customers with two orders or more in the period, over those with at least one. The period itself is the window: choose a quarter or a year, or the trailing variant. Cancelled orders and returns do not count.',
      formula: 'Customers with 2 or more orders in the period / customers with at least 1',
      why: 'A second purchase is the clearest sign that the first went well, and far cheaper than winning someone else.',
      rise: 'See in which segments and why (reminders, range, delivery time) and do it again. Check that fewer new customers are not the reason: that raises it too.',
      fall: 'Look at satisfaction and delivery of the first purchase, and at the order interval: they may come back, only later. Many new customers lower the rate without anything being wrong.',
      caveats:
        'It depends on the window: a month gives far less than a year, so never compare different windows. The source text says "another product", which may be another purchase or a different item; the first is the definition, the second its variant (one order with two items is no return).',
    },
  },
  examples: [
    {
      name: 'two orders within the quarter',
      given,
      exportedAt: '2024-03-31',
      query: quarter,
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 }],
      because:
        'Buyers: A1, A2, A3, A4. Twice within the quarter: only A1; A3’s second was cancelled and its third a test, A4’s first was in December.',
    },
    {
      name: 'a trailing year sees A4’s order of December',
      given,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'trailing' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'In the 365 days to 31 March: A1 and A4 have two orders, of four buyers.',
    },
    {
      name: 'a trailing window of 100 days does not',
      given,
      settings: { kpis: { repeat_purchase_rate: { window_days: 100 } } },
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'trailing' },
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 }],
      because: '100 days to 31 March begin on 23 December: A4’s order of 1 December is out.',
    },
    {
      name: 'month by month it is much lower, and null where nobody bought',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 0, numerator: 0, denominator: 1 },
        { start: '2024-04-01', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'March: A1 once. April: no buyers, no rate.',
    },
    {
      name: 'another purchase',
      given: products,
      exportedAt: '2024-03-31',
      query: quarter,
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because: 'A1 and A3 ordered twice, A2 once: 2/3.',
    },
    {
      name: 'another product',
      given: products,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'distinct_product' },
      expect: [{ start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'A1 came back for the same coffee; A2 bought both at once; A3 came back and took tea for the first time: 1/3.',
    },
  ],
});
