import { z } from 'zod';
import { adviseSentence, findingWords } from '../../i18n/advise.ts';
import type { Language, Words } from '../../i18n/language.ts';
import { type Finding, type FindingCode, lintSelection } from '../../insights/advise/lint.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { kpiNamed } from '../advice.ts';
import { catalogueOf } from '../catalogue.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { schemaOf } from '../output/schema-of.ts';

export const findingSchema = z
  .strictObject({
    code: schemaOf<FindingCode>()(
      z.enum([
        'activity_without_progress',
        'stands_alone',
        'same_thing',
        'too_many',
        'no_leading',
        'no_lagging',
        'no_failure',
        'nothing_chosen',
      ]),
    ),
    severity: schemaOf<Finding['severity']>()(z.enum(['error', 'warning'])),
    kpis: z.array(z.string()),
    instead: z.array(z.string()).describe('KPIs of which one would mend it, the best first.'),
    message: z.string(),
    why: z.string().nullable(),
  })
  .meta({ id: 'Finding', description: 'What is wrong with a set of KPIs.' });

export type ToldFinding = Frozen<z.output<typeof findingSchema>>;

const output = z.strictObject({ kpis: z.array(z.string()), findings: z.array(findingSchema) });

const words: Readonly<Record<FindingCode, Words>> = findingWords;

/** A finding with its words. */
export function tellFinding(
  { code, severity, kpis: about, instead, why, count }: Finding,
  kpis: ReadonlyMap<string, Kpi>,
  language: Language,
): ToldFinding {
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => kpiNamed(id, kpis, language));
  const message = adviseSentence(words[code], language, { kpis: names(about), instead: names(instead), others: [] }, count);
  return { code, severity, kpis: about, instead, message, why: why?.[language] ?? null };
}

/** What is wrong with a set of KPIs as one board. */
export const lintOperation = defineOperation({
  id: 'lint',
  words: {
    es: 'qué falla en un conjunto de indicadores como cuadro',
    en: 'what is wrong with a set of KPIs as one board',
  },
  input: z.strictObject({
    kpis: z.array(z.string()).min(1),
    primary: z.array(z.string()).optional().describe('Those to act on; the others only keep them company. Default: all.'),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/advice/lint' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpis: ids, primary, language }): Promise<Frozen<z.output<typeof output>>> => {
    const catalogue = await catalogueOf(context.workspace);
    const known = ids.map((id) => catalogue.find(id, '--lint').id);
    const findings = lintSelection(
      known,
      catalogue.kpis,
      primary?.map((id) => catalogue.find(id, '--lint').id),
    );
    return { kpis: known, findings: findings.map((finding) => tellFinding(finding, catalogue.kpis, language)) };
  },
});
