import { choice } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const dataTrust: Goal = {
  id: 'data_trust',
  name: { es: 'Poder fiarse de los datos', en: 'Be able to trust the data' },
  phrases: [
    'datos',
    'datos del CRM',
    'CRM data',
    'calidad de los datos',
    'fiarse de los datos',
    'confianza en los datos',
    'duplicados',
    'protección de datos',
    'privacidad',
    'data',
    'data quality',
    'trust the data',
    'data trust',
    'duplicates',
    'privacy',
    'data protection',
  ],
  kpis: [
    choice('data_accuracy', 3, 'Qué parte de los datos está completa y bien.', 'What share of the data is complete and right.'),
    choice('duplicate_rate', 3, 'Los clientes que están dos veces.', 'The customers that are there twice.'),
    choice('bad_data_cost', 2, 'Lo que cuestan los errores, en horas y dinero.', 'What errors cost, in hours and money.'),
    choice('pipeline_credibility', 2, 'Si los informes de ventas se sostienen.', 'Whether sales reports hold.'),
    choice('data_training_coverage', 2, 'Quién sabe tratar datos.', 'Who knows how to handle data.'),
    choice('data_access_headcount', 2, 'Cuántos pueden tocarlos: pocos y formados.', 'How many can touch them: few, and trained.'),
    choice('forecast_accuracy', 1, 'Lo que se gana cuando los datos son buenos.', 'What you gain when data are good.'),
    choice('survey_response_rate', 1, 'Si la opinión medida representa a todos.', 'Whether the opinion measured stands for everyone.'),
  ],
  avoid: [],
};
