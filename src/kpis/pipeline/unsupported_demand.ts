import { count, countDistinct, median, sumMoney } from '../../metrics/build.ts';
import { money } from '../../metrics/expression.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const at = { at: 'occurred_at' };
const needs = ['demand_signal.occurred_at'];

const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }],
  demand_signal: [
    { account_id: 'a1', product_name: 'Caldera C2', price_point: 1000, occurred_at: '2024-01-10', source: 'llamada' },
    { account_id: 'a1', product_name: 'Caldera C2', price_point: 1200, occurred_at: '2024-01-20', source: 'ticket' },
    { account_id: 'a2', product_name: 'Suelo radiante', occurred_at: '2024-01-25', source: 'visita' },
    { account_id: 'a2', product_name: 'Caldera C2', price_point: 900, occurred_at: '2024-01-26', is_test: true },
    { account_id: 'a2', product_name: 'Caldera C2', price_point: 2000, occurred_at: '2024-02-02', source: 'llamada' },
  ],
};

export default defineKpi({
  id: 'unsupported_demand',
  ref: 'K-065',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['market_demand', 'sales', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Peticiones', en: 'Requests' }, metric: () => count('demand_signal', at) },
    accounts: {
      label: { es: 'Clientes distintos que lo piden', en: 'Distinct accounts that ask' },
      metric: () => countDistinct('demand_signal', 'account_id', at),
      needs: [...needs, 'demand_signal.account_id'],
    },
    by_value: {
      label: labels.byValue,
      metric: () => sumMoney('demand_signal', 'price_point', at),
      unit: 'money',
      needs: [...needs, 'demand_signal.price_point'],
    },
    price: {
      label: { es: 'Precio que estarían dispuestos a pagar (mediana)', en: 'Price they would pay (median)' },
      metric: () => median('demand_signal', money('price_point', 'occurred_at'), at),
      unit: 'money',
      needs: [...needs, 'demand_signal.price_point'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['product_name', 'source', 'account.segment', 'account.industry', 'account.country'],
  grain: 'quarter',
  minimumSample: 5,
  guards: ['opportunity_lost_reasons'],
  partner: null,
  decomposition: null,
  seed: 'S3 L12, L33',
  source: 'Count of requests noted as they come',
  texts: {
    es: {
      name: 'Demanda de lo que no se ofrece',
      question: '¿Qué nos piden los clientes que no vendemos o hemos dejado de vender?',
      definition:
        'Peticiones anotadas en el periodo de productos o servicios descatalogados o que nunca se han ofrecido, con el precio que el cliente dice que pagaría cuando lo dice.',
      formula: 'Número de peticiones anotadas en el periodo',
      why: 'Lo que se pide y no se vende no deja rastro en las ventas. Contarlo con su precio es lo que permite decidir si merece la pena volver a ofrecerlo.',
      rise: 'Ábrala por producto y mire cuántos clientes distintos lo piden y a qué precio. Si el precio cubre el coste, prepare una prueba o un acuerdo con un proveedor.',
      fall: 'Puede ser que el mercado lo haya olvidado o que el equipo haya dejado de anotarlo: pregunte antes de archivarlo.',
      caveats:
        'Solo cuenta lo que se anota; facilite anotarlo con un toque en llamadas, tickets y motivos de pérdida. Las peticiones sin precio cuentan en el número y faltan en el importe. Un cliente que pide tres veces cuenta tres; la variante «accounts» lo cuenta una.',
    },
    en: {
      name: 'Demand for discontinued / missing offer',
      question: 'What do customers ask for that we do not, or no longer, sell?',
      definition:
        'Requests noted in the period for products or services that were discontinued or never offered, with the price the customer would pay when told.',
      formula: 'Number of requests noted in the period',
      why: 'What is asked for and not sold leaves no trace in sales. Counting it with its price is what lets one decide whether to offer it again.',
      rise: 'Split it by product and see how many accounts ask and at what price. If the price covers the cost, set up a trial or a deal with a supplier.',
      fall: 'The market may have forgotten it, or the team may have stopped noting it: ask before shelving it.',
      caveats:
        'Only what is noted counts; make it one tap on calls, tickets and lost reasons. Requests without a price count in number and are missing from the amount. An account that asks three times counts three; "accounts" counts it once.',
    },
  },
  examples: [
    {
      name: 'Requests by month',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because: 'January: three live requests, the test one is out. None in March.',
    },
    {
      name: 'Per item, with the price they would pay',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'price', from: '2024-01-01', to: '2024-03-31', grain: 'quarter', by: ['product_name'] },
      expect: [
        { start: '2024-01-01', group: { product_name: 'Caldera C2' }, value: 1200 },
        { start: '2024-01-01', group: { product_name: 'Suelo radiante' }, value: null },
      ],
      because: 'The middle of 1,000, 1,200 and 2,000; nobody named a price for the floor heating.',
    },
    {
      name: 'One customer asking twice is one account',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'accounts', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2 }],
      because: 'a1 (twice) and a2.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2200 }],
      because: '1,000 + 1,200; the request without a price is missing, not 0.',
    },
  ],
});
