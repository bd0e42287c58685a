import { count, countDistinct } from '../../metrics/build.ts';
import { all, type Expression, isKnown } from '../../metrics/expression.ts';
import type { ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { handledContacts, purposes } from '../definitions/call.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Calls answered by somebody known. */
const handled = (about: readonly string[]): Expression => all(handledContacts(['call'], about), isKnown('owner_id'));

const over = (calls: number, agentDays: number): ComputedResult => ({
  value: agentDays === 0 ? null : calls / agentDays,
  numerator: calls,
  denominator: agentDays,
  n: calls,
});

/** Calls over the days on which each agent took one at least. */
const perDayWorked = (where: Expression): ComputedMetric => {
  const calls = count('activity', { at: 'occurred_at', where });
  return {
    kind: 'computed',
    inputs: { calls },
    panels: { days: { metric: calls, by: ['owner_id'], grain: 'day' } },
    compute: ({ cells, panels }) => {
      const agentDays = (panels.days ?? []).flatMap((agent) => agent.cells).filter(({ value }) => (value ?? 0) > 0).length;
      return over(cells.calls?.value ?? 0, agentDays);
    },
  };
};

/** Calls over agents who took any × working days of the period. */
const perWorkingDay = (where: Expression): ComputedMetric => ({
  kind: 'computed',
  inputs: {
    calls: count('activity', { at: 'occurred_at', where }),
    agents: countDistinct('activity', 'owner_id', { at: 'occurred_at', where }),
    days: { kind: 'built_in', name: 'working_days' },
  },
  compute: ({ cells }) => over(cells.calls?.value ?? 0, (cells.agents?.value ?? 0) * (cells.days?.value ?? 0)),
});

const call = (id: string, owner: string | null, at: string, more: Readonly<Record<string, string | boolean>> = {}) => ({
  ...{ id, type: 'call', purpose: 'service', owner_id: owner, occurred_at: at, connected: true },
  ...more,
});
const given: WorkedExample['given'] = {
  user: [
    { id: 'U1', name: 'Ana' },
    { id: 'U2', name: 'Luis' },
  ],
  activity: [
    call('C1', 'U1', '2024-01-08T09:00:00Z'),
    call('C2', 'U1', '2024-01-08T10:00:00Z'),
    call('C3', 'U1', '2024-01-08T11:00:00Z'),
    call('C4', 'U1', '2024-01-09T09:00:00Z'),
    call('C5', 'U2', '2024-01-09T09:00:00Z'),
    call('C6', 'U2', '2024-01-09T10:00:00Z', { purpose: 'sales' }),
    call('C7', 'U2', '2024-01-10T10:00:00Z', { connected: false }),
    call('C8', null, '2024-01-10T10:00:00Z'),
    call('C9', 'U2', '2024-01-11T10:00:00Z', { is_test: true }),
    call('C10', 'U2', '2024-01-12T10:00:00Z', { type: 'email' }),
  ],
};
const week = { from: '2024-01-08', to: '2024-01-14', grain: 'week' } as const;

export default defineKpi({
  id: 'calls_per_agent',
  ref: 'K-099',
  area: 'service',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'ratio',
  tags: ['work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { purposes },
  variants: {
    default: {
      label: { es: 'Por agente y día en que atendió alguna', en: 'Per agent and day on which any was taken' },
      metric: ({ purposes: about }) => perDayWorked(handled(about)),
    },
    working_days: {
      label: { es: 'Por agente y día laborable del periodo', en: 'Per agent and working day of the period' },
      metric: ({ purposes: about }) => perWorkingDay(handled(about)),
    },
  },
  defaults: ['default'],
  needs: ['activity.type', 'activity.occurred_at', 'activity.owner_id'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'topic'],
  grain: 'month',
  minimumSample: 30,
  guards: ['csat', 'fcr', 'repeat_purchase_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L20',
  source: 'Contact-centre practice (calls handled per agent and day)',
  texts: {
    es: {
      name: 'Llamadas por agente',
      question: '¿Cuántas llamadas atiende cada agente al día?',
      definition:
        'Llamadas de servicio atendidas entre los días-agente: cada día en que un agente atendió al menos una. Así una baja, unas vacaciones o quien llegó a mitad de mes no desfiguran la media.',
      formula: 'Llamadas atendidas / Σ días en que cada agente atendió alguna',
      why: 'Sirve para repartir turnos y carga. No mide el servicio: el texto de origen lo pone como ejemplo de KPI que despista, porque anima a colgar antes.',
      rise: 'Ni bueno ni malo por sí solo. Mire antes el CSAT, la resolución en el primer contacto y la recompra: si bajan, se está corriendo; si aguantan y los tiempos de espera crecen, falta gente.',
      fall: 'Puede haber menos demanda, más autoservicio o llamadas más difíciles: el tiempo medio de atención y las llamadas repetidas lo dicen. No lo convierta en una cuota.',
      caveats:
        'Nunca va solo en un tablero: exige al lado una medida de satisfacción o de fidelidad. Las llamadas sin agente conocido no cuentan. La variante por día laborable divide entre todos los agentes que atendieron alguna en el periodo, también quien estuvo pocos días, y sale más baja.',
    },
    en: {
      name: 'Calls handled per agent',
      question: 'How many calls does each agent take a day?',
      definition:
        'Service calls answered over agent-days: each day on which an agent took at least one. So sick leave, holidays or somebody who came mid-month do not distort the mean.',
      formula: 'Calls handled / Σ days on which each agent took any',
      why: 'It helps to share out shifts and load. It does not measure service: the source text gives it as its example of a KPI that misleads, for it rewards hanging up sooner.',
      rise: 'Neither good nor bad alone. Look at CSAT, first-contact resolution and repeat purchase first: if they fall, people are rushing; if they hold and waiting grows, you are short of staff.',
      fall: 'There may be less demand, more self-service or harder calls: handle time and repeat calls tell. Do not make a quota of it.',
      caveats:
        'It never stands alone on a board: a measure of satisfaction or loyalty must be beside it. Calls of nobody known are out. The variant per working day divides by every agent who took any in the period, also who was there for a few days, and comes out lower.',
    },
  },
  examples: [
    {
      name: 'per agent and day worked',
      given,
      exportedAt: '2024-01-21',
      query: { from: '2024-01-08', to: '2024-01-21', grain: 'week' },
      expect: [
        { start: '2024-01-08', value: 5 / 3, numerator: 5, denominator: 3 },
        { start: '2024-01-15', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        'Ana 3 calls on Monday and 1 on Tuesday, Luis 1 on Tuesday: 5 calls over 3 agent-days. The sales call, the unanswered, the one of nobody, the test and the email are out. The week after: none.',
    },
    {
      name: 'agent by agent',
      given,
      exportedAt: '2024-01-21',
      query: { ...week, by: ['owner.name'] },
      expect: [
        { start: '2024-01-08', group: { 'owner.name': 'Ana' }, value: 2, numerator: 4, denominator: 2 },
        { start: '2024-01-08', group: { 'owner.name': 'Luis' }, value: 1, numerator: 1, denominator: 1 },
      ],
      because: 'Ana: 4 calls over 2 days. Luis: 1 over 1.',
    },
    {
      name: 'per working day it is lower',
      given,
      exportedAt: '2024-01-21',
      query: { ...week, variant: 'working_days' },
      expect: [{ start: '2024-01-08', value: 0.5, numerator: 5, denominator: 10 }],
      because: '5 calls / (2 agents × 5 working days).',
    },
  ],
});
