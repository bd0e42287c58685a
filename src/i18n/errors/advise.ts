import type { ErrorTexts } from './texts.ts';

/** Choosing KPIs: goals, industries, roles, questions. `expected` lists those there are. */
export const adviseErrors = {
  unknown_goal: {
    es: {
      message: 'No se entiende el objetivo «{found}».',
      expected: '',
      fix: 'Dígalo con otras palabras o con uno de los ID. Para llegar a él con preguntas: cuadro advise --questions',
    },
    en: {
      message: 'The goal "{found}" is not understood.',
      expected: '',
      fix: 'Say it in other words or by one of the IDs. To be led to it by questions: cuadro advise --questions',
    },
  },
  unknown_industry: {
    es: { message: 'No hay un paquete para el sector «{found}».', expected: '', fix: 'Elija el más parecido o deje la opción fuera.' },
    en: { message: 'There is no pack for the industry "{found}".', expected: '', fix: 'Choose the nearest or leave the option out.' },
  },
  unknown_role: {
    es: { message: 'No hay un cuadro para el puesto «{found}».', expected: '', fix: 'Elija el más parecido o deje la opción fuera.' },
    en: { message: 'There is no board for the role "{found}".', expected: '', fix: 'Choose the nearest or leave the option out.' },
  },
  unknown_question: {
    es: { message: 'No hay ninguna pregunta «{found}».', expected: '', fix: 'Vea las que hay con: cuadro advise --questions' },
    en: { message: 'There is no question "{found}".', expected: '', fix: 'See those there are with: cuadro advise --questions' },
  },
  answer_invalid: {
    es: {
      message: 'La respuesta «{found}» no se entiende.',
      expected: 'PREGUNTA=sí o PREGUNTA=no',
      fix: 'Escríbala así: --answer pipeline_real=no',
    },
    en: {
      message: 'The answer "{found}" cannot be read.',
      expected: 'QUESTION=yes or QUESTION=no',
      fix: 'Write it so: --answer pipeline_real=no',
    },
  },
} satisfies ErrorTexts;
