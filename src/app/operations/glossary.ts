import { z } from 'zod';
import { glossary, type ShownTerm, shownTerm } from '../../kpis/glossary.ts';
import type { Bilingual } from '../../kpis/kpi.ts';
import type { Term } from '../../model/glossary.ts';
import type { Settings } from '../../model/settings.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { shownTermSchema } from '../output/kpi.ts';

/** A contested word: what it means in this workspace, what else it may mean, why it is contested and which KPIs use it. */
const entrySchema = z.strictObject({ ...shownTermSchema.shape, conflict: z.string(), kpis: z.array(z.string()) });

const output = z.strictObject({ terms: z.array(entrySchema) });

export type GlossaryEntry = Frozen<z.output<typeof entrySchema>>;

const order = Object.keys(glossary) as readonly Term[];

/** Terms in the glossary's order, as shown on a workspace. */
export const shownTerms = (terms: readonly Term[], settings: Settings, language: keyof Bilingual): readonly ShownTerm[] =>
  order.filter((term) => terms.includes(term)).map((term) => shownTerm(term, settings, language));

/** The words that the source texts use in more than one way, with the meanings in force. */
export const glossaryOperation = defineOperation({
  id: 'glossary',
  words: {
    es: 'qué significan aquí lead, cliente y otras palabras discutidas',
    en: 'what lead, customer and other contested words mean here',
  },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/glossary' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { language }): Promise<Frozen<z.output<typeof output>>> => {
    const { kpis } = await catalogueOf(context.workspace);
    const { catalog } = await openEngine(context, {});
    return {
      terms: shownTerms(order, catalog.settings, language).map((shown) => ({
        ...shown,
        conflict: glossary[shown.term].conflict[language],
        kpis: [...kpis.values()].filter((kpi) => kpi.terms.includes(shown.term)).map(({ id }) => id),
      })),
    };
  },
});
