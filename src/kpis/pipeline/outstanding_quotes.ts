import { any, day, isKnown, isNull, isOneOf, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

/** Sent and not yet decided at the close of the period. One that was decided nobody knows when is not known to be waiting. */
const waiting: StockMetric = {
  kind: 'stock',
  dataset: 'quote',
  aggregate: 'count',
  where: any(isKnown('decided_at'), isNull('status'), isOneOf('status', ['sent'])),
  span: { from: 'sent_at', to: 'decided_at' },
  at: 'closing',
};
const needs = ['quote.sent_at', ['quote.decided_at', 'quote.status']];

const rows = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  quote: [
    { owner_id: 'u1', status: 'sent', sent_at: '2024-01-10', valid_until: '2024-02-10', amount: 1000 },
    { owner_id: 'u1', status: 'accepted', sent_at: '2024-01-20', decided_at: '2024-02-05', valid_until: '2024-02-20', amount: 400 },
    { owner_id: 'u2', status: 'sent', sent_at: '2024-02-15', valid_until: '2024-03-15' },
    { owner_id: 'u2', status: 'rejected', sent_at: '2024-01-12', amount: 9000 },
    { owner_id: 'u2', status: 'draft', created_at: '2024-01-12', amount: 700 },
    { owner_id: 'u2', status: 'sent', sent_at: '2024-01-12', amount: 5000, is_test: true },
  ],
};

export default defineKpi({
  id: 'outstanding_quotes',
  ref: 'K-060',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: labels.byCount, metric: () => waiting },
    by_value: {
      label: labels.byValue,
      metric: () => ({ ...waiting, aggregate: 'sum', of: money('amount', 'sent_at') }),
      unit: 'money',
      needs: [...needs, 'quote.amount'],
    },
    valid: {
      label: { es: 'Solo los que siguen en plazo de validez', en: 'Only those still valid' },
      metric: () => ({ ...waiting, until: [day('valid_until', 1)] }),
      needs: [...needs, 'quote.valid_until'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'account.segment', 'account.industry', 'account.country'],
  grain: 'month',
  minimumSample: 1,
  guards: ['pipeline_vitality'],
  partner: 'quote_to_order_rate',
  decomposition: null,
  seed: 'S3 L26',
  source: 'Stock of quotes sent and undecided',
  texts: {
    es: {
      name: 'Presupuestos pendientes',
      question: '¿Cuántos presupuestos enviados esperan respuesta?',
      definition: 'Presupuestos enviados que al cierre del periodo no se habían aceptado, rechazado ni dado por caducados.',
      formula: 'Presupuestos enviados y sin decidir al cierre del último día',
      why: 'Son el trabajo ya hecho que aún no ha dado fruto. Por sí solos miden actividad: el progreso lo da la tasa de presupuesto a pedido.',
      rise: 'Mire si se presupuesta más o si se responde menos. Ordénelos por antigüedad e importe y llame a los de la última semana antes de enviar otros.',
      fall: 'Si bajan porque se deciden, bien: mire si a pedido o a rechazo. Si es porque se envían menos, la cartera se secará en un ciclo.',
      caveats:
        'El texto de origen dice «citas sobresalientes», mala traducción de outstanding quotes: son presupuestos, no citas. Un presupuesto cuenta desde su envío hasta su decisión, aunque haya pasado su validez; «valid» deja fuera los vencidos. Los borradores no cuentan. Los que constan como decididos sin fecha no se cuentan como pendientes en ningún momento. Es informativo: ni bueno ni malo.',
    },
    en: {
      name: 'Outstanding quotes',
      question: 'How many quotes sent await an answer?',
      definition: 'Quotes sent that at the close of the period had not been accepted, rejected or written off as expired.',
      formula: 'Quotes sent and undecided at the close of the last day',
      why: 'They are work done that has not borne fruit. By themselves they measure activity; progress is the quote-to-order rate.',
      rise: 'Are more quotes sent, or fewer answered? Sort them by age and amount and call last week’s before sending more.',
      fall: 'If they get decided, good: to orders or rejections? If fewer are sent, pipeline dries up within a cycle.',
      caveats:
        'The source text’s Spanish reads "outstanding appointments", a mistranslation: they are quotes. A quote counts from its sending to its decision, also past its validity; "valid" leaves out those run out. Drafts do not count. Those on record as decided without a date never count as waiting. Informational: neither good nor bad.',
    },
  },
  examples: [
    {
      name: 'Waiting at the end of each month',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2023-12-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2023-12-01', value: 0, state: 'zero' },
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 2 },
      ],
      because:
        'January: the 1,000 and the 400, which is accepted on 5 February; then that of 15 February joins the 1,000. The rejected one without a date, the draft and the test one are out.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1400 },
        { start: '2024-02-01', value: 1000 },
      ],
      because: '1,000 + 400; then 1,000, and a quote of unknown amount.',
    },
    {
      name: 'Only those still valid, by person',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'valid', from: '2024-02-01', to: '2024-02-29', grain: 'month', by: ['owner.name'] },
      expect: [{ start: '2024-02-01', group: { 'owner.name': 'Luis' }, value: 1 }],
      because: 'Ana’s ran out on 10 February.',
    },
  ],
});
