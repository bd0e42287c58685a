import { ratio } from '../../metrics/build.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerNeeds, customerRetention } from '../definitions/customer.ts';
import { retentionCost, retentionCostNeeds } from '../definitions/retention_cost.ts';
import { retainedSales } from '../definitions/sales.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const against = (by: 'order' | 'invoice') => ratio(retentionCost, ratio(retainedSales(by), customerRetention('kept')));

const given: WorkedExample['given'] = {
  account: ['A1', 'A2'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2022-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2022-01-01' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 700 },
    { id: 'O2', account_id: 'A2', ordered_at: '2024-01-10', status: 'completed', amount: 300 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-02-10', status: 'completed', amount: 50 },
    { id: 'O4', account_id: 'A2', ordered_at: '2024-02-10', status: 'completed', amount: 9000, is_test: true },
  ],
  invoice: [{ id: 'I1', account_id: 'A1', issued_on: '2024-01-31', status: 'open', amount: 500 }],
  cost: [
    { id: 'K1', category: 'loyalty', function: 'retention', incurred_on: '2024-01-20', amount: 200 },
    { id: 'K2', category: 'promotion', function: 'retention', incurred_on: '2024-02-20', amount: 60 },
    { id: 'K3', category: 'advertising', function: 'marketing', incurred_on: '2024-02-20', amount: 900 },
  ],
};

export default defineKpi({
  id: 'retention_cost_ratio',
  ref: 'K-080',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['cost', 'revenue', 'profitability', 'customer_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    orders: { label: { es: 'Ingreso por pedidos', en: 'Revenue by orders' }, metric: () => against('order') },
    invoices: {
      label: { es: 'Ingreso por facturas', en: 'Revenue by invoices' },
      metric: () => against('invoice'),
      needs: [...customerNeeds, ...retentionCostNeeds, 'invoice.account_id', 'invoice.issued_on', 'invoice.amount'],
    },
  },
  defaults: ['orders', 'invoices'],
  needs: [...customerNeeds, ...retentionCostNeeds, 'order.account_id', 'order.ordered_at', 'order.amount'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: [],
  grain: 'quarter',
  minimumSample: 10,
  guards: ['retention_rate', 'avg_revenue_per_retained_customer'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['customer_retention_cost', 'avg_revenue_per_retained_customer'] },
  seed: 'S4 L51',
  source: 'Business News Daily (cost below revenue of customers who stay)',
  texts: {
    es: {
      name: 'Coste de retención frente a ingreso',
      question: '¿Cuesta conservar a un cliente menos de lo que trae?',
      definition:
        'Coste de retención por cliente entre el ingreso medio por cliente permanente, ambos del mismo periodo. Tiene que quedar por debajo de 1.',
      formula: 'Coste de retención por cliente / ingreso medio por cliente permanente',
      why: 'Es la condición que pone el texto de origen: con 1 o más, conservar clientes se come todo lo que compran.',
      rise: 'Vea cuál de los dos se mueve. Si sube el coste, revise a quién se dan promociones; si baja el ingreso, mire qué segmento compra menos. A partir de 1 hay que actuar ya.',
      fall: 'Buena señal si la tasa de retención aguanta. Si cae porque se recorta el equipo, lo pagará en unos meses.',
      caveats:
        'Compara con ingresos, no con margen: por debajo de 1 aún puede perderse dinero; con un margen del 30 % el límite sensato es 0,3. El coste se reparte entre todos los clientes y el ingreso entre los que siguen, como los definen sus dos KPI. En meses flojos de ventas salta: mírelo por trimestre o año.',
    },
    en: {
      name: 'Retention cost vs revenue per retained customer',
      question: 'Does keeping a customer cost less than the customer brings?',
      definition:
        'Retention cost per customer over average revenue per retained customer, both of the same period. It has to stay below 1.',
      formula: 'Retention cost per customer / average revenue per retained customer',
      why: 'The condition that the source text sets: at 1 or more, keeping customers eats all that they buy.',
      rise: 'See which of the two moves. If the cost rises, review who gets promotions; if revenue falls, see which segment buys less. At 1 act at once.',
      fall: 'A good sign if the retention rate holds. If it falls because the team was cut, you will pay for it in some months.',
      caveats:
        'It compares with revenue, not margin: below 1 money may still be lost; with a margin of 30 % the sensible limit is 0.3. The cost is shared among all customers and the revenue among those who stay, as their two KPIs define them. It jumps in slack months: look at the quarter or year.',
    },
  },
  examples: [
    {
      name: 'below one, then above',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.2, numerator: 100, denominator: 500 },
        { start: '2024-02-01', value: 1.2, numerator: 30, denominator: 25 },
      ],
      because:
        'January: 200 / 2 customers = 100 against 1,000 / 2 = 500. February: 60 / 2 = 30 against 50 / 2 = 25. Advertising and the test order are out.',
    },
    {
      name: 'against what was invoiced',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'invoices' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 100, denominator: 250 }],
      because: '100 against 500 / 2 = 250.',
    },
    {
      name: 'no revenue, no ratio',
      given: { ...given, order: [{ id: 'O1', account_id: 'A1', ordered_at: '2023-01-10', status: 'completed', amount: 700 }] },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: null }],
      because: '100 a customer, but those who stayed bought nothing: 100 / 0.',
    },
    ...customerCases({
      usual: [{ value: (290 * 29) / 102 / 90 }, '290 × 29 / 102 a customer, over 90: sales of 180 of A2 and A3, who stay.'],
      contracts: [{ value: (290 * 29) / 58 / 80 }, '290 × 29 / 58 a customer, over 80: sales of 80 of A2, who stay.'],
      orders: [{ value: (290 * 29) / 62 / 100 }, '290 × 29 / 62 a customer, over 100: sales of 100 of A3, who stay.'],
      active: [{ value: (290 * 29) / 83 / 80 }, '290 × 29 / 83 a customer, over 80: sales of 80 of A2, who stay.'],
      end_of_service: [{ value: (290 * 29) / 131 / 60 }, '290 × 29 / 131 a customer, over 60: sales of 180 of A1, A2 and A3, who stay.'],
      renewal_due: [{ value: (290 * 29) / 116 / 90 }, '290 × 29 / 116 a customer, over 90: sales of 180 of A2 and A3, who stay.'],
    }),
  ],
});
