import type { Area, Kpi } from '../../kpis/kpi.ts';
import { goals as allGoals } from './goals.ts';
import { packs } from './packs.ts';
import type { Readiness } from './readiness.ts';
import { roles } from './roles.ts';

export type Criterion = 'clear' | 'measurable' | 'relevant' | 'specific' | 'actionable' | 'owned';

export type FitnessCode =
  | 'no_definition'
  | 'no_formula'
  | 'no_question'
  | 'several_meanings'
  | 'long_definition'
  | 'well_defined'
  | 'not_tried'
  | 'missing_data'
  | 'few_records'
  | 'measured'
  | 'gaps'
  | 'serves_goals'
  | 'serves_other_goals'
  | 'serves_no_goal'
  | 'opens_by'
  | 'does_not_open'
  | 'of_the_industry'
  | 'general'
  | 'informs_only'
  | 'has_direction'
  | 'says_what_to_do'
  | 'no_guidance'
  | 'tells_late'
  | 'mere_activity'
  | 'on_boards'
  | 'of_an_area'
  | 'by_person';

/** Why a criterion got its score; words by `code`. */
export interface FitnessReason {
  readonly code: FitnessCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface CriterionScore {
  readonly criterion: Criterion;
  /** 0 to 1; below 0.5 it fails. */
  readonly score: number;
  readonly reasons: readonly FitnessReason[];
}

export interface Fitness {
  /** The mean of the criteria. */
  readonly score: number;
  readonly passes: boolean;
  readonly criteria: readonly CriterionScore[];
}

/** What a KPI is judged for. Without goals or industry: for any. */
export interface FitnessContext {
  /** Null where no workspace is at hand. */
  readonly readiness: Readiness | null;
  readonly goals: readonly string[];
  readonly industry: string | null;
}

const passMark = 0.5;
const longDefinition = 80;
const poorCoverage = 0.7;
const fitScores = { 1: 0.5, 2: 0.8, 3: 1 } as const;

/** Who answers for an area when no board names the KPI. */
const areaRoles: Readonly<Record<Area, string>> = {
  marketing: 'marketing',
  leads: 'marketing',
  pipeline: 'sales',
  customers: 'direction',
  service: 'service',
  perception: 'service',
  receivables: 'finance',
  people: 'direction',
  adoption: 'data',
  data: 'data',
};

const reason = (code: FitnessCode, values: FitnessReason['values'] = {}): FitnessReason => ({ code, values });

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

function clear(kpi: Kpi): CriterionScore {
  const texts = Object.values(kpi.texts);
  const lacks = (part: 'definition' | 'formula' | 'question') => texts.some((one) => one[part].trim() === '');
  if (lacks('definition')) return { criterion: 'clear', score: 0, reasons: [reason('no_definition')] };
  const faults: readonly (readonly [number, FitnessReason])[] = [
    ...(lacks('formula') ? [[0.4, reason('no_formula')] as const] : []),
    ...(lacks('question') ? [[0.2, reason('no_question')] as const] : []),
    ...(kpi.defaults.length > 1 ? [[0.2, reason('several_meanings', { count: kpi.defaults.length })] as const] : []),
    ...(texts.some(({ definition }) => wordsIn(definition) > longDefinition) ? [[0.2, reason('long_definition')] as const] : []),
  ];
  const score = 1 - faults.reduce((sum, [cost]) => sum + cost, 0);
  return { criterion: 'clear', score, reasons: faults.length === 0 ? [reason('well_defined')] : faults.map(([, why]) => why) };
}

function measurable(kpi: Kpi, readiness: Readiness | null): CriterionScore {
  const criterion = 'measurable';
  if (readiness === null) return { criterion, score: passMark, reasons: [reason('not_tried')] };
  const { computable, missing, needs, records, coverage } = readiness;
  if (!computable) {
    const met = Math.max(0, needs.length - missing.length) / Math.max(1, needs.length);
    return { criterion, score: 0.4 * met, reasons: [reason('missing_data', { missing: missing.join(', ') })] };
  }
  const few = records < kpi.minimumSample;
  const gaps = coverage !== null && coverage < poorCoverage;
  const reasons = [
    few ? reason('few_records', { records, minimum: kpi.minimumSample }) : reason('measured', { records }),
    ...(gaps ? [reason('gaps', { share: Math.round(coverage * 100) })] : []),
  ];
  return { criterion, score: (few ? 0.6 : 1) - (gaps ? 0.2 : 0), reasons };
}

function relevant(kpi: Kpi, asked: readonly string[]): CriterionScore {
  const serves = [...allGoals.values()].flatMap((goal) =>
    goal.kpis.filter((choice) => choice.kpi === kpi.id).map(({ fit }) => ({ goal: goal.id, fit })),
  );
  const counted = asked.length === 0 ? serves : serves.filter(({ goal }) => asked.includes(goal));
  const names = (list: typeof serves) => list.map(({ goal }) => goal).join(', ');
  if (counted.length > 0) {
    const best = counted.reduce((a, b) => (b.fit > a.fit ? b : a));
    return { criterion: 'relevant', score: fitScores[best.fit], reasons: [reason('serves_goals', { goals: names(counted) })] };
  }
  if (serves.length > 0) return { criterion: 'relevant', score: 0.2, reasons: [reason('serves_other_goals', { goals: names(serves) })] };
  return { criterion: 'relevant', score: 0, reasons: [reason('serves_no_goal')] };
}

function specific(kpi: Kpi, industry: string | null): CriterionScore {
  const inPacks = [...packs.values()].filter((pack) => pack.kpis.some((one) => one.kpi === kpi.id)).map(({ id }) => id);
  const opens = kpi.drillBy.length > 0;
  const fits = industry === null ? inPacks.length > 0 : inPacks.includes(industry);
  return {
    criterion: 'specific',
    score: (opens ? 0.6 : 0.1) + (fits ? 0.4 : 0.1),
    reasons: [
      opens ? reason('opens_by', { dimensions: kpi.drillBy.slice(0, 3).join(', ') }) : reason('does_not_open'),
      fits ? reason('of_the_industry', { industries: (industry === null ? inPacks : [industry]).join(', ') }) : reason('general'),
    ],
  };
}

function actionable(kpi: Kpi): CriterionScore {
  const informs = kpi.direction === 'none';
  const guided = Object.values(kpi.texts).every(({ rise, fall }) => rise.trim() !== '' && fall.trim() !== '');
  const inTime = kpi.timing === 'leading' || kpi.drillBy.length > 0;
  const busy = kpi.nature === 'activity';
  const score = (informs ? 0.2 : 0.5) + (guided ? 0.25 : 0) + (inTime ? 0.25 : 0) - (busy ? 0.25 : 0);
  return {
    criterion: 'actionable',
    score: Math.max(0, score),
    reasons: [
      reason(informs ? 'informs_only' : 'has_direction'),
      reason(guided ? 'says_what_to_do' : 'no_guidance'),
      ...(inTime ? [] : [reason('tells_late')]),
      ...(busy ? [reason('mere_activity')] : []),
    ],
  };
}

/** The person is the last step, or the one before, of a path such as `account.owner.name`. */
const byPerson = (dimension: string): boolean => dimension.split('.').some((step) => ['owner', 'user', 'agent', 'coach'].includes(step));

function owned(kpi: Kpi): CriterionScore {
  const boards = [...roles.values()].filter((role) => role.kpis.some((one) => one.kpi === kpi.id)).map(({ id }) => id);
  const personal = kpi.drillBy.some(byPerson);
  return {
    criterion: 'owned',
    score: (boards.length > 0 ? 0.7 : 0.4) + (personal ? 0.3 : 0),
    reasons: [
      boards.length > 0 ? reason('on_boards', { roles: boards.join(', ') }) : reason('of_an_area', { roles: areaRoles[kpi.area] }),
      ...(personal ? [reason('by_person')] : []),
    ],
  };
}

/**
 * The test that a KPI should pass before anyone is asked to follow it (source text S0: easy to understand and to quantify, relevant
 * and specific): six criteria from 0 to 1. It judges the definition, not the value.
 */
export function fitnessOf(kpi: Kpi, { readiness, goals, industry }: FitnessContext): Fitness {
  const criteria = [clear(kpi), measurable(kpi, readiness), relevant(kpi, goals), specific(kpi, industry), actionable(kpi), owned(kpi)].map(
    (one) => ({ ...one, score: Math.round(one.score * 100) / 100 }),
  );
  const mean = criteria.reduce((sum, { score }) => sum + score, 0) / criteria.length;
  return { score: Math.round(mean * 100) / 100, passes: criteria.every(({ score }) => score >= passMark), criteria };
}
