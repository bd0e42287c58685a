import { duration } from '../../metrics/build.ts';
import { isNot } from '../../metrics/expression.ts';
import type { Statistic } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const leadTime = duration({
  dataset: 'delivery',
  start: 'order.ordered_at',
  end: 'delivered_at',
  where: isNot('order.status', 'cancelled'),
  unit: 'day',
  time: 'calendar',
});
const variant = (statistic: Statistic) => ({ metric: () => leadTime(statistic) });

const given: WorkedExample['given'] = {
  account: [{ id: 'A1' }],
  product: [
    { id: 'P1', name: 'Mesa' },
    { id: 'P2', name: 'Silla' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-01', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-02T10:00:00Z', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A1', ordered_at: '2024-01-03', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A1', ordered_at: '2024-01-04', status: 'open', amount: 10 },
    { id: 'O5', account_id: 'A1', ordered_at: '2024-01-05', status: 'cancelled', amount: 10 },
  ],
  delivery: [
    { id: 'D1', order_id: 'O1', product_id: 'P1', delivered_at: '2024-01-05' },
    { id: 'D2', order_id: 'O2', product_id: 'P2', delivered_at: '2024-01-04T22:00:00Z' },
    { id: 'D3', order_id: 'O3', product_id: 'P1', delivered_at: '2024-01-13T09:00:00Z' },
    { id: 'D4', order_id: 'O4', product_id: 'P1' },
    { id: 'D5', order_id: 'O5', product_id: 'P1', delivered_at: '2024-01-06' },
    { id: 'D6', order_id: 'O1', product_id: 'P2', delivered_at: '2024-01-30', deleted_at: '2024-01-31' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'delivery_lead_time',
  ref: 'K-102',
  area: 'service',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'days',
  tags: ['customer_satisfaction', 'time_management', 'quality', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    median: { label: labels.median, ...variant('median') },
    mean: { label: labels.mean, ...variant('mean') },
    p75: { label: labels.p75, ...variant('p75') },
    p90: { label: labels.p90, ...variant('p90') },
    km_median: { label: labels.kmMedian, ...variant('km_median') },
  },
  defaults: ['median'],
  needs: ['delivery.delivered_at', 'delivery.order_id', 'order.ordered_at'],
  terms: [],
  drillBy: ['product.name', 'product.category', 'order.account.region', 'order.account.country'],
  grain: 'month',
  minimumSample: 20,
  guards: ['on_time_delivery', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S3 L45',
  source: 'SCOR (order fulfilment cycle time)',
  texts: {
    es: {
      name: 'Tiempo de entrega',
      question: '¿Cuántos días pasan desde el pedido hasta la entrega?',
      definition:
        'Días entre la fecha del pedido y la de entrega, de lo entregado en el periodo. Se da la mediana; el p75 es un buen plazo para prometer.',
      formula: 'Mediana de (entrega − pedido), en días',
      why: 'Con él los vendedores prometen fechas que se cumplen; si se alarga, la satisfacción y las ventas del producto caen después.',
      rise: 'Mire qué producto o zona lo alarga y dígaselo hoy a ventas: mejor prometer más tarde que fallar.',
      fall: 'Ajuste los plazos que se ofrecen: un plazo corto y cierto es un argumento de venta.',
      caveats:
        'Lo pendiente no entra en la mediana, así que un atasco se ve cuando por fin se entrega: la variante Kaplan–Meier cuenta también lo no entregado, por fecha de pedido. Si una fecha viene sin hora, se cuentan días enteros.',
    },
    en: {
      name: 'Delivery lead time',
      question: 'How many days pass from order to delivery?',
      definition:
        'Days from the order’s date to delivery, of what was delivered in the period. The median is given; the p75 is a good time to promise.',
      formula: 'Median of (delivered − ordered), in days',
      why: 'With it salespeople promise dates that hold; when it grows, satisfaction and the product’s sales fall later.',
      rise: 'See which product or region drags, and tell sales today: better to promise later than to fail.',
      fall: 'Adjust the times you offer: short and certain sells.',
      caveats:
        'What is pending is not in the median, so a jam shows only once it is delivered: the Kaplan–Meier variant counts what is not delivered too, by date of order. Where a date has no hour, whole days are counted.',
    },
  },
  examples: [
    {
      name: 'median of what was delivered',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 4, n: 3 },
        { start: '2024-02-01', value: null, n: 0 },
      ],
      because:
        'D1 4 days, D2 2 days and 12 hours = 2.5, D3 (order with a date only) 10. Median 4. D4 is pending, D5’s order cancelled, D6 deleted.',
    },
    {
      name: 'mean',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'mean' },
      expect: [{ start: '2024-01-01', value: 5.5, n: 3 }],
      because: '(4 + 2.5 + 10) / 3 = 5.5.',
    },
    {
      name: 'by product',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, by: ['product.name'] },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Mesa' }, value: 7, n: 2 },
        { start: '2024-01-01', group: { 'product.name': 'Silla' }, value: 2.5, n: 1 },
      ],
      because: 'Tables: 4 and 10, median 7. Chair: 2.5.',
    },
  ],
});
