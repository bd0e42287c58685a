import { partOf } from '../../metrics/build.ts';
import { day } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { openBalance, overdueBalance, receivableDimensions, receivableNeeds } from '../definitions/receivable.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** What is not overdue, so that the buckets add up to the open balance: an invoice or credit note without a due date stays in it. */
const current: StockMetric = { ...openBalance, until: [day('due_on', 1)] };

const given: WorkedExample['given'] = {
  account: [{ id: 'A1', name: 'Alfa' }],
  invoice: [
    { id: 'I1', account_id: 'A1', issued_on: '2024-03-01', due_on: '2024-06-30', amount: 1000, status: 'open' },
    { id: 'I2', account_id: 'A1', issued_on: '2024-05-01', due_on: '2024-06-29', amount: 100, status: 'open' },
    { id: 'I3', account_id: 'A1', issued_on: '2024-04-01', due_on: '2024-05-31', amount: 200, status: 'open' },
    { id: 'I4', account_id: 'A1', issued_on: '2024-04-01', due_on: '2024-05-30', amount: 300, status: 'open' },
    { id: 'I5', account_id: 'A1', issued_on: '2024-03-01', due_on: '2024-04-16', amount: 400, status: 'open' },
    { id: 'I6', account_id: 'A1', issued_on: '2024-02-01', due_on: '2024-03-02', amount: 500, status: 'open' },
    { id: 'I7', account_id: 'A1', issued_on: '2024-02-01', amount: 50, status: 'open' },
    { id: 'I8', account_id: 'A1', issued_on: '2024-02-01', due_on: '2024-03-02', amount: 70, status: 'open', is_test: true },
    { id: 'I9', account_id: 'A1', issued_on: '2024-02-01', due_on: '2024-03-02', amount: 80, status: 'paid', paid_at: '2024-06-30' },
  ],
};
const june = { from: '2024-06-01', to: '2024-06-30', grain: 'month' } as const;
const bucket = (name: string, value: number, because: string): WorkedExample => ({
  name: `bucket ${name}`,
  given,
  exportedAt: '2024-06-30',
  query: { ...june, variant: name },
  expect: [{ start: '2024-06-01', value }],
  because,
});

export default defineKpi({
  id: 'receivables_overdue',
  ref: 'K-111',
  area: 'receivables',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'failure',
  unit: 'money',
  tags: ['finance', 'sales', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Todo lo vencido', en: 'All that is overdue' }, metric: () => overdueBalance(1) },
    current: {
      label: { es: 'Al corriente: aún no vence o sin vencimiento', en: 'Current: not due yet, or without a due date' },
      metric: () => current,
    },
    days_1_30: { label: { es: 'Vencido de 1 a 30 días', en: '1 to 30 days overdue' }, metric: () => overdueBalance(1, 30) },
    days_31_60: { label: { es: 'Vencido de 31 a 60 días', en: '31 to 60 days overdue' }, metric: () => overdueBalance(31, 60) },
    days_61_90: { label: { es: 'Vencido de 61 a 90 días', en: '61 to 90 days overdue' }, metric: () => overdueBalance(61, 90) },
    days_over_90: { label: { es: 'Vencido hace más de 90 días', en: 'More than 90 days overdue' }, metric: () => overdueBalance(91) },
    share: {
      label: { es: 'Parte vencida de lo pendiente', en: 'Overdue share of the open balance' },
      metric: () => partOf(overdueBalance(1), openBalance),
      unit: 'rate',
    },
    ageing: {
      label: { es: 'Todo lo vencido, con sus tramos en el detalle', en: 'All that is overdue, with its buckets in the detail' },
      metric: () => ({
        kind: 'computed',
        inputs: {
          overdue: overdueBalance(1),
          current,
          days_1_30: overdueBalance(1, 30),
          days_31_60: overdueBalance(31, 60),
          days_61_90: overdueBalance(61, 90),
          days_over_90: overdueBalance(91),
        },
        compute: ({ cells }) => {
          const { overdue, ...buckets } = cells;
          const detail = Object.fromEntries(Object.entries(buckets).map(([name, cell]) => [name, cell.value]));
          return { value: overdue?.value ?? null, n: overdue?.n ?? 0, detail };
        },
      }),
    },
  },
  defaults: ['default'],
  needs: [...receivableNeeds, 'invoice.due_on'],
  terms: [],
  drillBy: receivableDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['receivables_open', 'dso'],
  partner: null,
  decomposition: null,
  seed: 'S3 L39',
  source: 'Credit Research Foundation (ageing buckets)',
  texts: {
    es: {
      name: 'Vencido por tramos',
      question: '¿Cuánto de lo que nos deben ha pasado ya de su fecha?',
      definition:
        'Saldo pendiente al cierre del periodo de las facturas cuyo vencimiento ya pasó, por tramos de 1–30, 31–60, 61–90 y más de 90 días. El día del vencimiento aún no está vencida. Sin fecha de vencimiento no se considera vencida.',
      formula: 'Σ saldo al cierre de las facturas con vencimiento anterior al cierre',
      why: 'Cuanto más vieja es la deuda, menos se cobra: a partir de 90 días hay que provisionar o negociar.',
      rise: 'Empiece por las de 1–30 días, que se cobran con una llamada del comercial; revise antes de servir más pedidos a quien supera los 60.',
      fall: 'Mire que no sea por anulaciones ni por haber movido vencimientos.',
      caveats:
        'Es una foto al cierre: con lo que está al corriente, los tramos suman el saldo pendiente; los meses no se suman. Las facturas en disputa están dentro; sepárelas si las marca.',
    },
    en: {
      name: 'Overdue ageing',
      question: 'How much of what we are owed is past its date?',
      definition:
        'The open balance at the end of the period of invoices past their due date, in buckets of 1–30, 31–60, 61–90 and over 90 days. On its due date an invoice is not overdue yet; without one it never is.',
      formula: 'Σ balance at the close of invoices due before the close',
      why: 'The older a debt, the less of it is collected: beyond 90 days it is for provisions or negotiation.',
      rise: 'Begin with 1–30 days, which a call from the salesperson settles; think twice before delivering more to those beyond 60.',
      fall: 'Make sure it is not due to voided invoices or dates that were moved.',
      caveats:
        'A picture at the close: with what is current, buckets add up to the open balance; months do not add up. Disputed invoices are in it; part them if you mark them.',
    },
  },
  examples: [
    {
      name: 'all that is overdue on 30 June',
      given,
      exportedAt: '2024-06-30',
      query: june,
      expect: [{ start: '2024-06-01', value: 1500 }],
      because: '100 + 200 + 300 + 400 + 500. I1 is due that very day, I7 has no due date, I8 is a test, I9 was paid that day.',
    },
    bucket('current', 1050, 'I1, due on 30 June itself, and I7, which never falls due: with 1,500 overdue, the 2,550 that are open.'),
    bucket('days_1_30', 300, 'I2 1 day (100) and I3 30 days (200).'),
    bucket('days_31_60', 300, 'I4, due on 30 May: 31 days.'),
    bucket('days_61_90', 400, 'I5, due on 16 April: 75 days.'),
    bucket('days_over_90', 500, 'I6, due on 2 March: 120 days.'),
    {
      name: 'share of the open balance',
      given,
      exportedAt: '2024-06-30',
      query: { ...june, variant: 'share' },
      expect: [{ start: '2024-06-01', value: 1500 / 2550, numerator: 1500, denominator: 2550 }],
      because: 'Open: 1,000 + 1,500 + 50 (without due date) = 2,550.',
    },
    {
      name: 'the buckets in the detail of one cell',
      given,
      exportedAt: '2024-06-30',
      query: { ...june, variant: 'ageing' },
      expect: [{ start: '2024-06-01', value: 1500 }],
      because: 'current 1,050; 300, 300, 400, 500 overdue.',
    },
    {
      name: 'overdue from the day after',
      given: {
        account: [{ id: 'A1' }],
        invoice: [{ id: 'I1', account_id: 'A1', issued_on: '2024-01-10', due_on: '2024-02-09', amount: 1000, status: 'open' }],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-02-08', to: '2024-02-11', grain: 'day' },
      expect: [
        { start: '2024-02-08', value: 0 },
        { start: '2024-02-09', value: 0 },
        { start: '2024-02-10', value: 1000 },
        { start: '2024-02-11', value: 1000 },
      ],
      because: 'Due on the 9th: overdue from the 10th on.',
    },
  ],
});
