import { proportion } from '../../metrics/build.ts';
import { all, any, compare, day, days, type Expression, isNot, isNull } from '../../metrics/expression.ts';
import type { RatioMetric } from '../../metrics/metric.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const ordered = isNot('order.status', 'cancelled');

const punctual = (promise: string): Expression => compare(day('delivered_at'), '<=', day(promise));
/** Where a quantity is not on record the delivery is not held against. */
const inFull = isNot('in_full', false);
const noComplaint = (within: number): Expression =>
  any(isNull('complained_at'), compare(days('delivered_at', 'complained_at'), '>', within));

/** Deliveries by the date of their promise; judged for good when the time to complain is over. */
const kept = (promise: string, part: Expression, settlesIn: number): RatioMetric => ({
  ...proportion('delivery_outcome', { at: promise, where: ordered, part }),
  settles_in: settlesIn,
});

const given: WorkedExample['given'] = {
  account: [{ id: 'A1' }],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-02', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-03', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A1', ordered_at: '2024-01-03', status: 'cancelled', amount: 10 },
  ],
  delivery: [
    { id: 'D1', order_id: 'O1', promised_at_first: '2024-01-10', delivered_at: '2024-01-10', quantity: 5, delivered_quantity: 5 },
    { id: 'D2', order_id: 'O1', promised_at_first: '2024-01-10', delivered_at: '2024-01-09', quantity: 5, delivered_quantity: 4 },
    {
      id: 'D3',
      order_id: 'O1',
      promised_at_first: '2024-01-11',
      promised_at: '2024-01-16',
      delivered_at: '2024-01-15',
      quantity: 1,
      delivered_quantity: 1,
    },
    {
      id: 'D4',
      order_id: 'O2',
      product_id: 'P1',
      promised_at_first: '2024-01-12',
      delivered_at: '2024-01-12',
      quantity: 2,
      delivered_quantity: 2,
    },
    { id: 'D5', order_id: 'O2', product_id: 'P2', promised_at_first: '2024-01-12', delivered_at: '2024-01-12' },
    { id: 'D6', order_id: 'O2', product_id: 'P2', promised_at_first: '2024-01-20' },
    { id: 'D7', order_id: 'O3', promised_at_first: '2024-01-12', delivered_at: '2024-01-12' },
    { id: 'D8', order_id: 'O2', promised_at_first: '2024-01-12', delivered_at: '2024-01-12', is_test: true },
  ],
  ticket: [
    { id: 'T1', order_id: 'O2', product_id: 'P1', type: 'complaint', opened_at: '2024-01-20' },
    { id: 'T2', order_id: 'O2', type: 'question', opened_at: '2024-01-13' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'promise_kept_rate',
  ref: 'K-101',
  area: 'service',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality', 'time_management', 'brand_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    complaint_days: {
      default: 30,
      name: { es: 'Días tras la entrega en los que una reclamación cuenta', en: 'Days after delivery within which a complaint counts' },
      between: [0, 365],
    },
  },
  variants: {
    default: {
      label: { es: 'A tiempo, completo y sin reclamación', en: 'On time, in full and without complaint' },
      metric: ({ complaint_days }) =>
        kept('promised_at', all(punctual('promised_at'), inFull, noComplaint(complaint_days)), complaint_days),
    },
    otif: {
      label: { es: 'A tiempo y completo (OTIF)', en: 'On time and in full (OTIF)' },
      metric: () => proportion('delivery_outcome', { at: 'promised_at', where: ordered, part: all(punctual('promised_at'), inFull) }),
      needs: [['delivery.promised_at_first', 'delivery.promised_at'], 'delivery.delivered_at', 'delivery.delivered_quantity'],
    },
    latest_promise: {
      label: { es: 'Sobre la última fecha prometida', en: 'By the latest date promised' },
      metric: ({ complaint_days }) =>
        kept('promised_again_at', all(punctual('promised_again_at'), inFull, noComplaint(complaint_days)), complaint_days),
    },
  },
  defaults: ['default'],
  needs: [['delivery.promised_at_first', 'delivery.promised_at'], 'delivery.delivered_at', 'ticket.type', 'ticket.order_id'],
  terms: [],
  drillBy: ['product.name', 'product.category', 'order.account.region', 'order.account.segment', 'order.owner.name'],
  grain: 'month',
  minimumSample: 30,
  guards: ['on_time_delivery', 'complaints', 'delivery_lead_time'],
  partner: null,
  decomposition: null,
  seed: 'S3 L45',
  source: 'SCOR (perfect order fulfilment); OTIF',
  texts: {
    es: {
      name: 'Cumplimiento de lo prometido',
      question: '¿Qué parte de las entregas sale como prometimos: el día, la cantidad y sin quejas?',
      definition:
        'De las entregas que vencían en el periodo, la fracción que llegó en la primera fecha prometida o antes, con toda la cantidad pedida y sin una reclamación del pedido en los 30 días siguientes.',
      formula: 'Entregas a tiempo, completas y sin reclamación / entregas con fecha prometida en el periodo',
      why: 'El cliente no distingue entre tarde, incompleto o mal: para él se cumplió o no. Es la primera impresión de la que salen la satisfacción y la recompra.',
      rise: 'Compare con las entregas puntuales: si aquellas no se mueven, lo que mejora es la cantidad o la calidad. Asegúrese de que no se prometan plazos más largos.',
      fall: 'Separe las tres causas con sus variantes: fecha (logística), cantidad (existencias) o reclamación (producto, servicio). Vaya al producto y la zona que más pesan y avise a ventas.',
      caveats:
        'Las tres condiciones se multiplican: con tres del 95 % sale un 86 %. Solo ve las reclamaciones ligadas a un pedido; una que nombra un producto solo afecta a sus entregas. Si la fuente no guarda cantidades, no se descuenta nada por ellas. Hasta que pasa el plazo para reclamar, el periodo está sin madurar. Lo vencido y sin entregar cuenta como incumplido.',
    },
    en: {
      name: 'Promise-kept (OTIF) rate',
      question: 'What share of deliveries is as promised: the day, the quantity, and no complaint?',
      definition:
        'Of the deliveries due in the period, the share that came on the first date promised or before, with all that was ordered, and without a complaint about the order in the next 30 days.',
      formula: 'Deliveries on time, in full and without complaint / deliveries whose promised date falls in the period',
      why: 'Customers do not tell late from short from wrong: the promise was kept or not. It is the first impression from which satisfaction and repeat purchase come.',
      rise: 'Compare with on-time delivery: if that stands still, quantity or quality improved. Make sure longer times are not being promised.',
      fall: 'Split the three causes by the variants: date (logistics), quantity (stock) or complaint (product, service). Go to the product and region that weigh most, and tell sales.',
      caveats:
        'Three conditions multiply: three of 95 % make 86 %. Only complaints tied to an order are seen; one that names a product touches only its deliveries. Where the source keeps no quantities nothing is deducted for them. Until the time to complain is over, the period is immature. What is due and not delivered counts as broken.',
    },
  },
  examples: [
    {
      name: 'the day, the quantity and no complaint',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 / 6, numerator: 2, denominator: 6, n: 6 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        'Kept: D1 and D5 (its quantities are unknown). Broken: D2 short, D3 four days late, D4 complained of after 8 days, D6 never came. D7’s order was cancelled, D8 is a test. 2/6. February: nothing due.',
    },
    {
      name: 'OTIF forgives the complaint',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'otif' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 3, denominator: 6 }],
      because: 'D1, D4 and D5 were on time and in full: 3/6.',
    },
    {
      name: 'the latest promise forgives the delay',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'latest_promise' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 3, denominator: 6 }],
      because: 'D1, D5 and now D3, promised again for the 16th and there on the 15th: 3/6.',
    },
    {
      name: 'with seven days to complain D4 is kept',
      given,
      settings: { kpis: { promise_kept_rate: { complaint_days: 7 } } },
      exportedAt: '2024-02-03',
      query: january,
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 3, denominator: 6, state: 'immature' }],
      because: 'The complaint came on day 8. On 3 February the seven days of the last promises are not over.',
    },
  ],
});
