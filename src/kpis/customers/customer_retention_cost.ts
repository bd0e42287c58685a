import { ratio } from '../../metrics/build.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerNeeds, customerRetention } from '../definitions/customer.ts';
import {
  averageCustomers,
  retentionAndServiceSpend,
  retentionCost,
  retentionCostNeeds,
  retentionSpend,
} from '../definitions/retention_cost.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2023-01-01' },
    { id: 'C2', account_id: 'A2', started_at: '2023-01-01', ends_at: '2024-01-16', cancelled_at: '2024-01-16' },
    { id: 'C3', account_id: 'A3', started_at: '2024-02-01' },
  ],
  cost: [
    {
      id: 'K1',
      category: 'salaries',
      function: 'retention',
      incurred_on: '2024-01-01',
      period_start: '2024-01-01',
      period_end: '2024-03-31',
      amount: 9100,
    },
    { id: 'K2', category: 'loyalty', incurred_on: '2024-02-10', amount: 100 },
    { id: 'K3', category: 'salaries', function: 'service', incurred_on: '2024-02-20', amount: 2000 },
    { id: 'K4', category: 'advertising', function: 'marketing', incurred_on: '2024-02-21', amount: 5000 },
    { id: 'K5', category: 'promotion', function: 'retention', incurred_on: '2024-02-22', amount: 800, is_test: true },
  ],
};

export default defineKpi({
  id: 'customer_retention_cost',
  ref: 'K-079',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['cost', 'customer_value', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Por cliente medio del periodo', en: 'Per customer of an average day' }, metric: () => retentionCost },
    per_retained: {
      label: { es: 'Por cliente retenido', en: 'Per customer retained' },
      metric: () => ratio(retentionSpend, customerRetention('kept')),
    },
    with_service: {
      label: { es: 'Con el coste de atención al cliente', en: 'With the cost of customer service' },
      metric: () => ratio(retentionAndServiceSpend, averageCustomers),
    },
  },
  defaults: ['default'],
  needs: [...customerNeeds, ...retentionCostNeeds],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: [],
  grain: 'quarter',
  minimumSample: 10,
  guards: ['retention_rate', 'retention_cost_ratio'],
  partner: null,
  decomposition: null,
  seed: 'S4 L51',
  source: 'Business News Daily; Totango (customer retention cost)',
  texts: {
    es: {
      name: 'Coste de retención de clientes',
      question: '¿Cuánto nos cuesta conservar a cada cliente?',
      definition:
        'Lo gastado en el periodo en conservar clientes (equipo de cuentas, fidelización, promociones, renovaciones) entre los clientes que hubo de media en ese mismo periodo. Los costes con periodo se reparten por días.',
      formula: 'Gasto de retención / clientes de media en el periodo',
      why: 'Conservar cuesta menos que captar, pero no es gratis: comparado con lo que deja el cliente dice si se gasta con cabeza.',
      rise: 'Vea si paga más retención: si la tasa no mejora, revise las promociones que se dan a quien no pensaba irse. Póngalo junto al ingreso por cliente permanente.',
      fall: 'Bien si la retención aguanta. Si se recorta el equipo de cuentas, el abandono tarda unos meses en notarse.',
      caveats:
        'El periodo del gasto y el de los clientes es siempre el mismo, como pide el texto de origen; el mensual, el trimestral y el anual son cifras distintas y no se comparan entre sí. Cuenta como retención lo que contabilidad marca con esa función y, si no marca ninguna, fidelización y promociones. La atención al cliente no entra: va en su variante. Un periodo sin ningún gasto apuntado no da 0, sino que queda sin dato.',
    },
    en: {
      name: 'Customer retention cost',
      question: 'What does keeping each customer cost us?',
      definition:
        'What was spent in the period on keeping customers (account team, loyalty, promotions, renewals) over the customers there were on an average day of it. Costs with a period are spread over its days.',
      formula: 'Retention spend / customers on an average day of the period',
      why: 'Keeping costs less than winning but is not free: set against what a customer brings it says whether the money is well spent.',
      rise: 'See whether it buys retention: if the rate does not improve, review promotions given to people who were not leaving. Set it beside revenue per retained customer.',
      fall: 'Good if retention holds. When the account team is cut, churn takes some months to show.',
      caveats:
        'Spend and customers are always of the same period, as the source text asks; the monthly, quarterly and yearly figures differ and are not comparable. Retention is what accounting marks as such and, where nothing is marked, loyalty and promotions. Customer service is out: it has a variant. A period with nothing booked is not 0 but has no value.',
    },
  },
  examples: [
    {
      name: 'spend over the customers of an average day',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3100 / (46 / 31), numerator: 3100 },
        { start: '2024-02-01', value: 1500, numerator: 3000, denominator: 2 },
      ],
      because:
        'January: 31 × 100 = 3,100; A1 all 31 days, A2 the 15 before the 16th: 46 customer-days / 31. February: 2,900 + 100 of loyalty; A1 and A3: 3,000 / 2. Service, marketing and the test are out.',
    },
    {
      name: 'per customer retained',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'per_retained' },
      expect: [{ start: '2024-01-01', value: 3100, numerator: 3100, denominator: 1 }],
      because: 'Of A1 and A2 only A1 stays: all the spend falls on it.',
    },
    {
      name: 'with customer service',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', variant: 'with_service' },
      expect: [{ start: '2024-02-01', value: 2500, numerator: 5000, denominator: 2 }],
      because: '(2,900 + 100 + 2,000) / 2.',
    },
    {
      name: 'nothing booked is unknown, not free',
      given: { ...given, cost: given.cost?.filter(({ id }) => id === 'K4' || id === 'K5') ?? [] },
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: null, numerator: null, denominator: 2, state: 'no_data' }],
      because: 'There is only advertising and a test: what keeping A1 and A3 cost was not booked.',
    },
    {
      name: 'without customers there is no cost per customer',
      given: { ...given, contract: [{ id: 'C1', account_id: 'A1', started_at: '2024-03-01' }] },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: null, numerator: 3100, denominator: 0 }],
      because: '3,100 / 0.',
    },
    ...customerCases({
      usual: [
        { value: (290 * 29) / 102, numerator: 290, denominator: 102 / 29 },
        'A2, A3 and A4 29 days each, A5 10, A6 5: 102 days of customers. 290 over 102/29 customers.',
      ],
      contracts: [
        { value: (290 * 29) / 58, numerator: 290, denominator: 58 / 29 },
        'A2 and A4 29 days each: 58. 290 over 58/29 customers.',
      ],
      orders: [
        { value: (290 * 29) / 62, numerator: 290, denominator: 62 / 29 },
        'A3 29 days, A5 10, A2 18, A6 5: 62. 290 over 62/29 customers.',
      ],
      active: [
        { value: (290 * 29) / 83, numerator: 290, denominator: 83 / 29 },
        'A2 and A4 29 days each, A3 20, A6 5: 83. 290 over 83/29 customers.',
      ],
      end_of_service: [
        { value: (290 * 29) / 131, numerator: 290, denominator: 131 / 29 },
        '102 days of customers and 29 of A1: 131. 290 over 131/29 customers.',
      ],
      renewal_due: [
        { value: (290 * 29) / 116, numerator: 290, denominator: 116 / 29 },
        '102 days of customers and 14 of A1: 116. 290 over 116/29 customers.',
      ],
    }),
  ],
});
