import type { RatioMetric } from '../../../src/metrics/metric.ts';
import { evaluate } from '../evaluate.ts';
import { isUnsettled, type Result, type Scope } from '../scope.ts';
import { addDays } from '../time.ts';

/** Numerator over denominator, each on its own rows. */
export function ratio(metric: RatioMetric, scope: Scope): Result {
  const top = evaluate(metric.numerator, scope);
  const bottom = evaluate(metric.denominator, scope);
  const from = metric.settles_from === 'opening' ? addDays(scope.period.start, -1) : scope.period.end;
  // A denominator that is not known is another thing than one that is 0.
  const nothing = bottom.value === 0;
  const immature = top.immature || bottom.immature || (bottom.n > 0 && isUnsettled(metric.settles_in, scope, from));
  const value = nothing || bottom.value === null || top.value === null ? null : (top.value / bottom.value) * (metric.times ?? 1);
  return {
    value,
    numerator: top.value,
    denominator: bottom.value,
    n: bottom.n,
    coverage: Math.min(top.coverage, bottom.coverage),
    immature,
    reasons: [...new Set([...top.reasons, ...bottom.reasons, ...(nothing ? ['denominator_zero'] : []), ...(immature ? ['immature'] : [])])],
  };
}
