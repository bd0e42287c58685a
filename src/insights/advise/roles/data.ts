import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const data: Role = {
  id: 'data',
  name: { es: 'Datos y CRM', en: 'Data and CRM' },
  phrases: [
    'datos',
    'administrador del CRM',
    'sistemas',
    'informática',
    'analista',
    'data',
    'CRM administrator',
    'analytics',
    'analyst',
    'revenue operations',
    'RevOps',
    'IT',
  ],
  kpis: [
    member('data_accuracy', 'Si los datos están completos y bien.', 'Whether the data are complete and right.'),
    member('duplicate_rate', 'Lo que está dos veces.', 'What is there twice.'),
    member('bad_data_cost', 'Lo que cuesta todo eso.', 'What all that costs.'),
    member('crm_adoption_rate', 'Quién lo usa.', 'Who uses it.'),
    member('crm_usage_depth', 'Cuánto lo usa.', 'How much they use it.'),
    member('data_leverage_rate', 'Si se decide con ello.', 'Whether decisions use it.'),
    member('pipeline_credibility', 'Si la cartera se mantiene al día.', 'Whether the pipeline is kept up to date.'),
    member('data_access_headcount', 'Quién puede tocar los datos.', 'Who can touch the data.'),
    member('data_training_coverage', 'Y si sabe tratarlos.', 'And whether they know how to handle them.'),
    member('survey_response_rate', 'Si las encuestas representan a todos.', 'Whether surveys stand for everyone.'),
  ],
};
