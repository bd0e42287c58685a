import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const pipeline: Theme = {
  id: 'pipeline',
  name: { es: 'Cartera de ventas', en: 'Pipeline' },
  questions: [
    question(
      'pipeline_ideal',
      {
        es: '¿Sabe si los tratos en los que trabaja su gente son los que le convienen?',
        en: 'Do you know whether the deals your people work on are the right ones?',
      },
      'no',
      ['margin'],
      [
        member(
          'ideal_deal_mix',
          'Qué parte de la cartera es del tipo que suele salir bien.',
          'What share of the pipeline is of the kind that turns out well.',
        ),
      ],
    ),
    question(
      'pipeline_target',
      {
        es: '¿Sabe si la cartera abierta basta para llegar al objetivo de ingresos?',
        en: 'Do you know whether the open pipeline is enough for the revenue target?',
      },
      'no',
      ['predictability', 'revenue'],
      [
        member(
          'pipeline_coverage',
          'La cartera frente a lo que falta para el objetivo.',
          'The pipeline against what is left of the target.',
        ),
        member('revenue_target_attainment', 'Lo conseguido y el ritmo.', 'What is done, and the pace.'),
      ],
    ),
    question(
      'pipeline_profitable',
      {
        es: '¿Sabe si el equipo dedica su tiempo a los tratos que más margen dejan?',
        en: 'Do you know whether people spend their time on the deals that leave most margin?',
      },
      'no',
      ['margin'],
      [member('profitable_deal_focus', 'Dónde se pone el esfuerzo y cuánto deja.', 'Where the effort goes and what it leaves.')],
    ),
    question(
      'pipeline_real',
      { es: '¿Se fía de los informes de la cartera?', en: 'Do you trust the reports on your pipeline?' },
      'no',
      ['predictability', 'data_trust'],
      [
        member('pipeline_credibility', 'Cuánto de la cartera se sostiene.', 'How much of the pipeline holds.'),
        member('pipeline_realization_rate', 'Qué parte acabó siendo venta otras veces.', 'What share became sales in the past.'),
      ],
    ),
    question(
      'pipeline_slips',
      { es: '¿Se retrasan o desaparecen ventas que daba por hechas?', en: 'Do sales you took for granted slip or vanish?' },
      'yes',
      ['predictability'],
      [
        member('pipeline_predictability', 'Cuánto se mueve la previsión.', 'How much the forecast moves.'),
        member('forecast_accuracy', 'Cuánto se equivoca y hacia qué lado.', 'How wrong it is, and to which side.'),
      ],
    ),
  ],
};
