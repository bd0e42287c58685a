import type { Metric, RatioMetric, StockMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { openDeals, openValue, realizedCount, realizedValue } from '../definitions/opportunity.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const opening = (stock: StockMetric): StockMetric => ({ ...stock, at: 'opening' });

/** By value without an interval: what is won is a part of what was open, at another amount. */
const realization = (won: StockMetric, open: StockMetric, days: number, of: 'proportion' | 'amounts'): Metric => {
  const rate: RatioMetric = {
    kind: 'ratio',
    of,
    numerator: opening(won),
    denominator: opening(open),
    settles_in: days,
    settles_from: 'opening',
  };
  if (of === 'proportion') return rate;
  return {
    kind: 'computed',
    inputs: { rate },
    compute: ({ cells: { rate: cell } }) => ({
      value: cell?.value ?? null,
      numerator: cell?.numerator ?? null,
      denominator: cell?.denominator ?? null,
      n: cell?.n ?? 0,
    }),
  };
};

const needs = ['opportunity.status', 'opportunity.created_at', 'opportunity.closed_at'];

const given: WorkedExample['given'] = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  opportunity: [
    { id: 'o1', owner_id: 'u1', created_at: '2023-12-01', status: 'won', closed_at: '2024-03-30', amount: 3000 },
    { id: 'o2', owner_id: 'u1', created_at: '2023-12-05', status: 'won', closed_at: '2024-03-31', amount: 2000 },
    { id: 'o3', owner_id: 'u2', created_at: '2023-12-10', status: 'lost', closed_at: '2024-01-15', amount: 4000 },
    { id: 'o4', owner_id: 'u2', created_at: '2023-12-10', status: 'open', amount: 1500 },
    { id: 'o5', owner_id: 'u2', created_at: '2024-01-10', status: 'won', closed_at: '2024-01-20', amount: 8000 },
    { id: 'o6', owner_id: 'u2', created_at: '2023-12-10', status: 'won', closed_at: '2024-01-20', amount: 9000, is_test: true },
  ],
  field_change: [
    { entity: 'opportunity', record_id: 'o1', field: 'amount', old_value: '2500', new_value: '3000', changed_at: '2024-02-01' },
  ],
};

export default defineKpi({
  id: 'pipeline_realization_rate',
  ref: 'K-044',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'revenue', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    horizon_days: {
      default: 90,
      name: { es: 'Días desde el inicio del periodo en que se debe ganar', en: 'Days from the start of the period to be won in' },
      between: [7, 1095],
    },
  },
  variants: {
    default: {
      label: labels.byValue,
      metric: ({ horizon_days }) => realization(realizedValue(horizon_days), openValue, horizon_days, 'amounts'),
    },
    by_count: {
      label: labels.byCount,
      metric: ({ horizon_days }) => realization(realizedCount(horizon_days), openDeals, horizon_days, 'proportion'),
      needs,
    },
  },
  defaults: ['default'],
  needs: [...needs, 'opportunity.amount'],
  terms: [],
  drillBy: ['stage', 'type', 'owner.name', 'product.name', 'account.segment', 'pipeline'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['pipeline_credibility', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Cohort of the deals open on one day',
  texts: {
    es: {
      name: 'Tasa histórica de realización',
      question: '¿Cuánto del valor que había en cartera acabó en venta?',
      definition:
        'Se toma la cartera abierta al empezar el periodo y se mira cuánto se ganó de ella en los 90 días siguientes, por el importe con que se ganó, entre lo que valía ese primer día.',
      formula: 'Importe ganado en 90 días de lo abierto al empezar / valor abierto al empezar',
      why: 'Convierte el valor de la cartera en dinero esperable. Su inversa es la cobertura que hace falta, en lugar del «tres veces» de siempre.',
      rise: 'Se gana más o la cartera está más limpia: mire cuál. Si es por limpieza, el valor abierto habrá bajado a la vez y la cobertura necesaria también.',
      fall: 'Ábrala por etapa y tipo: si cae en las primeras etapas, entra cartera floja; si cae en las últimas, se están perdiendo o retrasando tratos maduros. Suba la cobertura exigida mientras tanto.',
      caveats:
        'Solo se puede calcular con la historia de cada oportunidad: sin ella se supone que importe y etapa fueron siempre los de hoy. Puede pasar del 100 % si se gana por más de lo apuntado. Un periodo cuyos 90 días no han pasado sale como inmaduro. Lo creado después del primer día no cuenta. Al abrir por etapa o persona, son las de ese primer día.',
    },
    en: {
      name: 'Historical pipeline realization rate',
      question: 'How much of the value in pipeline ended in sales?',
      definition:
        'Of the pipeline open at the start of the period, what was won within 90 days, at the amount it was won for, over what it was worth on that first day.',
      formula: 'Won within 90 days of what was open at the start / value open at the start',
      why: 'It turns pipeline value into money to be expected. Its inverse is the coverage needed, instead of the usual "three times".',
      rise: 'More is won, or pipeline is cleaner: see which. If cleaner, open value fell at once, and so did the coverage needed.',
      fall: 'Split by stage and type: in early stages, weak pipeline comes in; in late ones, ripe deals are lost or delayed. Ask for more coverage meanwhile.',
      caveats:
        'It takes the history of each deal: without it, amount and stage are held to have always been today’s. It can pass 100 % where deals are won for more than was noted. A period whose 90 days are not over is shown as immature. What was created after the first day does not count. Split by stage or person, they are those of that first day.',
    },
  },
  examples: [
    {
      name: 'Open on New Year, won within 90 days',
      given,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: 0.3, numerator: 3000, denominator: 10_000 }],
      because:
        'On 31 December 2,500 + 2,000 + 4,000 + 1,500 = 10,000 were open. o1 was won 90 days later, for 3,000 by then; o2 a day too late. o5 was not there yet; the test deal is out.',
    },
    {
      name: 'By count, by person',
      given,
      exportedAt: '2024-06-30',
      query: { variant: 'by_count', from: '2024-01-01', to: '2024-03-31', grain: 'quarter', by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 0, numerator: 0, denominator: 2 },
      ],
      because: 'Ana won one of two in time, Luis none of two.',
    },
    {
      name: 'A longer horizon',
      given,
      settings: { kpis: { pipeline_realization_rate: { horizon_days: 91 } } },
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 5000 }],
      because: 'With 91 days o2 counts as well.',
    },
    {
      name: 'Too early to tell, and nothing open',
      given: {
        opportunity: [
          { created_at: '2023-12-01', status: 'open', amount: 4000 },
          { created_at: '2023-12-05', status: 'won', closed_at: '2024-02-10', amount: 2000 },
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2023-12-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2023-12-01', value: null, denominator: 0, state: 'no_data' },
        { start: '2024-02-01', value: 1 / 3, numerator: 2000, denominator: 6000, state: 'immature' },
      ],
      because: 'Nothing was open on 30 November. On 31 January 6,000 were; 2,000 have been won, and their 90 days are not over.',
    },
  ],
});
