import type { Cell } from '../../metrics/cell.ts';
import type { TargetKind } from './target-kind.ts';

/** What of a KPI's cells its targets are about. */
export interface Measured {
  readonly unit: string;
  readonly kind: TargetKind;
  valueOf(cell: Cell): number | null;
}

/** KPIs that are themselves a share of their target: the target is about what stands above the line. */
const byNumerator: Readonly<Record<string, { readonly unit: string; readonly kind: TargetKind }>> = {
  revenue_target_attainment: { unit: 'money', kind: 'flow' },
};

/** Whether a KPI is the share of its target that was reached, so that its own aim is 1. */
export const isShareOfTarget = (kpi: string): boolean => Object.hasOwn(byNumerator, kpi);

/** @param kind that of the KPI's own metric */
export function measuredBy(kpi: string, unit: string, kind: TargetKind): Measured {
  const part = byNumerator[kpi];
  if (part) return { ...part, valueOf: ({ numerator }) => numerator ?? null };
  return { unit, kind, valueOf: ({ value }) => value };
}
