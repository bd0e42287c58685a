import { z } from 'zod';
import { boardTemplates } from '../boards/templates.ts';
import { defineOperation, type Frozen } from '../operation.ts';

const output = z.strictObject({
  templates: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      about: z.string().describe('What it answers.'),
      kpis: z.array(z.string()).describe('In reading order.'),
    }),
  ),
});

/** Boards to begin from, by role. */
export const boardTemplatesOperation = defineOperation({
  id: 'board_templates',
  words: { es: 'tableros de partida según el puesto', en: 'boards to begin from, by role' },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/boards/templates' },
  effect: 'read',
  on: 'store',
  permission: 'kpi.read',
  run: async (_, { language }): Promise<Frozen<z.output<typeof output>>> => ({
    templates: boardTemplates.map(({ id, name, about, kpis }) => ({ id, name: name[language], about: about[language], kpis })),
  }),
});
