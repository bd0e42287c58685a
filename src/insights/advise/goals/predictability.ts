import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const predictability: Goal = {
  id: 'predictability',
  name: { es: 'Prever mejor las ventas', en: 'Forecast sales better' },
  phrases: [
    'previsión',
    'previsiones',
    'prever',
    'predecir',
    'predictibilidad',
    'previsible',
    'pronóstico',
    'cartera de oportunidades',
    'proceso de ventas',
    'pipeline',
    'forecast',
    'forecasting',
    'predictability',
    'predictable',
    'predict',
  ],
  kpis: [
    choice(
      'forecast_accuracy',
      3,
      'Es el objetivo en una cifra: lo previsto frente a lo vendido.',
      'It is the goal in one figure: what was forecast against what was sold.',
    ),
    choice(
      'pipeline_predictability',
      3,
      'Cuánto se mueve la previsión hasta que se cumple.',
      'How much the forecast moves until it comes true.',
    ),
    choice(
      'pipeline_credibility',
      3,
      'Cuánto de la cartera se sostiene: con fecha, importe y paso siguiente.',
      'How much of the pipeline holds: with date, amount and next step.',
    ),
    choice(
      'pipeline_realization_rate',
      2,
      'Qué parte de la cartera acababa siendo venta otras veces.',
      'What share of the pipeline used to become sales.',
    ),
    choice('pipeline_coverage', 2, 'Si hay cartera bastante para la meta.', 'Whether there is pipeline enough for the target.'),
    choice('lost_opportunities', 2, 'Lo que se daba por hecho y no llegó.', 'What was taken for granted and did not come.'),
    choice('forecast_expected_revenue', 2, 'Lo que cabe esperar, con su margen.', 'What can be expected, with its range.'),
    choice('revenue_target_attainment', 2, 'Si se va al ritmo de la meta.', 'Whether you keep the pace of the target.'),
    choice('pipeline_vitality', 2, 'Si los tratos abiertos se mueven o duermen.', 'Whether open deals move or sleep.'),
    choice('pipeline_quality', 2, 'Si son buenos tratos, además de muchos.', 'Whether they are good deals, besides many.'),
    choice('pipeline_growth', 1, 'Lo que entra y sale de la cartera.', 'What enters and leaves the pipeline.'),
  ],
  avoid: [
    member('open_opportunities', 'El número no dice si son reales.', 'The number does not say whether they are real.'),
    member(
      'pipeline_value',
      'Sumar importes abiertos no es prever: muchos no se ganarán.',
      'Adding up open amounts is no forecast: many will not be won.',
    ),
  ],
};
