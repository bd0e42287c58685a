import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import { goals } from '../../insights/advise/goals.ts';
import { packs } from '../../insights/advise/packs.ts';
import { themes } from '../../insights/advise/questions.ts';
import { roles } from '../../insights/advise/roles.ts';
import { type NamedChoice, named } from '../advice.ts';
import { defineOperation } from '../operation.ts';

export interface Choices {
  readonly goals: readonly NamedChoice[];
  readonly industries: readonly NamedChoice[];
  readonly roles: readonly NamedChoice[];
  /** The guided path: questions by theme. */
  readonly themes: readonly (NamedChoice & { readonly questions: readonly { readonly id: string; readonly text: string }[] })[];
}

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
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output: z.custom<Choices>(),
  rest: { method: 'GET', path: '/advice/choices' },
  effect: 'read',
  on: 'warehouse',
  permission: 'data.read',
  run: async (_, { language }): Promise<Choices> => choices(language),
});
