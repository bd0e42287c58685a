import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const education: Pack = {
  id: 'education',
  name: { es: 'Educación y formación', en: 'Education and training' },
  phrases: [
    'educación',
    'formación',
    'universidad',
    'academia',
    'escuela',
    'colegio',
    'cursos',
    'education',
    'training',
    'university',
    'school',
    'college',
    'courses',
  ],
  kpis: [
    member('lead_conversion_rate', 'De la solicitud de información a la matrícula.', 'From enquiry to enrolment.'),
    member('cpa', 'Lo que cuesta cada interesado que da el paso.', 'What each taker costs.'),
    member('first_response_time', 'Quien contesta primero suele matricular.', 'Whoever answers first often enrols.'),
    member(
      'funnel_stage_conversion',
      'Solicitud, entrevista, admisión, matrícula: dónde se caen.',
      'Enquiry, interview, admission, enrolment: where they drop out.',
    ),
    member('retention_rate', 'El abandono cuesta más que la captación.', 'Dropping out costs more than attracting.'),
    member('nps', 'El alumno trae al alumno.', 'Students bring students.'),
    member('campaign_effectiveness_rank', 'Las campañas se concentran en pocas semanas.', 'Campaigns crowd into a few weeks.'),
    member(
      'lead_reactivation_rate',
      'Quien no se decidió este curso puede hacerlo el siguiente.',
      'Those who did not decide this year may do so next year.',
    ),
    member('churn_reasons', 'Precio, dificultad u horario.', 'Price, difficulty or timetable.'),
    member('repeat_purchase_rate', 'Quien terminó un curso, ¿hace otro?', 'Do those who finish a course take another?'),
  ],
};
