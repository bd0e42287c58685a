import { conversion } from '../../metrics/build.ts';
import { isKnown, money } from '../../metrics/expression.ts';
import { windowDays } from '../definitions/labels.ts';
import { stageEntries } from '../definitions/stage.ts';
import { defineKpi } from '../kpi.ts';

const base = { dataset: 'stage_span', entity: 'opportunity_id', at: 'valid_from', where: stageEntries };

const rows = {
  stage: [
    { pipeline: 'ventas', name: 'Contacto', position: 1, category: 'open' },
    { pipeline: 'ventas', name: 'Propuesta', position: 2, category: 'open' },
    { pipeline: 'ventas', name: 'Ganada', position: 3, category: 'won' },
    { pipeline: 'ventas', name: 'Perdida', position: 4, category: 'lost' },
  ],
  opportunity: [
    { id: 'o1', pipeline: 'ventas', created_at: '2024-01-02', stage: 'Ganada', status: 'won', closed_at: '2024-01-25', amount: 100 },
    { id: 'o2', pipeline: 'ventas', created_at: '2024-01-05', stage: 'Perdida', status: 'lost', closed_at: '2024-02-01', amount: 300 },
    { id: 'o3', pipeline: 'ventas', created_at: '2024-01-08', stage: 'Contacto', status: 'open', amount: 100 },
    { id: 'o4', pipeline: 'ventas', created_at: '2024-01-09', stage: 'Ganada', status: 'won', closed_at: '2024-01-20', amount: 100 },
    { id: 'o5', pipeline: 'ventas', created_at: '2024-01-09', stage: 'Contacto', status: 'open', amount: 900, is_test: true },
  ],
  field_change: [
    { entity: 'opportunity', record_id: 'o1', field: 'stage', old_value: 'Contacto', new_value: 'Propuesta', changed_at: '2024-01-10' },
    { entity: 'opportunity', record_id: 'o1', field: 'stage', old_value: 'Propuesta', new_value: 'Ganada', changed_at: '2024-01-25' },
    { entity: 'opportunity', record_id: 'o2', field: 'stage', old_value: 'Contacto', new_value: 'Propuesta', changed_at: '2024-01-15' },
    { entity: 'opportunity', record_id: 'o2', field: 'stage', old_value: 'Propuesta', new_value: 'Perdida', changed_at: '2024-02-01' },
    { entity: 'opportunity', record_id: 'o4', field: 'stage', old_value: 'Contacto', new_value: 'Ganada', changed_at: '2024-01-20' },
  ],
};

export default defineKpi({
  id: 'funnel_stage_conversion',
  ref: 'K-033',
  area: 'leads',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { window_days: windowDays(90) },
  variants: {
    by_count: {
      label: { es: 'Por número, dentro del plazo', en: 'By count, within the window' },
      metric: ({ window_days }) => conversion({ base, converted: { same_row: true, at: 'advanced_at' }, window: window_days }),
    },
    by_value: {
      label: { es: 'Por importe, dentro del plazo', en: 'By value, within the window' },
      metric: ({ window_days }) =>
        conversion({
          base,
          converted: { same_row: true, at: 'advanced_at' },
          window: window_days,
          weighting: 'value',
          value: money('amount', 'valid_from'),
        }),
      needs: ['opportunity.stage', 'opportunity.created_at', 'field_change.changed_at', 'opportunity.amount'],
    },
    ever: {
      label: { es: 'Sin plazo: avanzaron alguna vez', en: 'No time limit: ever advanced' },
      metric: () => conversion({ base, converted: { same_row: true, where: isKnown('advanced_at') }, window: null }),
    },
  },
  defaults: ['by_count'],
  needs: ['opportunity.stage', 'opportunity.created_at', 'field_change.changed_at'],
  terms: [],
  drillBy: ['stage', 'owner.name', 'product.name', 'type', 'campaign.name'],
  grain: 'quarter',
  minimumSample: 30,
  guards: ['funnel_stage_duration', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S2 L35',
  source: 'Stage-to-stage conversion over the history of stages',
  texts: {
    es: {
      name: 'Conversión por etapa del embudo',
      question: '¿En qué etapa se nos quedan las oportunidades?',
      definition:
        'De las oportunidades que entraron en una etapa en el periodo, las que pasaron a otra posterior, o se ganaron, dentro del plazo (90 días). Saltarse etapas es avanzar; retroceder o perderse, no. Quien vuelve a entrar cuenta una vez.',
      formula: 'Oportunidades que avanzan desde la etapa / oportunidades que entran en ella',
      why: 'Señala el paso del proceso que más negocio deja por el camino, que es donde una mejora rinde más.',
      rise: 'Compruebe que no se esté pasando de etapa a la ligera: si la siguiente empeora, el problema solo se ha desplazado.',
      fall: 'Lea los motivos de pérdida de esa etapa y escuche llamadas. Defina qué debe cumplirse para salir de ella y qué ayuda (precio, demo, referencia) falta.',
      caveats:
        'Necesita el historial de etapas; sin él no hay cifra. Pídala siempre por etapa: sin desglose dice qué oportunidades avanzaron desde alguna. Los periodos cuyo plazo no ha vencido son inmaduros.',
    },
    en: {
      name: 'Funnel stage conversion',
      question: 'At which stage do our deals get stuck?',
      definition:
        'Of the deals that entered a stage in the period, those that moved to a later one, or were won, within the window (90 days). Skipping stages is advancing; going back or being lost is not. A deal that enters again counts once.',
      formula: 'Deals that advance from the stage / deals that enter it',
      why: 'It points at the step where most business is left behind, which is where mending pays most.',
      rise: 'Make sure that deals are not waved through: if the next stage worsens, the problem has only moved.',
      fall: 'Read that stage’s lost reasons and listen to calls. Define what must hold to leave it and what help (price, demo, reference) is missing.',
      caveats:
        'It needs the history of stages; without it there is no figure. Always ask for it by stage: undivided it tells which deals advanced from any. Periods whose window is still open are immature.',
    },
  },
  examples: [
    {
      name: 'By stage: skips advance, losses do not',
      given: rows,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['stage'] },
      expect: [
        { start: '2024-01-01', group: { stage: 'Contacto' }, value: 0.75, numerator: 3, denominator: 4 },
        { start: '2024-01-01', group: { stage: 'Propuesta' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because:
        'Four deals entered Contacto: o1 and o2 went to Propuesta, o4 straight to won, o3 stays: 3/4. Two entered Propuesta: o1 was won, o2 lost: 1/2. The test deal is out.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-12-31',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['stage'] },
      expect: [
        { start: '2024-01-01', group: { stage: 'Contacto' }, value: 0.833333, numerator: 500, denominator: 600 },
        { start: '2024-01-01', group: { stage: 'Propuesta' }, value: 0.25, numerator: 100, denominator: 400 },
      ],
      because: 'Contacto: 100 + 300 + 100 of 600 advanced. Propuesta: 100 of 400.',
    },
  ],
});
