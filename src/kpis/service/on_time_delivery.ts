import { arithmetic, count, input, proportion } from '../../metrics/build.ts';
import { all, coalesce, compare, day, type Expression, isNot, isNull } from '../../metrics/expression.ts';
import type { DerivedMetric, RatioMetric } from '../../metrics/metric.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const ordered = isNot('order.status', 'cancelled');

/** Deliveries due, dated by one promise or, where it is missing, by the other. `part` keeps those for which it holds of the promise used. */
const due = (promise: string, otherwise: string, part?: (promise: string) => Expression): DerivedMetric => ({
  kind: 'derived',
  expression: arithmetic(input('with'), '+', input('without')),
  metrics: {
    with: { metric: count('delivery', { at: promise, where: part ? all(ordered, part(promise)) : ordered }) },
    without: {
      metric: count('delivery', {
        at: otherwise,
        where: part ? all(ordered, isNull(promise), part(otherwise)) : all(ordered, isNull(promise)),
      }),
    },
  },
});

const punctual = (promise: string): Expression => compare(day('delivered_at'), '<=', day(promise));

const rate = (promise: string, otherwise: string): RatioMetric => ({
  kind: 'ratio',
  of: 'proportion',
  numerator: due(promise, otherwise, punctual),
  denominator: due(promise, otherwise),
});

const given: WorkedExample['given'] = {
  account: [{ id: 'A1' }],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-02', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-03', status: 'cancelled', amount: 10 },
  ],
  delivery: [
    { id: 'D1', order_id: 'O1', promised_at_first: '2024-01-10', promised_at: '2024-01-15', delivered_at: '2024-01-14' },
    { id: 'D2', order_id: 'O1', promised_at: '2024-01-20', delivered_at: '2024-01-20T17:00:00Z' },
    { id: 'D3', order_id: 'O1', promised_at_first: '2024-01-25' },
    { id: 'D4', order_id: 'O1', promised_at_first: '2024-03-01' },
    { id: 'D5', order_id: 'O1', promised_at_first: '2024-01-12T08:00:00Z', promised_at: '2024-01-12', delivered_at: '2024-01-11' },
    { id: 'D6', order_id: 'O2', promised_at_first: '2024-01-18', delivered_at: '2024-01-17' },
    { id: 'D7', order_id: 'O1', promised_at_first: '2024-01-18', delivered_at: '2024-01-17', is_test: true },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'on_time_delivery',
  ref: 'K-100',
  area: 'service',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality', 'time_management', 'brand_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Sobre la primera fecha prometida', en: 'By the first date promised' },
      metric: () => rate('promised_at_first', 'promised_at'),
    },
    latest_promise: {
      label: { es: 'Sobre la última fecha prometida', en: 'By the latest date promised' },
      metric: () => rate('promised_at', 'promised_at_first'),
    },
    delivered: {
      label: { es: 'Solo de lo ya entregado, por fecha de entrega', en: 'Of what was delivered, by date of delivery' },
      metric: () =>
        proportion('delivery', {
          at: 'delivered_at',
          where: ordered,
          part: compare(day('delivered_at'), '<=', coalesce(day('promised_at_first'), day('promised_at'))),
        }),
    },
  },
  defaults: ['default'],
  needs: [['delivery.promised_at_first', 'delivery.promised_at'], 'delivery.delivered_at'],
  terms: [],
  drillBy: ['product.name', 'product.category', 'order.account.region', 'order.account.country', 'order.owner.name'],
  grain: 'month',
  minimumSample: 30,
  guards: ['delivery_lead_time', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S3 L45',
  source: 'SCOR (delivery performance to customer commit date)',
  texts: {
    es: {
      name: 'Entregas puntuales',
      question: '¿Qué parte de las entregas llega el día que prometimos?',
      definition:
        'De las entregas que vencían en el periodo, la fracción entregada en la fecha prometida o antes. Manda la primera promesa, no la reprogramada. Lo vencido y sin entregar cuenta como incumplido; lo que aún no vence no entra.',
      formula: 'Entregas en fecha o antes / entregas con fecha prometida en el periodo',
      why: 'La entrega es la primera impresión: los retrasos se notan meses después en la satisfacción y en las ventas del producto.',
      rise: 'Compruebe que no se debe a prometer plazos más largos: mire el plazo de entrega.',
      fall: 'Búsquela por producto y zona y avise a ventas para que prometa otra fecha mientras se arregla; adelántese con una llamada a los afectados.',
      caveats:
        'Con la fecha reprogramada cualquier retraso parece puntual: esa lectura se da aparte. Si solo se mira lo ya entregado se olvida lo que ni siquiera ha salido. Se compara por días: llegar a cualquier hora del día prometido es puntual. Si no hay primera promesa, vale la vigente.',
    },
    en: {
      name: 'On-time delivery rate',
      question: 'What share of deliveries arrives on the day we promised?',
      definition:
        'Of the deliveries due in the period, the share delivered on or before the date promised. The first promise decides, not the rescheduled one. What is due and not delivered counts as missed; what is not due yet is out.',
      formula: 'Delivered on or before the date / deliveries whose promised date falls in the period',
      why: 'Delivery makes the first impression: delays show months later in satisfaction and in the product’s sales.',
      rise: 'Make sure it is not due to promising longer times: look at the delivery lead time.',
      fall: 'Split by product and region, and tell sales to promise another date while it is mended; call those affected before they call you.',
      caveats:
        'By the rescheduled date every delay looks punctual: that reading is given apart. Looking only at what was delivered forgets what has not even left. Days are compared: any hour of the promised day is on time. Where there is no first promise, the current one counts.',
    },
  },
  examples: [
    {
      name: 'by the first promise',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4, n: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        'Due in January: D1 (four days late), D2 (only one promise, on the day), D3 (not delivered), D5 (early). 2/4. D4 is due in March, D6’s order was cancelled, D7 a test. February: nothing due.',
    },
    {
      name: 'by the latest promise D1 looks punctual',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'latest_promise' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'D1 promised again for the 15th and delivered on the 14th; D2, D5; D3 has only its first promise and no delivery. 3/4.',
    },
    {
      name: 'of what was delivered, D3 is forgotten',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'delivered' },
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because: 'Delivered in January: D1 late, D2 and D5 on time. 2/3.',
    },
  ],
});
