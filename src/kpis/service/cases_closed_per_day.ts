import { count, ratio } from '../../metrics/build.ts';
import { isNot } from '../../metrics/expression.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const real = isNot('status', 'cancelled');
const closed = count('ticket', { at: 'closed_at', where: real });
const resolved = count('ticket', { at: 'resolved_at', where: real });
const workingDays = { kind: 'built_in', name: 'working_days' } as const;

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-04-20', closed_at: '2024-04-29' },
    { id: 'T2', opened_at: '2024-04-20', closed_at: '2024-04-30' },
    { id: 'T3', opened_at: '2024-04-21', closed_at: '2024-05-02' },
    { id: 'T4', opened_at: '2024-04-22', closed_at: '2024-05-02T09:00:00Z' },
    { id: 'T5', opened_at: '2024-04-23', closed_at: '2024-05-03' },
    { id: 'T6', opened_at: '2024-04-23', closed_at: '2024-05-05' },
    { id: 'T7', opened_at: '2024-04-24', closed_at: '2024-05-05T22:00:00Z' },
    { id: 'T8', opened_at: '2024-04-24', closed_at: '2024-05-03', status: 'cancelled' },
    { id: 'T9', opened_at: '2024-04-25', closed_at: '2024-05-03', is_test: true },
  ],
};
const settings = { business_hours: { 'mon-fri': '09:00-18:00' }, holidays: ['2024-05-01'] };
const week = { from: '2024-04-29', to: '2024-05-05', grain: 'week' } as const;

export default defineKpi({
  id: 'cases_closed_per_day',
  ref: 'K-098',
  area: 'service',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    closed: { label: { es: 'Cerrados por día laborable', en: 'Closed per working day' }, metric: () => ratio(closed, workingDays) },
    resolved: {
      label: { es: 'Resueltos por día laborable', en: 'Resolved per working day' },
      metric: () => ratio(resolved, workingDays),
      needs: ['ticket.resolved_at'],
    },
    calendar_days: {
      label: { es: 'Cerrados por día natural', en: 'Closed per calendar day' },
      metric: () => ratio(closed, { kind: 'built_in', name: 'days' }),
    },
  },
  defaults: ['closed', 'resolved'],
  needs: ['ticket.closed_at'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'channel', 'type', 'product.name'],
  grain: 'month',
  minimumSample: 0,
  guards: ['reopen_rate', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S4 L30',
  source: 'Business News Daily',
  texts: {
    es: {
      name: 'Casos cerrados por día',
      question: '¿Cuántos casos cierra el equipo en un día de trabajo?',
      definition: 'Casos cerrados en el periodo entre los días laborables que tiene, festivos aparte.',
      formula: 'Casos cerrados / días laborables del periodo',
      why: 'Es el ritmo de salida: comparado con los que entran, dice si la cola crece o se vacía.',
      rise: 'Mire al lado la tasa de reapertura: si sube también, se cierra sin resolver.',
      fall: 'Vea si entran menos casos, si son más difíciles (tiempo de resolución) o si faltan personas esos días.',
      caveats:
        'Al dividir por días laborables, los meses se pueden comparar; una semana con festivos no parece peor. Repartido por persona invita a escoger los casos fáciles: no lo use solo para comparar agentes.',
    },
    en: {
      name: 'Cases closed per day',
      question: 'How many cases does the team close in a working day?',
      definition: 'Cases closed in the period over its working days, holidays left out.',
      formula: 'Cases closed / working days of the period',
      why: 'The rate of exit: against what comes in, it tells whether the queue grows or empties.',
      rise: 'Look at the reopen rate beside it: if that rises too, cases are closed without being solved.',
      fall: 'See whether fewer cases come in, they are harder (resolution time) or people were missing on those days.',
      caveats:
        'Divided by working days, months can be compared, and a week with holidays does not look worse. By person it invites picking the easy cases: do not use it alone to compare agents.',
    },
  },
  examples: [
    {
      name: 'a week with a holiday',
      given,
      settings,
      exportedAt: '2024-05-31',
      query: week,
      expect: [{ start: '2024-04-29', value: 1.5, numerator: 6, denominator: 4 }],
      because: 'T1–T6 (T7 at 22:00 UTC on Sunday is Monday in Madrid; T8 cancelled, T9 a test). Working days: 5 less 1 May = 4. 6/4 = 1.5.',
    },
    {
      name: 'per calendar day',
      given,
      settings,
      exportedAt: '2024-05-31',
      query: { ...week, variant: 'calendar_days' },
      expect: [{ start: '2024-04-29', value: 6 / 7, numerator: 6, denominator: 7 }],
      because: '6 / 7.',
    },
    {
      name: 'a week without closings is 0',
      given,
      settings,
      exportedAt: '2024-05-31',
      query: { from: '2024-05-13', to: '2024-05-19', grain: 'week' },
      expect: [{ start: '2024-05-13', value: 0, numerator: 0, denominator: 5 }],
      because: '0 / 5.',
    },
  ],
});
