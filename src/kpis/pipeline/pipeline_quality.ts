import { field, is, isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric, StockMetric } from '../../metrics/metric.ts';
import { dealModelNeeds, dealsOfThePast, foreseenDeals, sumOfDeals, worthOfDeals, worthTimes } from '../definitions/deal_forecast.ts';
import { defineKpi, type Parameter } from '../kpi.ts';

const parts = ['win_probability', 'profile_fit', 'margin_percentile', 'completeness'] as const;
type Part = (typeof parts)[number];

const opening = (stock: StockMetric): StockMetric => ({ ...stock, at: 'opening' });

const inputs: Readonly<Record<string, Metric>> = {
  deals: foreseenDeals,
  value: worthOfDeals(),
  ...Object.fromEntries(parts.flatMap((part) => [[part, worthTimes(part)] as const, [`${part}_known`, worthOfDeals(part)] as const])),
  // Of the deals open at the start and decided since: what was foreseen, and what came.
  foreseen: opening(sumOfDeals(field('win_probability'), isKnown('outcome'))),
  decided: opening({ ...foreseenDeals, where: isKnown('outcome') }),
  won: opening({ ...foreseenDeals, where: is('outcome', 'won') }),
};

const score =
  (weights: Readonly<Record<Part, number>>) =>
  ({ cells }: ComputedInput): ComputedResult => {
    const value = (name: string): number => cells[name]?.value ?? 0;
    const components = Object.fromEntries(
      parts.map((part) => [part, value(`${part}_known`) === 0 ? null : value(part) / value(`${part}_known`)]),
    );
    const counted = parts.filter((part) => components[part] !== null && weights[part] > 0);
    const total = counted.reduce((sum, part) => sum + weights[part], 0);
    const n = value('deals');
    const calibration =
      value('decided') === 0
        ? null
        : { foreseen: value('foreseen') / value('decided'), won: value('won') / value('decided'), deals: value('decided') };
    const known = Object.fromEntries(parts.map((part) => [part, value('value') === 0 ? null : value(`${part}_known`) / value('value')]));
    const detail = { components, known, calibration };
    // Weighted by value: of deals without an amount there is nothing to weigh.
    const lacking = cells.value?.value === null ? 'amount_unknown' : 'no_model';
    if (total === 0) return { value: null, n, reasons: n === 0 ? [] : [lacking], detail };
    const coverage = Math.min(...counted.map((part) => cells[part]?.coverage ?? 1));
    const mean = counted.reduce((sum, part) => sum + weights[part] * (components[part] ?? 0), 0) / total;
    return { value: mean, n, coverage, detail };
  };

const quality = (weights: Readonly<Record<Part, number>>): ComputedMetric => ({ kind: 'computed', inputs, compute: score(weights) });

const weight = (es: string, en: string): Parameter & { readonly default: number } => ({
  default: 1,
  name: { es: `Peso de ${es}`, en: `Weight of ${en}` },
  between: [0, 10],
});

const open = { status: 'open', created_at: '2023-05-02' };
const rows = {
  account: [{ id: 'a1' }],
  opportunity: [
    ...dealsOfThePast,
    { ...open, id: 'x', type: 'new', amount: 3000, margin: 600, account_id: 'a1', expected_close_on: '2023-08-01' },
    { ...open, id: 'y', type: 'expansion', amount: 1000, margin: 50 },
    { ...open, id: 'z', type: 'new', amount: 9000, margin: 50, is_test: true },
  ],
};

export default defineKpi({
  id: 'pipeline_quality',
  ref: 'K-041',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'quality', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    weight_probability: weight('la probabilidad de ganar', 'the chance of winning'),
    weight_profile: weight('el parecido con lo que se gana', 'likeness to what is won'),
    weight_margin: weight('el margen', 'margin'),
    weight_completeness: weight('los datos completos', 'completeness'),
  },
  variants: {
    default: {
      label: { es: 'Media de los cuatro componentes, ponderada por importe', en: 'Mean of the four components, weighted by value' },
      metric: (p) =>
        quality({
          win_probability: p.weight_probability,
          profile_fit: p.weight_profile,
          margin_percentile: p.weight_margin,
          completeness: p.weight_completeness,
        }),
    },
    probability: {
      label: { es: 'Solo la probabilidad empírica de ganar', en: 'Only the empirical chance of winning' },
      metric: () => quality({ win_probability: 1, profile_fit: 0, margin_percentile: 0, completeness: 0 }),
    },
  },
  defaults: ['default'],
  needs: dealModelNeeds,
  terms: [],
  drillBy: ['owner.name', 'stage', 'type', 'product.name', 'account.segment', 'account.industry'],
  grain: 'month',
  minimumSample: 10,
  guards: ['pipeline_value', 'pipeline_credibility', 'pipeline_realization_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Decomposable score; win probability by hierarchical shrinkage (Gelman & Hill 2007)',
  texts: {
    es: {
      name: 'Calidad de la cartera',
      question: '¿Se está trabajando en los tratos idóneos?',
      definition:
        'Nota de 0 a 100 % de la cartera abierta al cierre del periodo: media, ponderada por importe, de la probabilidad empírica de ganar, el parecido con lo que se gana, el margen frente al de lo ganado y lo completos que están los datos.',
      formula: 'Media de probabilidad, perfil, margen y datos, cada uno ponderado por importe',
      why: 'El texto de origen lo resume: lo que hay dentro de la cartera importa tanto como su tamaño.',
      rise: 'Mire qué componente sube. Si es la probabilidad, prepare capacidad; si son los datos, espere que mejore después la previsión.',
      fall: 'El detalle dice dónde: perfil bajo, se prospecta fuera del blanco; margen bajo, se compite por precio; datos pobres, falta cualificar. Cada uno tiene su remedio y su responsable.',
      caveats:
        'El texto de origen no da fórmula. La nota es una suma de partes distintas: sirve para comparar y para abrirla, no como probabilidad. La probabilidad sale de tratos cerrados antes de cada trimestre, nunca después, y pide al menos 20; «calibration» compara lo previsto al empezar el periodo con lo que pasó. Los componentes sin datos no cuentan y «known» dice cuánto valor los tiene. Margen y datos del registro son los de hoy.',
    },
    en: {
      name: 'Pipeline quality',
      question: 'Are the right deals being worked on?',
      definition:
        'A mark from 0 to 100 % of the pipeline open at the close of the period: the mean, weighted by value, of the empirical chance of winning, likeness to what is won, margin against that of what was won, and completeness of the data.',
      formula: 'Mean of chance, profile, margin and completeness, each weighted by value',
      why: 'The source text sums it up: what is in the pipeline matters as much as its size.',
      rise: 'See which component rises. If the chance, prepare capacity; if the data, expect the forecast to improve next.',
      fall: 'The detail tells where: low profile, prospecting off target; low margin, competing on price; poor data, deals are not qualified. Each has its remedy and its owner.',
      caveats:
        'The source text gives no formula. The mark adds up unlike parts: good to compare and to open up, not a probability. The chance comes from deals closed before each quarter, never after, and takes at least 20; "calibration" holds what was foreseen at the start of the period against what came. Components without data do not count, and "known" tells how much value has them. Margin and record data are today’s.',
    },
  },
  examples: [
    {
      name: 'Four components by value',
      given: rows,
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: (0.5 + 0.75 + 0.825 + 5 / 12) / 4, n: 2 }],
      because:
        'Half of the 30 past deals were won: 0.5 for both. New ones were won more often than all, expansions less: 3,000 of 4,000 fit, 0.75. A margin of 20 % is above all won ones (1), 5 % above 4.5 of 15 (0.3): 0.825. x has account, amount and date of six facts, y the amount: (3,000 × 3/6 + 1,000 × 1/6) / 4,000 = 0.4167. The mean is 0.6229; the test deal is out.',
    },
    {
      name: 'Only the chance of winning',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'probability', from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 0.5 }],
      because: '15 of 30.',
    },
    {
      name: 'Margin weighs nothing, the profile double',
      given: rows,
      settings: { kpis: { pipeline_quality: { weight_margin: 0, weight_profile: 2 } } },
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: (0.5 + 2 * 0.75 + 5 / 12) / 4 }],
      because: '(0.5 + 2 × 0.75 + 0.4167) / 4.',
    },
    {
      name: 'Nothing open, no mark',
      given: rows,
      exportedAt: '2023-06-30',
      query: { from: '2023-04-01', to: '2023-04-30', grain: 'month' },
      expect: [{ start: '2023-04-01', value: null, n: 0, state: 'no_data' }],
      because: 'In April all deals were closed and none had come.',
    },
  ],
});
