import { z } from 'zod';
import { criterionWords, fitnessSentence, fitnessWords } from '../../i18n/fitness.ts';
import type { Language, Words } from '../../i18n/language.ts';
import { type Criterion, type FitnessCode, type FitnessReason, fitnessOf } from '../../insights/advise/fitness.ts';
import { goals } from '../../insights/advise/goals.ts';
import { packs } from '../../insights/advise/packs.ts';
import { readinessOf } from '../../insights/advise/readiness.ts';
import { roles } from '../../insights/advise/roles.ts';
import type { Named } from '../../insights/advise/understand.ts';
import { goalsOf, industryOf } from '../advice.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { shareSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { coarse } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';

const output = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  score: shareSchema.describe('The mean of the criteria.'),
  passes: z.boolean(),
  criteria: z.array(
    z.strictObject({
      criterion: schemaOf<Criterion>()(z.enum(['clear', 'measurable', 'relevant', 'specific', 'actionable', 'owned'])),
      name: z.string(),
      score: shareSchema,
      reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })),
    }),
  ),
});

export type FitnessOutput = Frozen<z.output<typeof output>>;

const criteria: Readonly<Record<Criterion, Words>> = criterionWords;
const reasons: Readonly<Record<FitnessCode, Words>> = fitnessWords;

/** Values that list ids of these are shown by their names. */
const lists: Readonly<Record<string, ReadonlyMap<string, Pick<Named, 'name'>>>> = { goals, industries: packs, roles };

const namesIn = (key: string, value: string | number, language: Language): string | number => {
  const known = lists[key];
  if (!known || typeof value === 'number') return value;
  return value
    .split(', ')
    .map((id) => known.get(id)?.name[language] ?? id)
    .join(', ');
};

const told = ({ code, values }: FitnessReason, language: Language) => ({
  code,
  text: fitnessSentence(
    reasons[code],
    language,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, namesIn(key, value, language)])),
  ),
});

/** The fitness test of one KPI on this workspace, for goals and an industry or for any. */
export const fitnessOperation = defineOperation({
  id: 'fitness',
  words: {
    es: 'el examen de idoneidad de un indicador con los datos que hay',
    en: 'the fitness test of one KPI on the data there are',
  },
  input: z.strictObject({
    kpi: z.string().min(1),
    goals: z.array(z.string()).default([]),
    industry: z.string().optional(),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'GET', path: '/kpis/{kpi}/fitness' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi: id, goals: texts, industry, language }): Promise<FitnessOutput> => {
    const kpi = (await catalogueOf(context.workspace)).find(id, '--fitness');
    const asked = goalsOf(texts).map((goal) => goal.id);
    const pack = industryOf(industry);
    const catalog = coarse(openTotals(await openEngine(context, {}), { metrics: [], by: [], where: [] }).catalog);
    const fitness = fitnessOf(kpi, { readiness: readinessOf(kpi, catalog), goals: asked, industry: pack?.id ?? null });
    return {
      kpi: kpi.id,
      name: kpi.texts[language].name,
      score: fitness.score,
      passes: fitness.passes,
      criteria: fitness.criteria.map((one) => ({
        criterion: one.criterion,
        name: criteria[one.criterion][language],
        score: one.score,
        reasons: one.reasons.map((reason) => told(reason, language)),
      })),
    };
  },
});
