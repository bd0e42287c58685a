import { proportion } from '../../metrics/build.ts';
import { compare, elapsed, isNot } from '../../metrics/expression.ts';
import type { Statistic } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import { labels } from '../definitions/labels.ts';
import { effectiveTime, hoursFromOpening, ticketDimensions, timeParameter } from '../definitions/ticket.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const assisted = isNot('resolved_by', 'customer');
const response = (statistic: Statistic) => ({
  metric: ({ time }: { readonly time: string }, settings: Settings) =>
    hoursFromOpening('first_response_at', statistic, effectiveTime(time, settings), assisted),
});

const given: WorkedExample['given'] = {
  ticket: [
    {
      id: 'T1',
      opened_at: '2024-03-01T08:00:00Z',
      first_response_at: '2024-03-01T08:30:00Z',
      first_response_due_at: '2024-03-01T10:00:00Z',
    },
    {
      id: 'T2',
      opened_at: '2024-03-04T08:00:00Z',
      first_response_at: '2024-03-04T11:00:00Z',
      first_response_due_at: '2024-03-04T10:00:00Z',
    },
    {
      id: 'T3',
      opened_at: '2024-03-05T08:00:00Z',
      first_response_at: '2024-03-05T10:00:00Z',
      first_response_due_at: '2024-03-05T10:00:00Z',
    },
    { id: 'T4', opened_at: '2024-03-06T08:00:00Z', first_response_due_at: '2024-03-06T10:00:00Z' },
    { id: 'T5', opened_at: '2024-03-07T08:00:00Z', first_response_at: '2024-03-07T08:01:00Z', resolved_by: 'customer' },
    { id: 'T6', opened_at: '2024-03-07T08:00:00Z', first_response_at: '2024-03-08T08:00:00Z', is_test: true },
  ],
};
const march = { from: '2024-03-01', to: '2024-03-31', grain: 'month' } as const;

export default defineKpi({
  id: 'first_response_time',
  ref: 'K-095',
  area: 'service',
  band: 'perception',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'hours',
  tags: ['customer_satisfaction', 'work_effectiveness', 'time_management', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { time: timeParameter },
  variants: {
    median: { label: labels.median, ...response('median') },
    mean: { label: labels.mean, ...response('mean') },
    p75: { label: labels.p75, ...response('p75') },
    p90: { label: labels.p90, ...response('p90') },
    km_median: { label: labels.kmMedian, ...response('km_median') },
    within_sla: {
      label: { es: 'Respondidos dentro del plazo comprometido', en: 'Answered within the time promised' },
      metric: () =>
        proportion('ticket', {
          at: 'first_response_due_at',
          where: assisted,
          part: compare(elapsed('first_response_at', 'first_response_due_at', 'second'), '>=', 0),
        }),
      unit: 'rate',
      needs: ['ticket.first_response_due_at', 'ticket.first_response_at'],
    },
  },
  defaults: ['median'],
  needs: ['ticket.opened_at', 'ticket.first_response_at'],
  terms: [],
  drillBy: ticketDimensions,
  grain: 'month',
  minimumSample: 20,
  guards: ['csat', 'fcr', 'avg_resolution_time'],
  partner: null,
  decomposition: null,
  seed: 'S2 L52',
  source: 'HDI; Zendesk (first reply time)',
  texts: {
    es: {
      name: 'Tiempo de respuesta',
      question: '¿Cuánto tarda el cliente en recibir la primera respuesta de una persona?',
      definition:
        'Tiempo entre la apertura del caso y la primera respuesta humana, de los respondidos en el periodo; en horas laborables si hay horario definido. Los casos que el cliente resolvió solo no cuentan.',
      formula: 'Mediana de (primera respuesta − apertura), en horas',
      why: 'Los primeros minutos deciden la impresión del cliente: una respuesta rápida compra tiempo para resolver bien.',
      rise: 'Mire a qué horas y por qué canal: suele ser cuestión de turnos o de reparto de la cola, no de ganas.',
      fall: 'Compruebe que no son acuses de recibo automáticos y que la resolución también mejora.',
      caveats:
        'Los casos sin responder no entran en la mediana: vigile con la variante Kaplan–Meier o con el porcentaje dentro de plazo, donde sí cuentan como incumplidos.',
    },
    en: {
      name: 'First response time',
      question: 'How long until the customer gets the first answer from a person?',
      definition:
        'Time from opening the case to the first human reply, of cases answered in the period; in business hours where they are set. Cases the customer solved alone do not count.',
      formula: 'Median of (first response − opened), in hours',
      why: 'The first minutes set the customer’s impression: a quick answer buys time to solve the matter well.',
      rise: 'See at which hours and by which channel: mostly a matter of shifts or of how the queue is shared out, not of will.',
      fall: 'Make sure they are not automatic receipts, and that resolution improves too.',
      caveats:
        'Cases without an answer are not in the median: watch the Kaplan–Meier variant or the share within the time promised, where they count as missed.',
    },
  },
  examples: [
    {
      name: 'median of those answered',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 2, n: 3 },
        { start: '2024-04-01', value: null, n: 0 },
      ],
      because: '0.5, 3 and 2 hours: median 2. T4 has no answer, T5 needed none, T6 is a test.',
    },
    {
      name: 'mean',
      given,
      exportedAt: '2024-03-31',
      query: { ...march, variant: 'mean' },
      expect: [{ start: '2024-03-01', value: 5.5 / 3, n: 3 }],
      because: '(0.5 + 3 + 2) / 3 = 1.833.',
    },
    {
      name: 'within the time promised: no answer is a miss',
      given,
      exportedAt: '2024-03-31',
      query: { ...march, variant: 'within_sla' },
      expect: [{ start: '2024-03-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'Due: T1–T4. T1 early, T3 on the second, T2 an hour late, T4 never: 2/4.',
    },
  ],
});
