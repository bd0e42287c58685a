import { any, choose, day, type Expression, is, isKnown, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { receivableNeeds } from '../definitions/receivable.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Counts from the day the account is over its limit, else from so many days after the oldest due date. */
const since = (overdueDays: number): Expression => choose(is('is_over_limit', true), day('valid_from'), day('oldest_due_on', overdueDays));

const exposure = (overdueDays: number, where?: Expression): StockMetric => ({
  kind: 'stock',
  dataset: 'credit_exposure_span',
  aggregate: 'sum',
  of: money('amount', 'valid_from'),
  where: where ?? any(is('is_over_limit', true), isKnown('oldest_due_on')),
  since: [since(overdueDays)],
  at: 'closing',
});

const given: WorkedExample['given'] = {
  user: [
    { id: 'U1', name: 'Ana' },
    { id: 'U2', name: 'Luis' },
  ],
  account: [
    { id: 'A1', credit_limit: 10_000 },
    { id: 'A2', credit_limit: 500 },
    { id: 'A3', credit_limit: 9000 },
  ],
  invoice: [
    { id: 'I1', account_id: 'A1', status: 'open', issued_on: '2024-01-02', due_on: '2024-02-10', amount: 1000 },
    { id: 'I2', account_id: 'A2', status: 'open', issued_on: '2024-01-03', due_on: '2024-06-30', amount: 800 },
    { id: 'I3', account_id: 'A3', status: 'paid', issued_on: '2024-01-03', due_on: '2024-01-20', amount: 800, paid_at: '2024-02-15' },
  ],
  opportunity: [
    { id: 'O1', account_id: 'A1', owner_id: 'U1', status: 'open', amount: 3000, created_at: '2024-01-05' },
    { id: 'O2', account_id: 'A2', owner_id: 'U2', status: 'won', amount: 400, created_at: '2024-01-05', closed_at: '2024-02-20' },
    { id: 'O3', account_id: 'A3', owner_id: 'U2', status: 'open', amount: 700, created_at: '2024-01-05' },
    { id: 'O4', account_id: 'A1', owner_id: 'U1', status: 'open', amount: 9000, created_at: '2024-01-05', is_test: true },
  ],
  order: [{ id: 'R1', account_id: 'A2', owner_id: 'U2', status: 'open', ordered_at: '2024-01-15', amount: 250 }],
};
const months = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'credit_risk_exposure',
  ref: 'K-113',
  area: 'receivables',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'failure',
  unit: 'money',
  tags: ['finance', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    overdue_days: {
      default: 1,
      name: { es: 'Días de retraso desde los que una cuenta es un riesgo', en: 'Days late from which an account is a risk' },
      between: [1, 365],
    },
  },
  variants: {
    default: {
      label: { es: 'Oportunidades abiertas y pedidos sin entregar', en: 'Open deals and undelivered orders' },
      metric: ({ overdue_days }) => exposure(overdue_days),
    },
    over_limit: {
      label: { es: 'Solo cuentas por encima de su límite de crédito', en: 'Accounts over their credit limit only' },
      metric: ({ overdue_days }) => exposure(overdue_days, is('is_over_limit', true)),
      needs: [...receivableNeeds, 'account.credit_limit', 'opportunity.account_id', 'opportunity.amount'],
    },
  },
  defaults: ['default'],
  needs: [
    ...receivableNeeds,
    'invoice.account_id',
    ['invoice.due_on', 'account.credit_limit'],
    'opportunity.account_id',
    'opportunity.amount',
  ],
  terms: [],
  drillBy: ['owner.name', 'account.name', 'kind', 'account.segment', 'account.industry'],
  grain: 'month',
  minimumSample: 0,
  guards: ['receivables_overdue', 'pipeline_value'],
  partner: null,
  decomposition: null,
  seed: 'S3 L39',
  source: 'Order-to-cash practice (credit hold)',
  texts: {
    es: {
      name: 'Ventas a clientes con riesgo de crédito',
      question: '¿Cuánto estamos intentando vender a quien no nos paga?',
      definition:
        'Importe, al cierre del periodo, de las oportunidades abiertas y de los pedidos sin entregar de las cuentas que tienen alguna factura vencida o deben más que su límite de crédito.',
      formula: 'Σ oportunidades abiertas + pedidos sin entregar de cuentas vencidas o por encima del límite',
      why: 'Ventas y Cobros suelen no verse: aquí el comercial se entera antes de ofertar otra vez a quien aún debe.',
      rise: 'Abra la lista por comercial. Decida cuenta a cuenta: cobrar antes de servir, pedir un anticipo o ampliar el límite con motivo.',
      fall: 'Se ha cobrado o se han cerrado esas ventas. Compruebe que no se hayan subido límites sin más.',
      caveats:
        'Es una foto al cierre: no se suma entre meses. Toda la oportunidad cuenta, no su valor ponderado, y un pedido entregado a medias cuenta entero hasta la última entrega. Sin fecha de vencimiento ni límite de crédito, una cuenta nunca es riesgo. El límite es el de hoy. Un día de retraso ya cuenta; si es demasiado estricto, suba los días.',
    },
    en: {
      name: 'Selling into credit risk',
      question: 'How much are we trying to sell to those who do not pay us?',
      definition:
        'Amount, at the close of the period, of the open deals and undelivered orders of accounts with an invoice overdue or owing more than their credit limit.',
      formula: 'Σ open deals + undelivered orders of accounts overdue or over their limit',
      why: 'Sales and Collections seldom look at each other: here the salesperson learns before quoting again to somebody who still owes.',
      rise: 'Open the list by salesperson. Decide account by account: collect before serving, ask for a down payment, or raise the limit for a reason.',
      fall: 'Money came in or those sales closed. Make sure limits were not simply raised.',
      caveats:
        'A picture at the close: months are not added up. The whole deal counts, not its weighted value, and an order delivered in part counts whole until the last delivery. Without due date and credit limit an account is never a risk. The limit is today’s. One day late counts already; raise the days if that is too strict.',
    },
  },
  examples: [
    {
      name: 'deals and orders of accounts at risk',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 1350 },
        { start: '2024-02-01', group: { 'owner.name': 'Ana' }, value: 3000 },
        { start: '2024-02-01', group: { 'owner.name': 'Luis' }, value: 250 },
      ],
      because:
        'Luis in January: A2 owes 800 over a limit of 500 (deal 400 + order 250), A3 is late since the 21st (700). February: A2’s deal is won, A3 paid: 250. Ana: A1 is late only from 11 February: 3,000; the test deal is out.',
    },
    {
      name: 'over the limit only',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, variant: 'over_limit' },
      expect: [
        { start: '2024-01-01', value: 650 },
        { start: '2024-02-01', value: 250 },
      ],
      because: 'Only A2: 400 + 250, then 250.',
    },
    {
      name: 'a month of grace',
      given,
      settings: { kpis: { credit_risk_exposure: { overdue_days: 30 } } },
      exportedAt: '2024-02-29',
      query: months,
      expect: [
        { start: '2024-01-01', value: 650 },
        { start: '2024-02-01', value: 250 },
      ],
      because: 'Nobody is thirty days late yet: only A2, which is over its limit.',
    },
  ],
});
