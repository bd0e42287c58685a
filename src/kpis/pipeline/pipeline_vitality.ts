import type { ComputedMetric } from '../../metrics/metric.ts';
import { activeWithin, hasNextStep, isStageFresh, shareThat } from '../definitions/deal_state.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type Parameter } from '../kpi.ts';

const checks = (days: number) => ({ active: activeWithin(days), next_step: hasNextStep, stage_age: isStageFresh });

/** The weighted mean of the three shares, instead of the share of what has all three. */
const weighted = (days: number, weights: Readonly<Record<'active' | 'next_step' | 'stage_age', number>>): ComputedMetric => {
  const strict = shareThat(checks(days), 'value');
  return {
    ...strict,
    compute: (input) => {
      const { numerator: _, ...result } = strict.compute(input);
      const open = result.denominator ?? 0;
      const total = weights.active + weights.next_step + weights.stage_age;
      if (open === 0 || total === 0) return { ...result, value: null };
      const share = (name: keyof typeof weights): number => (weights[name] * (input.cells[name]?.value ?? 0)) / open;
      return { ...result, value: (share('active') + share('next_step') + share('stage_age')) / total };
    },
  };
};

const weight = (es: string, en: string): Parameter & { readonly default: number } => ({
  default: 1,
  name: { es: `Peso de ${es} (variante ponderada)`, en: `Weight of ${en} (weighted variant)` },
  between: [0, 10],
});

const needs = [
  'opportunity.status',
  'opportunity.amount',
  'activity.opportunity_id',
  'activity.occurred_at',
  ['opportunity.next_step_at', 'field_change.new_value'],
];

/** Six won deals that stayed ten days in their stage: more than 15 are slow. */
const past = Array.from({ length: 6 }, (_, index) => ({
  id: `w${index}`,
  status: 'won',
  stage: 'Propuesta',
  created_at: '2023-11-01',
  closed_at: '2023-11-11',
  amount: 100,
}));
const open = { status: 'open', stage: 'Propuesta' };
const rows = {
  opportunity: [
    ...past,
    { ...open, id: 'o1', created_at: '2024-01-20', amount: 4000, next_step_at: '2024-02-05' },
    { ...open, id: 'o2', created_at: '2024-01-20', amount: 3000, next_step_at: '2024-01-30' },
    { ...open, id: 'o3', created_at: '2024-01-10', amount: 2000, next_step_at: '2024-02-05' },
    { ...open, id: 'o4', created_at: '2024-01-20', amount: 1000, next_step_at: '2024-02-05' },
    { ...open, id: 'o5', created_at: '2024-01-20', amount: 9000, next_step_at: '2024-02-05', is_test: true },
  ],
  activity: [
    { type: 'call', opportunity_id: 'o1', occurred_at: '2024-01-17' },
    { type: 'email', opportunity_id: 'o2', occurred_at: '2024-01-30' },
    { type: 'email', opportunity_id: 'o3', occurred_at: '2024-01-30' },
    { type: 'call', opportunity_id: 'o4', occurred_at: '2024-01-16T22:00:00Z' },
    { type: 'call', opportunity_id: 'o4', occurred_at: '2024-01-29', connected: false },
  ],
};

export default defineKpi({
  id: 'pipeline_vitality',
  ref: 'K-040',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'quality', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    activity_days: {
      default: 14,
      name: {
        es: 'Días sin actividad a partir de los cuales un trato está parado',
        en: 'Days without activity beyond which a deal is stalled',
      },
      between: [1, 180],
    },
    weight_activity: weight('la actividad', 'activity'),
    weight_next_step: weight('el próximo paso', 'the next step'),
    weight_age: weight('la edad en la etapa', 'age in the stage'),
  },
  variants: {
    default: { label: labels.byValue, metric: ({ activity_days }) => shareThat(checks(activity_days), 'value') },
    by_count: { label: labels.byCount, metric: ({ activity_days }) => shareThat(checks(activity_days), 'count') },
    weighted: {
      label: { es: 'Media ponderada de las tres condiciones', en: 'Weighted mean of the three conditions' },
      metric: (p) => weighted(p.activity_days, { active: p.weight_activity, next_step: p.weight_next_step, stage_age: p.weight_age }),
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['owner.name', 'stage', 'type', 'product.name', 'account.segment'],
  grain: 'month',
  minimumSample: 10,
  guards: ['pipeline_value', 'pipeline_credibility'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Deal-health practice: recent activity, dated next step, normal stage age',
  texts: {
    es: {
      name: 'Vitalidad de la cartera',
      question: '¿Qué parte de la cartera está viva?',
      definition:
        'Parte del valor abierto al cierre del periodo que cumple las tres condiciones: contacto con el cliente en los últimos 14 días, un próximo paso con fecha de hoy en adelante y no llevar en su etapa más de 1,5 veces lo que tardan los tratos que se ganan.',
      formula: 'Valor abierto con actividad reciente, próximo paso y edad normal / valor abierto',
      why: 'Un trato parado rara vez se gana. Saber cuánto valor está vivo dice cuánto de la cartera es trabajo y cuánto, inventario.',
      rise: 'Compruebe que los próximos pasos se cumplen y no solo se cambian de fecha. Si además sube la conversión, mantenga la rutina que lo ha conseguido.',
      fall: 'Mire en el detalle qué condición falla. Sin actividad, reparta o cierre; sin próximo paso, fíjelo en la siguiente llamada; demasiado tiempo en la etapa, decida con el cliente o descártelo.',
      caveats:
        'El texto de origen nombra la vitalidad sin fórmula; las condiciones son las de la práctica y el plazo y los pesos se pueden cambiar. Las llamadas sin respuesta, las tareas y las notas no son actividad. El próximo paso pasado se conoce por el historial de cambios; sin él se toma el de hoy, que favorece al pasado. De una etapa con menos de cinco tratos ganados no se sabe lo normal y se da por buena. La mediana de cada etapa es la de todos los ganados hasta hoy.',
    },
    en: {
      name: 'Pipeline vitality',
      question: 'What share of pipeline is alive?',
      definition:
        'Share of the value open at the close of the period that meets all three conditions: contact with the customer in the last 14 days, a next step dated today or later, and no more than 1.5 times as long in its stage as deals that get won take.',
      formula: 'Open value with recent activity, a next step and a normal age / open value',
      why: 'A stalled deal is rarely won. How much value is alive tells how much of pipeline is work and how much is stock.',
      rise: 'Check that next steps are taken and not only moved to another date. If conversion rises too, keep the routine that did it.',
      fall: 'See in the detail which condition fails. No activity: hand over or close; no next step: set one in the next call; too long in the stage: settle it with the customer or drop it.',
      caveats:
        'The source text names vitality without a formula; the conditions are those of practice, and days and weights can be changed. Unanswered calls, tasks and notes are no activity. Past next steps are known by the history of changes; without it today’s is taken, which flatters the past. Of a stage with fewer than five won deals the usual stay is not known and it passes. Each stage’s median is that of all deals won to date.',
    },
  },
  examples: [
    {
      name: 'Alive, without a step, slow, without contact',
      given: rows,
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 4000, denominator: 10_000, n: 4 }],
      because:
        'On 31 January o1 had a call 14 days before, a step ahead and 11 days in its stage (won deals took 10; 15 is the limit). o2’s step is gone by, o3 has been there 21 days, o4 was last spoken to 15 days before (the call without an answer does not count). 4,000 of 10,000.',
    },
    {
      name: 'By count',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'by_count', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 }],
      because: 'One of four.',
    },
    {
      name: 'The weighted mean of the conditions',
      given: rows,
      settings: { kpis: { pipeline_vitality: { weight_activity: 2 } } },
      exportedAt: '2024-01-31',
      query: { variant: 'weighted', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: (2 * 0.9 + 0.7 + 0.8) / 4, denominator: 10_000 }],
      because: 'Active 9,000, with a step 7,000, fresh 8,000 of 10,000; activity weighs double: (2 × 0.9 + 0.7 + 0.8) / 4 = 0.825.',
    },
    {
      name: 'A longer patience',
      given: rows,
      settings: { kpis: { pipeline_vitality: { activity_days: 15 } } },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 5000 }],
      because: 'With 15 days o4 is alive too.',
    },
    {
      name: 'Nothing open, no share',
      given: rows,
      exportedAt: '2024-01-31',
      query: { from: '2023-12-01', to: '2023-12-31', grain: 'month' },
      expect: [{ start: '2023-12-01', value: null, denominator: 0, state: 'no_data' }],
      because: 'In December all six deals were closed and no other had begun.',
    },
  ],
});
