import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const professionalServices: Pack = {
  id: 'professional_services',
  name: { es: 'Servicios profesionales', en: 'Professional services' },
  phrases: [
    'servicios profesionales',
    'consultoría',
    'consultora',
    'asesoría',
    'agencia',
    'despacho',
    'abogados',
    'ingeniería',
    'professional services',
    'consulting',
    'consultancy',
    'agency',
    'law firm',
    'accountancy',
    'engineering',
  ],
  kpis: [
    member('opportunity_conversion_rate', 'Preparar una propuesta cuesta semanas.', 'A proposal takes weeks to prepare.'),
    member('nps', 'El trabajo llega por recomendación.', 'Work comes by recommendation.'),
    member(
      'customer_growth_rate',
      'El mejor proyecto es el siguiente del mismo cliente.',
      'The best project is the next one for the same client.',
    ),
    member('forecast_accuracy', 'Con la previsión se decide a quién contratar.', 'The forecast decides whom to hire.'),
    member('profitable_deal_focus', 'Hay clientes que llenan horas y no dejan margen.', 'Some clients fill hours and leave no margin.'),
    member('pipeline_coverage', 'Entre proyecto y proyecto se paga el sueldo igual.', 'Between projects salaries are paid all the same.'),
    member('dso', 'Se trabaja primero y se cobra después.', 'Work comes first, payment later.'),
    member('promise_kept_rate', 'Lo vendido es una promesa de plazo y alcance.', 'What is sold is a promise of time and scope.'),
    member('opportunity_lost_reasons', 'Pocas propuestas: de cada una se aprende.', 'Few proposals: each one teaches.'),
    member('churn_rate', 'Un cliente de iguala que se va deja un hueco caro.', 'A retainer client who leaves makes a costly gap.'),
  ],
};
