import { is } from '../../metrics/expression.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds, customerRetention } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id })),
  contract: [
    { id: 'C1', account_id: 'A1', started_at: '2023-01-01', ends_at: '2024-01-20', cancelled_at: '2024-01-20' },
    { id: 'C2', account_id: 'A2', started_at: '2023-01-01', ends_at: '2024-02-10', cancelled_at: '2024-02-10' },
    { id: 'C3', account_id: 'A3', started_at: '2023-01-01' },
    { id: 'C4', account_id: 'A4', started_at: '2023-06-01T10:00:00Z' },
    { id: 'C5', account_id: 'A5', started_at: '2024-01-10', ends_at: '2024-03-15', cancelled_at: '2024-03-15' },
    { id: 'C6', account_id: 'A1', started_at: '2023-01-01', ends_at: '2024-03-01', cancelled_at: '2024-03-01', is_test: true },
  ],
};

export default defineKpi({
  id: 'churn_rate',
  ref: 'K-069',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'rate',
  tags: ['customer_satisfaction', 'market_demand', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: labels.standard,
      metric: () => customerRetention('lost_rate'),
    },
    seed: {
      label: { es: 'Solo clientes con contrato, como el texto de origen', en: 'Customers with a contract only, as the source text has it' },
      metric: () => ({ ...customerRetention('lost_rate'), where: is('origin', 'contract') }),
    },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 30,
  guards: ['new_customers', 'nps'],
  partner: null,
  decomposition: null,
  seed: 'S1#14; S4 L48; S3 L30',
  source: 'ChartMogul (recognition dates); ProfitWell (cancellation against churn)',
  texts: {
    es: {
      name: 'Tasa de abandono',
      question: '¿Qué parte de nuestros clientes perdemos?',
      definition:
        'De los clientes que había al inicio del periodo, la fracción que ya no lo es al final. Es el complemento exacto de la tasa de retención. La baja cuenta el día de la cancelación o, si no la hubo, cuando el contrato termina sin renovarse; sin contratos, cuando se agota el plazo sin pedidos.',
      formula: '|S ∖ E| / |S|: clientes al inicio que ya no están al final, entre clientes al inicio',
      why: 'Cada baja hay que reponerla a precio de captación; a partir de cierta tasa, la empresa corre para quedarse donde está.',
      rise: 'Separe por motivo de baja, segmento y antigüedad y mire si antes hubo reclamaciones, entregas tarde o respuestas lentas: son la causa más frecuente y la que está en su mano.',
      fall: 'Confirme que no es solo un mes con pocas renovaciones: compare con la tasa de renovación y con el mismo mes del año anterior.',
      caveats:
        'El texto de origen no da fórmula y lo limita a contratos y suscripciones: esa es su variante; la general vale también para quien solo hace pedidos. La fecha en que se reconoce la baja cambia la cifra: aquí, la de cancelación; por fin de servicio, vea la variante de clientes perdidos. Las tasas mensuales no se suman: para el año, pida el año.',
    },
    en: {
      name: 'Customer churn rate',
      question: 'What share of our customers do we lose?',
      definition:
        'Of the customers at the start of the period, the share who are no longer customers at its end; the exact complement of the retention rate. A loss counts on the day of cancellation or, failing that, when the contract ends without renewal; without contracts, when the window without orders has passed.',
      formula: '|S ∖ E| / |S|: customers at the start who are gone at the end, over customers at the start',
      why: 'Every loss has to be replaced at acquisition cost; beyond some rate a company runs to stand still.',
      rise: 'Split by reason, segment and age, and see whether complaints, late deliveries or slow answers came before: the commonest cause, and one in your hands.',
      fall: 'Make sure it is not a month with few renewals due: compare with the renewal rate and the same month last year.',
      caveats:
        'The source text gives no formula and limits it to contracts and subscriptions: that is its variant; the general one also covers those who only order. The date on which a loss is recognised changes the figure: here it is cancellation; by end of service, see the variant of churned customers. Monthly rates do not add up: for the year, ask for the year.',
    },
  },
  examples: [
    {
      name: 'month by month',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-03-01', value: 1 / 3, numerator: 1, denominator: 3 },
      ],
      because:
        'January: of A1–A4, A1 goes. February: of A2, A3, A4, A5, A2 goes. March: of A3, A4, A5, A5 goes. The test contract does not keep A1.',
    },
    {
      name: 'the quarter is not the sum of its months',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'Of A1–A4, two are gone on 31 March: 2/4. A5 came and went within the quarter.',
    },
    {
      name: 'the text looks at contracts only',
      given: {
        account: ['A1', 'A2', 'A3'].map((id) => ({ id })),
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2023-01-01', ends_at: '2024-01-31' },
          { id: 'C2', account_id: 'A2', started_at: '2023-01-01' },
        ],
        order: [{ id: 'O1', account_id: 'A3', ordered_at: '2023-12-01', status: 'completed', amount: 10 }],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'A1’s contract ends on the 31st without renewal: 1 of 2. With A3, who only orders, it would be 1 of 3.',
    },
    ...customerCases({
      usual: [{ value: 1 / 3, numerator: 1, denominator: 3 }, 'Of three, A5 goes.'],
      contracts: [{ value: 0 / 1, numerator: 0, denominator: 1 }, 'A2 stays.'],
      orders: [{ value: 1 / 2, numerator: 1, denominator: 2 }, 'Of two, A5 goes.'],
      active: [{ value: 0 / 1, numerator: 0, denominator: 1 }, 'A2 stays.'],
      end_of_service: [{ value: 1 / 4, numerator: 1, denominator: 4 }, 'Of four, A5 goes.'],
      renewal_due: [{ value: 2 / 4, numerator: 2, denominator: 4 }, 'Of four, A1 and A5 go.'],
    }),
  ],
});
