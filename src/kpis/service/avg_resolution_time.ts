import { proportion } from '../../metrics/build.ts';
import { is, isKnown, isNot } from '../../metrics/expression.ts';
import type { Statistic } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import { labels } from '../definitions/labels.ts';
import { effectiveTime, hoursFromOpening, ticketDimensions, timeParameter } from '../definitions/ticket.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const real = isNot('status', 'cancelled');
const resolution = (statistic: Statistic) => ({
  metric: ({ time }: { readonly time: string }, settings: Settings) =>
    hoursFromOpening('resolved_at', statistic, effectiveTime(time, settings), real),
});

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-03-01T08:00:00Z', resolved_at: '2024-03-01T12:00:00Z' },
    { id: 'T2', opened_at: '2024-03-04T08:00:00Z', resolved_at: '2024-03-04T18:00:00Z' },
    { id: 'T3', opened_at: '2024-03-05', resolved_at: '2024-03-07T15:00:00Z' },
    { id: 'T4', opened_at: '2024-03-06T08:00:00Z' },
    { id: 'T5', opened_at: '2024-02-29T08:00:00Z', resolved_at: '2024-03-02T08:00:00Z', status: 'cancelled' },
    { id: 'T6', opened_at: '2024-03-06T08:00:00Z', resolved_at: '2024-03-06T09:00:00Z', is_test: true },
  ],
};
const march = { from: '2024-03-01', to: '2024-03-31', grain: 'month' } as const;

const weekend: WorkedExample['given'] = {
  ticket: [{ id: 'T1', opened_at: '2024-03-01T16:00:00Z', resolved_at: '2024-03-04T09:00:00Z' }],
};
const backwards: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-03-03T16:00:00Z', resolved_at: '2024-03-03T09:00:00Z' },
    { id: 'T2', opened_at: '2024-03-03T09:00:00Z', resolved_at: '2024-03-04T10:00:00Z' },
  ],
};
const hours = { business_hours: { 'mon-fri': '09:00-18:00' } };

export default defineKpi({
  id: 'avg_resolution_time',
  ref: 'K-093',
  area: 'service',
  band: 'perception',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'hours',
  tags: ['customer_satisfaction', 'brand_value', 'work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { time: timeParameter },
  variants: {
    median: { label: labels.median, ...resolution('median') },
    mean: { label: labels.mean, ...resolution('mean') },
    p75: { label: labels.p75, ...resolution('p75') },
    p90: { label: labels.p90, ...resolution('p90') },
    km_median: { label: labels.kmMedian, ...resolution('km_median') },
    within_sla: {
      label: { es: 'Cerrados dentro del acuerdo de servicio (SLA)', en: 'Closed within the service level agreement (SLA)' },
      metric: () => proportion('ticket', { at: 'closed_at', where: isKnown('sla_met'), part: is('sla_met', true) }),
      unit: 'rate',
      needs: ['ticket.closed_at', 'ticket.sla_met'],
    },
  },
  defaults: ['median'],
  needs: ['ticket.opened_at', 'ticket.resolved_at'],
  terms: [],
  drillBy: ticketDimensions,
  grain: 'month',
  minimumSample: 20,
  guards: ['csat', 'reopen_rate', 'fcr'],
  partner: null,
  decomposition: null,
  seed: 'S1#17; S4 L30',
  source: 'HDI (mean time to resolve); Kaplan & Meier 1958 (open cases)',
  texts: {
    es: {
      name: 'Tiempo medio de resolución',
      question: '¿Cuánto espera el cliente hasta que su problema queda resuelto?',
      definition:
        'Tiempo transcurrido entre la apertura y la resolución de los casos resueltos en el periodo; en horas laborables si el espacio de trabajo tiene horario, si no en horas naturales. Se da la mediana; la media, el p75 y el p90 son variantes.',
      formula: 'Mediana de (resolución − apertura), en horas',
      why: 'Es el tiempo que vive el cliente, y una de las causas más citadas de abandono.',
      rise: 'Mire el p90: casi siempre son unos pocos casos atascados. Búsquelos por tema, prioridad y responsable antes de pedir a todos que corran.',
      fall: 'Lea a la vez la satisfacción y la tasa de reapertura: cerrar deprisa sin resolver no es mejorar.',
      caveats:
        'El texto habla de «tiempo empleado con el cliente» (lo que dedica el agente) y otro, del tiempo hasta resolver: son dos KPI, y este es el segundo. Los casos abiertos no entran, así que un atasco se ve tarde: la variante Kaplan–Meier los tiene en cuenta, fechados por su apertura. Si una de las dos fechas no tiene hora, se cuentan días de 24 horas.',
    },
    en: {
      name: 'Average resolution time',
      question: 'How long does the customer wait until the problem is solved?',
      definition:
        'Time from opening to resolution of the cases resolved in the period, in business hours where the workspace has them, else in calendar hours. The median is given; mean, p75 and p90 are variants.',
      formula: 'Median of (resolved − opened), in hours',
      why: 'It is the time the customer lives through, and among the commonest reasons to leave.',
      rise: 'Look at the p90: mostly a few stuck cases. Find them by topic, priority and owner before asking everybody to hurry.',
      fall: 'Read satisfaction and the reopen rate beside it: closing fast without solving is no gain.',
      caveats:
        'One text speaks of "time spent with the customer" (the agent’s), another of time until solved: two KPIs, and this is the second. Open cases are not in it, so a jam shows late: the Kaplan–Meier variant counts them, dated by their opening. If either time is only a date, days of 24 hours are counted.',
    },
  },
  examples: [
    {
      name: 'median of those resolved in the month',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 10, n: 3 },
        { start: '2024-04-01', value: null, n: 0 },
      ],
      because: '4 h, 10 h and T3 with a date for its opening: 2 days = 48 h. Median 10. T4 is open, T5 cancelled, T6 a test.',
    },
    {
      name: 'the mean is pulled by the longest',
      given,
      exportedAt: '2024-04-30',
      query: { ...march, variant: 'mean' },
      expect: [{ start: '2024-03-01', value: 62 / 3, n: 3 }],
      because: '(4 + 10 + 48) / 3 = 20.67.',
    },
    {
      name: 'over a weekend, in business hours',
      given: weekend,
      settings: hours,
      exportedAt: '2024-03-31',
      query: march,
      expect: [{ start: '2024-03-01', value: 2, n: 1 }],
      because: 'In Madrid from Friday 17:00 to Monday 10:00: 1 h on Friday and 1 h on Monday.',
    },
    {
      name: 'resolved before it was opened, both on a Sunday: no business time passed, and it is no case',
      given: backwards,
      settings: hours,
      exportedAt: '2024-03-31',
      query: march,
      expect: [{ start: '2024-03-01', value: 2, n: 1 }],
      because: 'T2 from Sunday to Monday 11:00 in Madrid: 2 h. T1 with its 0 h would make it a median of 1.',
    },
    {
      name: 'the same with open cases not forgotten',
      given: backwards,
      settings: hours,
      exportedAt: '2024-03-31',
      query: { ...march, variant: 'km_median' },
      expect: [{ start: '2024-03-01', value: 2, n: 1 }],
      because: 'T2 alone; with T1 half would have ended after 0 h.',
    },
    {
      name: 'the same in calendar hours, if the parameter says so',
      given: weekend,
      settings: { ...hours, kpis: { avg_resolution_time: { time: 'calendar' } } },
      exportedAt: '2024-03-31',
      query: march,
      expect: [{ start: '2024-03-01', value: 65, n: 1 }],
      because: 'Friday 16:00 to Monday 9:00 UTC: 8 + 24 + 24 + 9 = 65.',
    },
    {
      name: 'open cases not forgotten',
      given: {
        ticket: [
          { id: 'T1', opened_at: '2024-03-01T08:00:00Z', resolved_at: '2024-03-01T10:00:00Z' },
          { id: 'T2', opened_at: '2024-03-01T08:00:00Z', resolved_at: '2024-03-01T12:00:00Z' },
          { id: 'T3', opened_at: '2024-03-02T08:00:00Z' },
          { id: 'T4', opened_at: '2024-03-03T08:00:00Z' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { ...march, variant: 'km_median' },
      expect: [{ start: '2024-03-01', value: 4, n: 4 }],
      because: 'After 2 h 3 of 4 are open (0.75), after 4 h 2 of 4 (0.5): median 4. Only the two completed ones would give 3.',
    },
    {
      name: 'closed within the agreement',
      given: {
        ticket: [
          { id: 'T1', opened_at: '2024-03-01', closed_at: '2024-03-02', sla_met: true },
          { id: 'T2', opened_at: '2024-03-01', closed_at: '2024-03-09', sla_met: false },
          { id: 'T3', opened_at: '2024-03-01', closed_at: '2024-03-03', sla_met: true },
          { id: 'T4', opened_at: '2024-03-01', closed_at: '2024-03-03', sla_met: null },
        ],
      },
      exportedAt: '2024-03-31',
      query: { ...march, variant: 'within_sla' },
      expect: [{ start: '2024-03-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because: '2 of the 3 that have an agreement; T4 does not say.',
    },
  ],
});
