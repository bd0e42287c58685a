import { conversion, countDistinct } from '../../metrics/build.ts';
import { all, compare, field, isKnown, isNot } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow } from '../../metrics/metric.ts';
import { windowDays } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const base = { dataset: 'cross_sell', entity: 'account_id', at: 'bought_at', where: isNot('had_before', true) };
const bought = { same_row: true, at: 'complement_bought_at' } as const;

const nameIn = (row: PanelRow, of: string): string => row.group[of] ?? '?';
const countIn = (row: PanelRow): number => row.cells[0]?.value ?? 0;

/** Pairs of products that go together: how much likelier buyers of the one are to have the other than buyers at large. */
const affinityOf = ({ cells, panels }: ComputedInput) => {
  const all = cells.buyers?.value ?? 0;
  const buyers = new Map((panels.products ?? []).map((row) => [nameIn(row, 'product.name'), countIn(row)]));
  return (panels.pairs ?? [])
    .map((row) => {
      const [product, complement] = [nameIn(row, 'product.name'), nameIn(row, 'complement.name')];
      const [one, other, both] = [buyers.get(product) ?? 0, buyers.get(complement) ?? 0, countIn(row)];
      return {
        product,
        complement,
        both,
        attach_rate: one === 0 ? null : both / one,
        lift: one * other === 0 ? null : (both * all) / (one * other),
      };
    })
    .sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
};

/** Of all who have bought a product with complements up to the end of the period, those who have some complement of it. */
const affinity: ComputedMetric = {
  kind: 'computed',
  inputs: {
    buyers: { kind: 'cumulative', of: countDistinct('product_order_sequence', 'account_id', { at: 'ordered_at' }), to_date: 'ever' },
    eligible: { kind: 'cumulative', of: countDistinct('cross_sell', 'account_id', { at: 'bought_at' }), to_date: 'ever' },
    both: { kind: 'cumulative', of: countDistinct('cross_sell', 'account_id', { at: 'complement_bought_at' }), to_date: 'ever' },
  },
  panels: {
    products: {
      metric: { kind: 'cumulative', of: countDistinct('product_order_sequence', 'account_id', { at: 'ordered_at' }), to_date: 'ever' },
      by: ['product.name'],
    },
    pairs: {
      metric: {
        kind: 'cumulative',
        of: countDistinct('cross_sell', 'account_id', { at: 'complement_bought_at', where: isKnown('bought_at') }),
        to_date: 'ever',
      },
      by: ['product.name', 'complement.name'],
    },
  },
  compute: (input): ComputedResult => {
    const [both, eligible] = [input.cells.both?.value ?? 0, input.cells.eligible?.value ?? 0];
    return {
      value: eligible === 0 ? null : Math.min(both, eligible) / eligible,
      numerator: Math.min(both, eligible),
      denominator: eligible,
      n: eligible,
      detail: { pairs: affinityOf(input) },
    };
  },
};

const line = (order_id: string, product_id: string, more: Readonly<Record<string, boolean>> = {}) => ({
  ...{ id: `${order_id}${product_id}`, order_id, product_id, quantity: 1, amount: 10 },
  ...more,
});
const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id, segment: id < 'A3' ? 'Hoteles' : 'Tiendas' })),
  product: [
    { id: 'P1', name: 'Split', complements: 'P2, P3' },
    { id: 'P2', name: 'Termostato' },
    { id: 'P3', name: 'Plan' },
    { id: 'P4', name: 'Estufa' },
  ],
  order: [
    { id: 'O1', account_id: 'A1', ordered_at: '2024-01-10', status: 'completed', amount: 20 },
    { id: 'O2', account_id: 'A2', ordered_at: '2024-01-11', status: 'completed', amount: 10 },
    { id: 'O3', account_id: 'A2', ordered_at: '2024-03-01', status: 'completed', amount: 10 },
    { id: 'O4', account_id: 'A3', ordered_at: '2024-01-12', status: 'completed', amount: 10 },
    { id: 'O5', account_id: 'A3', ordered_at: '2024-11-12', status: 'completed', amount: 10 },
    { id: 'O6', account_id: 'A4', ordered_at: '2023-12-01', status: 'completed', amount: 10 },
    { id: 'O7', account_id: 'A4', ordered_at: '2024-01-20', status: 'completed', amount: 10 },
    { id: 'O8', account_id: 'A5', ordered_at: '2024-01-20', status: 'completed', amount: 10 },
    { id: 'O9', account_id: 'A5', ordered_at: '2024-01-21', status: 'cancelled', amount: 10 },
  ],
  order_line: [
    line('O1', 'P1'),
    line('O1', 'P2'),
    line('O2', 'P1'),
    line('O3', 'P3'),
    line('O4', 'P1'),
    line('O5', 'P2'),
    line('O6', 'P2'),
    line('O7', 'P1'),
    line('O8', 'P4'),
    line('O9', 'P1'),
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'cross_sell_rate',
  ref: 'K-085',
  area: 'customers',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'customer_value', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(180) },
  variants: {
    default: {
      label: { es: 'Compran un complemento dentro del plazo', en: 'Buy a complement in time' },
      metric: ({ window_days }) => conversion({ base, converted: bought, window: window_days }),
    },
    same_order: {
      label: { es: 'En el mismo pedido', en: 'In the same order' },
      metric: () =>
        conversion({
          base,
          converted: {
            ...bought,
            where: all(isKnown('complement_bought_at'), compare(field('complement_bought_at'), '=', field('bought_at'))),
          },
          window: null,
        }),
    },
    affinity: {
      label: { es: 'De todos los compradores hasta hoy, con afinidad por parejas', en: 'Of all buyers so far, with the affinity of pairs' },
      metric: () => affinity,
    },
  },
  defaults: ['default'],
  needs: ['product.complements', 'order_line.product_id', 'order_line.order_id', 'order.account_id', 'order.ordered_at'],
  terms: [],
  drillBy: ['product.name', 'complement.name', 'account.segment', 'account.industry', 'account.owner.name'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['csat', 'share_of_wallet'],
  partner: null,
  decomposition: null,
  seed: 'S3 L36',
  source: 'Agrawal, Imieliński & Swami 1993 (support, confidence, lift)',
  texts: {
    es: {
      name: 'Venta de productos complementarios',
      question: 'Quien compra un producto, ¿compra también lo que lo acompaña?',
      definition:
        'De los clientes que en el periodo compran por primera vez un producto con complementos y aún no tenían ninguno, la fracción que compra al menos uno, en el mismo pedido o en los 180 días siguientes.',
      formula: 'Clientes que compran algún complemento dentro del plazo / clientes que estrenan un producto con complementos',
      why: 'Vender lo que acompaña a quien ya compró es la venta más barata, y un cliente con dos productos se va menos.',
      rise: 'Vea qué pareja tira y llévela a la oferta y a las campañas del resto. Compruebe el CSAT: forzar el paquete se paga después.',
      fall: 'Mire por producto y comercial: puede que no se esté ofreciendo, que falte existencia o que el complemento se compre fuera.',
      caveats:
        'Qué acompaña a qué lo dice la ficha del producto (complementos): sin ella no hay cifra. Quien ya tenía un complemento antes no es una oportunidad y no entra. Los clientes recientes aún están en plazo: el periodo aparece sin madurar. La afinidad (variante) dice cuántas veces más probable es tener el complemento si se tiene el producto: 1 es como todos, por encima van juntos; no prueba que uno cause el otro.',
    },
    en: {
      name: 'Complementary-product rate',
      question: 'Do those who buy a product also buy what goes with it?',
      definition:
        'Of the customers who in the period buy for the first time a product that has complements, and had none of them yet, the share that buys at least one, in the same order or within 180 days.',
      formula: 'Customers who buy some complement in time / customers who first buy a product that has complements',
      why: 'Selling what goes along to somebody who bought is the cheapest sale, and a customer with two products leaves less.',
      rise: 'See which pair pulls, and put it into quotes and campaigns for the others. Check CSAT: a forced bundle is paid for later.',
      fall: 'Look by product and salesperson: it may not be offered, be out of stock, or be bought elsewhere.',
      caveats:
        'What goes with what is on the product’s record (complements): without it there is no figure. Whoever had a complement before is no opportunity and is out. Recent customers still have time: the period shows as immature. Affinity (variant) says how many times likelier the complement is with the product: 1 is like everybody, above they go together; it does not prove that one causes the other.',
    },
  },
  examples: [
    {
      name: 'first buyers who come for a complement in 180 days',
      given,
      exportedAt: '2024-12-31',
      query: january,
      expect: [{ start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because:
        'Splits first bought in January by A1 (thermostat with it), A2 (plan on 1 March), A3 (thermostat after 305 days: late). A4 had the thermostat before, A5’s split was cancelled. 2/3.',
    },
    {
      name: 'in the same order',
      given,
      exportedAt: '2024-12-31',
      query: { ...january, variant: 'same_order' },
      expect: [{ start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'Only A1.',
    },
    {
      name: 'by segment, and a month without first buyers',
      given,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month', by: ['account.segment'] },
      expect: [
        { start: '2024-01-01', group: { 'account.segment': 'Hoteles' }, value: 1, numerator: 2, denominator: 2 },
        { start: '2024-01-01', group: { 'account.segment': 'Tiendas' }, value: 0, numerator: 0, denominator: 1 },
        { start: '2024-02-01', group: { 'account.segment': 'Tiendas' }, value: null, denominator: 0 },
      ],
      because: 'Hotels A1 and A2: both. Shops: A3 too late. February: nobody.',
    },
    {
      name: 'of all buyers so far',
      given,
      exportedAt: '2024-12-31',
      query: { ...january, variant: 'affinity' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'By 31 January A1 to A4 have a split; A1 and A4 a thermostat too: 2/4.',
    },
  ],
});
