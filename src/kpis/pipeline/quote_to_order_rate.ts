import { conversion } from '../../metrics/build.ts';
import { all, any, is, isKnown, isNot, isOneOf, money } from '../../metrics/expression.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const sent = isNot('status', 'draft');
/** Accepted, or an order stands on it whatever the status says. */
const accepted = any(is('status', 'accepted'), isKnown('order_id'));
const quotes = { dataset: 'quote', entity: 'id', at: 'sent_at', where: sent };
const needs = ['quote.sent_at', 'quote.decided_at', ['quote.status', 'quote.order_id']];

const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }],
  opportunity: [
    { id: 'o1', account_id: 'a1', created_at: '2024-01-02', status: 'won', closed_at: '2024-01-30' },
    { id: 'o2', account_id: 'a2', created_at: '2024-01-02', status: 'open' },
  ],
  order: [{ id: 'p1', account_id: 'a1', ordered_at: '2024-01-30', amount: 900, status: 'completed' }],
  activity: [
    { account_id: 'a1', type: 'meeting', occurred_at: '2024-01-10' },
    { account_id: 'a2', type: 'meeting', occurred_at: '2024-01-11' },
  ],
  quote: [
    { opportunity_id: 'o1', status: 'rejected', sent_at: '2024-01-10', decided_at: '2024-01-15', amount: 1100 },
    { opportunity_id: 'o1', status: 'accepted', sent_at: '2024-01-15', decided_at: '2024-01-30', amount: 900, order_id: 'p1' },
    { opportunity_id: 'o2', status: 'sent', sent_at: '2024-01-20', amount: 3000 },
    { opportunity_id: 'o2', status: 'accepted', sent_at: '2024-01-05', decided_at: '2024-04-10', amount: 1000 },
    { opportunity_id: 'o2', status: 'draft', amount: 700 },
    { opportunity_id: 'o2', status: 'accepted', sent_at: '2024-01-08', decided_at: '2024-01-09', amount: 5000, is_test: true },
  ],
};

export default defineKpi({
  id: 'quote_to_order_rate',
  ref: 'K-061',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'work_effectiveness', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(60) },
  variants: {
    within_window: {
      label: { es: 'Presupuestos aceptados dentro del plazo', en: 'Quotes accepted within the window' },
      metric: ({ window_days }) =>
        conversion({ base: quotes, converted: { same_row: true, at: 'decided_at', where: accepted }, window: window_days }),
    },
    by_value: {
      label: labels.byValue,
      metric: ({ window_days }) =>
        conversion({
          base: quotes,
          converted: { same_row: true, at: 'decided_at', where: accepted },
          window: window_days,
          weighting: 'value',
          value: money('amount', 'sent_at'),
        }),
      needs: [...needs, 'quote.amount'],
    },
    by_deal: {
      label: { es: 'Por oportunidad: las versiones cuentan una vez', en: 'By deal: versions count once' },
      metric: ({ window_days }) =>
        conversion({
          base: { ...quotes, entity: 'opportunity_id', where: all(sent, isKnown('opportunity_id')) },
          converted: { same_row: false, dataset: 'quote', entity: 'opportunity_id', at: 'decided_at', where: accepted },
          window: window_days,
        }),
      needs: [...needs, 'quote.opportunity_id'],
    },
    ever: {
      label: labels.ever,
      metric: () => conversion({ base: quotes, converted: { same_row: true, where: accepted }, window: null }),
      needs: ['quote.sent_at', ['quote.status', 'quote.order_id']],
    },
    appointment: {
      label: { es: 'De reunión a pedido (lectura literal de «cita»)', en: 'From meeting to order (the Spanish word read literally)' },
      metric: ({ window_days }) =>
        conversion({
          base: {
            dataset: 'activity',
            entity: 'account_id',
            at: 'occurred_at',
            where: all(isOneOf('type', ['meeting', 'demo']), isKnown('account_id')),
          },
          converted: { same_row: false, dataset: 'order', entity: 'account_id', at: 'ordered_at', where: isNot('status', 'cancelled') },
          window: window_days,
        }),
      needs: ['activity.type', 'activity.account_id', 'order.account_id', 'order.ordered_at'],
    },
  },
  defaults: ['within_window', 'ever'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'account.segment', 'account.industry', 'opportunity.product.name', 'account.country'],
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_opportunity_value', 'opportunity_conversion_rate'],
  partner: 'outstanding_quotes',
  decomposition: null,
  seed: 'S3 L26',
  source: 'Quotes followed from the day they are sent',
  texts: {
    es: {
      name: 'Tasa de presupuesto a pedido',
      question: '¿Qué parte de los presupuestos que enviamos se convierte en pedido?',
      definition:
        'De los presupuestos enviados en el periodo, la parte que se aceptó, o de la que salió un pedido, dentro del plazo (60 días por defecto) desde su envío.',
      formula: 'Presupuestos enviados y aceptados dentro del plazo / presupuestos enviados',
      why: 'Contar presupuestos pendientes mide trabajo; esta tasa mide si ese trabajo acaba en pedidos.',
      rise: 'Mire si se presupuesta mejor o solo cuando ya está hablado. Contraste con el margen: un descuento generoso también la sube.',
      fall: 'Abra por persona y por tramo de importe, y mire cuánto tarda la respuesta: llamar a los dos o tres días suele recuperar parte. Si caen todos, compare precios y plazos con la competencia.',
      caveats:
        'El texto de origen dice «la cita para ordenar la tasa de conversión»: es una mala traducción de quote-to-order, presupuesto a pedido. Por si se leyó como cita, la variante «appointment» mide de reunión a pedido. Cada versión de un presupuesto cuenta, así que revisarlos mucho baja la tasa; «by_deal» cuenta cada oportunidad una vez. Los borradores no cuentan. Los periodos que aún no han cumplido el plazo salen como inmaduros.',
    },
    en: {
      name: 'Quote-to-order conversion rate',
      question: 'What share of the quotes we send turns into orders?',
      definition:
        'Of the quotes sent in the period, the share accepted, or on which an order stands, within the window (60 days by default) from being sent.',
      formula: 'Quotes sent and accepted within the window / quotes sent',
      why: 'Counting outstanding quotes measures work; this rate measures whether that work ends in orders.',
      rise: 'Are quotes better, or only sent once all is settled? Check the margin: a generous discount lifts it too.',
      fall: 'Split by person and size of quote, and see how long answers take: a call after two or three days often wins some back. If all fall, compare prices and terms with rivals.',
      caveats:
        'The source text’s Spanish, "appointment to order", is a mistranslation of quote-to-order. In case it was read so, the variant "appointment" goes from meeting to order. Each version of a quote counts, so many revisions lower the rate; "by_deal" counts each deal once. Drafts are out. Periods whose window is not over are shown as immature.',
    },
  },
  examples: [
    {
      name: 'Accepted within 60 days',
      given: rows,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'Four quotes were sent in January; the draft and the test one are out. One was accepted in time, one after 96 days, one rejected, one still waits: 1 / 4. February sent none.',
    },
    {
      name: 'Ever accepted',
      given: rows,
      exportedAt: '2024-06-30',
      query: { variant: 'ever', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'The one of 10 April counts too: 2 / 4.',
    },
    {
      name: 'By deal the two versions are one',
      given: rows,
      exportedAt: '2024-06-30',
      query: { variant: 'by_deal', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Two deals were quoted; o1 accepted its second version 20 days after the first, o2 in none of its 60 days: 1 / 2.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-06-30',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.15, numerator: 900, denominator: 6000 }],
      because: '900 of 1,100 + 900 + 3,000 + 1,000.',
    },
    {
      name: 'Read as an appointment',
      given: rows,
      exportedAt: '2024-06-30',
      query: { variant: 'appointment', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Two customers were met; a1 ordered 20 days later: 1 / 2.',
    },
    {
      name: 'Too early to tell',
      given: rows,
      exportedAt: '2024-02-10',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.25, state: 'immature' }],
      because: 'On 10 February the quotes of January have not had their 60 days.',
    },
  ],
});
