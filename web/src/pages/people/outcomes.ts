import type { OperationOutput } from '../../../../src/app/api/client-types.ts';

type Cell = Extract<OperationOutput<'query'>, { readonly cells: unknown }>['cells'][number];

export const roles = ['default', 'service', 'marketing'] as const;
/** A job, as the variants of the KPI `rep_performance` name it; `default` is sales. */
export type Role = (typeof roles)[number];

const verdicts = ['within', 'above', 'far_above', 'below', 'far_below'] as const;
export type Verdict = (typeof verdicts)[number] | 'none';
export type Limits = readonly [number, number];

/** What a person achieves, and what chance alone makes of as many cases. */
export interface Outcome {
  readonly name: string;
  readonly n: number;
  /** As it is. */
  readonly raw: number;
  /** Drawn towards all people's by the number of cases. */
  readonly adjusted: number;
  readonly ci: Limits | null;
  /** Where everybody's cases are known: the limits of 95 % and of 99.8 %. */
  readonly warning: Limits | null;
  readonly alarm: Limits | null;
  readonly verdict: Verdict;
  /** All people's share. */
  readonly all: number | null;
  readonly period: Cell['period'];
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const limitsIn = (value: unknown): Limits | null => {
  if (!Array.isArray(value)) return null;
  const [low, high] = value.map(numberIn);
  return low == null || high == null ? null : [low, high];
};

/** What the cells of `rep_performance` say of each person, those with most cases first; how many are left out as too few. */
export function outcomesOf(cells: readonly Cell[]): { readonly outcomes: readonly Outcome[]; readonly hidden: number } {
  const outcomes = cells.flatMap(({ group, value, n, ci, detail, numerator, denominator, period }): Outcome[] => {
    const name = group['owner.name'] ?? null;
    if (name === null || value === null) return [];
    const counted = denominator ? (numerator ?? 0) / denominator : null;
    return [
      {
        name,
        n,
        raw: numberIn(detail?.raw) ?? counted ?? value,
        adjusted: value,
        ci: ci ? [ci[0], ci[1]] : null,
        warning: limitsIn(detail?.warning_limits),
        alarm: limitsIn(detail?.alarm_limits),
        verdict: verdicts.find((one) => one === detail?.verdict) ?? 'none',
        all: numberIn(detail?.all),
        period,
      },
    ];
  });
  return {
    outcomes: outcomes.toSorted((left, right) => right.n - left.n || left.name.localeCompare(right.name)),
    hidden: cells.filter(({ reasons }) => reasons.includes('small_group')).length,
  };
}
