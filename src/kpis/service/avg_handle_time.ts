import { count, ratio, sum } from '../../metrics/build.ts';
import { all, calculate, coalesce, type Expression, field, isKnown } from '../../metrics/expression.ts';
import type { SimpleMetric } from '../../metrics/metric.ts';
import { handledContacts, purposes } from '../definitions/call.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const handled = (types: readonly string[], purposes: readonly string[]): Expression =>
  all(handledContacts(types, purposes), isKnown('duration_s'));

const talk = calculate(field('duration_s'), '/', 60);
const talkAndWrap = calculate(calculate(field('duration_s'), '+', coalesce(field('wrap_s'), 0)), '/', 60);

const mean = (minutes: Expression, where: Expression) =>
  ratio(sum('activity', minutes, { at: 'occurred_at', where }), count('activity', { at: 'occurred_at', where }));

const percentile = (where: Expression, fraction: number): SimpleMetric => ({
  kind: 'simple',
  dataset: 'activity',
  aggregate: 'percentile',
  of: talkAndWrap,
  fraction,
  at: 'occurred_at',
  where,
});

const given: WorkedExample['given'] = {
  user: [
    { id: 'U1', name: 'Ana' },
    { id: 'U2', name: 'Luis' },
  ],
  activity: [
    { type: 'call', purpose: 'service', owner_id: 'U1', occurred_at: '2024-01-08T09:00:00Z', duration_s: 240, wrap_s: 60, connected: true },
    { type: 'call', purpose: 'service', owner_id: 'U1', occurred_at: '2024-01-09T09:00:00Z', duration_s: 480, connected: true },
    { type: 'call', owner_id: 'U2', occurred_at: '2024-01-10T09:00:00Z', duration_s: 60, wrap_s: 60 },
    { type: 'call', purpose: 'service', owner_id: 'U2', occurred_at: '2024-01-10T10:00:00Z', duration_s: 20, connected: false },
    { type: 'call', purpose: 'sales', owner_id: 'U2', occurred_at: '2024-01-11T10:00:00Z', duration_s: 3000, connected: true },
    { type: 'call', purpose: 'service', owner_id: 'U2', occurred_at: '2024-01-12T10:00:00Z', connected: true },
    { type: 'call', purpose: 'service', owner_id: 'U2', occurred_at: '2024-01-13T10:00:00Z', duration_s: 900, is_test: true },
    { type: 'email', purpose: 'service', owner_id: 'U2', occurred_at: '2024-01-14T10:00:00Z', duration_s: 900 },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'avg_handle_time',
  ref: 'K-094',
  area: 'service',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'activity',
  unit: 'minutes',
  tags: ['time_management', 'work_effectiveness', 'cost'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    types: {
      default: ['call'],
      name: { es: 'Tipos de actividad que son un contacto atendido', en: 'Activity types that are a contact handled' },
    },
    purposes,
  },
  variants: {
    default: { label: labels.mean, metric: ({ types, purposes }) => mean(talkAndWrap, handled(types, purposes)) },
    median: { label: labels.median, metric: ({ types, purposes }) => percentile(handled(types, purposes), 0.5) },
    p90: { label: labels.p90, metric: ({ types, purposes }) => percentile(handled(types, purposes), 0.9) },
    talk_only: {
      label: { es: 'Solo la conversación, sin el trabajo posterior', en: 'Talk time only, without after-call work' },
      metric: ({ types, purposes }) => mean(talk, handled(types, purposes)),
    },
  },
  defaults: ['default'],
  needs: ['activity.type', 'activity.occurred_at', 'activity.duration_s'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'topic', 'ticket.type', 'account.segment'],
  grain: 'month',
  minimumSample: 30,
  guards: ['csat', 'fcr', 'repeat_purchase_rate'],
  partner: null,
  decomposition: null,
  seed: 'S1#17, S3 L20',
  source: 'ICMI; HDI (talk + hold + wrap)',
  texts: {
    es: {
      name: 'Tiempo medio de atención',
      question: '¿Cuántos minutos de agente nos lleva cada llamada atendida?',
      definition:
        'Minutos de conversación, espera en línea y trabajo posterior de las llamadas de servicio atendidas, entre el número de esas llamadas. Las que nadie llegó a contestar no cuentan.',
      formula: 'Σ (duración + trabajo posterior) / llamadas atendidas con duración registrada',
      why: 'Sirve para dimensionar el equipo y detectar procesos lentos. No dice si el cliente quedó atendido: por eso nunca se muestra sin una medida de satisfacción o de fidelidad.',
      rise: 'Mire qué tema y qué agente lo alargan: una herramienta lenta, un producto con averías o gente recién llegada. Si a la vez sube la resolución en el primer contacto, esos minutos están bien gastados.',
      fall: 'Compruebe la resolución en el primer contacto y las llamadas repetidas: si empeoran, se está colgando antes, no resolviendo antes. Si aguantan, copie lo que se ha simplificado.',
      caveats:
        'El texto de origen llama «tiempo de resolución» a esto: aquí se separa en dos, el tiempo de atención (minutos de agente) y el de resolución (lo que espera el cliente). Él mismo advierte que premiarlo produce llamadas cortas, no clientes contentos: va siempre con CSAT, resolución en el primer contacto o recompra. La espera en línea se toma como parte de la duración. Si la fuente no apunta el trabajo posterior, vale cero y el tiempo sale corto.',
    },
    en: {
      name: 'Average handle time',
      question: 'How many minutes of an agent does each call take?',
      definition:
        'Minutes of talk, hold and after-call work of the service calls answered, over the number of those calls. Calls that nobody answered are out.',
      formula: 'Σ (duration + wrap-up) / calls handled whose length is on record',
      why: 'It sizes the team and finds slow processes. It does not say whether the customer was helped, so it never stands without a measure of satisfaction or loyalty.',
      rise: 'See which topic and agent lengthen it: a slow tool, a product that breaks, new people. If first-contact resolution rises too, the minutes are well spent.',
      fall: 'Check first-contact resolution and repeat calls: if they get worse, people hang up sooner rather than solve sooner. If they hold, copy what was made simpler.',
      caveats:
        'The source text calls this "resolution time": here they are two, handle time (an agent’s minutes) and resolution time (what the customer waits). It warns itself that rewarding it makes short calls, not happy customers, so it goes with CSAT, first-contact resolution or repeat purchase. Hold is taken as part of the duration. Where the source records no after-call work it counts as zero and the time comes out short.',
    },
  },
  examples: [
    {
      name: 'minutes of agent by call answered',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 5, numerator: 15, denominator: 3 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        '(240 + 60) s = 5 min, 480 s = 8 min, (60 + 60) s = 2 min: 15 / 3. Out: the unanswered, the sales call, the one of unknown length, the test and the email. February: no calls.',
    },
    {
      name: 'talk only',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'talk_only' },
      expect: [{ start: '2024-01-01', value: 13 / 3, numerator: 13, denominator: 3 }],
      because: '(4 + 8 + 1) / 3 = 4.33.',
    },
    {
      name: 'the median is not drawn by the long one',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'median', by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 6.5 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 2 },
      ],
      because: 'Ana: 5 and 8 minutes, median 6.5. Luis: only 2.',
    },
    {
      name: 'sales calls too, if one asks for them',
      given,
      settings: { kpis: { avg_handle_time: { purposes: ['service', 'sales'] } } },
      exportedAt: '2024-02-29',
      query: january,
      expect: [{ start: '2024-01-01', value: 65 / 4, numerator: 65, denominator: 4 }],
      because: '15 minutes and the sales call of 50: 65 / 4 = 16.25.',
    },
  ],
});
