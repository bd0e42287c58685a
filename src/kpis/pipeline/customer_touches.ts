import { count, countDistinct, ratio } from '../../metrics/build.ts';
import { all, any, is, isKnown, isNot, isNull, isOneOf } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

/** A call, message, meeting or demonstration of sales that reached somebody at the customer's; not a call without an answer. */
const touch = all(
  isOneOf('type', ['call', 'email', 'sms', 'meeting', 'demo']),
  any(is('purpose', 'sales'), all(isNull('purpose'), isNull('ticket_id'))),
  any(isKnown('account_id'), isKnown('contact_id'), isKnown('lead_id'), isKnown('opportunity_id')),
  isNot('connected', false),
);
const touches = count('activity', { at: 'occurred_at', where: touch });
const needs = ['activity.type', 'activity.occurred_at', ['activity.account_id', 'activity.contact_id', 'activity.opportunity_id']];

/** Touches of those that have one of `of`, over how many of it were touched. */
const each = (of: string) => {
  const where = all(touch, isKnown(of));
  return ratio(count('activity', { at: 'occurred_at', where }), countDistinct('activity', of, { at: 'occurred_at', where }));
};

const sales = { purpose: 'sales', account_id: 'a1' };
const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }],
  activity: [
    { ...sales, type: 'call', occurred_at: '2024-01-10', opportunity_id: 'o1', connected: true },
    { ...sales, type: 'call', occurred_at: '2024-01-11', opportunity_id: 'o1', connected: false },
    { ...sales, type: 'email', occurred_at: '2024-01-12', opportunity_id: 'o1' },
    { ...sales, type: 'meeting', occurred_at: '2024-01-31T23:30:00Z', opportunity_id: 'o1' },
    { ...sales, type: 'task', occurred_at: '2024-01-13', opportunity_id: 'o1' },
    { ...sales, type: 'call', occurred_at: '2024-01-14', purpose: 'service' },
    { ...sales, type: 'demo', occurred_at: '2024-01-15', account_id: 'a2', opportunity_id: 'o2' },
    { ...sales, type: 'call', occurred_at: '2024-01-16', account_id: null },
    { ...sales, type: 'call', occurred_at: '2024-01-17', is_test: true },
  ],
  opportunity: [
    { id: 'o1', account_id: 'a1', status: 'open', created_at: '2024-01-02' },
    { id: 'o2', account_id: 'a2', status: 'open', created_at: '2024-01-02' },
  ],
};

export default defineKpi({
  id: 'customer_touches',
  ref: 'K-062',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'customer_relationship', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Contactos en el periodo', en: 'Touches in the period' }, metric: () => touches },
    per_deal: {
      label: { es: 'Por oportunidad trabajada', en: 'Per deal worked on' },
      metric: () => each('opportunity_id'),
      unit: 'ratio',
      needs: [...needs, 'activity.opportunity_id'],
    },
    per_account: {
      label: { es: 'Por cliente contactado', en: 'Per account touched' },
      metric: () => each('account_id'),
      unit: 'ratio',
      needs: [...needs, 'activity.account_id'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'type', 'direction', 'account.segment', 'opportunity.type', 'owner.office'],
  grain: 'month',
  minimumSample: 1,
  guards: ['opportunity_conversion_rate', 'sales_cycle_length'],
  partner: 'cycle_acceleration_effect',
  decomposition: null,
  seed: 'S3 L27',
  source: 'Count of sales activities with somebody of the customer',
  texts: {
    es: {
      name: 'Contactos de ventas con el cliente',
      question: '¿Cuántas veces contacta ventas con los clientes?',
      definition:
        'Llamadas atendidas, correos, mensajes, reuniones y demostraciones de ventas en las que participa alguien del cliente. Las tareas y notas internas, las llamadas sin respuesta y las gestiones de servicio no cuentan.',
      formula: 'Número de actividades de ventas con el cliente en el periodo',
      why: 'Da la escala del esfuerzo comercial. Por sí solo no es un logro: más contactos no son más ventas.',
      rise: 'Mire si viene con más conversión o con ciclos más cortos; si no, se está haciendo más de lo mismo. Vea en «actividades que aceleran el ciclo» cuáles merecen el tiempo.',
      fall: 'Descarte primero que se haya dejado de anotar. Si es real, mire qué clientes se quedan sin contacto y si su cartera envejece.',
      caveats:
        'Depende de que se anote o se sincronice: un equipo sin correo conectado parece que no trabaja. Sin propósito indicado, cuenta si no es de un ticket. Es informativo y nunca se pinta de bueno o malo; el indicador de progreso es el de actividades que aceleran el ciclo.',
    },
    en: {
      name: 'Sales touches',
      question: 'How often does sales touch customers?',
      definition:
        'Answered calls, e-mails, messages, meetings and demos of sales with somebody at the customer’s. Internal tasks and notes, unanswered calls and service matters do not count.',
      formula: 'Number of sales activities with the customer in the period',
      why: 'It gives the scale of the selling effort. It is no achievement by itself: more touches are not more sales.',
      rise: 'Does it come with more conversion or shorter cycles? If not, it is more of the same. See in "cycle-accelerating activities" which ones are worth the time.',
      fall: 'First make sure that logging has not stopped. If it is real, see which customers go without contact and whether their deals grow old.',
      caveats:
        'It relies on logging or syncing: a team without connected mail seems idle. Without a stated purpose, it counts unless it belongs to a ticket. Informational: never coloured good or bad; its progress partner is the KPI of cycle-accelerating activities.',
    },
  },
  examples: [
    {
      name: 'What reached the customer',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because:
        'January: the answered call, the e-mail and the demo. The unanswered call, the task, the service call, the call with nobody and the test one are out; 31 January 23:30 UTC is February in Madrid.',
    },
    {
      name: 'Per deal worked on',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'per_deal', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1.5, numerator: 3, denominator: 2 }],
      because: 'o1 had the call and the e-mail, o2 the demo: 3 / 2.',
    },
  ],
});
