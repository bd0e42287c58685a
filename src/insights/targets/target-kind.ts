import type { DerivedExpression, Metric } from '../../metrics/metric.ts';

/**
 * What time does to a KPI's target.
 * - `flow`: adds up over time (sales, leads): a quarter's is the sum of its months', a month's part of it is done by mid-month.
 * - `stock`: holds at the end (open pipeline): a quarter's is its last month's, the way there is a line.
 * - `level`: holds throughout (rates, means, times, scores): a quarter's is the mean of its months'.
 * - `whole`: told of its own stretch and of no other (distinct customers, customers lost): no part or sum of it means anything.
 */
export type TargetKind = 'flow' | 'stock' | 'level' | 'whole';

const isSum = (expression: DerivedExpression): boolean => {
  switch (expression.op) {
    case 'metric':
      return true;
    case 'number':
      return false;
    case '+':
    case '-':
      return isSum(expression.left) && isSum(expression.right);
    case '*':
      return (expression.left.op === 'number' && isSum(expression.right)) || (expression.right.op === 'number' && isSum(expression.left));
    case '/':
      return expression.right.op === 'number' && isSum(expression.left);
  }
};

/** @param unit of the variant that is asked */
export function targetKindOf(metric: Metric, unit: string): TargetKind {
  const otherwise = unit === 'count' || unit === 'money' ? 'whole' : 'level';
  switch (metric.kind) {
    case 'simple':
      return metric.aggregate === 'count' || metric.aggregate === 'sum'
        ? 'flow'
        : metric.aggregate === 'count_distinct'
          ? 'whole'
          : 'level';
    case 'stock':
      return metric.at === 'average' ? 'level' : 'stock';
    case 'cumulative':
      return 'stock';
    case 'derived': {
      const inputs = Object.values(metric.metrics);
      const adds = isSum(metric.expression) && inputs.every((input) => (input.offset ?? 0) === 0);
      const kinds = new Set(inputs.map((input) => targetKindOf(input.metric, unit)));
      const [only] = kinds;
      return adds && kinds.size === 1 && (only === 'flow' || only === 'stock') ? only : otherwise;
    }
    case 'conversion':
    case 'ratio':
      // A mean amount is money, and a level all the same.
      return 'level';
    case 'duration':
      return 'level';
    case 'retention':
    case 'computed':
    case 'built_in':
      return otherwise;
  }
}
