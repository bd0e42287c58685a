import type { Kpi } from '../../kpis/kpi.ts';
import type { Entry, Verdict } from './entry.ts';

type Trait = (kpi: Kpi) => boolean;

/** What a set needs one of: what announces, what results, what fails (requirements C-09, C-16). */
const traits: readonly Trait[] = [
  ({ timing }) => timing === 'leading',
  ({ timing }) => timing === 'lagging',
  ({ nature }) => nature === 'failure',
];

interface Surroundings {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly make: (id: string, code: Verdict['code'], beside: string | null) => Entry | null;
  readonly limit: number;
  readonly isUsed: (entry: Entry) => boolean;
}

/** Who could bring a trait: those asked for and left out first, then others of the catalogue in the areas of those chosen, then any. */
function bringers(trait: Trait, entries: readonly Entry[], chosen: readonly Entry[], { kpis, make }: Surroundings): Entry | null {
  const beyond = entries.find(({ kpi, verdict: { code } }) => (code === 'beyond_limit' || code === 'context') && trait(kpi));
  if (beyond) return { ...beyond, verdict: { code: 'balances', kpis: [], why: null } };
  const areas = new Set(chosen.map(({ kpi }) => kpi.area));
  const taken = new Set(entries.map(({ kpi }) => kpi.id));
  const others = [...kpis.values()].filter((kpi) => !taken.has(kpi.id) && kpi.nature !== 'activity' && trait(kpi));
  const near = others.filter(({ area }) => areas.has(area));
  for (const kpi of [...near, ...others]) {
    const entry = make(kpi.id, 'balances', null);
    if (entry) return entry;
  }
  return null;
}

/** The weakest primary whose going leaves no trait without a KPI. */
function spare(primaries: readonly Entry[]): Entry | undefined {
  return primaries
    .toReversed()
    .find((one) => traits.every((trait) => !trait(one.kpi) || primaries.some((other) => other !== one && trait(other.kpi))));
}

/**
 * Sees to it that the KPIs in use have each trait, as far as the data allow: one is brought in, and at the limit the weakest that can
 * be spared makes room. Entries keep their order; those brought in come last.
 */
export function balance(entries: readonly Entry[], surroundings: Surroundings): readonly Entry[] {
  const { isUsed, limit } = surroundings;
  let current = [...entries];
  for (const trait of traits) {
    const chosen = current.filter(isUsed);
    const primaries = chosen.filter(({ part }) => part === 'primary');
    if (chosen.length === 0 || primaries.some(({ kpi }) => trait(kpi))) continue;
    const brought = bringers(trait, current, chosen, surroundings);
    if (!brought) continue;
    const leaving = primaries.length >= limit ? spare(primaries) : undefined;
    current = current
      .filter(({ kpi }) => kpi.id !== brought.kpi.id)
      .map((one) => (one === leaving ? { ...one, verdict: { code: 'beyond_limit' as const, kpis: [], why: null } } : one));
    current.push(brought);
  }
  return current;
}
