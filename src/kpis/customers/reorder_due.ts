import { openCount } from '../../metrics/build.ts';
import { day, is } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, StockMetric } from '../../metrics/metric.ts';
import { customerDimensions } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

type Level = 'account' | 'product';

/** Past the last day on which the next order was to be expected, and not yet taken for lost. */
const overdue = (level: Level): StockMetric =>
  openCount('order_forecast', { where: is('level', level), since: [day('upper_on', 1)], until: [day('lapsed_on')] });
/** Within the days in which the next order is to be expected: the time to call. */
const due = (level: Level): StockMetric =>
  openCount('order_forecast', { where: is('level', level), since: [day('lower_on')], until: [day('upper_on', 1)] });
/** All who are expected to order again some day. */
const awaited = (level: Level): StockMetric => openCount('order_forecast', { where: is('level', level), until: [day('lapsed_on')] });

const resultOf = ({ cells }: ComputedInput, as: 'count' | 'share'): ComputedResult => {
  const [late, all] = [cells.overdue?.value ?? 0, cells.awaited?.value ?? 0];
  const detail = { overdue: late, due_now: cells.due?.value ?? 0, awaited: all };
  if (as === 'count') return { value: late, n: all, detail };
  return { value: all === 0 ? null : late / all, numerator: late, denominator: all, n: all, detail };
};

const lateOnes = (level: Level, as: 'count' | 'share'): ComputedMetric => ({
  kind: 'computed',
  inputs: { overdue: overdue(level), due: due(level), awaited: awaited(level) },
  compute: (input) => resultOf(input, as),
});

const order = (id: string, account_id: string, ordered_at: string, more: Readonly<Record<string, string | boolean>> = {}) => ({
  ...{ id, account_id, ordered_at, status: 'completed', amount: 10 },
  ...more,
});
/** Three who order every thirty days through March: from April on 30 days are expected, 17 to 54 of them are usual. */
const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3'].map((id) => ({ id, segment: id === 'A1' ? 'Hoteles' : 'Tiendas' })),
  order: [
    ...['A1', 'A2', 'A3'].flatMap((account) => [
      order(`${account}-1`, account, '2023-01-01'),
      order(`${account}-2`, account, '2023-01-31'),
      order(`${account}-3`, account, '2023-03-02'),
      order(`${account}-4`, account, '2023-04-01'),
    ]),
    order('A2-5', 'A2', '2023-05-01'),
    order('A2-6', 'A2', '2023-05-31'),
    order('A1-5', 'A1', '2023-05-01', { status: 'cancelled' }),
    order('A3-5', 'A3', '2023-05-01', { is_test: true }),
  ],
};
const spring = { from: '2023-04-01', to: '2023-06-30', grain: 'month' } as const;

export default defineKpi({
  id: 'reorder_due',
  ref: 'K-083',
  area: 'customers',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['sales', 'customer_relationship', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Clientes cuyo pedido se retrasa', en: 'Customers whose order is late' },
      metric: () => lateOnes('account', 'count'),
    },
    due: {
      label: { es: 'Clientes a los que ya les toca pedir', en: 'Customers who should order about now' },
      metric: () => due('account'),
    },
    share: {
      label: { es: 'Parte de los clientes de los que se espera pedido', en: 'Share of the customers expected to order' },
      metric: () => lateOnes('account', 'share'),
      unit: 'rate',
    },
    by_product: {
      label: {
        es: 'Producto a producto: clientes y productos que se retrasan',
        en: 'Product by product: customers and products that are late',
      },
      metric: () => lateOnes('product', 'count'),
      needs: ['order.account_id', 'order.ordered_at', 'order_line.order_id', 'order_line.product_id'],
    },
  },
  defaults: ['default'],
  needs: ['order.account_id', 'order.ordered_at'],
  terms: ['active'],
  drillBy: ['account.name', ...customerDimensions],
  grain: 'month',
  minimumSample: 10,
  guards: ['order_interval', 'repeat_purchase_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L36',
  source: 'Log-normal intervals drawn towards all customers’ (empirical Bayes); Klaviyo, expected date of next order',
  texts: {
    es: {
      name: 'Próximo pedido esperado / vencido',
      question: '¿A qué clientes les toca pedir ya y cuáles se están retrasando?',
      definition:
        'Clientes que, al cierre del periodo, han pasado el último día en que cabía esperar su pedido y aún no se dan por perdidos. El plazo de cada uno sale de sus propios intervalos y, cuando tiene pocos, de los de todos: en él caen 8 de cada 10 pedidos.',
      formula: 'Clientes con: último día esperado < hoy < día en que se dan por perdidos',
      why: 'Permite adelantarse: llamar o promocionar antes de que el cliente se ponga a buscar, como pide el texto de origen.',
      rise: 'Abra la lista y llame, empezando por los que más compran. Si se retrasan muchos a la vez, mire qué producto y si hay una causa común: temporada, precio, un competidor.',
      fall: 'Vuelven a pedir, o se han dado ya por perdidos: la tasa de abandono lo aclara. La variante «ya les toca» es su lista de llamadas para no llegar tarde.',
      caveats:
        'El plazo del pasado no se retoca: cada previsión usa lo que se sabía al empezar su trimestre. De un cliente con un solo pedido solo se sabe lo que hacen los demás. Sin bastantes intervalos entre pedidos de los que aprender no hay previsión y el número es cero (el detalle dice de cuántos se espera pedido). La temporada no se tiene en cuenta. Es una foto al cierre: no se suma entre meses.',
    },
    en: {
      name: 'Expected next order / overdue',
      question: 'Which customers should order about now, and which are late?',
      definition:
        'Customers who, at the close of the period, have passed the last day on which their order was to be expected and are not yet taken for lost. Each one’s time follows from its own intervals and, while it has few, from everybody’s: 8 of 10 orders fall within it.',
      formula: 'Customers with: last day expected < today < day on which they are taken for lost',
      why: 'It lets you be early: call or promote before the customer starts looking, as the source text asks.',
      rise: 'Open the list and call, those who buy most first. If many are late at once, see which product and whether there is a common cause: season, price, a competitor.',
      fall: 'They order again, or have been taken for lost: churn tells which. The variant of those who should order now is the list of calls that keeps you from being late.',
      caveats:
        'The times of the past are not touched up: each forecast uses what was known when its quarter began. Of a customer with one order only what the others do is known. Without enough intervals to learn from there is no forecast and the number is zero (the detail says of how many an order is expected). Seasons are not considered. A picture at the close: months are not added up.',
    },
  },
  examples: [
    {
      name: 'late after the usual days',
      given,
      exportedAt: '2023-06-30',
      query: spring,
      expect: [
        { start: '2023-04-01', value: 0, n: 3 },
        { start: '2023-05-01', value: 2, n: 3 },
        { start: '2023-06-01', value: 2, n: 3 },
      ],
      because:
        'All order every 30 days; of the next order 8 of 10 are expected 17 to 54 days after the last one. A1 and A3 ordered last on 1 April (the cancelled and the test orders are none): late from 26 May. A2 orders on 1 and 31 May.',
    },
    {
      name: 'who should order about now',
      given,
      exportedAt: '2023-06-30',
      query: { ...spring, variant: 'due', by: ['account.segment'] },
      expect: [
        { start: '2023-04-01', group: { 'account.segment': 'Tiendas' }, value: 2 },
        { start: '2023-05-01', group: { 'account.segment': 'Tiendas' }, value: 0 },
        { start: '2023-06-01', group: { 'account.segment': 'Tiendas' }, value: 1 },
      ],
      because: 'On 30 April 29 days have passed for A2 and A3; on 31 May A2 has just ordered and A3 is late; on 30 June A2 is 30 days on.',
    },
    {
      name: 'as a share',
      given,
      exportedAt: '2023-06-30',
      query: { ...spring, variant: 'share' },
      expect: [
        { start: '2023-04-01', value: 0, numerator: 0, denominator: 3 },
        { start: '2023-05-01', value: 2 / 3, numerator: 2, denominator: 3 },
      ],
      because: 'Two of three.',
    },
    {
      name: 'nothing to learn from, nothing late',
      given: { account: [{ id: 'A1' }], order: [order('O1', 'A1', '2023-01-01')] },
      exportedAt: '2023-06-30',
      query: { from: '2023-06-01', to: '2023-06-30', grain: 'month' },
      expect: [{ start: '2023-06-01', value: 0, n: 0 }],
      because: 'One order of one customer: no interval to learn from.',
    },
  ],
});
