import { calculate, coalesce, day, field, isKnown, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { receivableDimensions, receivableNeeds } from '../definitions/receivable.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** The commission on what invoices still had to bring at the close; a credit note takes its own off. */
const commission = (rate: number): StockMetric => ({
  kind: 'stock',
  dataset: 'receivable_span',
  aggregate: 'sum',
  of: calculate(money('balance', 'invoice.issued_on'), '*', coalesce(field('commission_rate'), rate)),
  at: 'closing',
});

const overdue = (rate: number, from: number): StockMetric => ({
  ...commission(rate),
  where: isKnown('due_on'),
  since: [day('due_on', from)],
});

const given: WorkedExample['given'] = {
  user: [
    { id: 'U1', name: 'Ana' },
    { id: 'U2', name: 'Luis' },
  ],
  account: [{ id: 'A1' }],
  invoice: [
    {
      id: 'I1',
      account_id: 'A1',
      owner_id: 'U1',
      status: 'open',
      issued_on: '2024-01-05',
      due_on: '2024-02-04',
      amount: 1000,
      commission_rate: 0.05,
    },
    {
      id: 'I2',
      account_id: 'A1',
      owner_id: 'U1',
      status: 'paid',
      issued_on: '2024-01-06',
      due_on: '2024-02-05',
      amount: 2000,
      paid_at: '2024-01-20',
      commission_rate: 0.05,
    },
    {
      id: 'I3',
      account_id: 'A1',
      owner_id: 'U2',
      status: 'open',
      issued_on: '2024-01-07',
      due_on: '2024-03-07',
      amount: 3000,
      commission_rate: 0.04,
    },
    {
      id: 'I4',
      account_id: 'A1',
      owner_id: 'U2',
      status: 'draft',
      issued_on: '2024-01-08',
      due_on: '2024-02-08',
      amount: 5000,
      commission_rate: 0.04,
    },
    { id: 'I5', account_id: 'A1', owner_id: 'U2', status: 'open', issued_on: '2024-01-09', due_on: '2024-02-09', amount: 700 },
    {
      id: 'I6',
      account_id: 'A1',
      owner_id: 'U2',
      status: 'open',
      issued_on: '2024-01-10',
      due_on: '2024-02-10',
      amount: 9000,
      commission_rate: 0.04,
      is_test: true,
    },
  ],
  payment: [{ id: 'P1', invoice_id: 'I3', paid_at: '2024-02-15', amount: 1000 }],
};
const months = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'commission_at_risk',
  ref: 'K-114',
  area: 'receivables',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'money',
  tags: ['sales', 'finance', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    default_rate: {
      default: 0,
      name: {
        es: 'Comisión de las facturas que no dicen la suya (0,05 es el 5 %)',
        en: 'Commission of invoices that do not say theirs (0.05 is 5 %)',
      },
      between: [0, 1],
    },
    overdue_days: {
      default: 1,
      name: { es: 'Días de retraso desde los que se considera vencida (variante)', en: 'Days late from which it is overdue (variant)' },
      between: [1, 365],
    },
  },
  variants: {
    default: {
      label: { es: 'Sobre todo lo facturado sin cobrar', en: 'On everything invoiced and not collected' },
      metric: ({ default_rate }) => commission(default_rate),
    },
    overdue: {
      label: { es: 'Solo sobre lo vencido', en: 'On what is overdue only' },
      metric: ({ default_rate, overdue_days }) => overdue(default_rate, overdue_days),
      needs: [...receivableNeeds, 'invoice.commission_rate', 'invoice.due_on'],
    },
  },
  defaults: ['default'],
  needs: [...receivableNeeds, 'invoice.commission_rate'],
  terms: [],
  drillBy: receivableDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['receivables_overdue', 'dso'],
  partner: null,
  decomposition: null,
  seed: 'S3 L39',
  source: 'Commission on cash collected (common clause of sales plans)',
  texts: {
    es: {
      name: 'Comisión pendiente de cobro',
      question: '¿Cuánta comisión depende de facturas que el cliente aún no ha pagado?',
      definition:
        'Saldo pendiente de cada factura al cierre del periodo por su porcentaje de comisión. Se reparte por el comercial de la factura. Los pagos parciales la reducen; los borradores y las facturas anuladas no cuentan.',
      formula: 'Σ saldo pendiente × porcentaje de comisión',
      why: 'Une venta y cobro: quien mejor conoce al cliente tiene un motivo propio para llamarle antes que la carta de Administración.',
      rise: 'Si suben las ventas, es normal; si lo que sube es la parte vencida, repase con cada comercial sus facturas más antiguas y quién llama a quién.',
      fall: 'Se está cobrando. Compruebe que no se deba a abonos o a facturas anuladas.',
      caveats:
        'Es una foto al cierre: no se suma entre meses. El texto de origen solo dice que la comisión está ligada al ingreso; aquí se toma el porcentaje de cada factura y, si falta, el de la configuración (0 por defecto, y entonces esas facturas no pesan). No sabe de escalados, topes ni anticipos.',
    },
    en: {
      name: 'Commission tied to uncollected revenue',
      question: 'How much commission hangs on invoices that customers have not paid?',
      definition:
        'Open balance of each invoice at the close of the period times its commission rate, by the invoice’s salesperson. Part payments lower it; drafts and voided invoices are out.',
      formula: 'Σ open balance × commission rate',
      why: 'It ties selling to collecting: whoever knows the customer best has a reason of their own to call before the letter goes out.',
      rise: 'Natural when sales rise; if it is the overdue part, go through the oldest invoices with each salesperson and agree who calls whom.',
      fall: 'Money is coming in. Make sure it is not due to credit notes or voided invoices.',
      caveats:
        'A picture at the close: months are not added up. The source text only says that commission is tied to revenue; the rate of each invoice is taken and, where it is missing, that of the settings (0 by default, so such invoices weigh nothing). Tiers, caps and advances are not known.',
    },
  },
  examples: [
    {
      name: 'what is still to be collected, by salesperson',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 50 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 120 },
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: 50 },
        { start: '2024-02-01', group: { 'owner.name': 'Luis' }, value: 80 },
      ],
      because:
        'Ana: 1,000 × 5 % = 50 (the 2,000 was paid). Luis: 3,000 × 4 % = 120; after a payment of 1,000, 2,000 × 4 % = 80. The draft and the test are out; I5 says no rate.',
    },
    {
      name: 'only what is overdue',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, variant: 'overdue' },
      expect: [
        { start: '2024-01-01', value: 0 },
        { start: '2024-02-01', value: 50 },
      ],
      because: 'In January nothing is due. At the end of February only Ana’s invoice is late among those with a rate: 1,000 × 5 %.',
    },
    {
      name: 'a rate for those without one',
      given,
      settings: { kpis: { commission_at_risk: { default_rate: 0.03 } } },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 191 }],
      because: '50 + 120 + 700 × 3 % = 191.',
    },
  ],
});
