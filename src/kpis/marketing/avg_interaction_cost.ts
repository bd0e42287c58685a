import { arithmetic, count, input, ratio, sum } from '../../metrics/build.ts';
import { all, isNull, isOneOf, money } from '../../metrics/expression.ts';
import type { Metric, RatioMetric, SimpleMetric } from '../../metrics/metric.ts';
import { channelOfActivity, staffTime } from '../definitions/interaction.ts';
import { defineKpi } from '../kpi.ts';

const interactions = (channels: readonly string[]): SimpleMetric =>
  count('activity', { at: 'occurred_at', where: isOneOf('type', channels), dimensions: channelOfActivity });

/** Campaign spend is in the cost per lead; here it would burden one-to-one messages with the newsletter’s bill. */
const channelCost = (channels: readonly string[]): SimpleMetric =>
  sum('cost_day', money('amount', 'day'), { at: 'day', where: all(isOneOf('channel', channels), isNull('campaign_id')) });

const per = (cost: Metric, channels: readonly string[]): RatioMetric => ratio(cost, interactions(channels));

const needs = ['activity.type', 'activity.occurred_at', 'activity.duration_s', 'activity.owner_id', 'user.hourly_cost'];

export default defineKpi({
  id: 'avg_interaction_cost',
  ref: 'K-020',
  area: 'marketing',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['marketing', 'customer_relationship', 'cost', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    channels: {
      default: ['call', 'email', 'sms', 'meeting', 'demo'],
      name: {
        es: 'Tipos de actividad que son una interacción con el cliente',
        en: 'Activity types that are an interaction with a customer',
      },
    },
  },
  variants: {
    default: {
      label: { es: 'Medio más tiempo del empleado', en: 'Channel cost plus staff time' },
      metric: ({ channels }) =>
        per(
          {
            kind: 'derived',
            expression: arithmetic(input('channel'), '+', input('staff')),
            metrics: { channel: { metric: channelCost(channels) }, staff: { metric: staffTime(isOneOf('type', channels)) } },
          },
          channels,
        ),
      needs: [...needs, 'cost.amount', 'cost.channel'],
    },
    staff_time: {
      label: { es: 'Solo tiempo del empleado', en: 'Staff time only' },
      metric: ({ channels }) => per(staffTime(isOneOf('type', channels)), channels),
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['channel', 'owner.name', 'owner.team'],
  grain: 'month',
  minimumSample: 30,
  guards: ['csat', 'fcr'],
  partner: null,
  decomposition: null,
  seed: 'S1#6',
  source: 'Cost per contact (MetricNet, HDI)',
  texts: {
    es: {
      name: 'Coste medio de la interacción',
      question: '¿Cuánto nos cuesta cada contacto con un cliente?',
      definition:
        'Coste de los medios (telefonía, mensajería…) más el tiempo del empleado valorado a su coste por hora, repartido entre las llamadas, correos, SMS, reuniones y demostraciones del periodo.',
      formula: '(Coste de los canales + Σ tiempo × coste por hora) / interacciones',
      why: 'Enseña qué canal sale a cuenta para cada tipo de asunto y cuánto vale resolver a la primera.',
      rise: 'Suele ser tiempo, no tarifa: mire la duración por persona. Si se alarga en los nuevos, falta formación; si se alarga en todos, los asuntos son más difíciles o la herramienta estorba.',
      fall: 'Bien solo si la satisfacción aguanta. Si caen la satisfacción o la resolución al primer contacto, se está cortando antes de tiempo.',
      caveats:
        'Las tareas y notas internas no son interacciones, y el gasto de campañas va al coste por lead. Una actividad sin duración o sin coste por hora no suma tiempo, pero sí cuenta: mire la cobertura. El texto de origen no da fórmula; esta es la habitual del coste por contacto.',
    },
    en: {
      name: 'Average cost per interaction',
      question: 'What does each contact with a customer cost us?',
      definition:
        'What the channels cost (telephony, messaging…) plus staff time at each person’s hourly cost, spread over the calls, emails, texts, meetings and demos of the period.',
      formula: '(Channel costs + Σ time × hourly cost) / interactions',
      why: 'It shows which channel is worth using for what, and what solving things first time saves.',
      rise: 'Usually time, not tariffs: look at duration by person. Longer among newcomers means training; longer for all means harder questions or tools in the way.',
      fall: 'Good only while satisfaction holds. If satisfaction or first-contact resolution drops, people are being cut short.',
      caveats:
        'Internal tasks and notes are not interactions, and campaign spend belongs to cost per lead. An activity without a duration or hourly cost adds no time yet still counts: check the coverage. The source text gives no formula; this is the usual cost per contact.',
    },
  },
  examples: [
    {
      name: 'Channel bills and working time over the contacts made',
      given: {
        user: [
          { id: 'u1', hourly_cost: 30 },
          { id: 'u2', hourly_cost: 20 },
        ],
        activity: [
          { type: 'call', occurred_at: '2024-01-10T09:00:00Z', duration_s: 1800, owner_id: 'u1' },
          { type: 'call', occurred_at: '2024-01-11T09:00:00Z', duration_s: 900, wrap_s: 900, owner_id: 'u2' },
          { type: 'email', occurred_at: '2024-01-12T09:00:00Z', duration_s: 600, owner_id: 'u1' },
          { type: 'task', occurred_at: '2024-01-12T10:00:00Z', duration_s: 3600, owner_id: 'u1' },
          { type: 'call', occurred_at: '2024-01-13T09:00:00Z', duration_s: 3600, owner_id: 'u1', deleted_at: '2024-01-14' },
        ],
        campaign: [{ id: 'c1', channel: 'email' }],
        cost: [
          { channel: 'call', amount: 20, incurred_on: '2024-01-15' },
          { channel: 'email', amount: 10, incurred_on: '2024-01-15' },
          { channel: 'email', amount: 400, incurred_on: '2024-01-15', campaign_id: 'c1' },
          { channel: 'ads', amount: 500, incurred_on: '2024-01-15' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 20, numerator: 60, denominator: 3 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because:
        'Time: 0.5 h × 30 + 0.5 h × 20 + 1/6 h × 30 = 15 + 10 + 5 = 30. Channels: 20 + 10 = 30 (campaign and advertising spend are out). 60 over 2 calls and 1 email = 20. February: no interactions, no average.',
    },
    {
      name: 'By channel: a cost’s channel meets an activity’s type',
      given: {
        user: [
          { id: 'u1', hourly_cost: 30 },
          { id: 'u2', hourly_cost: 20 },
        ],
        activity: [
          { type: 'call', occurred_at: '2024-01-10', duration_s: 1800, owner_id: 'u1' },
          { type: 'call', occurred_at: '2024-01-11', duration_s: 900, wrap_s: 900, owner_id: 'u2' },
          { type: 'email', occurred_at: '2024-01-12', duration_s: 600, owner_id: 'u1' },
        ],
        cost: [
          { channel: 'call', amount: 20, incurred_on: '2024-01-15' },
          { channel: 'email', amount: 10, incurred_on: '2024-01-15' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['channel'] },
      expect: [
        { start: '2024-01-01', group: { channel: 'call' }, value: 22.5, numerator: 45, denominator: 2 },
        { start: '2024-01-01', group: { channel: 'email' }, value: 15, numerator: 15, denominator: 1 },
      ],
      because: 'Calls: (15 + 10 + 20) / 2. Emails: (5 + 10) / 1.',
    },
    {
      name: 'Staff time only',
      given: {
        user: [{ id: 'u1', hourly_cost: 30 }],
        activity: [
          { type: 'call', occurred_at: '2024-01-10', duration_s: 1800, owner_id: 'u1' },
          { type: 'email', occurred_at: '2024-01-12', duration_s: 600, owner_id: 'u1' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'staff_time', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 10, numerator: 20, denominator: 2 }],
      because: '(0.5 h + 1/6 h) × 30 = 20 over two contacts. The default is unavailable here: no channel costs.',
    },
  ],
});
