import { average, median } from '../../metrics/build.ts';
import { is, money } from '../../metrics/expression.ts';
import type { SimpleMetric, StockMetric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const won = { at: 'closed_at', where: is('status', 'won') };
const amount = money('amount', 'closed_at');
const percentile = (fraction: number): SimpleMetric => ({
  kind: 'simple',
  dataset: 'opportunity',
  aggregate: 'percentile',
  fraction,
  of: amount,
  ...won,
});
const open: StockMetric = {
  kind: 'stock',
  dataset: 'opportunity_span',
  aggregate: 'average',
  of: money('amount', 'valid_from'),
  scale: [0, null],
  where: is('status', 'open'),
  at: 'closing',
};

const rows = {
  opportunity: [
    { created_at: '2024-01-02', status: 'won', closed_at: '2024-01-20', amount: 1000 },
    { created_at: '2024-01-02', status: 'won', closed_at: '2024-01-21', amount: 2000 },
    { created_at: '2024-01-03', status: 'won', closed_at: '2024-01-22', amount: 3000 },
    { created_at: '2024-01-03', status: 'won', closed_at: '2024-01-23', amount: 4000 },
    { created_at: '2024-01-03', status: 'won', closed_at: '2024-01-24', amount: 40000 },
    { created_at: '2024-01-04', status: 'won', closed_at: '2024-01-25' },
    { created_at: '2024-01-05', status: 'lost', closed_at: '2024-01-25', amount: 5000 },
    { created_at: '2024-01-06', status: 'open', amount: 6000 },
    { created_at: '2024-01-07', status: 'open', amount: 8000 },
    { created_at: '2024-01-07', status: 'won', closed_at: '2024-01-27', amount: 1, is_test: true },
  ],
};

export default defineKpi({
  id: 'avg_opportunity_value',
  ref: 'K-054',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['sales', 'revenue', 'customer_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    mean: { label: { es: 'Media de las ganadas', en: 'Mean of those won' }, metric: () => average('opportunity', amount, won) },
    median: { label: { es: 'Mediana de las ganadas', en: 'Median of those won' }, metric: () => median('opportunity', amount, won) },
    p75: { label: labels.p75, metric: () => percentile(0.75) },
    p90: { label: labels.p90, metric: () => percentile(0.9) },
    created: {
      label: { es: 'Media de las creadas en el periodo', en: 'Mean of those created in the period' },
      metric: () => average('opportunity', money('amount', 'created_at'), { at: 'created_at' }),
      needs: ['opportunity.amount', 'opportunity.created_at'],
    },
    open: {
      label: { es: 'Media de las abiertas al cierre', en: 'Mean of those open at the close' },
      metric: () => open,
      needs: ['opportunity.amount', 'opportunity.status'],
    },
  },
  defaults: ['mean'],
  needs: ['opportunity.amount', 'opportunity.status', 'opportunity.closed_at'],
  terms: [],
  drillBy: ['product.name', 'owner.name', 'type', 'account.industry', 'account.size'],
  grain: 'month',
  minimumSample: 20,
  guards: ['opportunity_conversion_rate', 'sales_cycle_length'],
  partner: null,
  decomposition: null,
  seed: 'S2 L14,L47',
  source: 'Average deal size of won deals',
  texts: {
    es: {
      name: 'Valor promedio de las oportunidades',
      question: '¿Cuánto vale de media lo que vendemos?',
      definition:
        'Importe medio de las oportunidades ganadas en el periodo, por fecha de cierre. Las que no tienen importe no cuentan como cero: quedan fuera.',
      formula: 'Σ importe de las ganadas / número de ganadas con importe',
      why: 'Con los mismos tratos ganados, es la otra palanca de las ventas. También dice a qué tipo de cliente se está llegando.',
      rise: 'Mire la mediana: si no sube, es un solo contrato grande. Si sube de verdad, compruebe que la tasa de conversión y la duración del ciclo lo soportan.',
      fall: 'Busque descuentos, un producto más barato o clientes más pequeños. Valor bajo con conversión alta pide ajustar la estrategia de ventas o mejorar la calidad de los leads.',
      caveats:
        'El texto de origen no dice si abiertas o ganadas: por defecto, ganadas, que es dinero cierto. La media la arrastran los contratos grandes; ahí están la mediana y los percentiles. «created» y «open» miran las creadas y las abiertas.',
    },
    en: {
      name: 'Average opportunity value',
      question: 'What is an average deal worth?',
      definition: 'Mean amount of the deals won in the period, by closing date. A deal without an amount is left out, not taken as zero.',
      formula: 'Σ amount of won deals / number of won deals with an amount',
      why: 'For the same number of wins it is the other lever of sales. It also tells what kind of customer is being reached.',
      rise: 'Look at the median: if it stays, it is one large contract. If it is real, see that win rate and cycle length can bear it.',
      fall: 'Look for discounts, a cheaper product or smaller customers. Low value with high conversion asks for another sales strategy or better leads.',
      caveats:
        'The source text does not say open or won; won is the default, being certain money. Large contracts drag the mean, hence median and percentiles. "created" and "open" look at deals created and deals open.',
    },
  },
  examples: [
    {
      name: 'The mean of what was won',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 10000, n: 5 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because:
        '(1,000 + 2,000 + 3,000 + 4,000 + 40,000) / 5; the win without an amount, the lost, the open and the test deal are out. February won nothing: no average.',
    },
    {
      name: 'The median is not fooled by one contract',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'median', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 3000 }],
      because: 'The middle of 1,000, 2,000, 3,000, 4,000 and 40,000.',
    },
    {
      name: 'Three quarters are worth 4,000 or less',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'p75', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 4000 }],
      because: 'Position 0.75 × 4 = 3 from the first of the five: 4,000.',
    },
    {
      name: 'Of those created',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'created', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 8625, n: 8 }],
      because: '(50,000 won + 5,000 lost + 6,000 + 8,000 open) / 8 with an amount.',
    },
    {
      name: 'Of those still open',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'open', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 7000, ci: [0, 19_706.2] }],
      because: '(6,000 + 8,000) / 2. ± 12.7062 · 1,414.21/√2 = ± 12,706.20, but no deal is worth less than nothing.',
    },
  ],
});
