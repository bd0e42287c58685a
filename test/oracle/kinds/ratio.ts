import type { RatioMetric } from '../../../src/metrics/metric.ts';
import { evaluate } from '../evaluate.ts';
import type { Result, Scope } from '../scope.ts';

/** Numerator over denominator, each on its own rows. */
export function ratio(metric: RatioMetric, scope: Scope): Result {
  const top = evaluate(metric.numerator, scope);
  const bottom = evaluate(metric.denominator, scope);
  const undefinedRatio = bottom.value === null || bottom.value === 0;
  const value = undefinedRatio || bottom.value === null || top.value === null ? null : (top.value / bottom.value) * (metric.times ?? 1);
  return {
    value,
    numerator: top.value,
    denominator: bottom.value,
    n: bottom.n,
    expected: bottom.expected,
    immature: top.immature || bottom.immature,
    reasons: [...new Set([...top.reasons, ...bottom.reasons, ...(undefinedRatio ? ['denominator_zero'] : [])])],
  };
}
