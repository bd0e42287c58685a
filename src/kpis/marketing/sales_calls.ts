import { count } from '../../metrics/build.ts';
import { all, is } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

const needs = ['activity.type', 'activity.purpose', 'activity.direction', 'activity.occurred_at'];
const salesCall = all(is('type', 'call'), is('purpose', 'sales'), is('direction', 'out'));

export default defineKpi({
  id: 'sales_calls',
  ref: 'K-006',
  area: 'marketing',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['revenue', 'finance', 'sales', 'work_effectiveness', 'marketing'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Llamadas hechas, contesten o no', en: 'Calls attempted, answered or not' },
      metric: () => count('activity', { at: 'occurred_at', where: salesCall }),
    },
    connected: {
      label: { es: 'Llamadas contestadas', en: 'Calls connected' },
      metric: () => count('activity', { at: 'occurred_at', where: all(salesCall, is('connected', true)) }),
      needs: [...needs, 'activity.connected'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'outcome', 'campaign.name', 'account.industry'],
  grain: 'month',
  minimumSample: 1,
  guards: ['opportunity_conversion_rate', 'email_campaigns_sent', 'sms_sent'],
  partner: 'channel_effectiveness',
  decomposition: null,
  seed: 'S1#4; S4 L28',
  source: 'Someka, "26 most important CRM KPIs" #4',
  texts: {
    es: {
      name: 'Número de llamadas de ventas',
      question: '¿Cuántas llamadas comerciales hemos hecho?',
      definition:
        'Llamadas salientes con fin comercial, a clientes o a posibles clientes, contesten o no. Las entrantes y las de soporte no cuentan.',
      formula: 'Actividades de tipo llamada, salientes y de propósito ventas',
      why: 'Mide esfuerzo, no resultado. Ayuda a entender de dónde salen las ventas cuando se lee con lo que produce cada canal.',
      rise: 'Pregunte qué trajo el esfuerzo de más: reuniones, oportunidades, ventas. Si sube el número y no la conversión, revise a quién se llama y con qué guion.',
      fall: 'Compruebe si el equipo está en reuniones, de vacaciones o sin registrar. Si lo demás no cae, quizá se llama mejor; si cae, reserve horas fijas de llamada.',
      caveats:
        'Actividad no es progreso: usada como meta, produce llamadas cortas e inútiles. Depende de que se registre la llamada y su propósito. «connected» deja solo las contestadas.',
    },
    en: {
      name: 'Sales calls made',
      question: 'How many sales calls did we make?',
      definition: 'Outgoing calls made to sell, to customers or prospects, answered or not. Incoming and support calls do not count.',
      formula: 'Activities of type call, outgoing, with purpose sales',
      why: 'It measures effort, not result. Read with what each channel brings, it helps to see where sales come from.',
      rise: 'Ask what the extra effort brought: meetings, deals, sales. If calls rise and conversion does not, look at who is being called and with what script.',
      fall: 'See whether people are in meetings, away, or just not logging. If nothing else falls, they may be calling better; if it does, protect hours for calling.',
      caveats:
        'Activity is not progress: as a target it breeds short, useless calls. It depends on calls and their purpose being logged. "connected" keeps only those answered.',
    },
  },
  examples: [
    {
      name: 'Outgoing sales calls only',
      given: {
        user: [
          { id: 'u1', name: 'Ana' },
          { id: 'u2', name: 'Luis' },
        ],
        activity: [
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-10T09:00:00Z', connected: true, owner_id: 'u1' },
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-11T09:00:00Z', connected: false, owner_id: 'u1' },
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-12', owner_id: 'u2' },
          { type: 'call', direction: 'in', purpose: 'sales', occurred_at: '2024-01-13', owner_id: 'u2' },
          { type: 'call', direction: 'out', purpose: 'service', occurred_at: '2024-01-14', owner_id: 'u2' },
          { type: 'email', direction: 'out', purpose: 'sales', occurred_at: '2024-01-15', owner_id: 'u2' },
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-16', owner_id: 'u2', is_test: true },
        ],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 2 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 1 },
      ],
      because: 'Ana made two, Luis one; his incoming, support and test calls and his email do not count.',
    },
    {
      name: 'Connected is a part of attempted',
      given: {
        activity: [
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-10', connected: true },
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-11', connected: false },
          { type: 'call', direction: 'out', purpose: 'sales', occurred_at: '2024-01-12' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { variant: 'connected', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 },
        { start: '2024-02-01', value: 0, state: 'zero' },
      ],
      because: 'One of the three attempts was answered; one is unknown and does not count as answered.',
    },
  ],
});
