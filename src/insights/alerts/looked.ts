import type { Kpi } from '../../kpis/kpi.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { AlertCondition, RuleGrain } from './rule.ts';

/** All that a rule may look at to judge one period. Nothing in it is later than that period. */
export interface Looked {
  readonly kpi: Kpi;
  readonly grain: RuleGrain;
  readonly leastSample: number;
  /** Of the KPI in the rule's scope, oldest first; the last is the one that is judged. */
  readonly cells: readonly Cell[];
  /** The place in `cells` of the period in which what is going on began; null: nothing is. */
  readonly began: number | null;
  /** The least and the most that the period's target allows; null: none is set. */
  readonly aim: readonly [number, number] | null;
  /** Another KPI in the same scope, by the same periods; null: it cannot be had. */
  other(kpi: string): { readonly kpi: Kpi; readonly cells: readonly Cell[] } | null;
  /** A KPI's parts by a dimension, by period. */
  parts(kpi: string, by: string): readonly Cell[];
  /** Whether the data for a KPI are missing. */
  lacks(kpi: string): boolean;
  /** Today, and the last day that the data cover. */
  readonly today: string;
  readonly lastDay: string | null;
}

/** The condition of one kind. */
export type Of<Kind extends AlertCondition['kind']> = Extract<AlertCondition, { kind: Kind }>;

/** What is known of the past: immature values change still, those under the least sample say little. */
export const isKnown = ({ value, state }: Cell): boolean =>
  value !== null && state !== 'immature' && state !== 'unavailable' && state !== 'no_data' && state !== 'partial';
