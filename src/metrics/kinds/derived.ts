import { shiftPeriod } from '../calendar/period.ts';
import type { DerivedExpression, DerivedMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { distinctReasons, type Measure, measure, type Planned, unionGroups } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';

type Evaluated = { readonly value: number | null; readonly byZero: boolean };

function evaluate(expression: DerivedExpression, inputs: Readonly<Record<string, Measure>>): Evaluated {
  if (expression.op === 'number') return { value: expression.value, byZero: false };
  if (expression.op === 'metric') return { value: inputs[expression.name]?.value ?? null, byZero: false };
  const left = evaluate(expression.left, inputs);
  const right = evaluate(expression.right, inputs);
  const byZero = left.byZero || right.byZero || (expression.op === '/' && right.value === 0);
  if (left.value === null || right.value === null || byZero) return { value: null, byZero };
  switch (expression.op) {
    case '+':
      return { value: left.value + right.value, byZero };
    case '-':
      return { value: left.value - right.value, byZero };
    case '*':
      return { value: left.value * right.value, byZero };
    case '/':
      return { value: left.value / right.value, byZero };
  }
}

/** A plain sum of metrics, whose rows add up as well. */
const isSum = (expression: DerivedExpression): boolean =>
  expression.op === 'metric' || (expression.op === '+' && isSum(expression.left) && isSum(expression.right));

export function planDerived(metric: DerivedMetric, frame: Frame, plan: Plan): Planned {
  const rules = plan.world.catalog.settings;
  const inputs = Object.entries(metric.metrics).map(([name, { metric: input, offset = 0 }]) => {
    const shifted =
      offset === 0 ? frame : { ...frame, periods: frame.periods.map((period) => shiftPeriod(period, frame.grain, offset, rules)) };
    return { name, planned: plan.metric(input, shifted) };
  });
  return {
    series: (answers) => {
      const series = inputs.map(({ name, planned }) => ({ name, series: planned.series(answers) }));
      return {
        groups: unionGroups(series.map((entry) => entry.series)),
        at: (period, group) => {
          const measures = Object.fromEntries(series.map((entry) => [entry.name, entry.series.at(period, group)]));
          const { value, byZero } = evaluate(metric.expression, measures);
          const all = Object.values(measures);
          const rows = all.map(({ n }) => n);
          return measure({
            value,
            n: isSum(metric.expression) ? rows.reduce((total, n) => total + n, 0) : Math.min(...rows),
            coverage: Math.min(1, ...all.map(({ coverage }) => coverage)),
            reasons: distinctReasons(...all.map((input) => input.reasons), byZero ? [reasons.denominatorZero] : []),
            detail: { inputs: Object.fromEntries(Object.entries(measures).map(([name, input]) => [name, input.value])) },
          });
        },
      };
    },
  };
}
