import { ratio } from '../../metrics/build.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds, customerRetention } from '../definitions/customer.ts';
import { retainedSales } from '../definitions/sales.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  account: [
    { id: 'A1', segment: 'Hoteles' },
    { id: 'A2', segment: 'Tiendas' },
    { id: 'A3', segment: 'Tiendas' },
    { id: 'A4', segment: 'Tiendas' },
  ],
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2022-01-01' },
    { id: 'C3', account_id: 'A3', started_at: '2022-01-01', ends_at: '2024-02-01', cancelled_at: '2024-02-01' },
    { id: 'C4', account_id: 'A4', started_at: '2024-01-15' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 800 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-02-10', status: 'completed', amount: 400 },
    { id: 'O3', account_id: 'A1', ordered_at: '2024-02-12', status: 'completed', amount: 100, is_return: true },
    { id: 'O4', account_id: 'A2', ordered_at: '2024-03-10', status: 'completed', amount: 100 },
    { id: 'O5', account_id: 'A3', ordered_at: '2024-01-20', status: 'completed', amount: 5000 },
    { id: 'O6', account_id: 'A4', ordered_at: '2024-01-20', status: 'completed', amount: 7000 },
    { id: 'O7', account_id: 'A1', ordered_at: '2024-03-11', status: 'cancelled', amount: 900 },
    { id: 'O8', account_id: 'A2', ordered_at: '2024-03-12', status: 'completed', amount: 900, is_test: true },
    { id: 'O9', account_id: 'A1', ordered_at: '2024-04-12', status: 'completed', amount: 900 },
  ],
  invoice: [
    { id: 'I1', account_id: 'A1', issued_on: '2024-02-01', status: 'open', amount: 600 },
    { id: 'I2', account_id: 'A2', issued_on: '2024-02-01', status: 'draft', amount: 600 },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' } as const;

export default defineKpi({
  id: 'avg_revenue_per_retained_customer',
  ref: 'K-081',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['revenue', 'customer_value', 'finance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    orders: {
      label: { es: 'Por pedidos', en: 'By orders' },
      metric: () => ratio(retainedSales('order'), customerRetention('kept')),
    },
    invoices: {
      label: { es: 'Por facturas', en: 'By invoices' },
      metric: () => ratio(retainedSales('invoice'), customerRetention('kept')),
      needs: [...customerNeeds, 'invoice.account_id', 'invoice.issued_on', 'invoice.amount'],
    },
  },
  defaults: ['orders', 'invoices'],
  needs: [...customerNeeds, 'order.account_id', 'order.ordered_at', 'order.amount'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'quarter',
  minimumSample: 10,
  guards: ['retention_rate', 'customer_growth_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L51',
  source: 'Set-based retention; revenue of S ∩ E',
  texts: {
    es: {
      name: 'Ingreso medio por cliente permanente',
      question: '¿Cuánto nos compra de media un cliente que sigue con nosotros?',
      definition:
        'Ventas del periodo a los clientes que lo eran al empezar y lo siguen siendo al terminar, entre esos clientes. No cuentan los nuevos ni los que se fueron.',
      formula: 'Ventas a los clientes retenidos / clientes retenidos',
      why: 'Es la vara con la que se mide el gasto de retención: conservar a un cliente tiene que costar menos de lo que trae.',
      rise: 'Mire si suben todos o unos pocos grandes, y si la retención aguanta: al irse los pequeños la media sube sola.',
      fall: 'Busque el segmento y el producto que dejan de pedir; compare con la cuota de cliente y el intervalo entre pedidos.',
      caveats:
        'Es del periodo pedido: un trimestre no se compara con un año. Entra también el cliente retenido que no compró nada. Las devoluciones se restan y los pedidos cancelados no cuentan. Al agrupar, el cliente está en el grupo que tenía al empezar el periodo.',
    },
    en: {
      name: 'Average revenue per retained customer',
      question: 'How much does a customer who stays buy from us on average?',
      definition:
        'Sales of the period to the customers who were there at its start and still are at its end, over those customers. New ones and those who left are out.',
      formula: 'Sales to customers retained / customers retained',
      why: 'It is the yardstick of retention spend: keeping a customer must cost less than the customer brings.',
      rise: 'See whether all rise or a few large ones, and whether retention holds: when small ones leave, the mean rises by itself.',
      fall: 'Find the segment and product that stop ordering; compare with share of wallet and the order interval.',
      caveats:
        'It is of the period asked for: a quarter does not compare with a year. A retained customer who bought nothing counts too. Returns are taken off and cancelled orders are out. Grouped, a customer is in the group it had at the start of the period.',
    },
  },
  examples: [
    {
      name: 'sales to those who stayed',
      given,
      exportedAt: '2024-04-30',
      query: quarter,
      expect: [{ start: '2024-01-01', value: 600, numerator: 1200, denominator: 2 }],
      because:
        'A1 and A2 are there at the start and at the end: 800 + 400 − 100 returned + 100 = 1,200 / 2. A3 left, A4 is new; the cancelled, the test and April’s orders are out.',
    },
    {
      name: 'by segment',
      given,
      exportedAt: '2024-04-30',
      query: { ...quarter, by: ['account.segment'] },
      expect: [
        { start: '2024-01-01', group: { 'account.segment': 'Hoteles' }, value: 1100, numerator: 1100, denominator: 1 },
        { start: '2024-01-01', group: { 'account.segment': 'Tiendas' }, value: 100, numerator: 100, denominator: 1 },
      ],
      because: 'A1: 1,100. Of the shops only A2 stays: 100.',
    },
    {
      name: 'by invoices',
      given,
      exportedAt: '2024-04-30',
      query: { ...quarter, variant: 'invoices' },
      expect: [{ start: '2024-01-01', value: 300, numerator: 600, denominator: 2 }],
      because: '600 invoiced to A1; A2’s is a draft: 600 / 2.',
    },
    {
      name: 'nobody to retain',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2021-01-01', to: '2021-03-31', grain: 'quarter' },
      expect: [{ start: '2021-01-01', value: null, denominator: 0 }],
      because: 'No customers in 2021.',
    },
    ...customerCases({
      usual: [{ value: 90, numerator: 180, denominator: 2 }, 'Sales of 180 of A2 and A3, who stay, over 2.'],
      contracts: [{ value: 80, numerator: 80, denominator: 1 }, 'Sales of 80 of A2, who stay, over 1.'],
      orders: [{ value: 100, numerator: 100, denominator: 1 }, 'Sales of 100 of A3, who stay, over 1.'],
      active: [{ value: 80, numerator: 80, denominator: 1 }, 'Sales of 80 of A2, who stay, over 1.'],
      end_of_service: [{ value: 60, numerator: 180, denominator: 3 }, 'Sales of 180 of A1, A2 and A3, who stay, over 3.'],
    }),
  ],
});
