import type { Expression, Scalar } from '../../metrics/expression.ts';
import * as expressions from '../../metrics/expression.ts';
import type { ConversionMetric, Metric, SimpleMetric } from '../../metrics/metric.ts';
import { type Condition, readCondition } from '../../model/condition.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { findDataset } from '../../model/registry.ts';
import { namesIn, parseFormula } from './formula.ts';
import type { ExpressionText, MetricText, WhereText } from './schema.ts';

/** @param where the place in the file, for errors */
const fail = (where: string, found: string, expected: string): CuadroError =>
  new CuadroError({ code: 'kpi_invalid', where, found, expected });

function datasetAt(name: string, where: string) {
  const dataset = findDataset(name);
  if (!dataset) throw fail(where, name, 'account, opportunity, order, ticket …');
  return dataset;
}

/** The type of a field reached by references; null for custom columns, whose type only the data tell. */
function typeOf(dataset: string, path: string, where: string): FieldType | null {
  const [head = '', ...rest] = path.split('.');
  const of = datasetAt(dataset, where);
  if (head === 'custom') return null;
  const field = of.fields[head] ?? of.fields[`${head}_id`];
  if (head === dataset && rest.length > 0) return typeOf(dataset, rest.join('.'), where);
  if (field && rest.length === 0) return field.type;
  if (field?.entity) return typeOf(field.entity, rest.join('.'), where);
  const base = of.base ? of.fields[of.base]?.entity : undefined;
  if (base) return typeOf(base, head === base ? rest.join('.') : path, where);
  throw fail(where, path, Object.keys(of.fields).join(', '));
}

function literalOf(type: FieldType | null, value: string, where: string): Scalar {
  if (type === 'boolean') {
    if (value === 'true' || value === 'false') return value === 'true';
    throw fail(where, value, 'true, false');
  }
  if (type === 'integer' || type === 'number' || type === 'money') {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) throw fail(where, value, '0, 10, 2.5 …');
    return number;
  }
  return value;
}

function conditionOf({ dimension, op, value }: Condition, dataset: string, where: string): Expression {
  const type = typeOf(dataset, dimension, where);
  if (value === null) return op === '=' ? expressions.isNull(dimension) : expressions.isKnown(dimension);
  const literal = literalOf(type, value, where);
  if (op === '=') return expressions.is(dimension, literal);
  if (op === '!=') return expressions.isNot(dimension, literal);
  return expressions.compare(expressions.field(dimension), op, literal);
}

function whereOf(conditions: WhereText | undefined, dataset: string, where: string): { readonly where?: Expression } {
  if (!conditions || conditions.length === 0) return {};
  const one = (text: string, place: string): Expression => {
    const condition = readCondition(text);
    if (condition === null) throw fail(place, text, 'status=won, amount>=1000, lost_reason!=');
    return conditionOf(condition, dataset, place);
  };
  const items = conditions.map((condition, index) => {
    const place = `${where}.where[${index}]`;
    return typeof condition === 'string' ? one(condition, place) : expressions.any(...condition.any.map((text) => one(text, place)));
  });
  return { where: items.length === 1 && items[0] ? items[0] : expressions.all(...items) };
}

function expressionOf(text: ExpressionText, dataset: string, at: string, where: string): Expression {
  const pair = (both: readonly [ExpressionText, ExpressionText]) =>
    [expressionOf(both[0], dataset, at, where), expressionOf(both[1], dataset, at, where)] as const;
  const known = (path: string): string => {
    typeOf(dataset, path, where);
    return path;
  };
  if (typeof text === 'number') return expressions.literal(text);
  if (typeof text === 'string') {
    // Money is never added up in the currencies it happens to be in.
    return typeOf(dataset, text, where) === 'money' ? expressions.money(text, at) : expressions.field(text);
  }
  if ('money' in text) return expressions.money(known(text.money), known(text.on ?? at));
  if ('days' in text) return expressions.days(known(text.days[0]), known(text.days[1]));
  if ('elapsed' in text) return expressions.elapsed(known(text.elapsed[0]), known(text.elapsed[1]), text.unit, text.time ?? 'calendar');
  if ('add' in text) return expressions.calculate(pair(text.add)[0], '+', pair(text.add)[1]);
  if ('subtract' in text) return expressions.calculate(pair(text.subtract)[0], '-', pair(text.subtract)[1]);
  if ('multiply' in text) return expressions.calculate(pair(text.multiply)[0], '*', pair(text.multiply)[1]);
  if ('divide' in text) return expressions.calculate(pair(text.divide)[0], '/', pair(text.divide)[1]);
  return expressions.coalesce(...pair(text.coalesce));
}

function timeAt(dataset: string, path: string, where: string): string {
  const type = typeOf(dataset, path, where);
  if (type === 'instant' || type === 'date') return path;
  const times = Object.entries(datasetAt(dataset, where).fields).flatMap(([name, field]) =>
    field.type === 'instant' || field.type === 'date' ? [name] : [],
  );
  throw fail(where, path, times.join(', '));
}

type SimpleText = Extract<MetricText, { kind: 'simple' }>;

function simpleOf(text: SimpleText, where: string): SimpleMetric {
  const at = timeAt(text.dataset, text.at, `${where}.at`);
  if (text.aggregate !== 'count' && text.of === undefined) throw fail(`${where}.of`, '–', `${text.aggregate}: of`);
  return {
    kind: 'simple',
    dataset: text.dataset,
    aggregate: text.aggregate,
    at,
    ...(text.of === undefined || text.aggregate === 'count' ? {} : { of: expressionOf(text.of, text.dataset, at, `${where}.of`) }),
    ...(text.fraction === undefined ? {} : { fraction: text.fraction }),
    ...(text.scale === undefined ? {} : { scale: text.scale }),
    ...(text.empty === undefined ? {} : { empty: text.empty }),
    ...whereOf(text.where, text.dataset, where),
  };
}

function conversionOf(text: Extract<MetricText, { kind: 'conversion' }>, where: string): ConversionMetric {
  const { base, converted } = text;
  const baseAt = timeAt(base.dataset, base.at, `${where}.base.at`);
  return {
    kind: 'conversion',
    base: { dataset: base.dataset, entity: base.entity, at: baseAt, ...whereOf(base.where, base.dataset, `${where}.base`) },
    converted:
      'same_row' in converted
        ? {
            same_row: true,
            ...(converted.at === undefined ? {} : { at: timeAt(base.dataset, converted.at, `${where}.converted.at`) }),
            ...whereOf(converted.where, base.dataset, `${where}.converted`),
          }
        : {
            same_row: false,
            dataset: converted.dataset,
            entity: converted.entity,
            at: timeAt(converted.dataset, converted.at, `${where}.converted.at`),
            ...whereOf(converted.where, converted.dataset, `${where}.converted`),
          },
    window: text.window,
    count: text.count,
    weighting: text.value === undefined ? 'entity' : 'value',
    ...(text.value === undefined ? {} : { value: expressionOf(text.value, base.dataset, baseAt, `${where}.value`) }),
    dated_by: text.dated_by,
  };
}

/**
 * A metric from how a company writes it.
 * @param where its place in the file, for errors
 * @throws CuadroError `kpi_invalid`: where, what was found and what may stand there
 */
export function metricOf(text: MetricText, where = 'metric'): Metric {
  switch (text.kind) {
    case 'simple':
      return simpleOf(text, where);
    case 'stock': {
      const { dataset, span } = text;
      if (!span && datasetAt(dataset, `${where}.dataset`).shape !== 'span')
        throw fail(`${where}.span`, '–', '{ from: sent_at, to: decided_at }');
      const from = span ? timeAt(dataset, span.from, `${where}.span.from`) : 'valid_from';
      if (text.aggregate !== 'count' && text.of === undefined) throw fail(`${where}.of`, '–', `${text.aggregate}: of`);
      return {
        kind: 'stock',
        dataset,
        aggregate: text.aggregate,
        at: text.at,
        ...(span ? { span: { from, to: span.to === null ? null : timeAt(dataset, span.to, `${where}.span.to`) } } : {}),
        ...(text.of === undefined || text.aggregate === 'count' ? {} : { of: expressionOf(text.of, dataset, from, `${where}.of`) }),
        ...(text.scale === undefined ? {} : { scale: text.scale }),
        ...whereOf(text.where, dataset, where),
      };
    }
    case 'conversion':
      return conversionOf(text, where);
    case 'retention': {
      if (datasetAt(text.dataset, `${where}.dataset`).shape !== 'span')
        throw fail(`${where}.dataset`, text.dataset, 'customer_span, mrr_span …');
      typeOf(text.dataset, text.entity, `${where}.entity`);
      return {
        kind: 'retention',
        dataset: text.dataset,
        entity: text.entity,
        mode: text.mode,
        weighting: text.value === undefined ? 'entity' : 'value',
        ...(text.value === undefined ? {} : { value: expressionOf(text.value, text.dataset, 'valid_from', `${where}.value`) }),
        ...whereOf(text.where, text.dataset, where),
      };
    }
    case 'duration':
      return {
        kind: 'duration',
        dataset: text.dataset,
        start: timeAt(text.dataset, text.start, `${where}.start`),
        end: timeAt(text.dataset, text.end, `${where}.end`),
        statistic: text.statistic,
        unit: text.unit,
        time: text.time,
        censoring: text.statistic === 'km_median' ? 'kaplan_meier' : 'exclude_open',
        ...whereOf(text.where, text.dataset, where),
      };
    case 'cumulative': {
      if ((text.window === undefined) === (text.to_date === undefined)) throw fail(where, 'cumulative', 'window | to_date');
      const of = simpleOf(text.of, `${where}.of`);
      return {
        kind: 'cumulative',
        of,
        ...(text.window ? { window: text.window } : {}),
        ...(text.to_date ? { to_date: text.to_date } : {}),
      };
    }
    case 'ratio':
      return {
        kind: 'ratio',
        of: text.of,
        numerator: metricOf(text.numerator, `${where}.numerator`),
        denominator: metricOf(text.denominator, `${where}.denominator`),
        ...(text.times === undefined ? {} : { times: text.times }),
        ...(text.scale === undefined ? {} : { scale: text.scale }),
      };
    case 'derived': {
      const expression = parseFormula(text.formula);
      if (expression === null) throw fail(`${where}.formula`, text.formula, '(a - b) / b');
      const stranger = namesIn(expression).find((name) => !(name in text.metrics));
      if (stranger !== undefined) throw fail(`${where}.formula`, stranger, Object.keys(text.metrics).join(', '));
      const metrics = Object.entries(text.metrics).map(([name, input]) => [
        name,
        {
          metric: metricOf(input.metric, `${where}.metrics.${name}.metric`),
          ...(input.offset === undefined ? {} : { offset: input.offset }),
        },
      ]);
      return { kind: 'derived', expression, metrics: Object.fromEntries(metrics) };
    }
    case 'built_in':
      return { kind: 'built_in', name: text.name };
  }
}
