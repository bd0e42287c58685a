import { countDistinct } from '../../metrics/build.ts';
import { compare, field, is } from '../../metrics/expression.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** The second order is what makes a customer a repeat customer: one row an account. */
const second = countDistinct('order_sequence', 'account_id', { at: 'ordered_at', where: is('ordinal', 2) });

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id })),
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-03', status: 'completed', amount: 10 },
    { id: 'O2', account_id: 'A1', ordered_at: '2024-02-04', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-01-05T08:00:00Z', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A2', ordered_at: '2024-01-20T08:00:00Z', status: 'completed', amount: 10 },
    { id: 'O5', account_id: 'A2', ordered_at: '2024-03-03', status: 'open', amount: 10 },
    { id: 'O6', account_id: 'A3', ordered_at: '2024-01-08', status: 'completed', amount: 10 },
    { id: 'O7', account_id: 'A4', ordered_at: '2024-02-01', status: 'completed', amount: 10 },
    { id: 'O8', account_id: 'A4', ordered_at: '2024-02-10', status: 'cancelled', amount: 10 },
    { id: 'O9', account_id: 'A3', ordered_at: '2024-02-15', status: 'completed', amount: 10, deleted_at: '2024-02-16' },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'month' } as const;

export default defineKpi({
  id: 'repeat_customers',
  ref: 'K-074',
  area: 'customers',
  band: 'perception',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'count',
  tags: ['customer_satisfaction', 'customer_value', 'customer_relationship', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Hasta la fecha: dos pedidos o más', en: 'So far: two orders or more' },
      metric: () => ({ kind: 'cumulative', of: second, to_date: 'ever' }),
    },
    in_period: {
      label: { es: 'Que compran en el periodo y ya habían comprado', en: 'Who buy in the period and had bought before' },
      metric: () => countDistinct('order_sequence', 'account_id', { at: 'ordered_at', where: compare(field('ordinal'), '>=', 2) }),
    },
    became: {
      label: { es: 'Que pasan a serlo en el periodo', en: 'Who became one in the period' },
      metric: () => second,
    },
  },
  defaults: ['default'],
  needs: ['order.account_id', 'order.ordered_at'],
  terms: [],
  drillBy: ['account.name', 'account.segment', 'account.country', 'owner.name'],
  grain: 'month',
  minimumSample: 0,
  guards: ['repeat_purchase_rate', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S4 L25',
  source: 'Business News Daily (customer perception metrics)',
  texts: {
    es: {
      name: 'Clientes recurrentes',
      question: '¿Qué clientes nos han comprado más de una vez?',
      definition:
        'Cuentas con dos pedidos o más hasta el cierre del periodo. Los pedidos anulados, las devoluciones y las pruebas no cuentan. La lista se abre desde la cifra.',
      formula: 'Número de cuentas con al menos 2 pedidos hasta la fecha',
      why: 'Son quienes han comprobado el servicio y han vuelto: la base natural para venta cruzada, referencias y casos de éxito.',
      rise: 'Es una cifra que se acumula y casi nunca baja: mire en «pasan a serlo» si el ritmo también crece.',
      fall: 'Solo puede bajar si se borran o fusionan cuentas. Si se estanca, revise la tasa de repetición y el intervalo entre pedidos.',
      caveats:
        'Un cliente recurrente puede estar inactivo desde hace años: para los activos, use la variante del periodo. Las cuentas duplicadas esconden clientes recurrentes.',
    },
    en: {
      name: 'Repeat customers',
      question: 'Which customers have bought from us more than once?',
      definition:
        'Accounts with two orders or more up to the end of the period. Cancelled orders, returns and tests do not count. The list opens from the figure.',
      formula: 'Number of accounts with at least 2 orders so far',
      why: 'They have tried the service and come back: the natural base for cross-selling, referrals and case studies.',
      rise: 'The figure accumulates and hardly ever falls: see in "became one" whether the pace grows as well.',
      fall: 'It falls only when accounts are deleted or merged. If it stalls, look at the repeat purchase rate and the order interval.',
      caveats:
        'A repeat customer may have been silent for years: for active ones use the variant of the period. Duplicate accounts hide repeat customers.',
    },
  },
  examples: [
    {
      name: 'so far',
      given,
      exportedAt: '2024-03-31',
      query: quarter,
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 2 },
        { start: '2024-03-01', value: 2 },
      ],
      because: 'A2 from 20 January, A1 from 4 February. A3’s second order was deleted and A4’s cancelled. March: A2’s third adds nobody.',
    },
    {
      name: 'who buy in the period and had bought before',
      given,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'in_period' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 1 },
      ],
      because: 'January A2, February A1, March A2.',
    },
    {
      name: 'who became one',
      given,
      exportedAt: '2024-03-31',
      query: { ...quarter, variant: 'became' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0 },
      ],
      because: 'Second orders: A2 on 20 January, A1 on 4 February, none in March.',
    },
  ],
});
