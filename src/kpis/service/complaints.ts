import { count, openCount, ratio } from '../../metrics/build.ts';
import { all, is, isNot } from '../../metrics/expression.ts';
import { customerCases } from '../definitions/contested.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const complaints = count('ticket', { at: 'opened_at', where: is('type', 'complaint') });
const orders = count('order', { at: 'ordered_at', where: all(isNot('status', 'cancelled'), isNot('is_return', true)) });

const given: WorkedExample['given'] = {
  account: [{ id: 'A1' }, { id: 'A2' }],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-02', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-01-03', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-01-04', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A2', ordered_at: '2024-01-05', status: 'open', amount: 10 },
    { id: 'O5', account_id: 'A2', ordered_at: '2024-01-06', status: 'cancelled', amount: 10 },
  ],
  ticket: [
    { id: 'T1', account_id: 'A1', type: 'complaint', opened_at: '2024-01-10' },
    { id: 'T2', account_id: 'A2', type: 'complaint', opened_at: '2024-01-31T22:59:00Z' },
    { id: 'T3', account_id: 'A2', type: 'question', opened_at: '2024-01-12' },
    { id: 'T4', account_id: 'A2', type: 'complaint', opened_at: '2024-01-31T23:00:00Z' },
    { id: 'T5', account_id: 'A2', type: 'complaint', opened_at: '2024-01-15', deleted_at: '2024-01-16' },
    { id: 'T6', account_id: 'A1', type: 'complaint', opened_at: '2024-01-17', is_test: true },
  ],
};

export default defineKpi({
  id: 'complaints',
  ref: 'K-090',
  area: 'service',
  band: 'perception',
  direction: 'down',
  timing: 'leading',
  nature: 'failure',
  unit: 'count',
  tags: ['customer_satisfaction', 'brand_value', 'quality', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Número de reclamaciones', en: 'Number of complaints' }, metric: () => complaints },
    per_1000_orders: {
      label: { es: 'Por cada 1.000 pedidos', en: 'Per 1,000 orders' },
      metric: () => ({ ...ratio(complaints, orders), times: 1000 }),
      unit: 'ratio',
      needs: ['ticket.type', 'ticket.opened_at', 'order.ordered_at'],
    },
    per_1000_customers: {
      label: { es: 'Por cada 1.000 clientes', en: 'Per 1,000 customers' },
      metric: () => ({ ...ratio(complaints, { ...openCount('customer_span'), at: 'average' }), times: 1000 }),
      unit: 'ratio',
      needs: ['ticket.type', 'ticket.opened_at', ['contract.started_at', 'order.ordered_at']],
    },
  },
  defaults: ['default'],
  needs: ['ticket.type', 'ticket.opened_at'],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['product.name', 'cause', 'topic', 'channel', 'account.segment', 'owner.name'],
  grain: 'month',
  minimumSample: 0,
  guards: ['csat', 'first_response_time'],
  partner: null,
  decomposition: null,
  seed: 'S1#15; S3 L29-30',
  source: 'ISO 10002',
  texts: {
    es: {
      name: 'Número de reclamaciones',
      question: '¿Cuántas reclamaciones recibimos por mal producto o mal servicio?',
      definition:
        'Casos de tipo reclamación abiertos en el periodo, sigan abiertos o no. Las consultas, peticiones e incidencias no cuentan.',
      formula: 'Número de casos de tipo reclamación abiertos en el periodo',
      why: 'Cada reclamación es un cliente que todavía avisa antes de irse; las de un mismo producto señalan un defecto.',
      rise: 'Mírela primero por cada 1.000 pedidos: si vende más, habrá más. Si sube también así, búsquela por producto y causa y avise a calidad.',
      fall: 'Confirme que no se ha cerrado un canal ni se clasifican de otra forma: quien no puede quejarse se va sin decirlo.',
      caveats:
        'El texto de origen no dice si debe ser alto o bajo: lo tomamos como «mejor bajo», pero más reclamaciones registradas pueden significar que se escucha mejor. Compare siempre el número con la tasa y con los cambios de canal.',
    },
    en: {
      name: 'Complaints',
      question: 'How many complaints do we get about poor products or service?',
      definition: 'Cases of type complaint opened in the period, still open or not. Questions, requests and incidents do not count.',
      formula: 'Number of cases of type complaint opened in the period',
      why: 'Each complaint is a customer who still warns before leaving; several about one product point to a defect.',
      rise: 'Look at it per 1,000 orders first: more sales bring more complaints. If that rises too, split by product and cause and tell quality.',
      fall: 'Make sure no channel was closed and cases are not filed differently: who cannot complain leaves in silence.',
      caveats:
        'The source text does not say whether it should be high or low: we take low as better, though more complaints on record may mean better listening. Always read the number beside the rate and changes of channel.',
    },
  },
  examples: [
    {
      name: 'by the day they were opened in the workspace’s time zone',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0 },
      ],
      because: 'January: T1 and T2 (23:59 in Madrid). T4 is opened at 0:00 on 1 February there. T3 is a question, T5 deleted, T6 a test.',
    },
    {
      name: 'per 1,000 orders',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month', variant: 'per_1000_orders' },
      expect: [
        { start: '2024-01-01', value: 500, numerator: 2, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 1, denominator: 0 },
      ],
      because: 'January: 2 / 4 orders × 1,000 = 500; the cancelled order is out. February: no orders, no rate.',
    },
    ...customerCases(
      {
        usual: [
          { value: (1000 * 3 * 29) / 102 },
          'A2, A3 and A4 29 days each, A5 10, A6 5: 102 days of customers. 3 complaints over 102/29 customers, by 1,000.',
        ],
        contracts: [{ value: (1000 * 3 * 29) / 58 }, 'A2 and A4 29 days each: 58. 3 complaints over 58/29 customers, by 1,000.'],
        orders: [{ value: (1000 * 3 * 29) / 62 }, 'A3 29 days, A5 10, A2 18, A6 5: 62. 3 complaints over 62/29 customers, by 1,000.'],
        active: [{ value: (1000 * 3 * 29) / 83 }, 'A2 and A4 29 days each, A3 20, A6 5: 83. 3 complaints over 83/29 customers, by 1,000.'],
        end_of_service: [
          { value: (1000 * 3 * 29) / 131 },
          '102 days of customers and 29 of A1: 131. 3 complaints over 131/29 customers, by 1,000.',
        ],
        renewal_due: [
          { value: (1000 * 3 * 29) / 116 },
          '102 days of customers and 14 of A1: 116. 3 complaints over 116/29 customers, by 1,000.',
        ],
      },
      {
        query: { variant: 'per_1000_customers' },
        given: { ticket: ['A2', 'A3', 'A4'].map((account_id) => ({ account_id, type: 'complaint', opened_at: '2024-02-20' })) },
      },
    ),
  ],
});
