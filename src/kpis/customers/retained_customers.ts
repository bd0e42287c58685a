import { openCount } from '../../metrics/build.ts';
import { customerCases } from '../definitions/contested.ts';
import { customerDimensions, customerNeeds, customerRetention } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

export default defineKpi({
  id: 'retained_customers',
  ref: 'K-067',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'count',
  tags: ['customer_satisfaction', 'customer_value', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.standard, metric: () => customerRetention('kept') },
    at_end: {
      label: { es: 'Todos los clientes al cierre, también los nuevos', en: 'All customers at the close, new ones included' },
      metric: () => openCount('customer_span'),
    },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['retention_rate', 'churned_customers'],
  partner: null,
  decomposition: null,
  seed: 'S4 L28',
  source: 'Set-based retention |S ∩ E|',
  texts: {
    es: {
      name: 'Clientes retenidos',
      question: '¿Cuántos de los clientes que teníamos al empezar seguimos teniendo?',
      definition: 'Clientes que lo eran al empezar el periodo y lo son al terminarlo. Los nuevos y los recuperados no cuentan.',
      formula: '|S ∩ E|: clientes al inicio que también están al cierre',
      why: 'Da la dimensión de la base estable, la que sostiene los ingresos sin coste de captación.',
      rise: 'Es bueno si la tasa de retención también aguanta; si solo crece el número, lo que ha crecido es la base de partida.',
      fall: 'Abra la lista de los que se fueron y crúcela con reclamaciones, entregas tardías y tiempos de resolución.',
      caveats:
        'Quien se va y vuelve dentro del mismo periodo cuenta como retenido: se mira el principio y el final, no lo que pasa en medio. Sin contratos, un cliente lo es hasta que agota el plazo de inactividad del espacio de trabajo.',
    },
    en: {
      name: 'Retained customers',
      question: 'How many of the customers we had at the start do we still have?',
      definition: 'Customers at the start of the period who are customers at its end. New and won-back ones do not count.',
      formula: '|S ∩ E|: customers at the start who are also there at the end',
      why: 'It sizes the stable base: the revenue that needs no acquisition cost.',
      rise: 'Good if the retention rate holds as well; if only the number grows, the starting base did.',
      fall: 'Open the list of those who left and set it against complaints, late deliveries and resolution times.',
      caveats:
        'Someone who leaves and returns within the period counts as retained: start and end are compared, not what lies between. Without contracts, a customer stays one until the workspace’s inactivity window has passed.',
    },
  },
  examples: [
    {
      name: 'one leaves, one returns, one is new',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }, { id: 'A4' }, { id: 'A5' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2023-01-01' },
          { id: 'C2', account_id: 'A2', started_at: '2023-03-01T09:00:00Z' },
          { id: 'C3', account_id: 'A3', started_at: '2023-02-01', ends_at: '2024-05-31', cancelled_at: '2024-05-31' },
          { id: 'C4', account_id: 'A4', started_at: '2022-01-01', ends_at: '2022-12-31', cancelled_at: '2022-12-31' },
          { id: 'C5', account_id: 'A4', started_at: '2024-03-01' },
          { id: 'C6', account_id: 'A5', started_at: '2024-07-01' },
        ],
      },
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-12-31', grain: 'year' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'Start: A1, A2, A3. End: A1, A2, A4 (returned), A5 (new). In both: A1 and A2 = 2.',
    },
    {
      name: 'customers at the close are more',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2023-01-01' },
          { id: 'C2', account_id: 'A2', started_at: '2024-02-01' },
          { id: 'C3', account_id: 'A3', started_at: '2024-02-01', deleted_at: '2024-03-01' },
        ],
      },
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-12-31', grain: 'year', variant: 'at_end' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'A1 and the new A2 are customers on 31 December; A3’s contract was deleted. Retained would be 1.',
    },
    ...customerCases({
      usual: [{ value: 2 }, 'A2 and A3 stay: 2.'],
      contracts: [{ value: 1 }, 'A2 stays: 1.'],
      orders: [{ value: 1 }, 'A3 stays: 1.'],
      active: [{ value: 1 }, 'A2 stays: 1.'],
      end_of_service: [{ value: 3 }, 'A1, A2 and A3 stay: 3.'],
    }),
    ...customerCases(
      {
        usual: [{ value: 4 }, 'Customers at the end: 4.'],
        end_of_service: [{ value: 5 }, 'Customers at the end: 5.'],
        renewal_due: [{ value: 4 }, 'Customers at the end: 4; A1 went within the month.'],
      },
      { query: { variant: 'at_end' } },
    ),
  ],
});
