import { proportion } from '../../metrics/build.ts';
import { any, compare, field, isKnown, isNot } from '../../metrics/expression.ts';
import { ticketDimensions } from '../definitions/ticket.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const real = isNot('status', 'cancelled');
const reopened = any(isKnown('reopened_at'), compare(field('reopen_count'), '>', 0));

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-01-02', resolved_at: '2024-01-03', closed_at: '2024-01-05' },
    { id: 'T2', opened_at: '2024-01-02', resolved_at: '2024-01-12', closed_at: '2024-01-12', reopened_at: '2024-01-07' },
    { id: 'T3', opened_at: '2024-01-03', resolved_at: '2024-01-20', closed_at: '2024-01-21', reopen_count: 2 },
    { id: 'T4', opened_at: '2024-01-04', resolved_at: '2024-01-06', closed_at: '2024-01-07T10:00:00Z', reopen_count: 0 },
    { id: 'T5', opened_at: '2024-01-05', reopen_count: 1 },
    { id: 'T6', opened_at: '2024-01-06', closed_at: '2024-01-08', reopen_count: 1, is_test: true },
  ],
};

export default defineKpi({
  id: 'reopen_rate',
  ref: null,
  area: 'service',
  band: 'perception',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'rate',
  tags: ['quality', 'customer_satisfaction', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    closed: {
      label: { es: 'De los casos cerrados', en: 'Of the cases closed' },
      metric: () => proportion('ticket', { at: 'closed_at', where: real, part: reopened }),
    },
    resolved: {
      label: { es: 'De los casos resueltos', en: 'Of the cases resolved' },
      metric: () => proportion('ticket', { at: 'resolved_at', where: real, part: reopened }),
      needs: ['ticket.resolved_at', ['ticket.reopened_at', 'ticket.reopen_count']],
    },
  },
  defaults: ['closed', 'resolved'],
  needs: ['ticket.closed_at', ['ticket.reopened_at', 'ticket.reopen_count']],
  terms: [],
  drillBy: ticketDimensions,
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_resolution_time', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'Guard of K-098 (S4 L30)',
  source: 'HDI (reopen rate)',
  texts: {
    es: {
      name: 'Tasa de reapertura',
      question: '¿Qué parte de los casos cerrados hubo que volver a abrir?',
      definition: 'De los casos cerrados en el periodo, la fracción que se reabrió al menos una vez en su historia.',
      formula: 'Casos cerrados con alguna reapertura / casos cerrados',
      why: 'Es el freno de los indicadores de velocidad: delata los cierres en falso.',
      rise: 'Mire quién y qué temas se reabren y qué se dio por bueno la primera vez; suele faltar comprobar con el cliente antes de cerrar.',
      fall: 'Confirme que reabrir sigue siendo posible: si el cliente tiene que abrir otro caso, la tasa baja y el problema no.',
      caveats:
        'Una reapertura posterior al cierre del periodo también la sube: los últimos meses pueden empeorar. Los casos repetidos como caso nuevo se ven en el FCR.',
    },
    en: {
      name: 'Reopen rate',
      question: 'What share of the closed cases had to be opened again?',
      definition: 'Of the cases closed in the period, the share reopened at least once in their life.',
      formula: 'Closed cases that were ever reopened / closed cases',
      why: 'The brake on figures of speed: it gives away cases closed too soon.',
      rise: 'See whose and which topics are reopened and what was taken for done the first time; mostly nobody checked with the customer before closing.',
      fall: 'Make sure reopening is still possible: if the customer must open another case, the rate falls and the problem stays.',
      caveats: 'A reopening after the period also raises it: the latest months may get worse. Repeats that come as a new case show in FCR.',
    },
  },
  examples: [
    {
      name: 'of those closed in the month',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'Closed: T1–T4; reopened: T2 (by its date) and T3 (by its count). T5 is still open, T6 a test. February: none closed.',
    },
  ],
});
