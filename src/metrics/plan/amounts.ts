import type { Catalog } from '../catalog.ts';
import type { Expression } from '../expression.ts';
import type { DerivedExpression, Metric } from '../metric.ts';
import { isHiddenAmount } from './hidden.ts';
import { inputsOf } from './metrics-within.ts';
import { resolvePath } from './path.ts';

/**
 * How a value grows with amounts: 1 as they do (a sum, a mean), 0 not at all (a count, a share of two amounts), 2 a product of two.
 * Null: it cannot be told.
 */
type Degree = number | null;

const most = (degrees: readonly Degree[]): Degree =>
  degrees.reduce<Degree>(
    (greatest, one) => (greatest === null || one === null ? null : Math.abs(one) > Math.abs(greatest) ? one : greatest),
    0,
  );
const plus = (left: Degree, right: Degree): Degree => (left === null || right === null ? null : left + right);
const minus = (left: Degree, right: Degree): Degree => (left === null || right === null ? null : left - right);

function ofExpression(expression: Expression, dataset: string, catalog: Catalog): Degree {
  const degree = (item: Expression): Degree => ofExpression(item, dataset, catalog);
  switch (expression.op) {
    case 'field': {
      const holder = resolvePath(dataset, expression.path, catalog);
      return holder && isHiddenAmount(holder, catalog) ? 1 : 0;
    }
    case 'money':
      return 1;
    case '+':
    case '-':
      return most([degree(expression.left), degree(expression.right)]);
    case '*':
      return plus(degree(expression.left), degree(expression.right));
    case '/':
      return minus(degree(expression.left), degree(expression.right));
    case 'coalesce':
    case 'least':
    case 'greatest':
      return most(expression.items.map(degree));
    case 'case':
      return most([degree(expression.value), degree(expression.otherwise)]);
    default:
      return 0;
  }
}

function ofFormula(formula: DerivedExpression, degrees: Readonly<Record<string, Degree>>): Degree {
  switch (formula.op) {
    case 'metric':
      return degrees[formula.name] ?? null;
    case 'number':
      return 0;
    case '+':
    case '-':
      return most([ofFormula(formula.left, degrees), ofFormula(formula.right, degrees)]);
    case '*':
      return plus(ofFormula(formula.left, degrees), ofFormula(formula.right, degrees));
    case '/':
      return minus(ofFormula(formula.left, degrees), ofFormula(formula.right, degrees));
  }
}

/** @throws nothing; what no rule knows is null */
function degreeOf(metric: Metric, catalog: Catalog): Degree {
  switch (metric.kind) {
    case 'simple':
    case 'stock':
      return metric.aggregate === 'count' || metric.aggregate === 'count_distinct' || !metric.of
        ? 0
        : ofExpression(metric.of, metric.dataset, catalog);
    case 'cumulative':
      return degreeOf(metric.of, catalog);
    case 'ratio':
      return minus(degreeOf(metric.numerator, catalog), degreeOf(metric.denominator, catalog));
    case 'derived':
      return ofFormula(
        metric.expression,
        Object.fromEntries(Object.entries(metric.metrics).map(([name, input]) => [name, degreeOf(input.metric, catalog)])),
      );
    case 'retention': {
      if (metric.mode !== 'kept' && metric.mode !== 'lost') return 0;
      if (metric.brought && metric.mode === 'kept') return ofExpression(metric.brought.of, metric.brought.dataset, catalog);
      return metric.weighting === 'value' && metric.value ? ofExpression(metric.value, metric.dataset, catalog) : 0;
    }
    case 'computed':
      return inputsOf(metric).some((input) => readsAmounts(input, catalog)) ? null : 0;
    case 'conversion':
    case 'duration':
    case 'built_in':
      return 0;
  }
}

/** Whether a metric reads amounts anywhere, so that its numerator, denominator or detail may show them. */
function readsAmounts(metric: Metric, catalog: Catalog): boolean {
  switch (metric.kind) {
    case 'ratio':
      return readsAmounts(metric.numerator, catalog) || readsAmounts(metric.denominator, catalog);
    case 'derived':
      return Object.values(metric.metrics).some((input) => readsAmounts(input.metric, catalog));
    case 'computed':
      return inputsOf(metric).some((input) => readsAmounts(input, catalog));
    case 'conversion':
    case 'retention':
      return metric.weighting === 'value' || (metric.kind === 'retention' && metric.brought !== undefined);
    default:
      return degreeOf(metric, catalog) !== 0;
  }
}

/**
 * Where a metric shows amounts: in its `value`, only `inside` (a share of two amounts has them above and below its line), or nowhere.
 * @param unit of the KPI, which says what a function of amounts gives
 */
export function amountsIn(metric: Metric, unit: string | null, catalog: Catalog): 'value' | 'inside' | 'nowhere' {
  if (catalog.sight?.amounts !== 'hidden') return 'nowhere';
  const degree = degreeOf(metric, catalog);
  if (unit === 'money' || (degree !== null && degree !== 0)) return 'value';
  // A function of amounts says by its unit what it gives; without one it is not known.
  if (degree === null && (unit === null || unit === 'count')) return 'value';
  return readsAmounts(metric, catalog) ? 'inside' : 'nowhere';
}

/** The fields that an expression reads. */
function pathsOf(expression: Expression): readonly string[] {
  switch (expression.op) {
    case 'field':
    case 'day':
      return [expression.path];
    case 'money':
      return [expression.path, expression.on];
    case 'and':
    case 'or':
    case 'coalesce':
    case 'least':
    case 'greatest':
      return expression.items.flatMap(pathsOf);
    case 'not':
    case 'is_null':
    case 'in':
      return pathsOf(expression.item);
    case 'case':
      return [...pathsOf(expression.when), ...pathsOf(expression.value), ...pathsOf(expression.otherwise)];
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
      return [...pathsOf(expression.left), ...pathsOf(expression.right)];
    case 'days':
    case 'elapsed':
      return [expression.from, expression.to];
    case 'literal':
      return [];
  }
}

/** Every field that a metric reads, its times too, with the dataset whose rows read it. */
export function fieldsOf(metric: Metric): readonly { readonly dataset: string; readonly path: string }[] {
  const of = (dataset: string, ...read: readonly (Expression | string | null | undefined)[]) =>
    read.flatMap((one) => (typeof one === 'string' ? [one] : one ? pathsOf(one) : [])).map((path) => ({ dataset, path }));
  switch (metric.kind) {
    case 'simple':
      return of(metric.dataset, metric.of, metric.where, metric.at_least?.of, metric.at);
    case 'cumulative':
      return fieldsOf(metric.of);
    case 'stock': {
      const { span, since = [], until = [] } = metric;
      return of(metric.dataset, metric.of, metric.where, ...since, ...until, span?.from, span?.to, metric.within);
    }
    case 'ratio':
      return [...fieldsOf(metric.numerator), ...fieldsOf(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap((input) => fieldsOf(input.metric));
    case 'computed':
      return inputsOf(metric).flatMap(fieldsOf);
    case 'conversion': {
      const { base, converted, value } = metric;
      return [
        ...of(base.dataset, base.entity, base.at, base.where, value),
        ...(converted.same_row
          ? of(base.dataset, converted.at, converted.where)
          : of(converted.dataset, converted.entity, converted.at, converted.where)),
      ];
    }
    case 'retention': {
      const { brought } = metric;
      return [
        ...of(metric.dataset, metric.entity, metric.where, metric.value),
        ...(brought ? of(brought.dataset, brought.entity, brought.at, brought.of, brought.where) : []),
      ];
    }
    case 'duration':
      return of(metric.dataset, metric.start, metric.end, metric.where);
    case 'built_in':
      return [];
  }
}
