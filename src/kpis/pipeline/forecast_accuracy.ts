import { ratio } from '../../metrics/build.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { forecastCategory, forecastNeeds, forecastsOf } from '../definitions/forecast.ts';
import { defineKpi } from '../kpi.ts';

const judge =
  (read: 'accuracy' | 'bias') =>
  ({ cells }: ComputedInput): ComputedResult => {
    const value = (name: string): number | null => cells[name]?.value ?? null;
    const [forecast, won, n] = [value('forecast') ?? 0, value('won') ?? 0, value('forecasts') ?? 0];
    const wape = value('wape');
    if (wape === null || won === 0) {
      return { value: null, numerator: value('error'), denominator: won, n, reasons: n > 0 ? ['denominator_zero'] : [] };
    }
    const bias = (forecast - won) / won;
    const detail = { forecast, won, absolute_error: value('error'), wape, bias };
    if (read === 'bias') return { value: bias, numerator: forecast - won, denominator: won, n, detail };
    const ci = cells.wape?.ci;
    return {
      value: 1 - wape,
      numerator: won - (value('error') ?? 0),
      denominator: won,
      n,
      detail,
      ...(ci ? { ci: [1 - ci[1], 1 - ci[0]] } : {}),
    };
  };

const accuracy = (category: string, read: 'accuracy' | 'bias'): ComputedMetric => {
  const { forecasts, forecast, won, error } = forecastsOf(category);
  return { kind: 'computed', inputs: { forecasts, forecast, won, error, wape: ratio(error, won) }, compute: judge(read) };
};

const month = { period_start: '2024-01-01', period_end: '2024-01-31', category: 'commit' };
const rows = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  forecast: [
    { ...month, owner_id: 'u1', amount: 900, made_at: '2023-12-28' },
    { ...month, owner_id: 'u1', amount: 1000, made_at: '2024-01-20' },
    { ...month, owner_id: 'u1', amount: 1400, made_at: '2023-12-28', category: 'best_case' },
    { ...month, owner_id: 'u2', amount: 900, made_at: '2024-01-01' },
    { ...month, owner_id: 'u2', amount: 5000, made_at: '2024-01-01', category: 'commit', is_test: true },
  ],
  opportunity: [
    { owner_id: 'u1', status: 'won', created_at: '2023-12-01', closed_at: '2024-01-20', amount: 1000 },
    { owner_id: 'u2', status: 'won', created_at: '2023-12-01', closed_at: '2024-01-21', amount: 600 },
    { owner_id: 'u2', status: 'lost', created_at: '2023-12-01', closed_at: '2024-01-22', amount: 300 },
  ],
};

export default defineKpi({
  id: 'forecast_accuracy',
  ref: 'K-048',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'revenue', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { category: forecastCategory },
  variants: {
    default: {
      label: { es: 'Precisión: 1 − error absoluto entre lo ganado', en: 'Accuracy: 1 − absolute error over won' },
      metric: ({ category }) => accuracy(category, 'accuracy'),
    },
    bias: {
      label: { es: 'Sesgo: de más (+) o de menos (−)', en: 'Bias: over (+) or under (−)' },
      metric: ({ category }) => accuracy(category, 'bias'),
    },
  },
  defaults: ['default'],
  needs: [...forecastNeeds, 'forecast.owner_id', 'opportunity.owner_id'],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'owner.office'],
  grain: 'quarter',
  minimumSample: 6,
  guards: ['pipeline_credibility', 'pipeline_predictability'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17, S0 L13',
  source: 'Weighted absolute percentage error (Hyndman & Koehler 2006)',
  texts: {
    es: {
      name: 'Precisión de la previsión',
      question: '¿Acertamos con lo que decimos que vamos a vender?',
      definition:
        'De cada persona y periodo se toma la última previsión hecha hasta el primer día del periodo, ya sin retoques, y se compara con lo que ganó. La precisión es 1 menos la suma de las diferencias, en valor absoluto, entre lo ganado: 100 % es acertar siempre.',
      formula: '1 − Σ |previsto − ganado| / Σ ganado',
      why: 'Compras, tesorería y contratación se deciden con la previsión. Sin credibilidad, el informe de cartera no sirve para decidir.',
      rise: 'Vea si se acierta más o si se prevé solo lo que ya está firmado. Con buena precisión se puede ajustar la reserva y comprometer plazos.',
      fall: 'Mire el sesgo en el detalle: si se prevé siempre de más, corrija las etapas y las fechas de cierre; si es de menos, alguien se guarda ventas. Ábrala por persona y repase con ella los tratos que fallaron.',
      caveats:
        'Los errores de una persona no se compensan con los de otra: por eso es más exigente que la predictibilidad del conjunto. Puede ser negativa cuando el error supera lo ganado. Se juzga la categoría «commit» salvo que se cambie; una previsión sin categoría cuenta siempre. Lo que gana quien no hizo previsión no entra. Sin nada ganado no hay tasa. Hacen falta previsiones guardadas en su día: no se pueden reconstruir.',
    },
    en: {
      name: 'Forecast accuracy and bias',
      question: 'Do we sell what we say we will?',
      definition:
        'Of each person and period the last forecast made by the period’s first day is taken, untouched since, and held against what they won. Accuracy is 1 less the sum of the differences, signs dropped, over what was won: 100 % is being right every time.',
      formula: '1 − Σ |forecast − won| / Σ won',
      why: 'Purchasing, cash and hiring are decided on the forecast. Without credibility a pipeline report is no basis for decisions.',
      rise: 'Are people more often right, or do they forecast only what is already signed? With good accuracy reserves can be trimmed and dates promised.',
      fall: 'See the bias in the detail: always over, mend stages and closing dates; always under, somebody holds sales back. Split by person and go through the deals that missed with them.',
      caveats:
        'One person’s error is not set off against another’s, so it is stricter than the predictability of the whole. It is negative when the error is more than what was won. The category "commit" is judged unless changed; a forecast without a category always counts. What is won by people without a forecast is out. Nothing won, no rate. It needs forecasts saved at the time: they cannot be rebuilt.',
    },
  },
  examples: [
    {
      name: 'Two people, one short and one over',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0.75, numerator: 1200, denominator: 1600, n: 2 },
        { start: '2024-02-01', value: null, n: 0, state: 'no_data' },
      ],
      because:
        'Ana said 900 (the 1,000 of 20 January came too late to count) and won 1,000; Luis said 900 and won 600. (100 + 300) / 1,600 = 25 % of error. February has no forecast.',
    },
    {
      name: 'The bias: errors against each other',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'bias', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.125, numerator: 200, denominator: 1600 }],
      because: '(900 + 900 − 1,600) / 1,600: 12.5 % over, though the error is 25 %.',
    },
    {
      name: 'By person',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-01-01', group: { 'owner.name': 'Ana' }, value: 0.9 },
        { start: '2024-01-01', group: { 'owner.name': 'Luis' }, value: 0.5 },
      ],
      because: 'Ana is off by 100 of 1,000, Luis by 300 of 600.',
    },
    {
      name: 'Another category',
      given: rows,
      settings: { kpis: { forecast_accuracy: { category: 'best_case' } } },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.6, denominator: 1000, n: 1 }],
      because: 'Only Ana gave a best case: off by 400 of 1,000.',
    },
  ],
});
