import { conversion, count, ratio } from '../../metrics/build.ts';
import { any, isKnown, isNot, isOneOf } from '../../metrics/expression.ts';
import { labels, windowDays } from '../definitions/labels.ts';
import { ticketDimensions } from '../definitions/ticket.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const real = isNot('status', 'cancelled');
const base = { dataset: 'ticket', entity: 'id', at: 'opened_at', where: real } as const;

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-01-05', resolved_at: '2024-01-07' },
    { id: 'T2', opened_at: '2024-01-10', resolved_at: '2024-02-19' },
    { id: 'T3', opened_at: '2024-01-12' },
    { id: 'T4', opened_at: '2024-01-31T10:00:00Z', resolved_at: '2024-02-10T10:00:00Z' },
    { id: 'T5', opened_at: '2023-12-01', resolved_at: '2024-01-03' },
    { id: 'T6', opened_at: '2023-12-02', resolved_at: '2024-01-04' },
    { id: 'T7', opened_at: '2023-12-03', resolved_at: '2024-01-05' },
    { id: 'T8', opened_at: '2023-12-04', resolved_at: '2024-01-06' },
    { id: 'T9', opened_at: '2024-01-13', status: 'cancelled' },
    { id: 'T10', opened_at: '2024-01-14', resolved_at: '2024-01-14', deleted_at: '2024-01-15' },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'resolution_rate',
  ref: 'K-096',
  area: 'service',
  band: 'perception',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'work_effectiveness', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(30) },
  variants: {
    default: {
      label: { es: 'De los abiertos, resueltos dentro del plazo', en: 'Of those opened, resolved within the window' },
      metric: ({ window_days }) => conversion({ base, converted: { same_row: true, at: 'resolved_at' }, window: window_days }),
    },
    ever: {
      label: { es: 'De los abiertos, resueltos alguna vez', en: 'Of those opened, ever resolved' },
      metric: () =>
        conversion({
          base,
          converted: { same_row: true, where: any(isKnown('resolved_at'), isOneOf('status', ['resolved', 'closed'])) },
          window: null,
        }),
      needs: ['ticket.opened_at', ['ticket.resolved_at', 'ticket.status']],
    },
    period: {
      label: labels.period,
      metric: () => ratio(count('ticket', { at: 'resolved_at', where: real }), count('ticket', { at: 'opened_at', where: real })),
      unit: 'ratio',
    },
  },
  defaults: ['default'],
  needs: ['ticket.opened_at', 'ticket.resolved_at'],
  terms: [],
  drillBy: ticketDimensions,
  grain: 'month',
  minimumSample: 30,
  guards: ['reopen_rate', 'csat'],
  partner: 'cases_handled',
  decomposition: null,
  seed: 'S2 L52',
  source: 'HDI; Zendesk (solved tickets)',
  texts: {
    es: {
      name: 'Tasa de resolución',
      question: '¿Qué parte de los casos que entran acabamos resolviendo a tiempo?',
      definition:
        'De los casos abiertos en el periodo, la fracción resuelta dentro del plazo (30 días por defecto). Los cancelados no cuentan.',
      formula: 'Casos del periodo resueltos en el plazo / casos abiertos en el periodo',
      why: 'Dice si el equipo da abasto: lo que no se resuelve se convierte en cola, en reclamación y en baja.',
      rise: 'Compruebe con la tasa de reapertura y la satisfacción que se resuelve de verdad.',
      fall: 'Mire qué temas o prioridades quedan sin resolver y si faltan manos o faltan respuestas; el tiempo de resolución dirá si la cola crece.',
      caveats:
        'Un periodo no está maduro hasta que ha pasado el plazo de su último caso: antes no se da por bueno. La versión por periodo (resueltos ÷ abiertos) mezcla casos de meses distintos y puede pasar del 100 % cuando se vacía la cola.',
    },
    en: {
      name: 'Resolution rate',
      question: 'What share of the cases that come in do we resolve in time?',
      definition:
        'Of the cases opened in the period, the share resolved within the window (30 days by default). Cancelled ones do not count.',
      formula: 'Cases of the period resolved within the window / cases opened in the period',
      why: 'It says whether the team keeps up: what is not resolved turns into a queue, a complaint and a lost customer.',
      rise: 'Check with the reopen rate and satisfaction that cases are really solved.',
      fall: 'See which topics or priorities stay unsolved, and whether hands or answers are missing; resolution time tells whether the queue grows.',
      caveats:
        'A period is mature once the window of its last case has passed; before that it is not final. The version by period (resolved ÷ opened) mixes cases of different months and passes 100 % when a queue is worked off.',
    },
  },
  examples: [
    {
      name: 'the cases of January within 30 days',
      given,
      exportedAt: '2024-04-30',
      query: january,
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 }],
      because: 'Opened: T1–T4 (T9 cancelled, T10 deleted). Within 30 days: T1 (2) and T4 (10); T2 took 40, T3 is open. 2/4.',
    },
    {
      name: 'ever',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'ever' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'T2 as well: 3/4.',
    },
    {
      name: 'a window of 60 days',
      given,
      settings: { kpis: { resolution_rate: { window_days: 60 } } },
      exportedAt: '2024-04-30',
      query: january,
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'T2’s 40 days fit: 3/4.',
    },
    {
      name: 'by period a backlog of December gives more than 1',
      given,
      exportedAt: '2024-04-30',
      query: { ...january, variant: 'period' },
      expect: [{ start: '2024-01-01', value: 1.25, numerator: 5, denominator: 4 }],
      because: 'Resolved in January: T1 and T5–T8 = 5; opened: 4. 5/4 = 1.25.',
    },
    {
      name: 'no cases opened: no rate',
      given,
      exportedAt: '2024-04-30',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: null, numerator: 0, denominator: 0 }],
      because: 'Nothing was opened in February.',
    },
  ],
});
