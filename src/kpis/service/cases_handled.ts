import { count, countDistinct } from '../../metrics/build.ts';
import { all, isNot } from '../../metrics/expression.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-01-02T09:00:00Z' },
    { id: 'T2', opened_at: '2024-01-08T09:00:00Z', resolved_at: '2024-01-10T09:00:00Z', resolved_by: 'agent' },
    { id: 'T3', opened_at: '2024-01-20T09:00:00Z', first_response_at: '2024-02-01T09:00:00Z' },
    { id: 'T4', opened_at: '2024-01-09T09:00:00Z' },
    { id: 'T5', opened_at: '2024-01-09T09:00:00Z', resolved_at: '2024-01-09T09:30:00Z', resolved_by: 'customer' },
  ],
  activity: [
    { id: 'V1', ticket_id: 'T1', type: 'call', direction: 'out', purpose: 'service', occurred_at: '2024-01-03T10:00:00Z' },
    { id: 'V2', ticket_id: 'T1', type: 'email', direction: 'out', purpose: 'service', occurred_at: '2024-01-04T10:00:00Z' },
    { id: 'V3', ticket_id: 'T1', type: 'note', purpose: 'service', occurred_at: '2024-02-02T10:00:00Z' },
    { id: 'V4', ticket_id: 'T4', type: 'email', direction: 'in', purpose: 'service', occurred_at: '2024-01-09T10:00:00Z' },
    { id: 'V5', ticket_id: 'T4', type: 'email', direction: 'out', occurred_at: '2024-01-10T10:00:00Z', is_test: true },
  ],
};

export default defineKpi({
  id: 'cases_handled',
  ref: 'K-097',
  area: 'service',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['customer_relationship', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    handled: {
      label: { es: 'Con alguna actuación del equipo', en: 'With any action of the team' },
      metric: () => countDistinct('ticket_action', 'ticket_id', { at: 'occurred_at' }),
    },
    received: {
      label: { es: 'Recibidos: abiertos en el periodo', en: 'Received: opened in the period' },
      metric: () => count('ticket', { at: 'opened_at', where: all(isNot('status', 'cancelled'), isNot('resolved_by', 'customer')) }),
      needs: ['ticket.opened_at'],
    },
  },
  defaults: ['handled', 'received'],
  needs: [['ticket.first_response_at', 'ticket.resolved_at', 'ticket.closed_at', 'activity.ticket_id']],
  terms: [],
  drillBy: ['channel', 'type', 'topic', 'owner.name', 'owner.team', 'product.name'],
  grain: 'month',
  minimumSample: 0,
  guards: ['csat', 'avg_resolution_time'],
  partner: 'resolution_rate',
  decomposition: null,
  seed: 'S4 L30',
  source: 'Business News Daily',
  texts: {
    es: {
      name: 'Casos gestionados',
      question: '¿En cuántos casos ha trabajado el equipo de soporte?',
      definition:
        'Casos distintos en los que el equipo hizo algo en el periodo: responder, llamar, anotar, cambiar, resolver o cerrar. Lo que escribe el cliente no cuenta, ni los que resolvió él solo.',
      formula: 'Número de casos distintos con alguna actuación del equipo en el periodo',
      why: 'Mide la carga de trabajo: con ella se dimensiona el equipo y se leen los demás indicadores del servicio.',
      rise: 'Es carga, no progreso: mire antes la tasa de resolución y qué tema trae los casos de más.',
      fall: 'Puede ser menos demanda o menos manos: compare con los recibidos y con la cola abierta.',
      caveats:
        'Es una cifra de actividad: informa, no se puntúa. Un caso que dura tres meses se gestiona en los tres, así que los meses no suman el trimestre. Si la fuente no trae actuaciones, se cuentan los recibidos.',
    },
    en: {
      name: 'Cases handled',
      question: 'How many cases has the support team worked on?',
      definition:
        'Different cases about which the team did something in the period: answered, called, noted, changed, resolved or closed. What the customer writes does not count, nor cases solved by the customer alone.',
      formula: 'Number of different cases with any action of the team in the period',
      why: 'It measures the workload: what staffing is planned by and the other service figures are read against.',
      rise: 'It is load, not progress: look at the resolution rate first, and at the topic that brings the extra cases.',
      fall: 'Less demand or fewer hands: compare with cases received and the open queue.',
      caveats:
        'An activity figure: it informs and is not scored. A case that lasts three months is handled in all three, so months do not add up to the quarter. Where the source has no actions, cases received are counted.',
    },
  },
  examples: [
    {
      name: 'by what the team did',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 2 },
        { start: '2024-03-01', value: 0 },
      ],
      because:
        'January: T1 (call and e-mail, once) and T2 (resolved). T3 was only opened, T4 only written to by the customer (the answer is a test), T5 solved alone. February: T1 (note) and T3 (answered). March: none.',
    },
    {
      name: 'received',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', variant: 'received' },
      expect: [{ start: '2024-01-01', value: 4 }],
      because: 'T1–T4; T5 needed nobody.',
    },
  ],
});
