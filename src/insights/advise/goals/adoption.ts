import { choice } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const adoption: Goal = {
  id: 'adoption',
  name: { es: 'Que se use el CRM', en: 'Get the CRM used' },
  phrases: [
    'adopción',
    'uso del CRM',
    'usar el CRM',
    'usen el CRM',
    'utilización del CRM',
    'implantación del CRM',
    'adoption',
    'use the CRM',
    'CRM usage',
    'CRM rollout',
  ],
  kpis: [
    choice(
      'crm_adoption_rate',
      3,
      'Es el objetivo en una cifra: quién lo usa de verdad.',
      'It is the goal in one figure: who really uses it.',
    ),
    choice('crm_usage_depth', 3, 'Si se trabaja en él o solo se entra.', 'Whether people work in it or only log in.'),
    choice('data_leverage_rate', 2, 'Si lo que guarda se usa para decidir.', 'Whether what it holds is used to decide.'),
    choice('duplicate_rate', 2, 'La señal de que se mete de cualquier manera.', 'The sign that things are entered anyhow.'),
    choice('data_accuracy', 2, 'Si lo que se registra sirve.', 'Whether what is recorded is of use.'),
    choice('nurturing_tool_use', 2, 'Si se aprovecha para cultivar a los leads.', 'Whether it is used to nurture leads.'),
    choice(
      'forecast_accuracy',
      2,
      'La recompensa: con el CRM al día se prevé mejor.',
      'The reward: with the CRM up to date, forecasts hold.',
    ),
    choice('pipeline_credibility', 1, 'Si la cartera se mantiene al día.', 'Whether the pipeline is kept up to date.'),
    choice('data_training_coverage', 1, 'Quién ha aprendido a usarlo.', 'Who has learnt to use it.'),
    choice('bad_data_cost', 1, 'Lo que cuesta usarlo mal.', 'What using it badly costs.'),
  ],
  avoid: [],
};
