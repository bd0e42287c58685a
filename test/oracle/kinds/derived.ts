import type { DerivedExpression, DerivedMetric } from '../../../src/metrics/metric.ts';
import { earlier } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import { arithmetic } from '../expression.ts';
import type { Result, Scope } from '../scope.ts';

/** Arithmetic over metrics, some of them of earlier periods. */
export function derived(metric: DerivedMetric, scope: Scope): Result {
  const results = new Map<string, Result>();
  for (const [name, input] of Object.entries(metric.metrics)) {
    const period = earlier(scope.period, input.offset ?? 0, scope.grain, scope.world.settings);
    results.set(name, evaluate(input.metric, { ...scope, period }));
  }
  const reasons = new Set([...results.values()].flatMap((result) => result.reasons));
  const value = calculate(metric.expression, results, reasons);
  const all = [...results.values()];
  return {
    value,
    n: onlyAdds(metric.expression) ? all.reduce((total, result) => total + result.n, 0) : Math.min(...all.map((result) => result.n)),
    coverage: Math.min(...all.map((result) => result.coverage)),
    immature: all.some((result) => result.immature),
    reasons: [...reasons],
  };
}

/** Rows add up where metrics do. */
function onlyAdds(expression: DerivedExpression): boolean {
  if (expression.op === 'metric') return true;
  return expression.op === '+' && onlyAdds(expression.left) && onlyAdds(expression.right);
}

function calculate(expression: DerivedExpression, results: ReadonlyMap<string, Result>, reasons: Set<string>): number | null {
  if (expression.op === 'number') return expression.value;
  if (expression.op === 'metric') return results.get(expression.name)?.value ?? null;
  const left = calculate(expression.left, results, reasons);
  const right = calculate(expression.right, results, reasons);
  if (expression.op === '/' && right === 0) reasons.add('denominator_zero');
  return arithmetic(left, expression.op, right);
}
