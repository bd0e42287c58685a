import { count } from '../../metrics/build.ts';
import { compare, field } from '../../metrics/expression.ts';
import { customerCases } from '../definitions/contested.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { acquiredCustomers, customerDimensions, customerNeeds, newCustomers } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

export default defineKpi({
  id: 'new_customers',
  ref: 'K-066',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'count',
  tags: ['sales', 'market_demand', 'customer_value', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.standard, metric: () => newCustomers },
    acquired: {
      label: { es: 'Captados: con contrato o pedido, aunque no hayan pagado', en: 'Acquired: with a contract or order, paid or not' },
      metric: (_, settings) => acquiredCustomers(settings),
    },
    returned: {
      label: { es: 'Recuperados: vuelven tras haberse dado de baja', en: 'Won back: they return after having left' },
      metric: () => count('customer_span', { at: 'valid_from', where: compare(field('ordinal'), '>', 1) }),
    },
  },
  defaults: ['default'],
  needs: customerNeeds,
  terms: ['acquired', 'customer', 'active', 'churn_date'],
  drillBy: customerDimensions,
  grain: 'month',
  minimumSample: 0,
  guards: ['cac', 'retention_rate'],
  partner: null,
  decomposition: null,
  seed: 'S0 L17; S1#11; S4 L28',
  source: 'Someka, 26 CRM KPIs (acquisition against conversion)',
  texts: {
    es: {
      name: 'Nuevos clientes',
      question: '¿Cuántos clientes hemos ganado en el periodo?',
      definition:
        'Cuentas que pagan por primera vez en el periodo. Si no hay cobros registrados, cuenta el primer pedido que no se haya anulado. Quien vuelve después de una baja no es nuevo: se ve en la variante «Recuperados».',
      formula: 'Número de cuentas cuyo primer pago cae en el periodo',
      why: 'Es la medida más directa de que la empresa amplía su base de clientes, y el denominador del coste de adquisición.',
      rise: 'Compruebe que no se ha comprado: mire el coste de adquisición del mismo periodo y, unos meses después, cuántos de estos clientes repiten.',
      fall: 'Busque dónde se corta el embudo: menos leads, peor conversión o ciclo más largo. Si los leads aguantan, el problema está en ventas; si no, en la captación.',
      caveats:
        'El texto de origen llama «adquirido» a quien se suscribe sin haber pagado y «convertido» a quien ya ha pagado; aquí manda el pago y la otra lectura es la variante «Captados». Cuentas duplicadas inflan la cifra.',
    },
    en: {
      name: 'New customers',
      question: 'How many customers did we win in the period?',
      definition:
        'Accounts that pay for the first time in the period. Where payments are not on record, the first order that was not cancelled counts. A customer who comes back after leaving is not new; the variant "Won back" counts those.',
      formula: 'Number of accounts whose first payment falls in the period',
      why: 'The plainest sign that the customer base grows, and what acquisition cost is divided by.',
      rise: 'Make sure it was not bought: look at acquisition cost in the same period and, some months on, at how many of them order again.',
      fall: 'Find where the funnel narrows: fewer leads, worse conversion or a longer cycle. If leads hold up, look at sales; if not, at lead generation.',
      caveats:
        'The source text calls someone who signed up without paying "acquired" and someone who paid "converted". Payment decides here; the other reading is the variant "Acquired". Duplicate accounts inflate the figure.',
    },
  },
  examples: [
    {
      name: 'without payments, the first order that is not cancelled',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }, { id: 'A4' }, { id: 'A5' }],
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2023-12-20', status: 'completed', amount: 100 },
          { id: 'O2', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 100 },
          { id: 'O3', account_id: 'A2', ordered_at: '2024-01-05', status: 'cancelled', amount: 100 },
          { id: 'O4', account_id: 'A2', ordered_at: '2024-02-02', status: 'completed', amount: 100 },
          { id: 'O5', account_id: 'A3', ordered_at: '2024-01-31T23:30:00Z', status: 'open', amount: 100 },
          { id: 'O6', account_id: 'A4', ordered_at: '2024-01-20', status: 'completed', amount: 100, is_test: true },
          { id: 'O7', account_id: 'A5', ordered_at: '2024-01-15', status: null, amount: 100 },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 2 },
        { start: '2024-03-01', value: 0 },
      ],
      because:
        'January: only A5 (unknown status counts as a sale); A1 bought in December, A2 cancelled, A4 is a test. February: A2 with its first real order, A3 because 23:30 UTC on 31 January is 00:30 on 1 February in Madrid. March: none, a true 0.',
    },
    {
      name: 'with payments, the first payment decides; the first order is the variant',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 100 },
          { id: 'O2', account_id: 'A2', ordered_at: '2024-01-12', status: 'completed', amount: 100 },
        ],
        payment: [
          { id: 'P1', account_id: 'A1', paid_at: '2024-02-09', amount: 60 },
          { id: 'P2', account_id: 'A1', paid_at: '2024-03-09', amount: 40 },
          { id: 'P3', account_id: 'A2', paid_at: '2024-01-12', amount: 100 },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
      ],
      because: 'A2 pays on the spot in January; A1 orders in January and pays first in February. March’s second payment changes nothing.',
    },
    {
      name: 'acquired: both are customers from their order on, paid or not',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        order: [
          { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 100 },
          { id: 'O2', account_id: 'A2', ordered_at: '2024-01-12', status: 'completed', amount: 100 },
        ],
        payment: [
          { id: 'P1', account_id: 'A1', paid_at: '2024-02-09', amount: 100 },
          { id: 'P2', account_id: 'A2', paid_at: '2024-01-12', amount: 100 },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month', variant: 'acquired' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 0 },
      ],
      because: 'Both first orders are of January: 2, then 0. By payment it would be 1 and 1.',
    },
    {
      name: 'a customer who comes back is won back, not new',
      given: {
        account: [{ id: 'A1' }, { id: 'A2' }],
        contract: [
          { id: 'C1', account_id: 'A1', started_at: '2022-01-01', ends_at: '2022-12-31', cancelled_at: '2022-12-31' },
          { id: 'C2', account_id: 'A1', started_at: '2024-03-01' },
          { id: 'C3', account_id: 'A2', started_at: '2024-03-15' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', variant: 'returned' },
      expect: [{ start: '2024-03-01', value: 1 }],
      because: 'A1 left in 2022 and returns on 1 March: its second span. A2 is new, so it is not counted here.',
    },
    ...customerCases({
      usual: [{ value: 3 }, 'First order, else first contract, in February: A2, A4, A6.'],
      contracts: [{ value: 2 }, 'Of those with a contract, A2 and A4.'],
      orders: [{ value: 2 }, 'Of those who order, A2 and A6; A4 has not.'],
    }),
    ...customerCases(
      {
        usual: [{ value: 0 }, 'Nobody comes back.'],
        active: [{ value: 1 }, 'A3 had lapsed and comes back.'],
      },
      { query: { variant: 'returned' } },
    ),
    ...customerCases(
      {
        contracts: [{ value: 1 }, 'By the start of the first contract: A4.'],
        end_of_service: [{ value: 2 }, 'The first contract or order began in February: A4 and A6; when losses are dated changes nothing.'],
      },
      { query: { variant: 'acquired' } },
    ),
    ...leadCases(
      {
        usual: [{ value: 3 }, 'The first contract or order of A4, A5 and A6 falls in January.'],
        first_order: [{ value: 2 }, 'The first order of A4 and A5; A6 has a contract only.'],
      },
      { query: { variant: 'acquired' } },
    ),
  ],
});
