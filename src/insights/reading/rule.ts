import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Facts } from './facts.ts';

/** `neutral` says something without judging: informational KPIs know no other. */
export type Tone = 'good' | 'bad' | 'warning' | 'neutral';

/** What a rule found. Its words are in `src/i18n/readings`, under `<rule>.<outcome>`. */
export interface Found {
  readonly outcome: string;
  readonly tone: Tone;
  /** The KPIs beside the subject that it looked at and names, most telling first. */
  readonly saw: readonly string[];
  /** What the words name beyond values: a list of categories, a threshold. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface RuleInput {
  readonly subject: Facts;
  /** A companion; null where it has no one value: data are missing, or it is a mix. */
  other(id: string): Facts | null;
  /** Whether the data for a companion are missing. */
  lacks(id: string): boolean;
  /** The cells of the present period by the rule's `parts`. */
  readonly parts: readonly Cell[];
}

/** One way to read a KPI: a pure function of values, changes, certainty and companions. */
export interface ReadingRule {
  readonly id: string;
  /** The text and line that states it. */
  readonly source: string;
  /** Whether it reads this KPI. */
  of(kpi: Kpi): boolean;
  /** The KPIs that it must see beside the subject. */
  companions(kpi: Kpi): readonly string[];
  /** What it must see of the present period beside totals: the subject, or another KPI, by a dimension. */
  readonly parts?: Parts;
  /** @returns null when it has nothing to say */
  read(input: RuleInput): Found | null;
}

/** A KPI by a dimension; without `kpi` the subject. */
export interface Parts {
  readonly by: string;
  readonly kpi?: string;
}

interface About {
  readonly id: string;
  readonly source: string;
  readonly of: readonly string[];
  readonly companions?: readonly string[];
  readonly parts?: Parts;
  readonly read: ReadingRule['read'];
}

/** A rule about named KPIs. */
export const ruleAbout = ({ id, source, of, companions = [], parts, read }: About): ReadingRule => ({
  id,
  source,
  of: (kpi) => of.includes(kpi.id),
  companions: () => companions,
  ...(parts === undefined ? {} : { parts }),
  read,
});
