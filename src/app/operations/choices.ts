import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import { goals } from '../../insights/advise/goals.ts';
import { packs } from '../../insights/advise/packs.ts';
import { themes } from '../../insights/advise/questions.ts';
import { roles } from '../../insights/advise/roles.ts';
import { named } from '../advice.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { namedSchema } from '../output/kpi.ts';

const output = z.strictObject({
  goals: z.array(namedSchema),
  industries: z.array(namedSchema),
  roles: z.array(namedSchema),
  themes: z
    .array(z.strictObject({ ...namedSchema.shape, questions: z.array(z.strictObject({ id: z.string(), text: z.string() })) }))
    .describe('The guided path: questions by theme.'),
});

export type Choices = Frozen<z.output<typeof output>>;

/** What advice can be asked for; needs no workspace. */
export const choices = (language: Language): Choices => ({
  goals: [...goals.values()].map((one) => named(one, language)),
  industries: [...packs.values()].map((one) => named(one, language)),
  roles: [...roles.values()].map((one) => named(one, language)),
  themes: themes.map((theme) => ({
    ...named(theme, language),
    questions: theme.questions.map(({ id, text }) => ({ id, text: text[language] })),
  })),
});

export const choicesOperation = defineOperation({
  id: 'choices',
  words: {
    es: 'objetivos, sectores, puestos y preguntas por los que se puede pedir consejo',
    en: 'goals, industries, roles and questions that advice can be asked by',
  },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/advice/choices' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (_, { language }): Promise<Choices> => choices(language),
});
