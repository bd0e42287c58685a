import { invoiceSales, lineSales, orderSales } from '../definitions/sales.ts';
import { defineKpi } from '../kpi.ts';

const sold = {
  order: [
    { ordered_at: '2024-01-10', amount: 1000, status: 'completed' },
    { ordered_at: '2024-01-11', amount: 500 },
    { ordered_at: '2024-01-12', amount: 300, status: 'cancelled' },
    { ordered_at: '2024-01-20', amount: 100, is_return: true },
    { ordered_at: '2024-01-21', amount: -50, is_return: true },
    { ordered_at: '2024-01-31T23:30:00Z', amount: 70, status: 'open' },
    { ordered_at: '2024-01-15', amount: 10000, is_test: true },
  ],
  invoice: [
    { issued_on: '2024-01-15', amount: 900, status: 'paid' },
    { issued_on: '2024-01-16', amount: 400, status: 'open' },
    { issued_on: '2024-01-17', amount: -100, status: 'open' },
    { issued_on: '2024-01-18', amount: 5000, status: 'draft' },
    { issued_on: '2024-01-19', amount: 5000, status: 'void' },
  ],
};

export default defineKpi({
  id: 'total_sales',
  ref: 'K-059',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['revenue', 'sales', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    orders: {
      label: { es: 'Por pedidos', en: 'By orders' },
      metric: () => orderSales,
      when: { product: () => lineSales },
      needs: ['order.ordered_at', 'order.amount'],
    },
    invoices: {
      label: { es: 'Por facturas', en: 'By invoices' },
      metric: () => invoiceSales,
      needs: ['invoice.issued_on', 'invoice.amount'],
    },
  },
  defaults: ['orders', 'invoices'],
  needs: [['order.amount', 'invoice.amount']],
  terms: [],
  drillBy: ['account.industry', 'account.country', 'account.segment', 'owner.name', 'account.name'],
  grain: 'month',
  minimumSample: 1,
  guards: ['retention_rate', 'receivables_overdue'],
  partner: null,
  decomposition: null,
  seed: 'S1#3; S0 L7',
  source: 'Orders net of returns, or invoices net of credit notes',
  texts: {
    es: {
      name: 'Ventas totales',
      question: '¿Cuánto hemos vendido?',
      definition:
        'Importe de los pedidos del periodo menos las devoluciones, en la moneda de la empresa. Los cancelados no cuentan; los de estado desconocido, sí. Donde no hay pedidos, importe facturado menos abonos.',
      formula: 'Σ importe de pedidos no cancelados − Σ devoluciones',
      why: 'Es el resultado final de todo lo demás y la referencia con la que se comparan costes, cuota y objetivos.',
      rise: 'Separe cuánto viene de más pedidos y cuánto de pedidos mayores, y si es de clientes nuevos o de siempre. Compruebe que se cobra y que no vuelve en devoluciones.',
      fall: 'Busque primero el calendario: días laborables y temporada. Después ábralo por cliente y producto: suele concentrarse en pocos; llámelos antes de cambiar precios.',
      caveats:
        'Los impuestos entran o no según los traiga el origen: que sea siempre igual. Una devolución resta en su fecha, no en la del pedido. Pedidos y facturas no coinciden mes a mes: no mezcle las dos variantes.',
    },
    en: {
      name: 'Total sales / revenue',
      question: 'How much did we sell?',
      definition:
        'Amount of the period’s orders less returns, in the company’s currency. Cancelled orders do not count; those of unknown status do. Where there are no orders, the amount invoiced less credit notes.',
      formula: 'Σ amount of orders not cancelled − Σ returns',
      why: 'The end result of everything else, and what costs, share and targets are held against.',
      rise: 'Tell more orders from larger orders, and new customers from old. See that it gets paid and does not come back as returns.',
      fall: 'Look at the calendar first: working days and season. Then split by customer and product: it tends to sit with a few; call them before touching prices.',
      caveats:
        'Whether tax is in depends on the source: keep it the same throughout. A return counts on its own date, not the order’s. Orders and invoices differ month by month: do not mix the two variants.',
    },
  },
  examples: [
    {
      name: 'Orders less returns, whatever the sign of the return',
      given: sold,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1350 },
        { start: '2024-02-01', value: 70 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because:
        '1,000 + 500 (unknown status) − 100 − 50 = 1,350; cancelled and test orders are out. 31 January 23:30 UTC is February in Madrid: 70. March sold nothing.',
    },
    {
      name: 'By invoices',
      given: sold,
      exportedAt: '2024-03-31',
      query: { variant: 'invoices', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1200 }],
      because: '900 + 400 − 100 of a credit note; drafts and voided invoices are out.',
    },
    {
      name: 'Without orders, invoices are the default',
      given: { invoice: sold.invoice },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1200 }],
      because: 'No orders in the workspace: 900 + 400 − 100.',
    },
    {
      name: 'By product, from the lines',
      given: {
        product: [
          { id: 'p1', name: 'Silla' },
          { id: 'p2', name: 'Mesa' },
        ],
        order: [
          { id: 'o1', ordered_at: '2024-01-10', amount: 350 },
          { id: 'o2', ordered_at: '2024-01-20', amount: 50, is_return: true },
          { id: 'o3', ordered_at: '2024-01-21', amount: 80, status: 'cancelled' },
          { id: 'o4', ordered_at: '2024-01-22', amount: 90, is_test: true },
        ],
        order_line: [
          { order_id: 'o1', product_id: 'p1', quantity: 3, unit_price: 50 },
          { order_id: 'o1', product_id: 'p2', quantity: 1, amount: 200 },
          { order_id: 'o2', product_id: 'p1', quantity: 1, amount: 50 },
          { order_id: 'o3', product_id: 'p1', quantity: 1, amount: 80 },
          { order_id: 'o4', product_id: 'p1', quantity: 1, amount: 90 },
        ],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['product.name'] },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Silla' }, value: 100 },
        { start: '2024-01-01', group: { 'product.name': 'Mesa' }, value: 200 },
      ],
      because: 'Chairs: 3 × 50 sold, 50 returned; lines of cancelled and test orders are out. Table: 200.',
    },
    {
      name: 'In the company’s currency, at the rate of the order’s day',
      given: {
        order: [
          { ordered_at: '2024-01-10', amount: 100, currency: 'USD' },
          { ordered_at: '2024-01-20', amount: 100, currency: 'USD' },
          { ordered_at: '2024-01-20', amount: 100, currency: 'EUR' },
        ],
        exchange_rate: [
          { from_currency: 'USD', to_currency: 'EUR', on: '2024-01-01', rate: 0.9 },
          { from_currency: 'USD', to_currency: 'EUR', on: '2024-01-15', rate: 0.8 },
        ],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 270 }],
      because: '100 × 0.9 + 100 × 0.8 + 100.',
    },
    {
      name: 'Nothing is nothing in any currency; the rest lacks its rate',
      given: {
        order: [
          { ordered_at: '2024-01-10', amount: 0, currency: 'USD' },
          { ordered_at: '2024-01-20', amount: 100, currency: 'EUR' },
          { ordered_at: '2024-02-10', amount: 0, currency: 'USD' },
          { ordered_at: '2024-02-11', amount: 100, currency: 'USD' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 100, n: 2, coverage: 1 },
        { start: '2024-02-01', value: 0, n: 1, coverage: 0.5 },
      ],
      because: 'January: an order of 0 dollars and one of 100 euros. February: of two orders, that of 100 dollars has no rate.',
    },
  ],
});
