/** One cohort in one period: how many of its members, and how much, `age` periods after the one of entry. */
export interface CohortCell {
  readonly age: number;
  readonly period: { readonly start: string; readonly end: string };
  /** The share of the cohort; of revenue the money a member brought. Null for a cohort of nobody. */
  readonly value: number | null;
  /** Members counted. */
  readonly entities: number;
  /** Of revenue: the money of all of them. */
  readonly amount: number | null;
  /** The period is not over: the figure may still change. */
  readonly immature: boolean;
}

export interface Cohort {
  readonly period: { readonly start: string; readonly end: string };
  /** Who entered in the period. */
  readonly size: number;
  /** The period of entry is not over: it may still grow. */
  readonly immature: boolean;
  readonly cells: readonly CohortCell[];
}

/** All cohorts old enough put together: the sum over their members, never a mean of shares. */
export interface CohortAge {
  readonly age: number;
  readonly value: number | null;
  readonly cohorts: number;
  readonly members: number;
}

export interface CohortTable {
  readonly cohorts: readonly Cohort[];
  readonly ages: readonly CohortAge[];
}

export interface CohortFacts {
  /** Whole periods, the cohorts' own first, each following on the one before it. */
  readonly periods: readonly { readonly start: string; readonly end: string }[];
  /** How many of them have a cohort. */
  readonly cohorts: number;
  readonly sizes: ReadonlyMap<number, number>;
  /** By cohort and period (`3 5`). */
  readonly watched: ReadonlyMap<string, { readonly entities: number; readonly worth: number }>;
  readonly measure: 'share' | 'amount';
  /** Whoever did it once has done it for good: a share adds up from age to age. */
  readonly cumulative: boolean;
  /** The last day known to its end. */
  readonly lastCompleteDay: string;
}

/**
 * The triangle of cohorts by age. A cell stands where its period has begun by the last complete day; one whose period is not over is
 * immature and kept out of the ages' totals.
 */
export function cohortTable(facts: CohortFacts): CohortTable {
  const { periods, lastCompleteDay } = facts;
  const begun = periods.filter(({ start }) => start <= lastCompleteDay).length;
  const cohorts = periods.slice(0, facts.cohorts).map((period, index): Cohort => {
    const size = facts.sizes.get(index) ?? 0;
    let [entities, worth] = [0, 0];
    const cells = Array.from({ length: Math.max(0, begun - index) }, (_, age): CohortCell => {
      const seen = facts.watched.get(`${index} ${index + age}`) ?? { entities: 0, worth: 0 };
      entities = facts.cumulative ? entities + seen.entities : seen.entities;
      worth = facts.cumulative ? worth + seen.worth : seen.worth;
      const own = periods[index + age] ?? period;
      const of = facts.measure === 'share' ? entities : worth;
      return {
        age,
        period: own,
        value: size === 0 ? null : of / size,
        entities,
        amount: facts.measure === 'amount' ? worth : null,
        immature: own.end > lastCompleteDay,
      };
    });
    return { period, size, immature: period.end > lastCompleteDay, cells };
  });
  const oldest = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  const ages = Array.from({ length: oldest }, (_, age): CohortAge => {
    const mature = cohorts.flatMap(({ size, cells }) => {
      const cell = cells[age];
      return cell && !cell.immature && size > 0 ? [{ size, of: cell.amount ?? cell.entities }] : [];
    });
    const members = mature.reduce((sum, { size }) => sum + size, 0);
    const total = mature.reduce((sum, { of }) => sum + of, 0);
    return { age, value: members === 0 ? null : total / members, cohorts: mature.length, members };
  }).filter(({ cohorts: counted }) => counted > 0);
  return { cohorts, ages };
}
