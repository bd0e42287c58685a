import { arithmetic, input } from '../../metrics/build.ts';
import type { ComputedInput, ComputedResult, DerivedMetric, Metric, StockMetric } from '../../metrics/metric.ts';
import { openBalance, overdueBalance, receivableDimensions, receivableNeeds } from '../definitions/receivable.ts';
import { invoiceSales } from '../definitions/sales.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const days: Metric = { kind: 'built_in', name: 'days' };

/** A balance in days of the period’s credit sales. */
const inDays = (balance: StockMetric): DerivedMetric => ({
  kind: 'derived',
  expression: arithmetic(arithmetic(input('balance'), '/', input('sales')), '*', input('days')),
  metrics: { balance: { metric: balance }, sales: { metric: invoiceSales }, days: { metric: days } },
});
/** What is not overdue: the whole less the overdue part, so that invoices without a due date stay in it. */
const bestPossible: DerivedMetric = {
  kind: 'derived',
  expression: arithmetic(arithmetic(arithmetic(input('balance'), '-', input('overdue')), '/', input('sales')), '*', input('days')),
  metrics: {
    balance: { metric: openBalance },
    overdue: { metric: overdueBalance(1) },
    sales: { metric: invoiceSales },
    days: { metric: days },
  },
};

const periodsBack = 12;
const earlier = (metric: Metric, offset: number): Metric => ({
  kind: 'derived',
  expression: input('past'),
  metrics: { past: { metric, offset } },
});

/** Sales are taken off the balance from the last period backwards; whole periods give their days, the last one its share. */
const countBack = ({ cells }: ComputedInput): ComputedResult => {
  const balance = cells.balance?.value ?? 0;
  const n = cells.balance?.n ?? 0;
  let left = balance;
  let total = 0;
  for (let back = 0; back < periodsBack && left > 0; back += 1) {
    const sales = cells[`sales_${back}`]?.value ?? 0;
    const length = cells[`days_${back}`]?.value ?? 0;
    const used = sales > left ? left / sales : 1;
    total += length * used;
    left -= sales;
  }
  return left > 0 ? { value: null, n, reasons: ['older_than_lookback'] } : { value: total, n };
};

const backwards: Readonly<Record<string, Metric>> = Object.fromEntries(
  Array.from({ length: periodsBack }, (_, back) => [
    [`sales_${back}`, back === 0 ? invoiceSales : earlier(invoiceSales, back)],
    [`days_${back}`, back === 0 ? days : earlier(days, back)],
  ]).flat(),
);

const quarterly: WorkedExample['given'] = {
  account: [{ id: 'A1', name: 'Alfa' }],
  invoice: [
    { id: 'I1', account_id: 'A1', issued_on: '2024-01-10', due_on: '2024-02-09', amount: 6100, status: 'paid', paid_at: '2024-02-09' },
    { id: 'I2', account_id: 'A1', issued_on: '2024-02-10', due_on: '2024-03-11', amount: 1000, status: 'open' },
    { id: 'I3', account_id: 'A1', issued_on: '2024-03-20', due_on: '2024-04-19', amount: 2000, status: 'open' },
    { id: 'I4', account_id: 'A1', issued_on: '2024-03-21', due_on: '2024-04-20', amount: 5000, status: 'void' },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' } as const;

const monthly: WorkedExample['given'] = {
  account: [{ id: 'A1', name: 'Alfa' }],
  invoice: [
    { id: 'I1', account_id: 'A1', issued_on: '2024-01-15', due_on: '2024-02-14', amount: 300, status: 'paid' },
    { id: 'I2', account_id: 'A1', issued_on: '2024-02-15', due_on: '2024-03-16', amount: 400, status: 'open' },
    { id: 'I3', account_id: 'A1', issued_on: '2024-03-15', due_on: '2024-04-14', amount: 400, status: 'open' },
  ],
  payment: [
    { id: 'P1', invoice_id: 'I1', account_id: 'A1', paid_at: '2024-02-14T12:00:00Z', amount: 300 },
    { id: 'P2', invoice_id: 'I2', account_id: 'A1', paid_at: '2024-03-16', amount: 200 },
  ],
};

export default defineKpi({
  id: 'dso',
  ref: 'K-112',
  area: 'receivables',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'days',
  tags: ['finance', 'sales', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Clásico: saldo / ventas × días', en: 'Classic: balance / sales × days' }, metric: () => inDays(openBalance) },
    countback: {
      label: {
        es: 'Por agotamiento: ventas hacia atrás hasta cubrir el saldo',
        en: 'Countback: sales backwards until they cover the balance',
      },
      metric: () => ({ kind: 'computed', inputs: { balance: openBalance, ...backwards }, compute: countBack }),
    },
    best_possible: {
      label: { es: 'Mejor posible: solo lo no vencido', en: 'Best possible: only what is not overdue' },
      metric: () => bestPossible,
      needs: [...receivableNeeds, 'invoice.due_on'],
    },
    delinquent: {
      label: { es: 'Días de retraso medio (ADD): solo lo vencido', en: 'Average days delinquent (ADD): only what is overdue' },
      metric: () => inDays(overdueBalance(1)),
      needs: [...receivableNeeds, 'invoice.due_on'],
    },
  },
  defaults: ['default'],
  needs: receivableNeeds,
  terms: [],
  drillBy: receivableDimensions,
  grain: 'quarter',
  minimumSample: 10,
  guards: ['receivables_overdue', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S3 L39',
  source: 'Credit Research Foundation (DSO, BPDSO, ADD, countback)',
  texts: {
    es: {
      name: 'Días de cobro (DSO)',
      question: '¿Cuántos días de venta tenemos sin cobrar?',
      definition:
        'Saldo pendiente al cierre entre lo facturado en el periodo, por los días del periodo. «Mejor posible» toma solo lo no vencido; la diferencia entre ambos son los días de retraso.',
      formula: 'Saldo pendiente al cierre / ventas a crédito del periodo × días del periodo',
      why: 'Une las ventas con los cobros: cada día de más es tesorería que financia a los clientes.',
      rise: 'Compare con el mejor posible: si sube el retraso, hay que reclamar; si sube el mejor posible, se están dando plazos más largos para vender.',
      fall: 'Compruebe que las ventas no se hayan concentrado al principio del periodo: eso también lo baja.',
      caveats:
        'El clásico se mueve con las ventas aunque se cobre igual: con meses desiguales use el de agotamiento, que compara el saldo con las ventas más recientes (hasta doce periodos). Toda factura se toma como venta a crédito. No compare meses con trimestres.',
    },
    en: {
      name: 'Days sales outstanding',
      question: 'How many days of sales have we not collected?',
      definition:
        'The open balance at the close over what was invoiced in the period, times the days of the period. "Best possible" takes only what is not overdue; the difference between both are the days of delay.',
      formula: 'Open balance at the close / credit sales of the period × days of the period',
      why: 'It ties sales to collection: every day more is cash that finances customers.',
      rise: 'Compare with the best possible: if the delay grows, collect; if the best possible grows, longer terms are being given to sell.',
      fall: 'Make sure sales were not early in the period: that lowers it too.',
      caveats:
        'The classic figure moves with sales though you collect the same: with uneven months use countback, which sets the balance against the latest sales (up to twelve periods). Every invoice is taken as a sale on credit. Do not compare months with quarters.',
    },
  },
  examples: [
    {
      name: 'classic, over a quarter',
      given: quarterly,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-06-30', grain: 'quarter' },
      expect: [
        { start: '2024-01-01', value: 30 },
        { start: '2024-04-01', value: null },
      ],
      because: 'Open on 31 March 3,000; invoiced 9,100 (void is out); 91 days: 3,000 / 9,100 × 91 = 30. Second quarter: no sales, no DSO.',
    },
    {
      name: 'best possible',
      given: quarterly,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'best_possible' },
      expect: [{ start: '2024-01-01', value: 20 }],
      because: 'Not overdue: I3 2,000. 2,000 / 9,100 × 91 = 20.',
    },
    {
      name: 'average days delinquent',
      given: quarterly,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'delinquent' },
      expect: [{ start: '2024-01-01', value: 10 }],
      because: 'Overdue: I2 1,000. 1,000 / 9,100 × 91 = 10 = 30 − 20.',
    },
    {
      name: 'classic, March',
      given: monthly,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 46.5 }],
      because: 'Open 200 + 400 = 600; sales of March 400; 31 days: 600 / 400 × 31 = 46.5.',
    },
    {
      name: 'countback, March',
      given: monthly,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', variant: 'countback' },
      expect: [{ start: '2024-03-01', value: 45.5 }],
      because: '600 less March’s 400 (31 days) leaves 200 of February’s 400: 31 + 29 × 200/400 = 45.5.',
    },
  ],
});
