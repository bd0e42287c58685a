import type { Bilingual } from '../../kpis/kpi.ts';
import type { Fit, Member } from './choice.ts';
import type { Goal } from './goal.ts';
import type { Pack } from './pack.ts';
import type { Answer, Question } from './question.ts';
import type { Role } from './role.ts';

/** What somebody asks advice for. */
export interface Wish {
  readonly goals: readonly Goal[];
  readonly answers: readonly { readonly question: Question; readonly answer: Answer }[];
  readonly industry: Pack | null;
  readonly role: Role | null;
}

/** Who speaks for a KPI. */
export interface Reason {
  readonly from: 'goal' | 'question' | 'industry' | 'role';
  readonly id: string;
  readonly why: Bilingual;
}

/** A KPI that something speaks for. */
export interface Candidate {
  readonly kpi: string;
  /** 0 to 1: how strongly, all that speaks for it together. */
  readonly weight: number;
  readonly reasons: readonly Reason[];
  /** Why it misleads for the goals asked, if nothing strong speaks for it. */
  readonly misleads: Bilingual | null;
}

const fitWeights: Readonly<Record<Fit, number>> = { 3: 0.9, 2: 0.6, 1: 0.3 };
/** An answer names its KPI outright; the goal behind it, only half. */
const answerWeight = 0.85;
const behindAnswer = 0.5;
/** What industry and role add to a KPI that is asked for anyway. */
const boost = 0.25;
/** What the first and the last of a pack or a board weigh where they are all there is to go by. */
const first = 0.9;
const last = 0.5;
/** Below, a KPI gives context and no more. */
export const contextBelow = 0.4;
/** From here on a KPI is wanted for itself. */
export const wanted = 0.5;

type Voice = Reason & { readonly kpi: string; readonly weight: number };

const ofGoal = (goal: Goal, share: number): readonly Voice[] =>
  goal.kpis.map(({ kpi, fit, why }) => ({ kpi, from: 'goal', id: goal.id, why, weight: fitWeights[fit] * share }));

/** All members of a pack or a board, the first most. */
const ofList = (from: 'industry' | 'role', id: string, members: readonly Member[]): readonly Voice[] =>
  members.map(({ kpi, why }, index) => ({
    kpi,
    from,
    id,
    why,
    weight: first - ((first - last) * index) / Math.max(1, members.length - 1),
  }));

/** The goals behind the answers, most often named first. */
export function goalsBehind(answers: Wish['answers']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { question, answer } of answers) {
    if (question.leads !== answer) continue;
    for (const goal of question.outcome.goals) counts.set(goal, (counts.get(goal) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([goal]) => goal);
}

function voices({ goals, answers, industry, role }: Wish, known: ReadonlyMap<string, Goal>): readonly Voice[] {
  const asked = goals.flatMap((goal) => ofGoal(goal, 1));
  const answered = answers.flatMap(({ question, answer }): readonly Voice[] =>
    question.leads === answer
      ? question.outcome.kpis.map(({ kpi, why }) => ({ kpi, from: 'question', id: question.id, why, weight: answerWeight }))
      : [],
  );
  const behind = goalsBehind(answers).flatMap((id) => {
    const goal = known.get(id);
    return goal && !goals.includes(goal) ? ofGoal(goal, behindAnswer) : [];
  });
  const own = [...asked, ...answered, ...behind];
  const board = role ? ofList('role', role.id, role.kpis) : [];
  const pack = industry ? ofList('industry', industry.id, industry.kpis) : [];
  const source = own.length > 0 ? own : board.length > 0 ? board : pack;
  const ids = new Set(source.map(({ kpi }) => kpi));
  const boosts = [...board, ...pack].filter((voice) => !source.includes(voice) && ids.has(voice.kpi));
  return [...source, ...boosts.map((voice) => ({ ...voice, weight: boost }))];
}

/**
 * The KPIs that goals, answers, role and industry speak for, strongest first. Goals and answers decide; without them, the role's
 * board; without one, the industry's pack. The others only strengthen what is there. Weights meet as chances do: 1 − ∏(1 − w).
 */
export function gatherCandidates(wish: Wish, known: ReadonlyMap<string, Goal>): readonly Candidate[] {
  const byKpi = Map.groupBy(voices(wish, known), ({ kpi }) => kpi);
  const traps = new Map(wish.goals.flatMap((goal) => goal.avoid.map(({ kpi, why }) => [kpi, { goal: goal.id, why }] as const)));
  const spoken = [...byKpi].map(([kpi, list]): Candidate => {
    const weight = 1 - list.reduce((rest, voice) => rest * (1 - voice.weight), 1);
    const reasons = list.toSorted((a, b) => b.weight - a.weight).map(({ from, id, why }) => ({ from, id, why }));
    return { kpi, weight, reasons, misleads: weight < wanted ? (traps.get(kpi)?.why ?? null) : null };
  });
  const onlyTraps = [...traps].flatMap(([kpi, { goal, why }]): readonly Candidate[] =>
    byKpi.has(kpi) ? [] : [{ kpi, weight: 0, reasons: [{ from: 'goal', id: goal, why }], misleads: why }],
  );
  return [...spoken.sort((a, b) => b.weight - a.weight), ...onlyTraps];
}
