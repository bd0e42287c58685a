import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Facts } from './facts.ts';
import type { Found, ReadingRule } from './rule.ts';
import { readingRules } from './rules.ts';

/** What one rule says of one KPI, and what it saw to say so. */
export interface Reading extends Found {
  readonly rule: string;
  readonly source: string;
  readonly kpi: string;
}

/** What must be known to read some KPIs: others beside them, and parts of some. */
export interface Wanted {
  readonly kpis: readonly string[];
  readonly parts: readonly { readonly kpi: string; readonly by: string }[];
}

/** The KPIs and parts that the rules about these KPIs look at. */
export function wantedFor(kpis: readonly Kpi[]): Wanted {
  const rules = (kpi: Kpi): readonly ReadingRule[] => readingRules.filter((rule) => rule.of(kpi));
  return {
    kpis: [...new Set(kpis.flatMap((kpi) => [kpi.id, ...rules(kpi).flatMap((rule) => rule.companions(kpi))]))],
    parts: kpis.flatMap((kpi) => rules(kpi).flatMap(({ parts }) => (parts ? [{ kpi: parts.kpi ?? kpi.id, by: parts.by }] : []))),
  };
}

const weight: Readonly<Record<Found['tone'], number>> = { bad: 0, warning: 1, good: 2, neutral: 3 };

/**
 * What the rules say of a KPI, most pressing first.
 * @param facts of KPIs by id; those that cannot be computed are not there
 * @param known.missing KPIs that lack data
 * @param known.parts of the present period: a KPI by the dimension that a rule asks for
 */
export function readKpi(
  kpi: Kpi,
  facts: ReadonlyMap<string, Facts>,
  known: { readonly missing: ReadonlySet<string>; readonly parts: (kpi: string, by: string) => readonly Cell[] },
): readonly Reading[] {
  const subject = facts.get(kpi.id);
  if (!subject) return [];
  const other = (id: string): Facts | null => facts.get(id) ?? null;
  return readingRules
    .filter((rule) => rule.of(kpi))
    .flatMap((rule) => {
      const found = rule.read({
        subject,
        other,
        lacks: (id) => known.missing.has(id),
        parts: rule.parts === undefined ? [] : known.parts(rule.parts.kpi ?? kpi.id, rule.parts.by),
      });
      return found ? [{ rule: rule.id, source: rule.source, kpi: kpi.id, ...found }] : [];
    })
    .toSorted((left, right) => weight[left.tone] - weight[right.tone]);
}
