import { count, duration } from '../../metrics/build.ts';
import { all, isNull } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { durationVariants } from '../definitions/labels.ts';
import { stageEntries } from '../definitions/stage.ts';
import { defineKpi } from '../kpi.ts';

const stay = { dataset: 'stage_span', start: 'valid_from', end: 'valid_to', where: stageEntries, unit: 'day', time: 'calendar' } as const;
const { median, mean, p75, p90, km_median } = durationVariants(stay);

/** Share of the time of the whole cycle × share of those leaving that never advance. */
const bottleneck: ComputedMetric = {
  kind: 'computed',
  axis: 'stage',
  inputs: {
    days: duration(stay)('mean'),
    left: count('stage_span', { at: 'valid_to', where: stageEntries }),
    dropped: count('stage_span', { at: 'valid_to', where: all(stageEntries, isNull('advanced_at')) }),
  },
  compute: ({ cells, siblings }: ComputedInput): ComputedResult => {
    const own = cells.days?.value ?? null;
    const left = cells.left?.value ?? 0;
    const cycle = siblings.reduce((sum, sibling) => sum + (sibling.cells.days?.value ?? 0), 0);
    if (own === null || left === 0 || cycle === 0) return { value: null, n: 0 };
    const dropOff = (cells.dropped?.value ?? 0) / left;
    return { value: (own / cycle) * dropOff, n: left, detail: { days: own, share_of_cycle: own / cycle, drop_off: dropOff } };
  },
};

const moves = (deal: string, ...steps: readonly (readonly [string, string, string])[]) =>
  steps.map(([from, to, day]) => ({
    entity: 'opportunity',
    record_id: deal,
    field: 'stage',
    old_value: from,
    new_value: to,
    changed_at: day,
  }));

const stages = [
  { pipeline: 'ventas', name: 'Contacto', position: 1, category: 'open' },
  { pipeline: 'ventas', name: 'Propuesta', position: 2, category: 'open' },
  { pipeline: 'ventas', name: 'Ganada', position: 3, category: 'won' },
  { pipeline: 'ventas', name: 'Perdida', position: 4, category: 'lost' },
];

const five = {
  stage: stages,
  opportunity: [
    { id: 'o1', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Propuesta', status: 'open' },
    { id: 'o2', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Propuesta', status: 'open' },
    { id: 'o3', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Propuesta', status: 'open' },
    { id: 'o4', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Contacto', status: 'open' },
    { id: 'o5', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Contacto', status: 'open' },
    { id: 'o6', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Contacto', status: 'open', is_test: true },
  ],
  field_change: [
    ...moves('o1', ['Contacto', 'Propuesta', '2024-01-06']),
    ...moves('o2', ['Contacto', 'Propuesta', '2024-01-08']),
    ...moves('o3', ['Contacto', 'Propuesta', '2024-01-12']),
  ],
};

const contacto = [{ dimension: 'stage', op: '=', value: 'Contacto' } as const];

export default defineKpi({
  id: 'funnel_stage_duration',
  ref: 'K-034',
  area: 'leads',
  band: 'business',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'days',
  tags: ['sales', 'work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    km_median,
    median,
    mean,
    p75,
    p90,
    bottleneck: {
      label: { es: 'Índice de cuello de botella', en: 'Bottleneck index' },
      metric: () => bottleneck,
      unit: 'ratio',
    },
  },
  defaults: ['km_median'],
  needs: ['opportunity.stage', 'opportunity.created_at', 'field_change.changed_at'],
  terms: [],
  drillBy: ['stage', 'owner.name', 'product.name', 'type'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['funnel_stage_conversion'],
  partner: null,
  decomposition: null,
  seed: 'S2 L15,L35',
  source: 'Kaplan and Meier (1958) for stays not yet over',
  texts: {
    es: {
      name: 'Tiempo por etapa / cuello de botella',
      question: '¿Cuánto tiempo pasan las oportunidades en cada etapa?',
      definition:
        'Días desde que una oportunidad entra en una etapa hasta que sale de ella. La mediana tiene en cuenta las que siguen dentro, que ya llevan como mínimo el tiempo transcurrido.',
      formula: 'Mediana (Kaplan–Meier) de salida − entrada, contando las que siguen abiertas',
      why: 'El tiempo parado es el síntoma más temprano de un cuello de botella, mucho antes de que se note en las ventas.',
      rise: 'Mire si es una persona, un producto o todo el equipo. Ponga un plazo a la etapa y repase una a una las que lo superan; lo que no avanza, se cierra.',
      fall: 'Confirme con la conversión que se avanza y no que se descarta antes. Copie en las demás etapas lo que haya acelerado esta.',
      caveats:
        'Promediar solo las ya terminadas engaña, porque las lentas aún no han salido: por eso manda Kaplan–Meier; las demás variantes son de estancias terminadas, por fecha de salida. El índice multiplica el peso de la etapa en el ciclo por la parte que se cae en ella.',
    },
    en: {
      name: 'Stage duration / bottleneck index',
      question: 'How long do deals stay in each stage?',
      definition:
        'Days from a deal’s entering a stage to its leaving it. The median takes in those still there, which have already stayed at least so long.',
      formula: 'Median (Kaplan–Meier) of exit − entry, stays not yet over included',
      why: 'Time standing still is the earliest sign of a bottleneck, long before sales feel it.',
      rise: 'Is it a person, a product or the whole team? Give the stage a limit and go through the deals beyond it one by one; close what does not move.',
      fall: 'Check with conversion that deals advance rather than being dropped sooner. Copy to other stages what sped this one up.',
      caveats:
        'Averaging finished stays alone misleads, since the slow ones have not left yet: hence Kaplan–Meier. The other variants are of finished stays, by date of exit. The index multiplies the stage’s share of the cycle by the share that drops out in it.',
    },
  },
  examples: [
    {
      name: 'The median counts the deals still waiting',
      given: five,
      exportedAt: '2024-03-24',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', where: contacto },
      expect: [{ start: '2024-01-01', value: 10 }],
      because:
        'Stays of 4, 6 and 10 days and two not over after 82 days. Of 5, after 4 days 80 % remain, after 6 60 %, after 10 40 %: half is passed at 10.',
    },
    {
      name: 'Finished stays alone look faster',
      given: five,
      exportedAt: '2024-03-24',
      query: { variant: 'median', from: '2024-01-01', to: '2024-01-31', grain: 'month', where: contacto },
      expect: [{ start: '2024-01-01', value: 6 }],
      because: 'The middle of 4, 6 and 10.',
    },
    {
      name: 'Their mean',
      given: five,
      exportedAt: '2024-03-24',
      query: { variant: 'mean', from: '2024-01-01', to: '2024-01-31', grain: 'month', where: contacto },
      expect: [{ start: '2024-01-01', value: 6.666667 }],
      because: '(4 + 6 + 10) / 3.',
    },
    {
      name: 'The bottleneck is slow and loses deals',
      given: {
        stage: stages,
        opportunity: [
          { id: 'o1', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Ganada', status: 'won', closed_at: '2024-01-20' },
          { id: 'o2', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Perdida', status: 'lost', closed_at: '2024-01-18' },
          { id: 'o3', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Perdida', status: 'lost', closed_at: '2024-01-06' },
        ],
        field_change: [
          ...moves('o1', ['Contacto', 'Propuesta', '2024-01-06'], ['Propuesta', 'Ganada', '2024-01-20']),
          ...moves('o2', ['Contacto', 'Propuesta', '2024-01-06'], ['Propuesta', 'Perdida', '2024-01-18']),
          ...moves('o3', ['Contacto', 'Perdida', '2024-01-06']),
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'bottleneck', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { stage: 'Contacto' }, value: 0.078431 },
        { start: '2024-01-01', group: { stage: 'Propuesta' }, value: 0.382353 },
      ],
      because:
        'Contacto: 4 days on average, 1 of 3 dropped; Propuesta: (14 + 12) / 2 = 13 days, 1 of 2 dropped. 4/17 × 1/3 = 0.0784; 13/17 × 1/2 = 0.3824.',
    },
  ],
});
