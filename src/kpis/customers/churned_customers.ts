import { count, countDistinct } from '../../metrics/build.ts';
import { isNull } from '../../metrics/expression.ts';
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
  ],
};

export default defineKpi({
  id: 'churned_customers',
  ref: 'K-070',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'count',
  tags: ['customer_satisfaction', 'market_demand', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.standard, metric: () => customerRetention('lost') },
    endings: {
      label: {
        es: 'Todas las bajas, también las de quien entró en el periodo',
        en: 'Every ending, also of those who joined in the period',
      },
      metric: () => count('customer_span', { at: 'valid_to' }),
    },
    end_of_service: {
      label: { es: 'Por fecha de fin del servicio', en: 'By the date service ends' },
      metric: () => countDistinct('contract', 'account_id', { at: 'ends_at', where: isNull('renewed_at') }),
      needs: ['contract.account_id', 'contract.ends_at'],
    },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['new_customers', 'churn_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L48',
  source: 'ChartMogul; Business News Daily',
  texts: {
    es: {
      name: 'Clientes perdidos',
      question: '¿Cuántos clientes hemos perdido?',
      definition: 'Clientes que lo eran al inicio del periodo y ya no lo son al final. Es el numerador de la tasa de abandono.',
      formula: '|S ∖ E|: clientes al inicio que ya no están al final',
      why: 'La lista de los perdidos es la mejor fuente para entender por qué se van y a quién se puede recuperar.',
      rise: 'Abra la lista, ordénela por valor y llame: pregunte el motivo. Mire si comparten producto, comercial o una incidencia.',
      fall: 'Compruebe con la tasa que no se deba a que hay menos clientes, y que las bajas no se hayan aplazado a la renovación siguiente.',
      caveats:
        'El texto de origen dice «rotación… también llamada rotación»: la traducción confunde tres nombres de lo mismo. Quien entra y se va dentro del periodo no estaba al inicio: por eso los meses no suman el trimestre; la variante «Todas las bajas» sí se puede sumar. La de fin de servicio cuenta contratos que terminan sin renovarse, también los de quien conserva otro.',
    },
    en: {
      name: 'Churned customers',
      question: 'How many customers did we lose?',
      definition: 'Customers at the start of the period who are no longer customers at its end; the numerator of the churn rate.',
      formula: '|S ∖ E|: customers at the start who are gone at the end',
      why: 'The list of the lost tells best why customers leave, and who can be won back.',
      rise: 'Open the list, sort it by value and call: ask why. See whether they share a product, an account owner or an incident.',
      fall: 'Check with the rate that there are not simply fewer customers, and that losses were not put off to the next renewal.',
      caveats:
        'The source text calls churn by the same word twice: translation merged three names of one thing. Someone who joins and leaves within the period was not there at the start, so months do not add up to the quarter; the variant "Every ending" does. That by end of service counts contracts that end without renewal, also those of someone who keeps another.',
    },
  },
  examples: [
    {
      name: 'month by month',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-01-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 1 },
        { start: '2024-04-01', value: 0 },
      ],
      because: 'A1 in January, A2 in February, A5 in March, nobody in April.',
    },
    {
      name: 'the quarter: A5 was not there at its start',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'Start: A1–A4. Gone at the end: A1 and A2.',
    },
    {
      name: 'every ending',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter', variant: 'endings' },
      expect: [{ start: '2024-01-01', value: 3 }],
      because: 'A1, A2 and A5: 3, the sum of the months.',
    },
    {
      name: 'cancelled in January, served until March',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2023-01-01', cancelled_at: '2024-01-20', ends_at: '2024-03-20' },
          { id: 'C2', account_id: 'A2', started_at: '2023-01-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 0 },
        { start: '2024-03-01', value: 0 },
      ],
      because: 'The day of cancellation decides.',
    },
    {
      name: 'the same by end of service',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2023-01-01', cancelled_at: '2024-01-20', ends_at: '2024-03-20' },
          { id: 'C2', account_id: 'A2', started_at: '2023-01-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month', variant: 'end_of_service' },
      expect: [
        { start: '2024-01-01', value: 0 },
        { start: '2024-02-01', value: 0 },
        { start: '2024-03-01', value: 1 },
      ],
      because: 'Service ends on 20 March.',
    },
    {
      name: 'without contracts, lost once the inactivity window has passed',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 10 },
          { id: 'O2', account_id: 'A2', ordered_at: '2024-01-10', status: 'completed', amount: 10 },
          { id: 'O3', account_id: 'A2', ordered_at: '2024-02-20', status: 'completed', amount: 10 },
        ],
      },
      settings: { customer: { active_days: 60 } },
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-02-01', value: 0 },
        { start: '2024-03-01', value: 1 },
      ],
      because:
        'A1’s 60 days after 10 January end on 10 March: lost in March. A2 ordered again on 20 February and is active until 20 April.',
    },
    ...customerCases({
      usual: [{ value: 1 }, 'A5 goes: 1.'],
      contracts: [{ value: 0 }, 'Nobody goes: 0.'],
      orders: [{ value: 1 }, 'A5 goes: 1.'],
      active: [{ value: 0 }, 'Nobody goes: 0.'],
      end_of_service: [{ value: 1 }, 'A5 goes: 1; A1 will in March.'],
      renewal_due: [{ value: 2 }, 'A1 and A5 go: 2.'],
    }),
  ],
});
