import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const people: Theme = {
  id: 'people',
  name: { es: 'Personas', en: 'People' },
  questions: [
    question(
      'people_performance',
      {
        es: '¿Se entera a tiempo de quién va bien y de quién necesita ayuda?',
        en: 'Do you learn in time who does well and who needs help?',
      },
      'no',
      ['people'],
      [
        member('rep_performance', 'Cada persona frente a lo esperable.', 'Each person against what could be expected.'),
        member('performance_spread', 'La distancia entre los primeros y los últimos.', 'The distance between first and last.'),
      ],
    ),
    question(
      'people_coaching',
      { es: '¿Comprueba si formar a alguien mejora sus resultados?', en: 'Do you check whether coaching improves results?' },
      'no',
      ['people'],
      [member('coaching_uplift', 'El antes y el después de quien recibió formación.', 'Before and after, for those coached.')],
    ),
    question(
      'people_hiring',
      { es: '¿Va a contratar a gente de ventas, marketing o atención?', en: 'Are you about to hire in sales, marketing or service?' },
      'yes',
      ['people'],
      [member('success_profile', 'Lo que hacen los que rinden: qué buscar.', 'What those who perform do: what to look for.')],
    ),
  ],
};
