import { arithmetic, input, ratio } from '../../metrics/build.ts';
import { advertising, fullyLoaded, itemisedAcquisitionCost } from '../definitions/acquisition_cost.ts';
import { customerCases } from '../definitions/contested.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { acquiredCustomers, customerNeeds, newCustomers } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3'].map((id) => ({ id })),
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 900 },
    { id: 'O2', account_id: 'A2', ordered_at: '2024-01-20T09:00:00Z', status: 'completed', amount: 900 },
    { id: 'O3', account_id: 'A3', ordered_at: '2024-03-05', status: 'completed', amount: 900 },
  ],
  cost: [
    { id: 'K1', category: 'advertising', function: 'marketing', incurred_on: '2024-01-15', amount: 1000 },
    {
      id: 'K2',
      category: 'salaries',
      function: 'sales',
      incurred_on: '2024-01-01',
      period_start: '2024-01-01',
      period_end: '2024-03-31',
      amount: 9100,
    },
    { id: 'K3', category: 'salaries', function: 'service', incurred_on: '2024-01-31', amount: 500 },
    { id: 'K4', category: 'advertising', function: 'marketing', incurred_on: '2024-01-16', amount: 700, is_test: true },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'month' } as const;

export default defineKpi({
  id: 'cac',
  ref: 'K-077',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['marketing', 'cost', 'sales', 'customer_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    lag_periods: {
      default: 1,
      name: {
        es: 'Periodos que tarda el gasto en dar clientes (variante con desfase)',
        en: 'Periods that spending takes to bring customers (lagged variant)',
      },
      between: [0, 24],
    },
  },
  variants: {
    default: {
      label: { es: 'Coste completo de marketing y ventas', en: 'Fully loaded marketing and sales cost' },
      metric: () => itemisedAcquisitionCost,
    },
    paid_only: {
      label: { es: 'Solo publicidad', en: 'Advertising only' },
      metric: () => ratio(advertising, newCustomers),
      needs: [...customerNeeds, 'cost.amount', 'cost.category'],
    },
    lagged: {
      label: { es: 'Con el gasto de periodos anteriores', en: 'With the spending of earlier periods' },
      metric: ({ lag_periods }) => ({
        kind: 'derived',
        expression: arithmetic(input('cost'), '/', input('customers')),
        metrics: { cost: { metric: fullyLoaded, offset: lag_periods }, customers: { metric: newCustomers } },
      }),
    },
    seed: { label: labels.seed, metric: (_, settings) => ratio(fullyLoaded, acquiredCustomers(settings)) },
  },
  defaults: ['default'],
  needs: [...customerNeeds, 'cost.amount', ['cost.function', 'cost.category']],
  terms: ['acquired', 'customer', 'active', 'churn_date'],
  drillBy: [],
  grain: 'quarter',
  minimumSample: 10,
  guards: ['new_customers', 'retention_rate', 'ltv_profit'],
  partner: null,
  decomposition: null,
  seed: 'S1#11',
  source: 'Gupta & Lehmann 2005; Someka, 26 CRM KPIs',
  texts: {
    es: {
      name: 'Coste de adquisición de clientes (CAC)',
      question: '¿Cuánto nos cuesta ganar un cliente?',
      definition:
        'Todo lo gastado en marketing y ventas en el periodo (publicidad, agencias, salarios, software, equipos, alquileres) entre los clientes que pagan por primera vez en él. Los costes con periodo se reparten por días.',
      formula: '(Gasto de marketing + gasto de ventas) / nuevos clientes',
      why: 'Dice cuánto puede permitirse gastar: si supera lo que el cliente deja en toda su vida, crecer es perder dinero.',
      rise: 'Suele ser tráfico que no convierte: muchas visitas y leads, pocos clientes. Mire la conversión antes de recortar, y compare con el valor de vida del cliente.',
      fall: 'Compruebe que no falten costes por registrar y que los clientes nuevos sean tan buenos como antes: los baratos se van antes.',
      caveats:
        'El texto de origen empieza hablando solo de publicidad y acaba exigiendo salarios, software, equipos y alquileres: manda el coste completo, y «Solo publicidad» se ofrece aparte. También mezcla CAC y CPA: su fórmula divide por clientes «conseguidos», que para él pueden no haber pagado; es su variante. El gasto de hoy trae clientes mañana: con ciclos largos use la variante con desfase. Un periodo sin ningún gasto apuntado no da 0, sino que queda sin dato.',
    },
    en: {
      name: 'Customer acquisition cost',
      question: 'What does it cost us to win a customer?',
      definition:
        'Everything spent on marketing and sales in the period (advertising, agencies, salaries, software, equipment, rent) over the customers who pay for the first time in it. Costs with a period are spread over its days.',
      formula: '(Marketing cost + sales cost) / new customers',
      why: 'It says what you can afford: above what a customer leaves over a lifetime, growing loses money.',
      rise: 'Mostly traffic that does not convert: many visits and leads, few customers. Look at conversion before cutting, and compare with lifetime value.',
      fall: 'Make sure no costs are still unrecorded, and that the new customers are as good as before: cheap ones leave sooner.',
      caveats:
        'The source text opens with advertising only and ends demanding salaries, software, equipment and rent: the full cost decides and "Advertising only" stands beside it. It also merges CAC and CPA: its formula divides by customers "won", who for it may not have paid; that is its variant. Today’s spending brings tomorrow’s customers: with long cycles use the lagged variant. A period with nothing booked is not 0 but has no value.',
    },
  },
  examples: [
    {
      name: 'fully loaded',
      given,
      exportedAt: '2024-03-31',
      query: quarter,
      expect: [
        { start: '2024-01-01', value: 2050, numerator: 4100, denominator: 2 },
        { start: '2024-02-01', value: null, numerator: 2900, denominator: 0 },
        { start: '2024-03-01', value: 3100, numerator: 3100, denominator: 1 },
      ],
      because:
        'Salaries 9,100 over 91 days = 100 a day: 3,100, 2,900 (29 days), 3,100. January: (1,000 + 3,100) / 2; service and test costs are out. February: no new customer, no cost per customer. March: 3,100 / 1.',
    },
    {
      name: 'nothing booked is unknown, not free',
      given: { ...given, cost: given.cost?.filter(({ id }) => id === 'K3' || id === 'K4') ?? [] },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: null, numerator: null, denominator: 2, state: 'no_data' }],
      because: 'Service and a test are all the costs there are: what winning A1 and A2 cost was not booked.',
    },
    {
      name: 'advertising only',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'paid_only' },
      expect: [{ start: '2024-01-01', value: 500, numerator: 1000, denominator: 2 }],
      because: '1,000 / 2 = 500: a quarter of what a customer really costs (2,050).',
    },
    {
      name: 'March’s customer paid for by February’s spending',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', variant: 'lagged' },
      expect: [{ start: '2024-03-01', value: 2900 }],
      because: 'Spending of February 2,900 / new customers of March 1.',
    },
    {
      name: 'the text divides by customers won, paid or not',
      given: {
        account: ['A1', 'A2'].map((id) => ({ id })),
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 900 },
          { id: 'O2', account_id: 'A2', ordered_at: '2024-01-20', status: 'completed', amount: 900 },
        ],
        payment: [
          { id: 'P1', account_id: 'A1', paid_at: '2024-01-10', amount: 900 },
          { id: 'P2', account_id: 'A2', paid_at: '2024-02-20', amount: 900 },
        ],
        cost: [{ id: 'K1', category: 'advertising', function: null, incurred_on: '2024-01-15', amount: 1000 }],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 500, numerator: 1000, denominator: 2 }],
      because: 'Both ordered in January: 1,000 / 2. By payment only A1 is a customer yet: 1,000.',
    },
    ...customerCases({
      usual: [{ value: 500, numerator: 1500, denominator: 3 }, '900 + 600 over A2, A4 and A6, new by their first order, else contract.'],
      contracts: [{ value: 750, numerator: 1500, denominator: 2 }, '900 + 600 over A2 and A4.'],
      orders: [{ value: 750, numerator: 1500, denominator: 2 }, '900 + 600 over A2 and A6.'],
    }),
    ...leadCases(
      {
        usual: [{ value: 700 / 3, numerator: 700, denominator: 3 }, '700 over A4, A5 and A6, paid or not.'],
        first_order: [{ value: 700 / 2, numerator: 700, denominator: 2 }, '700 over the first orders of A4 and A5.'],
      },
      { query: { variant: 'seed' } },
    ),
  ],
});
