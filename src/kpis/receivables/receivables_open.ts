import { labels } from '../definitions/labels.ts';
import { openBalance, receivableDimensions, receivableNeeds } from '../definitions/receivable.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  account: [
    { id: 'A1', name: 'Alfa' },
    { id: 'A2', name: 'Beta' },
  ],
  invoice: [
    { id: 'I1', account_id: 'A1', issued_on: '2024-01-10', due_on: '2024-02-09', amount: 1000, status: 'paid' },
    { id: 'I2', account_id: 'A2', issued_on: '2024-02-01', due_on: '2024-03-02', amount: 500, status: 'open' },
    { id: 'I3', account_id: 'A2', issued_on: '2024-01-15', due_on: '2024-02-14', amount: 7000, status: 'draft' },
    { id: 'I4', account_id: 'A2', issued_on: '2024-01-16', due_on: '2024-02-15', amount: 8000, status: 'void' },
    { id: 'I5', account_id: 'A2', issued_on: '2024-01-17', due_on: '2024-02-16', amount: 9000, status: 'open', is_test: true },
  ],
  payment: [
    { id: 'P1', invoice_id: 'I1', account_id: 'A1', paid_at: '2024-01-25', amount: 400 },
    { id: 'P2', invoice_id: 'I1', account_id: 'A1', paid_at: '2024-03-05T11:00:00Z', amount: 600 },
  ],
};

export default defineKpi({
  id: 'receivables_open',
  ref: 'K-110',
  area: 'receivables',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['finance', 'sales', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_value: { label: labels.byValue, metric: () => openBalance },
    by_count: {
      label: { es: 'Número de facturas pendientes', en: 'Number of open invoices' },
      metric: () => ({ kind: 'stock', dataset: 'receivable_span', aggregate: 'count', at: 'closing' }),
      unit: 'count',
    },
  },
  defaults: ['by_value'],
  needs: receivableNeeds,
  terms: [],
  drillBy: receivableDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['dso', 'receivables_overdue'],
  partner: null,
  decomposition: null,
  seed: 'S3 L39',
  source: 'Credit Research Foundation',
  texts: {
    es: {
      name: 'Cuentas por cobrar',
      question: '¿Cuánto nos deben los clientes?',
      definition:
        'Saldo pendiente de las facturas emitidas y no cobradas al cierre del periodo, descontados los cobros parciales. Los borradores y las facturas anuladas no cuentan. La divisa se convierte al cambio de la fecha de la factura.',
      formula: 'Σ saldo pendiente de las facturas al cierre',
      why: 'Una venta no lo es del todo hasta que se cobra. El comercial que conoce al cliente cobra mejor que una voz desconocida al teléfono, así que debe verlo.',
      rise: 'Mire primero si se debe a que se vende más (compare con el DSO) y después qué parte está vencida y de quién.',
      fall: 'Bien si viene de cobrar; si viene de facturar menos, es un aviso para ventas.',
      caveats: 'Es una foto, no un flujo: los meses no se suman. Con cobros sin factura asociada, el saldo sale más alto que el real.',
    },
    en: {
      name: 'Open receivables',
      question: 'How much do customers owe us?',
      definition:
        'The balance of invoices issued and not yet paid at the end of the period, partial payments deducted. Drafts and voided invoices do not count. Currencies are converted at the rate of the invoice’s date.',
      formula: 'Σ open balance of invoices at the close',
      why: 'A sale is not quite one until it is paid. The salesperson who knows the customer collects better than an unknown voice on the phone, and so should see it.',
      rise: 'See first whether you sell more (compare with DSO), then how much is overdue and whose.',
      fall: 'Good if it comes from collecting; if it comes from invoicing less, it is a warning for sales.',
      caveats: 'A picture, not a flow: months do not add up. Payments that name no invoice leave the balance above the real one.',
    },
  },
  examples: [
    {
      name: 'at the close of each month',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2023-12-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2023-12-01', value: 0 },
        { start: '2024-01-01', value: 600 },
        { start: '2024-02-01', value: 1100 },
        { start: '2024-03-01', value: 500 },
        { start: '2024-04-01', value: 500 },
      ],
      because: 'I1 1,000 less 400 on 25 January = 600; with I2 1,100; I1 paid on 5 March leaves 500. Draft, void and test are out.',
    },
    {
      name: 'by customer',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', by: ['account.name'] },
      expect: [
        { start: '2024-02-01', group: { 'account.name': 'Alfa' }, value: 600 },
        { start: '2024-02-01', group: { 'account.name': 'Beta' }, value: 500 },
      ],
      because: 'Alfa owes the rest of I1, Beta I2.',
    },
    {
      name: 'by number',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', variant: 'by_count' },
      expect: [{ start: '2024-02-01', value: 2 }],
      because: 'I1 and I2.',
    },
  ],
});
