import { normalQuantile } from '../../estimators/normal.ts';
import { sumMoney } from '../../metrics/build.ts';
import { calculate, field, is } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric, StockMetric } from '../../metrics/metric.ts';
import {
  dealModelNeeds,
  dealsOfThePast,
  dealWorth,
  foreseenDeals,
  sumOfDeals,
  worthOfDeals,
  worthTimes,
} from '../definitions/deal_forecast.ts';
import { forecastCategory, forecastNeeds, forecastsOf } from '../definitions/forecast.ts';
import { defineKpi } from '../kpi.ts';

/** (worth)² × p × (1 − p): the variance of what a deal brings. */
const variance = calculate(
  calculate(dealWorth, '*', dealWorth),
  '*',
  calculate(field('win_probability'), '*', calculate(1, '-', field('win_probability'))),
);

const won = sumMoney('opportunity', 'amount', { at: 'closed_at', where: is('status', 'won') });

/** An interval around Σ a·p, within what is possible: nothing won, everything won. */
const around = (mean: number, deviation: number, share: number, least: number, most: number): readonly [number, number] => {
  const reach = normalQuantile(0.5 + share / 2) * deviation;
  return [Math.max(least, mean - reach), Math.min(most, mean + reach)];
};

const expect =
  (scope: { readonly addsWon: boolean; readonly by: 'model' | 'stage' }) =>
  ({ cells }: ComputedInput): ComputedResult => {
    const value = (name: string): number => cells[name]?.value ?? 0;
    const done = scope.addsWon ? value('won') : 0;
    const n = value('deals');
    const known = value('known');
    // Deals of which no amount is recorded are worth an unknown sum, not nothing.
    const isWorthUnknown = cells.open?.value === null;
    const isUnknown = isWorthUnknown || (value('open') > 0 && known === 0);
    const expected = isUnknown ? null : done + value('expected');
    const byStage = cells.by_stage?.value === null ? null : done + value('by_stage');
    const deviation = Math.sqrt(value('variance'));
    const interval = (share: number) => (expected === null ? null : around(expected, deviation, share, done, done + known));
    const detail = {
      expected,
      interval_80: interval(0.8),
      interval_95: interval(0.95),
      by_stage: byStage,
      open: cells.open?.value ?? null,
      without_probability: isWorthUnknown ? null : value('open') - known,
      won_in_period: value('won'),
    };
    const coverage = Math.min(
      cells[scope.by === 'stage' ? 'by_stage' : 'expected']?.coverage ?? 1,
      scope.addsWon ? (cells.won?.coverage ?? 1) : 1,
    );
    const result = { n, coverage, detail };
    const amountUnknown = isWorthUnknown ? ['amount_unknown'] : [];
    if (scope.by === 'stage') return { value: byStage, reasons: amountUnknown, ...result };
    const ci = interval(0.95);
    if (expected === null) return { value: null, reasons: isWorthUnknown ? amountUnknown : ['no_model'], ...result };
    return { value: expected, ...result, ...(ci ? { ci } : {}) };
  };

const forecast = (
  stock: (metric: StockMetric) => StockMetric,
  scope: { readonly addsWon: boolean; readonly by: 'model' | 'stage' },
): ComputedMetric => {
  const inputs: Readonly<Record<string, Metric>> = {
    deals: stock(foreseenDeals),
    open: stock(worthOfDeals()),
    known: stock(worthOfDeals('win_probability')),
    expected: stock(worthTimes('win_probability')),
    variance: stock(sumOfDeals(variance)),
    by_stage: stock(worthTimes('stage_probability')),
    won,
  };
  return { kind: 'computed', inputs, compute: expect(scope) };
};

const all = (metric: StockMetric): StockMetric => metric;
const due =
  (at: StockMetric['at']) =>
  (metric: StockMetric): StockMetric => ({ ...metric, within: 'expected_close_on', at });

const open = { status: 'open', created_at: '2023-05-02', stage: 'Propuesta' };
const rows = {
  stage: [{ name: 'Propuesta', position: 1, category: 'open', probability: 0.8 }],
  opportunity: [
    ...dealsOfThePast,
    { ...open, id: 'x', amount: 3000, expected_close_on: '2023-06-20' },
    { ...open, id: 'y', amount: 4000, expected_close_on: '2023-07-20' },
    { ...open, id: 'v', amount: 2000, status: 'won', closed_at: '2023-06-10', expected_close_on: '2023-06-15' },
    { ...open, id: 'z', amount: 9000, is_test: true },
  ],
  forecast: [
    { owner_id: 'u1', category: 'commit', period_start: '2023-06-01', period_end: '2023-06-30', amount: 2500, made_at: '2023-05-30' },
  ],
};

export default defineKpi({
  id: 'forecast_expected_revenue',
  ref: 'K-047',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'money',
  tags: ['sales', 'revenue', 'finance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { category: forecastCategory },
  variants: {
    default: {
      label: { es: 'De toda la cartera abierta al cierre', en: 'Of all pipeline open at the close' },
      metric: () => forecast(all, { addsWon: false, by: 'model' }),
    },
    at_start: {
      label: { es: 'De lo abierto al empezar que vence en el periodo', en: 'Of what was open at the start and due in the period' },
      metric: () => forecast(due('opening'), { addsWon: false, by: 'model' }),
      needs: [...dealModelNeeds, 'opportunity.expected_close_on'],
    },
    running: {
      label: { es: 'Lo ganado más lo esperable de lo que aún vence en el periodo', en: 'Won so far and what is still due in the period' },
      metric: () => forecast(due('closing'), { addsWon: true, by: 'model' }),
      needs: [...dealModelNeeds, 'opportunity.expected_close_on'],
    },
    stage_probability: {
      label: { es: 'Con la probabilidad de cada etapa', en: 'By each stage’s probability' },
      metric: () => forecast(all, { addsWon: false, by: 'stage' }),
      needs: ['opportunity.status', 'opportunity.amount', 'opportunity.stage', 'stage.probability'],
    },
    commit: {
      label: { es: 'Lo que dijo el equipo al empezar', en: 'What the team said at the start' },
      metric: ({ category }) => forecastsOf(category).forecast,
      needs: forecastNeeds,
    },
  },
  defaults: ['default'],
  needs: dealModelNeeds,
  terms: [],
  drillBy: ['owner.name', 'stage', 'type', 'product.name', 'account.segment'],
  grain: 'month',
  minimumSample: 10,
  guards: ['forecast_accuracy', 'pipeline_credibility'],
  partner: null,
  decomposition: null,
  seed: 'S0 L13, S3 L17',
  source: 'Sum of independent deals: Σ a·p with variance Σ a²·p·(1−p)',
  texts: {
    es: {
      name: 'Ingreso esperado (previsión)',
      question: '¿Cuánto podemos esperar de la cartera?',
      definition:
        'Suma del importe de cada oportunidad abierta al cierre del periodo por su probabilidad empírica de ganarse: la que han tenido las de su etapa, tipo y persona. Con un intervalo en el que debería caer 95 de cada 100 veces; el del 80 % está en el detalle.',
      formula: 'Σ importe × probabilidad empírica de ganar',
      why: 'Da proyecciones realistas y dice cuánto pueden fallar, en lugar de una cifra sola.',
      rise: 'Mire si crece por muchos tratos o por uno grande: un intervalo ancho delata lo segundo. Compárelo con lo que dice el equipo: la diferencia es lo que hay que hablar.',
      fall: 'Distinga lo que se ha ganado, que sale de la cartera, de lo que se ha perdido o ha retrocedido de etapa. Si el intervalo entero queda bajo el objetivo, actúe ya sobre captación o sobre gasto.',
      caveats:
        'La probabilidad es la de ganar algún día, aprendida solo de tratos cerrados antes de cada trimestre (al menos 20). «at_start» y «running» se limitan a lo que vence en el periodo, según su fecha prevista; «running» suma lo ya ganado y sirve en un periodo en curso. El intervalo supone que unos tratos no influyen en otros: en una crisis será más ancho. Con menos de diez tratos, o uno que pese mucho, es solo orientativo. No incluye lo que aún no está en cartera.',
    },
    en: {
      name: 'Forecast expected revenue',
      question: 'What can we expect from pipeline?',
      definition:
        'Each deal open at the close of the period, its amount times its empirical chance of being won: that which those of its stage, type and person have had. With an interval in which it should fall 95 times in 100; that of 80 % is in the detail.',
      formula: 'Σ amount × empirical chance of winning',
      why: 'It gives realistic projections and tells how far off they may be, instead of a bare figure.',
      rise: 'Does it grow by many deals or by one big one? A wide interval gives the latter away. Hold it against what the team says: the difference is what to talk about.',
      fall: 'Tell what was won, and so left pipeline, from what was lost or fell back a stage. If the whole interval is below target, act now on acquisition or spending.',
      caveats:
        'The chance is that of winning some day, learned only from deals closed before each quarter (20 at least). "at_start" and "running" keep to what is due in the period by its expected date; "running" adds what is already won and serves a running period. The interval takes deals not to bear on each other: in a crisis it will be wider. With fewer than ten deals, or one that weighs much, it is only a hint. What is not yet in pipeline is not in it.',
    },
  },
  examples: [
    {
      name: 'All that was open at the end of May',
      given: rows,
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 4500, n: 3, ci: [0, 9000] }],
      because:
        'Half of the 30 past deals were won: (3,000 + 4,000 + 2,000) × 0.5. The variance is a quarter of 3,000² + 4,000² + 2,000², its root 2,692.6: ± 5,277, between nothing and 9,000. The test deal is out.',
    },
    {
      name: 'Due in June, as seen on its eve',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'at_start', from: '2023-06-01', to: '2023-06-30', grain: 'month' },
      expect: [{ start: '2023-06-01', value: 2500, n: 2 }],
      because: '(3,000 + 2,000) × 0.5; y is due in July.',
    },
    {
      name: 'In the middle of June: won so far and still due',
      given: { ...rows, forecast: [] },
      exportedAt: '2023-06-15',
      query: { variant: 'running', from: '2023-06-01', to: '2023-06-30', grain: 'month', periods: 'partial' },
      expect: [{ start: '2023-06-01', value: 3500, n: 1, state: 'partial' }],
      because: '2,000 won, and 3,000 × 0.5.',
    },
    {
      name: 'By the stage’s probability',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'stage_probability', from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 7200 }],
      because: '9,000 × 0.8.',
    },
    {
      name: 'What the team said',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'commit', from: '2023-06-01', to: '2023-06-30', grain: 'month' },
      expect: [{ start: '2023-06-01', value: 2500 }],
      because: 'The one forecast for June, made on 30 May.',
    },
    {
      name: 'Too few closed deals to tell',
      given: { ...rows, opportunity: rows.opportunity.slice(20) },
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: null, n: 3, state: 'no_data' }],
      because: 'Ten closed deals teach nothing: no forecast rather than a guess.',
    },
    {
      name: 'Open deals without an amount are not a forecast of nothing',
      given: { opportunity: [...dealsOfThePast, { ...open, id: 'x' }, { ...open, id: 'y' }] },
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: null, n: 2, state: 'no_data' }],
      because: 'Two deals are open and what they are worth is not recorded: the sum is unknown, not 0.',
    },
    {
      name: 'Nothing open, nothing to expect',
      given: { opportunity: dealsOfThePast },
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 0, n: 0, state: 'zero' }],
      because: 'All thirty deals were closed in March.',
    },
  ],
});
