import fc from 'fast-check';
import {
  all,
  any,
  calculate,
  choose,
  coalesce,
  compare,
  day,
  days,
  type Expression,
  elapsed,
  field,
  is,
  isKnown,
  isNot,
  isNull,
  isOneOf,
  literal,
  money,
  not,
} from '../../src/metrics/expression.ts';
import type {
  Aggregate,
  ComputedMetric,
  ConversionMetric,
  Metric,
  Panel,
  RetentionMetric,
  SimpleMetric,
  StockMetric,
} from '../../src/metrics/metric.ts';
import type { Dataset } from '../../src/model/entity.ts';
import { findDataset } from '../../src/model/registry.ts';
import { panelSum, share } from './compute.ts';
import { dimensionsOf } from './query.ts';
import type { Theme } from './theme.ts';

/** The fields of a dataset that random companies of the theme fill. */
function fieldsOf(theme: Theme, name: string): { name: string; type: string; values: readonly string[] }[] {
  const dataset = datasetOf(name);
  const filled = dataset.derived ? Object.keys(dataset.fields).filter((key) => key !== '_source') : (theme.entities[name]?.columns ?? []);
  return filled.flatMap((key) => {
    const one = dataset.fields[key];
    return one ? [{ name: key, type: one.type, values: one.values ?? [] }] : [];
  });
}

function datasetOf(name: string): Dataset {
  const dataset = findDataset(name);
  if (!dataset) throw new Error(`no dataset ${name}`);
  return dataset;
}

const named = (fields: ReturnType<typeof fieldsOf>, ...types: string[]): string[] =>
  fields.filter((one) => types.includes(one.type)).map((one) => one.name);

/** A condition on the rows of a dataset. */
function arbitraryCondition(theme: Theme, name: string): fc.Arbitrary<Expression> {
  const fields = fieldsOf(theme, name);
  const simple: fc.Arbitrary<Expression>[] = [
    fc.constantFrom(...fields).map((one) => isNull(one.name)),
    fc.constantFrom(...fields).map((one) => isKnown(one.name)),
  ];
  const enums = fields.filter((one) => one.type === 'enum');
  if (enums.length > 0) {
    const pair = fc.constantFrom(...enums).chain((one) => fc.tuple(fc.constant(one.name), fc.subarray([...one.values], { minLength: 1 })));
    simple.push(
      pair.map(([path, [first = '']]) => is(path, first)),
      pair.map(([path, [first = '']]) => isNot(path, first)),
      pair.map(([path, values]) => isOneOf(path, values)),
      pair.map(([path, values]) => not(isOneOf(path, values))),
    );
  }
  const numbers = named(fields, 'money', 'number', 'integer');
  if (numbers.length > 0) {
    const compared = fc.tuple(
      fc.constantFrom(...numbers),
      fc.constantFrom('<', '<=', '>', '>=', '=', '<>'),
      fc.constantFrom(0, 1, 2, 250.5),
    );
    simple.push(compared.map(([path, op, value]) => compare(field(path), op, value)));
    simple.push(fc.constantFrom(...numbers).map((path) => compare(coalesce(field(path), 0), '>', 1)));
  }
  const times = named(fields, 'instant', 'date');
  if (times.length > 1) {
    const two = fc.tuple(fc.constantFrom(...times), fc.constantFrom(...times), fc.integer({ min: -5, max: 5 }));
    simple.push(
      two.map(([from, to, plus]) => compare(day(from, plus), '<=', day(to))),
      two.map(([from, to, plus]) => compare(days(from, to), '>', plus)),
    );
  }
  const booleans = named(fields, 'boolean');
  if (booleans.length > 0) simple.push(fc.constantFrom(...booleans).map((path) => is(path, true)));
  const one = fc.oneof(...simple);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => all(a, b)) },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => any(a, not(b))) },
  );
}

const optional = <K extends string, V>(key: K, arbitrary: fc.Arbitrary<V>): fc.Arbitrary<{ [P in K]?: V }> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 }).map((value) => (value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })));

/** A number to aggregate; money is converted on the day of `at`. */
function arbitraryNumber(theme: Theme, name: string, at: string): fc.Arbitrary<Expression> {
  const fields = fieldsOf(theme, name);
  const options: fc.Arbitrary<Expression>[] = [];
  const amounts = named(fields, 'money');
  const numbers = named(fields, 'number', 'integer');
  const times = named(fields, 'instant', 'date');
  if (amounts.length > 0) options.push(fc.constantFrom(...amounts).map((path) => money(path, at)));
  if (numbers.length > 0) options.push(fc.constantFrom(...numbers).map(field));
  if (numbers.length > 1)
    options.push(
      fc
        .tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers), fc.constantFrom('+', '-', '*', '/'))
        .map(([a, b, op]) => calculate(field(a), op, field(b))),
    );
  if (times.length > 1) {
    const two = fc.tuple(fc.constantFrom(...times), fc.constantFrom(...times));
    options.push(
      two.map(([from, to]) => days(from, to)),
      fc
        .tuple(two, fc.constantFrom('second', 'minute', 'hour', 'day'), fc.constantFrom('calendar', 'business'))
        .map(([[from, to], unit, time]) => elapsed(from, to, unit, time)),
    );
  }
  options.push(arbitraryCondition(theme, name).map((when) => choose(when, 1, 0)));
  options.push(fc.constant(literal(2)));
  return fc.oneof(...options);
}

const aggregates: readonly Aggregate[] = ['count', 'count_distinct', 'sum', 'average', 'median', 'percentile', 'min', 'max'];

/** What `count_distinct` counts: references, texts, enumerations. */
function arbitraryIdentity(theme: Theme, name: string): fc.Arbitrary<Expression> {
  const paths = named(fieldsOf(theme, name), 'reference');
  return fc.constantFrom(...(paths.length > 0 ? paths : named(fieldsOf(theme, name), 'text', 'enum'))).map(field);
}

export function arbitrarySimple(theme: Theme, only: readonly Aggregate[] = aggregates): fc.Arbitrary<SimpleMetric> {
  const places = Object.entries(theme.datasets).flatMap(([dataset, times]) => times.map((at) => ({ dataset, at })));
  return fc.constantFrom(...places).chain(({ dataset, at }) =>
    fc
      .record({
        aggregate: fc.constantFrom(...only),
        number: arbitraryNumber(theme, dataset, at),
        identity: arbitraryIdentity(theme, dataset),
        where: optional('where', arbitraryCondition(theme, dataset)),
        empty: optional('empty', fc.constantFrom('zero', 'null')),
      })
      .map(
        ({ aggregate, number, identity, where, empty }): SimpleMetric => ({
          kind: 'simple',
          dataset,
          at,
          aggregate,
          ...(aggregate === 'count' ? {} : { of: aggregate === 'count_distinct' ? identity : number }),
          ...(aggregate === 'percentile' ? { fraction: 0.9 } : {}),
          ...where,
          ...empty,
        }),
      ),
  );
}

/** Spans, and records that live from one of their times to another, or for ever. */
export function arbitraryStock(theme: Theme): fc.Arbitrary<StockMetric> {
  const lives = [
    ...Object.keys(theme.spans).flatMap((dataset) => [{ dataset }, { dataset }]),
    ...theme.durations.map(([dataset, from, to]) => ({ dataset, span: { from, to } })),
    ...theme.durations.map(([dataset, from]) => ({ dataset, span: { from, to: null } })),
  ];
  return fc.constantFrom<{ dataset: string; span?: NonNullable<StockMetric['span']> }[]>(...lives).chain(({ dataset, ...span }) => {
    const times = named(fieldsOf(theme, dataset), 'instant', 'date');
    const bound = (paths: readonly string[]) =>
      fc.tuple(fc.constantFrom(...paths), fc.integer({ min: -3, max: 10 })).map(([path, plus]) => [day(path, plus)]);
    return fc
      .record({
        aggregate: fc.constantFrom<StockMetric['aggregate']>('count', 'count_distinct', 'sum', 'average', 'median'),
        number: arbitraryNumber(theme, dataset, span.span?.from ?? 'valid_from'),
        identity: arbitraryIdentity(theme, dataset),
        within: fc.option(fc.constantFrom(...times), { nil: undefined, freq: 1 }),
        where: optional('where', arbitraryCondition(theme, dataset)),
        since: optional('since', bound(times)),
        until: optional('until', bound(times)),
        at: fc.constantFrom<StockMetric['at']>('opening', 'closing', 'average'),
      })
      .map(
        ({ aggregate, number, identity, within, where, since, until, at }): StockMetric => ({
          kind: 'stock',
          dataset,
          aggregate,
          at,
          ...span,
          ...(within === undefined ? {} : { within }),
          ...(aggregate === 'count' ? {} : { of: aggregate === 'count_distinct' ? identity : number }),
          ...where,
          ...since,
          ...until,
        }),
      );
  });
}

export function arbitraryConversion(theme: Theme): fc.Arbitrary<ConversionMetric> {
  return fc.constantFrom(...theme.conversions).chain(({ base, converted }) => {
    const [dataset, entity, at] = base;
    const target = typeof converted === 'string' ? dataset : converted[0];
    return fc
      .record({
        baseWhere: optional('where', arbitraryCondition(theme, dataset)),
        where: optional('where', arbitraryCondition(theme, target)),
        window: fc.constantFrom(null, 0, 3, 30),
        count: fc.constantFrom('entities', 'events'),
        weighting: fc.constantFrom('entity', 'entity', 'value'),
        value: arbitraryNumber(theme, dataset, at),
        dated_by: fc.constantFrom('base', 'base', 'conversion'),
      })
      .map(
        ({ baseWhere, where, window, count, weighting, value, dated_by }): ConversionMetric => ({
          kind: 'conversion',
          base: { dataset, entity, at, ...baseWhere },
          converted:
            typeof converted === 'string'
              ? { same_row: true, at: converted, ...where }
              : { same_row: false, dataset: converted[0], entity: converted[1], at: converted[2], ...where },
          window,
          count,
          weighting,
          ...(weighting === 'value' ? { value } : {}),
          dated_by,
        }),
      );
  });
}

const arbitraryBrought = (theme: Theme): fc.Arbitrary<{ brought?: NonNullable<RetentionMetric['brought']> }> => {
  if (!theme.brought) return fc.constant({});
  const [dataset, entity, at] = theme.brought;
  const one = fc
    .record({ of: arbitraryNumber(theme, dataset, at), where: optional('where', arbitraryCondition(theme, dataset)) })
    .map(({ of, where }) => ({ dataset, entity, at, of, ...where }));
  return optional('brought', one);
};

const arbitraryRetention = (theme: Theme): fc.Arbitrary<Metric> => {
  const spans = Object.entries(theme.spans);
  return fc.constantFrom(...spans).chain(([dataset, entity]) =>
    fc
      .record({
        where: optional('where', arbitraryCondition(theme, dataset)),
        mode: fc.constantFrom('rate', 'kept', 'kept', 'lost', 'lost_rate', 'formula', 'net', 'gross'),
        weighting: fc.constantFrom('entity', 'value'),
        value: arbitraryNumber(theme, dataset, 'valid_from'),
        brought: arbitraryBrought(theme),
      })
      .map(({ where, mode, weighting, value, brought }): Metric => {
        const base = { kind: 'retention', dataset, entity, ...where, mode, ...(mode === 'kept' ? brought : {}) } as const;
        const byValue = mode === 'net' || mode === 'gross' || (weighting === 'value' && mode !== 'formula');
        // An account with contracts in two currencies has two spans at once: only their worths add up.
        if (dataset === 'mrr_span' && !byValue) return { ...base, mode: 'rate', weighting: 'value', value };
        return byValue ? { ...base, weighting: 'value', value } : { ...base, weighting: 'entity' };
      }),
  );
};

const arbitraryDuration = (theme: Theme): fc.Arbitrary<Metric> =>
  fc.constantFrom(...theme.durations).chain(([dataset, start, end]) =>
    fc
      .record({
        where: optional('where', arbitraryCondition(theme, dataset)),
        statistic: fc.constantFrom('mean', 'median', 'p75', 'p90', 'km_median'),
        unit: fc.constantFrom('minute', 'hour', 'day'),
        time: fc.constantFrom('calendar', 'business'),
      })
      .map(
        ({ where, statistic, unit, time }): Metric => ({
          kind: 'duration',
          dataset,
          start,
          end,
          ...where,
          statistic,
          unit,
          time,
          censoring: statistic === 'km_median' ? 'kaplan_meier' : 'exclude_open',
        }),
      ),
  );

const arbitraryCumulative = (theme: Theme): fc.Arbitrary<Metric> =>
  fc
    .tuple(
      arbitrarySimple(theme),
      fc.constantFrom(
        { window: { days: 1 } },
        { window: { days: 28 } },
        { to_date: 'month' },
        { to_date: 'quarter' },
        { to_date: 'year' },
        { to_date: 'ever' },
      ),
    )
    .map(([of, stretch]): Metric => ({ kind: 'cumulative', of, ...stretch }) as Metric);

const arbitraryRatio = (theme: Theme): fc.Arbitrary<Metric> =>
  fc.oneof(
    fc
      .tuple(arbitrarySimple(theme, ['count', 'sum', 'count_distinct']), arbitrarySimple(theme, ['count', 'sum', 'count_distinct']))
      .map(([numerator, denominator]): Metric => ({ kind: 'ratio', of: 'amounts', numerator, denominator })),
    arbitrarySimple(theme, ['count']).chain((denominator) =>
      arbitraryCondition(theme, denominator.dataset).map(
        (part): Metric => ({
          kind: 'ratio',
          of: 'proportion',
          numerator: { ...denominator, where: denominator.where ? all(denominator.where, part) : part },
          denominator,
        }),
      ),
    ),
  );

const arbitraryDerived = (theme: Theme): fc.Arbitrary<Metric> =>
  fc.tuple(arbitrarySimple(theme), arbitrarySimple(theme), fc.constantFrom('+', '-', '*', '/'), fc.constantFrom(0, 1, 2)).map(
    ([a, b, op, offset]): Metric => ({
      kind: 'derived',
      expression: { op, left: { op: 'metric', name: 'a' }, right: { op: 'metric', name: 'b' } },
      metrics: { a: { metric: a }, b: { metric: b, offset } },
    }),
  );

/** A share within an axis. */
const arbitraryMix = (theme: Theme): fc.Arbitrary<Metric> =>
  fc.tuple(arbitrarySimple(theme, ['count', 'sum']), fc.constantFrom(...theme.dimensions)).map(
    ([of, axis]): Metric => ({
      kind: 'computed',
      inputs: { of },
      axis,
      compute: share,
    }),
  );

const panelStretches: readonly Pick<Panel, 'grain' | 'back'>[] = [
  {},
  { grain: 'day' },
  { grain: 'week' },
  { grain: 'month' },
  { grain: 'quarter' },
  { grain: 'day', back: 5 },
  { grain: 'week', back: 3 },
  { grain: 'month', back: 3 },
  { grain: 'year', back: 1 },
];

/** What is read over more groups and periods than the cell's own. */
const arbitraryPanels = (theme: Theme): fc.Arbitrary<Metric> => {
  const kinds = [arbitrarySimple(theme), arbitraryRatio(theme), arbitraryStock(theme)];
  const panel = fc.oneof(...kinds).chain((metric) => {
    const reached = dimensionsOf(theme, metric);
    return fc
      .record({ stretch: fc.constantFrom(...panelStretches), by: fc.subarray(reached, { maxLength: Math.min(2, reached.length) }) })
      .map(({ stretch, by }): Panel => ({ metric, by, ...stretch }));
  });
  return fc
    .record({
      panels: fc.tuple(panel, panel).map(([a, b]) => ({ a, b })),
      inputs: optional('of', arbitrarySimple(theme, ['count', 'sum'])),
    })
    .chain(({ panels, inputs: { of } }) => {
      const plain: ComputedMetric = { kind: 'computed', inputs: of ? { of } : {}, panels, compute: () => ({ value: null }) };
      const reached = dimensionsOf(theme, plain);
      return (reached.length === 0 ? fc.constant({}) : optional('axis', fc.constantFrom(...reached))).map((axis) => ({
        ...plain,
        ...axis,
      }));
    })
    .map(
      (plain): Metric => ({
        ...plain,
        compute: panelSum,
      }),
    );
};

export type Kind = Metric['kind'];

/** A random metric of a kind over the datasets of a theme; null when the theme has nothing of the kind. */
export function arbitraryMetric(theme: Theme, kind: Kind): fc.Arbitrary<Metric> | null {
  switch (kind) {
    case 'simple':
      return arbitrarySimple(theme);
    case 'ratio':
      return arbitraryRatio(theme);
    case 'derived':
      return arbitraryDerived(theme);
    case 'cumulative':
      return arbitraryCumulative(theme);
    case 'stock':
      return arbitraryStock(theme);
    case 'conversion':
      return arbitraryConversion(theme);
    case 'retention':
      return theme.spans.customer_span ? arbitraryRetention(theme) : null;
    case 'duration':
      return arbitraryDuration(theme);
    case 'computed':
      return fc.oneof(arbitraryMix(theme), arbitraryPanels(theme));
    case 'built_in':
      return fc.constantFrom<Metric>({ kind: 'built_in', name: 'days' }, { kind: 'built_in', name: 'working_days' });
  }
}

export const kinds: readonly Kind[] = [
  'simple',
  'ratio',
  'derived',
  'cumulative',
  'stock',
  'conversion',
  'retention',
  'duration',
  'computed',
  'built_in',
];
