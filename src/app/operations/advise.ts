import { z } from 'zod';
import { adviseSentence, verdictWords, whatToAdd } from '../../i18n/advise.ts';
import type { Language, Words } from '../../i18n/language.ts';
import type { Entry, Verdict } from '../../insights/advise/entry.ts';
import { goals as allGoals } from '../../insights/advise/goals.ts';
import { primaryLimit, progressOf } from '../../insights/advise/lint.ts';
import { type Readiness, readinessOf } from '../../insights/advise/readiness.ts';
import { selectKpis } from '../../insights/advise/select.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { answersOf, goalsOf, industryOf, kpiNamed, named, roleOf } from '../advice.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { areaSchema, directionSchema, namedSchema, natureSchema, timingSchema } from '../output/kpi.ts';
import { countSchema, shareSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { retiredKpis } from '../reviews/followed.ts';
import { coarse } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';
import { findingSchema, tellFinding } from './lint.ts';

const verdictSchema = schemaOf<Verdict['code']>()(
  z.enum([
    'fits',
    'activity_beside',
    'guards',
    'balances',
    'missing_data',
    'not_worth_the_data',
    'misleads',
    'same_thing',
    'activity',
    'guard_missing',
    'context',
    'beyond_limit',
  ]),
);

const mateSchema = z.strictObject({ kpi: z.string(), name: z.string(), computable: z.boolean() });

/** A KPI on one of the three lists. */
const advisedSchema = z
  .strictObject({
    kpi: z.string(),
    ref: z.string().nullable(),
    name: z.string(),
    area: areaSchema,
    rank: countSchema,
    part: z.enum(['primary', 'companion', 'guard']).describe('A companion is an activity beside its progress.'),
    score: shareSchema,
    direction: directionSchema,
    timing: timingSchema,
    nature: natureSchema,
    reason: z.string().describe('The strongest reason; of a KPI that is left out, why.'),
    reasons: z.array(z.strictObject({ from: z.enum(['goal', 'question', 'industry', 'role']), id: z.string(), text: z.string() })),
    verdict: z.strictObject({ code: verdictSchema, kpis: z.array(z.string()), text: z.string() }),
    computable: z.boolean(),
    variant: z.string(),
    records: countSchema,
    coverage: shareSchema.nullable(),
    missing: z.array(z.string()),
    add: z.string().nullable().describe('What to load, in words; null when nothing is missing.'),
    needs: z.array(z.strictObject({ need: z.string(), rows: countSchema, filled: countSchema })),
    guards: z.array(mateSchema).describe('KPIs to read beside it, so that it is not improved at their cost.'),
    progress: z.array(mateSchema).describe('For an activity: the progress to look at.'),
    fitness: shareSchema,
  })
  .meta({ id: 'AdvisedKpi' });

const output = z.strictObject({
  goals: z.array(namedSchema),
  industry: namedSchema.nullable(),
  role: namedSchema.nullable(),
  limit: z.int(),
  use: z.array(advisedSchema),
  aspire: z.array(advisedSchema),
  discard: z.array(advisedSchema),
  findings: z.array(findingSchema),
});

type Mate = Frozen<z.output<typeof mateSchema>>;
export type AdvisedKpi = Frozen<z.output<typeof advisedSchema>>;
export type AdviseOutput = Frozen<z.output<typeof output>>;

const words: Readonly<Record<Verdict['code'], Words>> = verdictWords;

interface Telling {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly mate: (id: string) => readonly Mate[];
  readonly language: Language;
}

function told(entry: Entry, rank: number, { kpis, mate, language }: Telling): AdvisedKpi {
  const { kpi, readiness, verdict, reasons } = entry;
  const others = verdict.kpis.map((id) => kpiNamed(id, kpis, language));
  const sentence = adviseSentence(words[verdict.code], language, { others, kpis: [], instead: [] }, others.length);
  const text = verdict.why ? `${sentence} ${verdict.why[language]}` : sentence;
  const isLeft = !['fits', 'activity_beside', 'missing_data'].includes(verdict.code);
  return {
    kpi: kpi.id,
    ref: kpi.ref,
    name: kpi.texts[language].name,
    area: kpi.area,
    rank,
    part: entry.part,
    score: Math.round(entry.score * 100) / 100,
    direction: kpi.direction,
    timing: kpi.timing,
    nature: kpi.nature,
    reason: isLeft ? text : (reasons[0]?.why[language] ?? text),
    reasons: reasons.map(({ from, id, why }) => ({ from, id, text: why[language] })),
    verdict: { code: verdict.code, kpis: verdict.kpis, text },
    computable: readiness.computable,
    variant: readiness.variant,
    records: readiness.records,
    coverage: readiness.coverage,
    missing: readiness.missing,
    add: readiness.missing.length === 0 ? null : whatToAdd(readiness.missing, language),
    needs: readiness.needs,
    guards: kpi.guards.flatMap(mate),
    progress: progressOf(kpi, kpis).flatMap(mate),
    fitness: entry.fitness.score,
  };
}

/**
 * Which KPIs to follow for goals, answers to the guided questions, an industry or a role, on this workspace's data.
 * @throws CuadroError `unknown_goal`, `unknown_industry`, `unknown_role`, `unknown_question`
 */
export const adviseOperation = defineOperation({
  id: 'advise',
  words: {
    es: 'aconseja qué indicadores seguir para unos objetivos, un sector o un puesto, con los datos que hay',
    en: 'advise which KPIs to follow for goals, an industry or a role, on the data there are',
  },
  input: z.strictObject({
    goals: z.array(z.string()).default([]),
    answers: z.record(z.string(), z.enum(['yes', 'no'])).default({}),
    industry: z.string().optional(),
    role: z.string().optional(),
    limit: z.int().min(1).max(50).default(primaryLimit),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/advice' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  run: async (context, { language, limit, ...asked }): Promise<AdviseOutput> => {
    const wish = {
      goals: goalsOf(asked.goals),
      answers: answersOf(asked.answers),
      industry: industryOf(asked.industry),
      role: roleOf(asked.role),
    };
    const { kpis } = await catalogueOf(context.workspace);
    const catalog = coarse(openTotals(await openEngine(context, {}), { metrics: [], by: [], where: [] }).catalog);
    const states = new Map<string, Readiness>();
    const readiness = (kpi: Kpi): Readiness => {
      const state = states.get(kpi.id) ?? readinessOf(kpi, catalog);
      states.set(kpi.id, state);
      return state;
    };
    const retired = await retiredKpis((await context.store()).db);
    const inUse = new Map([...kpis].filter(([id]) => !retired.has(id)));
    const selection = selectKpis(wish, { kpis: inUse, readiness }, limit);
    const mate = (id: string): readonly Mate[] => {
      const kpi = kpis.get(id);
      return kpi ? [{ kpi: id, name: kpi.texts[language].name, computable: readiness(kpi).computable }] : [];
    };
    const list = (entries: readonly Entry[]) => entries.map((entry, index) => told(entry, index + 1, { kpis, mate, language }));
    return {
      goals: selection.goals.flatMap((id) => {
        const goal = allGoals.get(id);
        return goal ? [named(goal, language)] : [];
      }),
      industry: wish.industry && named(wish.industry, language),
      role: wish.role && named(wish.role, language),
      limit,
      use: list(selection.use),
      aspire: list(selection.aspire),
      discard: list(selection.discard),
      findings: selection.findings.map((finding) => tellFinding(finding, kpis, language)),
    };
  },
});
