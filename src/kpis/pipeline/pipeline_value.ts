import { is, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

const value: StockMetric = {
  kind: 'stock',
  dataset: 'opportunity_span',
  aggregate: 'sum',
  of: money('amount', 'valid_from'),
  where: is('status', 'open'),
  at: 'closing',
};

export default defineKpi({
  id: 'pipeline_value',
  ref: 'K-039',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'money',
  tags: ['sales', 'revenue', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Al cierre del periodo', en: 'At the close of the period' }, metric: () => value },
    opening: { label: { es: 'Al empezar el periodo', en: 'At the opening of the period' }, metric: () => ({ ...value, at: 'opening' }) },
    average: {
      label: { es: 'Media de los días del periodo', en: 'Mean of the days of the period' },
      metric: () => ({ ...value, at: 'average' }),
    },
  },
  defaults: ['default'],
  needs: ['opportunity.status', 'opportunity.amount'],
  terms: [],
  drillBy: ['stage', 'owner.name', 'product.name', 'type', 'account.industry', 'pipeline'],
  grain: 'month',
  minimumSample: 1,
  guards: ['pipeline_vitality', 'pipeline_quality', 'pipeline_growth', 'pipeline_predictability', 'open_opportunities'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Stock of open amounts, rebuilt from their own history',
  texts: {
    es: {
      name: 'Valor de la cartera abierta',
      question: '¿Cuánto dinero hay en juego?',
      definition:
        'Suma de los importes de las oportunidades abiertas al cierre del periodo, cada una con el importe que tenía ese día, en la moneda de la empresa.',
      formula: 'Σ importe de las oportunidades abiertas al cierre del último día',
      why: 'Es el ingreso futuro posible. Comparado con el objetivo, dice si hay bastante cartera para llegar.',
      rise: 'Mire si crece por oportunidades nuevas o por importes engordados, y si se concentra en una sola. Compruebe que la cartera está viva: con actividad y próximo paso.',
      fall: 'Distinga lo ganado, que es bueno, de lo perdido y lo rebajado. Si no entra cartera nueva al mismo ritmo, active la captación ya.',
      caveats:
        'El tamaño sin la calidad no dice nada: léalo con vitalidad, calidad, crecimiento y predictibilidad. Sin ponderar por probabilidad. Los importes desconocidos no suman cero: faltan, y la cobertura lo dice. El cambio de moneda es el del día en que se fijó el importe.',
    },
    en: {
      name: 'Open pipeline value',
      question: 'How much money is in play?',
      definition:
        'Sum of the amounts of the deals open at the close of the period, each with the amount it had that day, in the company’s currency.',
      formula: 'Σ amount of deals open at the close of the last day',
      why: 'It is the revenue that may come. Against the target, it tells whether there is pipeline enough to get there.',
      rise: 'Does it grow by new deals or by inflated amounts, and does one deal make up most of it? See that it is alive: activity and a next step.',
      fall: 'Tell what was won, which is good, from what was lost or marked down. If new pipeline does not come in at the same pace, step up acquisition now.',
      caveats:
        'Size without quality says nothing: read it with vitality, quality, growth and predictability. Not weighted by probability. Unknown amounts are not zero: they are missing, and coverage tells. Money is converted at the rate of the day the amount was set.',
    },
  },
  examples: [
    {
      name: 'Each deal with the amount it had on the day',
      given: {
        opportunity: [
          { id: 'o1', created_at: '2024-01-10', status: 'open', amount: 1500 },
          { id: 'o2', created_at: '2024-01-20', status: 'won', closed_at: '2024-02-15', amount: 400 },
          { id: 'o3', created_at: '2024-02-05', status: 'open' },
          { id: 'o4', created_at: '2024-01-05', status: 'open', amount: 9999, is_test: true },
        ],
        field_change: [
          { entity: 'opportunity', record_id: 'o1', field: 'amount', old_value: '1000', new_value: '1500', changed_at: '2024-02-10' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1400 },
        { start: '2024-02-01', value: 1500 },
      ],
      because:
        'January: 1,000 (o1 was raised to 1,500 only on 10 February) + 400. February: 1,500; o2 is won and nobody knows the amount of o3.',
    },
    {
      name: 'In the company’s currency',
      given: {
        opportunity: [
          { created_at: '2024-01-10', status: 'open', amount: 1000, currency: 'EUR' },
          { created_at: '2024-01-15', status: 'open', amount: 1000, currency: 'USD' },
        ],
        exchange_rate: [{ from_currency: 'USD', to_currency: 'EUR', on: '2024-01-01', rate: 0.9 }],
      },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1900 }],
      because: '1,000 € + 1,000 $ × 0.9.',
    },
  ],
});
