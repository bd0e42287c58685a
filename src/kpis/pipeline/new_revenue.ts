import { sumMoney } from '../../metrics/build.ts';
import { all, is } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

const won = is('status', 'won');
const wonNeeds = ['opportunity.status', 'opportunity.closed_at', 'opportunity.amount'];

const sold = {
  account: [{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }],
  order: [
    { account_id: 'a1', ordered_at: '2023-12-20', amount: 500, status: 'completed' },
    { account_id: 'a1', ordered_at: '2024-01-10', amount: 700, status: 'completed' },
    { account_id: 'a2', ordered_at: '2024-01-05', amount: 900, status: 'cancelled' },
    { account_id: 'a2', ordered_at: '2024-01-15', amount: 300, status: 'completed' },
    { account_id: 'a2', ordered_at: '2024-01-25', amount: 400 },
    { account_id: 'a3', ordered_at: '2024-01-20', amount: 250 },
    { account_id: 'a3', ordered_at: '2024-01-02', amount: 999, is_test: true },
  ],
  opportunity: [
    { account_id: 'a1', status: 'won', closed_at: '2024-01-09', amount: 700, type: 'expansion' },
    { account_id: 'a2', status: 'won', closed_at: '2024-01-14', amount: 320, type: 'new' },
    { account_id: 'a3', status: 'lost', closed_at: '2024-01-14', amount: 100, type: 'new' },
  ],
};

export default defineKpi({
  id: 'new_revenue',
  ref: 'K-058',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['revenue', 'sales', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    first_orders: {
      label: { es: 'Primer pedido de clientes nuevos', en: 'First orders of new customers' },
      metric: () => sumMoney('order_sequence', 'amount', { at: 'ordered_at', where: is('ordinal', 1) }),
      needs: ['order.account_id', 'order.ordered_at', 'order.amount'],
    },
    new_business: {
      label: { es: 'Oportunidades ganadas de negocio nuevo', en: 'Won deals of new business' },
      metric: () => sumMoney('opportunity', 'amount', { at: 'closed_at', where: all(won, is('type', 'new')) }),
      needs: [...wonNeeds, 'opportunity.type'],
    },
    booked: {
      label: { es: 'Todo lo contratado en el periodo', en: 'Everything booked in the period' },
      metric: () => sumMoney('opportunity', 'amount', { at: 'closed_at', where: won }),
      needs: wonNeeds,
    },
  },
  defaults: ['first_orders', 'new_business'],
  needs: [['order.amount', 'opportunity.amount']],
  terms: [],
  drillBy: ['owner.name', 'account.industry', 'account.country', 'account.segment'],
  grain: 'month',
  minimumSample: 1,
  guards: ['total_sales', 'cac', 'retention_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L28',
  source: 'Revenue of first orders, or of deals of new business',
  texts: {
    es: {
      name: 'Nuevos ingresos',
      question: '¿Cuánto ingreso traen los clientes nuevos?',
      definition:
        'Importe del primer pedido no cancelado de cada cliente que compra por primera vez en el periodo. Donde no hay pedidos, importe de las oportunidades ganadas de tipo nuevo.',
      formula: 'Σ importe de los primeros pedidos del periodo',
      why: 'Separa el crecimiento por clientes nuevos del que dan los de siempre, que se consiguen con esfuerzos distintos.',
      rise: 'Mire cuánto ha costado traerlo y si esos clientes repiten. Si crece el importe y no el número, un cliente grande lo explica.',
      fall: 'Vea si hay menos clientes nuevos o compran menos la primera vez. Si lo primero, suba por el embudo: leads, conversión, ciclo.',
      caveats:
        '«Nuevo» puede querer decir cliente nuevo o contrato nuevo: por defecto, cliente nuevo; «booked» suma todo lo ganado. Cuenta solo el primer pedido, no lo que ese cliente compra después en el mes. Los pedidos sin cliente identificado quedan fuera.',
    },
    en: {
      name: 'New revenue',
      question: 'How much revenue do new customers bring?',
      definition:
        'Amount of the first order, not cancelled, of each customer who buys for the first time in the period. Where there are no orders, the amount of won deals of type new.',
      formula: 'Σ amount of first orders in the period',
      why: 'It tells growth from new customers from growth with old ones; the two take different work.',
      rise: 'See what it cost to bring and whether those customers come back. If the amount grows and the number does not, one large customer explains it.',
      fall: 'Fewer new customers, or smaller first purchases? If the former, go up the funnel: leads, conversion, cycle.',
      caveats:
        '"New" may mean a new customer or a new contract; new customers are the default, "booked" adds up everything won. Only the first order counts, not what the customer buys later that month. Orders without a known customer are left out.',
    },
  },
  examples: [
    {
      name: 'First orders of customers',
      given: sold,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 550 },
        { start: '2024-02-01', value: 0, state: 'zero' },
      ],
      because: 'a2: 300 (its cancelled order was no sale, its later one is not the first); a3: 250; a1 bought in December already. 550.',
    },
    {
      name: 'Deals of new business',
      given: sold,
      exportedAt: '2024-02-29',
      query: { variant: 'new_business', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 320 }],
      because: 'Only the deal of a2 was won and new.',
    },
    {
      name: 'Everything booked',
      given: sold,
      exportedAt: '2024-02-29',
      query: { variant: 'booked', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1020 }],
      because: '700 + 320 won; the lost deal is out.',
    },
    {
      name: 'Without orders, the default is new business',
      given: { opportunity: sold.opportunity },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 320 }],
      because: 'There are no orders, so won deals of type new: 320.',
    },
  ],
});
