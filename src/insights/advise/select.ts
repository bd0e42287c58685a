import type { Kpi } from '../../kpis/kpi.ts';
import { balance } from './balance.ts';
import { type Candidate, contextBelow, gatherCandidates, goalsBehind, type Wish, wanted } from './candidates.ts';
import { companions } from './companions.ts';
import type { Entry, Verdict } from './entry.ts';
import { fitnessOf } from './fitness.ts';
import { goals as allGoals } from './goals.ts';
import { type Finding, lintSelection, progressOf } from './lint.ts';
import { overlaps } from './overlaps.ts';
import type { Readiness } from './readiness.ts';

/** The catalogue and what a workspace can do with it. */
export interface Surroundings {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly readiness: (kpi: Kpi) => Readiness;
}

export interface Selection {
  /** Goals asked for and goals behind the answers. */
  readonly goals: readonly string[];
  /** Ranked, the strongest first. */
  readonly use: readonly Entry[];
  readonly aspire: readonly Entry[];
  readonly discard: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** How much of the rank is the KPI's own fitness; the rest is how strongly it is asked for. */
const fitnessShare = 0.2;

const verdict = (code: Verdict['code'], kpis: readonly string[] = [], why: Verdict['why'] = null): Verdict => ({ code, kpis, why });

/** Everything that can be said of a candidate before it meets the others. */
function assess(candidate: Candidate, kpi: Kpi, goals: readonly string[], industry: string | null, readiness: Readiness): Entry {
  const fitness = fitnessOf(kpi, { readiness, goals, industry });
  // Whether it can be measured here decides the list, not the rank.
  const own = fitness.criteria.filter(({ criterion }) => criterion !== 'measurable');
  const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length;
  return {
    kpi,
    score: candidate.weight * (1 - fitnessShare + fitnessShare * mean),
    reasons: candidate.reasons,
    part: 'primary',
    verdict: verdict('fits'),
    readiness,
    fitness,
  };
}

/** What a candidate meets: which KPIs can be computed, and which of those are candidates too. */
interface Peers {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly isReady: (id: string) => boolean;
  readonly isBeside: (id: string) => boolean;
}

/** Whether a KPI is used, waits for data or is left out, and as what; before counting. */
function judge(entry: Entry, candidate: Candidate, { kpis, isReady, isBeside }: Peers): Entry {
  const { kpi, readiness } = entry;
  if (candidate.misleads) return { ...entry, verdict: verdict('misleads', [], candidate.misleads) };
  const overlap = overlaps.find(({ kpi: id, better }) => id === kpi.id && isBeside(better));
  if (overlap) return { ...entry, verdict: verdict('same_thing', [overlap.better], overlap.why) };
  const isWanted = candidate.weight >= wanted;
  if (!readiness.computable) return { ...entry, verdict: verdict(isWanted ? 'missing_data' : 'not_worth_the_data') };
  const progress = progressOf(kpi, kpis);
  const isContext = candidate.weight < contextBelow;
  if (progress.length === 0) return isContext ? { ...entry, verdict: verdict('context', [], entry.reasons[0]?.why ?? null) } : entry;
  if (!isWanted) return { ...entry, verdict: verdict('activity', progress) };
  const ready = progress.filter(isReady);
  // Better the activity with a warning than nothing.
  return ready.length === 0 ? entry : { ...entry, part: 'companion', verdict: verdict('activity_beside', ready) };
}

const isUsed = ({ verdict: { code } }: Entry): boolean =>
  code === 'fits' || code === 'activity_beside' || code === 'balances' || code === 'guards';
const isAspired = ({ verdict: { code } }: Entry): boolean => code === 'missing_data';

/** The strongest primaries up to the limit. */
function limited(entries: readonly Entry[], limit: number): readonly Entry[] {
  let primaries = 0;
  return entries.map((entry) => {
    if (!isUsed(entry) || entry.part !== 'primary') return entry;
    primaries += 1;
    return primaries > limit ? { ...entry, verdict: verdict('beyond_limit') } : entry;
  });
}

/** What the chosen ones must not stand without: the progress beside an activity, the satisfaction beside speed. */
function withCompanions(
  entries: readonly Entry[],
  make: (id: string, code: Verdict['code'], beside: string) => Entry | null,
): readonly Entry[] {
  const found = new Map(entries.map((entry) => [entry.kpi.id, entry]));
  const isChosen = (id: string): boolean => {
    const entry = found.get(id);
    return entry !== undefined && isUsed(entry);
  };
  const bring = (ids: readonly string[], beside: string): boolean => {
    if (ids.some(isChosen)) return true;
    for (const id of ids) {
      const entry = make(id, 'guards', beside);
      if (!entry) continue;
      found.set(id, { ...entry, part: 'guard' });
      return true;
    }
    return false;
  };
  for (const entry of entries) {
    if (isUsed(entry) && entry.part === 'companion') bring(entry.verdict.kpis, entry.kpi.id);
  }
  for (const { kpi, with: beside, severity, why } of companions) {
    const entry = found.get(kpi);
    if (severity !== 'error' || !entry || !isUsed(entry)) continue;
    if (!bring(beside, kpi)) found.set(kpi, { ...entry, verdict: verdict('guard_missing', beside, why) });
  }
  return [...found.values()];
}

/**
 * A short list for goals, answers, role and industry: what to use, what to aspire to (it fits, but data are missing) and what to
 * leave, each with its reason; with something that announces, something that results and something that fails among what is used.
 * @param limit how many primary KPIs at most
 */
export function selectKpis(wish: Wish, { kpis, readiness }: Surroundings, limit: number): Selection {
  const goals = [...new Set([...wish.goals.map(({ id }) => id), ...goalsBehind(wish.answers)])];
  const industry = wish.industry?.id ?? null;
  const candidates = gatherCandidates(wish, allGoals).filter(({ kpi }) => kpis.has(kpi));
  const states = new Map<string, Readiness>();
  const stateOf = (kpi: Kpi): Readiness => {
    const state = states.get(kpi.id) ?? readiness(kpi);
    states.set(kpi.id, state);
    return state;
  };
  const isReady = (id: string): boolean => {
    const kpi = kpis.get(id);
    return kpi !== undefined && stateOf(kpi).computable;
  };
  /** An entry for a KPI that nobody asked for, when it can be computed. */
  const make = (id: string, code: Verdict['code'], beside: string | null): Entry | null => {
    const kpi = kpis.get(id);
    if (!kpi || !isReady(id)) return null;
    const reasons = candidates.find((one) => one.kpi === id)?.reasons ?? [];
    const entry = assess({ kpi: id, weight: 0.25, reasons, misleads: null }, kpi, goals, industry, stateOf(kpi));
    return { ...entry, verdict: verdict(code, beside === null ? [] : [beside]) };
  };
  const judged = candidates.flatMap((candidate) => {
    const kpi = kpis.get(candidate.kpi);
    if (!kpi) return [];
    const entry = assess(candidate, kpi, goals, industry, stateOf(kpi));
    const isBeside = (id: string): boolean => isReady(id) && candidates.some((one) => one.kpi === id && one.misleads === null);
    return [judge(entry, candidate, { kpis, isReady, isBeside })];
  });
  const ranked = judged.toSorted((a, b) => b.score - a.score);
  const complete = balance(withCompanions(limited(ranked, limit), make), { kpis, make, limit, isUsed });
  const use = complete.filter(isUsed);
  const primaries = use.filter(({ part }) => part === 'primary').map(({ kpi }) => kpi.id);
  const findings =
    candidates.length === 0
      ? []
      : lintSelection(
          use.map(({ kpi }) => kpi.id),
          kpis,
          primaries,
        );
  return {
    goals,
    use,
    aspire: complete.filter(isAspired),
    discard: complete.filter((entry) => !isUsed(entry) && !isAspired(entry)),
    findings,
  };
}
