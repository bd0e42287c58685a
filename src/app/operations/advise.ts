import { z } from 'zod';
import { adviseSentence, verdictWords, whatToAdd } from '../../i18n/advise.ts';
import type { Language, Words } from '../../i18n/language.ts';
import type { Entry, Verdict } from '../../insights/advise/entry.ts';
import { goals as allGoals } from '../../insights/advise/goals.ts';
import { primaryLimit, progressOf } from '../../insights/advise/lint.ts';
import { type FieldState, type Readiness, readinessOf } from '../../insights/advise/readiness.ts';
import { selectKpis } from '../../insights/advise/select.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { answersOf, goalsOf, industryOf, kpiNamed, type NamedChoice, named, roleOf } from '../advice.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation } from '../operation.ts';
import { type ToldFinding, tellFinding } from './lint.ts';

interface Mate {
  readonly kpi: string;
  readonly name: string;
  readonly computable: boolean;
}

/** A KPI on one of the three lists. */
export interface AdvisedKpi {
  readonly kpi: string;
  readonly ref: string | null;
  readonly name: string;
  readonly area: string;
  readonly rank: number;
  /** `primary`, `companion` (an activity beside its progress) or `guard`. */
  readonly part: string;
  readonly score: number;
  readonly direction: string;
  readonly timing: string;
  readonly nature: string;
  /** The strongest reason; of a KPI that is left out, why. */
  readonly reason: string;
  readonly reasons: readonly { readonly from: string; readonly id: string; readonly text: string }[];
  readonly verdict: { readonly code: string; readonly kpis: readonly string[]; readonly text: string };
  readonly computable: boolean;
  readonly variant: string;
  readonly records: number;
  readonly coverage: number | null;
  readonly missing: readonly string[];
  /** What to load, in words; null when nothing is missing. */
  readonly add: string | null;
  readonly needs: readonly FieldState[];
  /** KPIs to read beside it, so that it is not improved at their cost. */
  readonly guards: readonly Mate[];
  /** For an activity: the progress to look at. */
  readonly progress: readonly Mate[];
  readonly fitness: number;
}

export interface AdviseOutput {
  readonly goals: readonly NamedChoice[];
  readonly industry: NamedChoice | null;
  readonly role: NamedChoice | null;
  readonly limit: number;
  readonly use: readonly AdvisedKpi[];
  readonly aspire: readonly AdvisedKpi[];
  readonly discard: readonly AdvisedKpi[];
  readonly findings: readonly ToldFinding[];
}

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
  input: z.strictObject({
    goals: z.array(z.string()).default([]),
    answers: z.record(z.string(), z.enum(['yes', 'no'])).default({}),
    industry: z.string().optional(),
    role: z.string().optional(),
    limit: z.int().min(1).max(50).default(primaryLimit),
    language: z.enum(['es', 'en']),
  }),
  output: z.custom<AdviseOutput>(),
  rest: { method: 'POST', path: '/advice' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { language, limit, ...asked }): Promise<AdviseOutput> => {
    const wish = {
      goals: goalsOf(asked.goals),
      answers: answersOf(asked.answers),
      industry: industryOf(asked.industry),
      role: roleOf(asked.role),
    };
    const { kpis } = await catalogueOf(context.workspace);
    const { catalog } = await openEngine(context, {});
    const states = new Map<string, Readiness>();
    const readiness = (kpi: Kpi): Readiness => {
      const state = states.get(kpi.id) ?? readinessOf(kpi, catalog);
      states.set(kpi.id, state);
      return state;
    };
    const selection = selectKpis(wish, { kpis, readiness }, limit);
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
