import fc from 'fast-check';
import type { Metric } from '../../src/metrics/metric.ts';
import { wayTo } from '../../src/metrics/plan/way-to.ts';
import { type Condition, type Grain, grains } from '../../src/metrics/query.ts';
import type { OracleQuery } from '../oracle/answer.ts';
import { leavesOf } from '../oracle/leaves.ts';
import { addDays } from '../oracle/time.ts';
import { arbitraryDay } from './random.ts';
import type { Theme } from './theme.ts';

/** How far a range of each grain may reach, in days. */
const reach: Readonly<Record<Grain, number>> = { day: 6, week: 30, month: 120, quarter: 300, year: 500, total: 120 };

const texts = ['norte', 'sur', 'user1', "L'Àlber", 'Contacto', 'Propuesta', 'open', 'won', 'account1', 'EUR', null] as const;

/** A condition that makes sense for a dimension: numbers, days and flags are compared with their like. */
function arbitraryCondition(dimension: string, center: string): fc.Arbitrary<Condition> {
  const last = dimension.split('.').at(-1) ?? '';
  const number = ['quantity', 'ordinal', 'level', 'contacts'].includes(last);
  const flag = /^is_|_met$/.test(last);
  const ops = fc.constantFrom<Condition['op'][]>(...(flag ? (['=', '!='] as const) : (['=', '=', '!=', '>=', '<='] as const)));
  const value = flag
    ? fc.constantFrom('true', 'false', null)
    : number
      ? fc.constantFrom('0', '1', '2', null)
      : last.endsWith('_at')
        ? arbitraryDay(center)
        : fc.constantFrom(...texts);
  return fc
    .record({ dimension: fc.constant(dimension), op: ops, value })
    .map((one) => (one.value === null && (one.op === '>=' || one.op === '<=') ? { ...one, op: '=' } : one));
}

/** The dimensions that all datasets of a metric reach. */
export function dimensionsOf(theme: Theme, metric: Metric): string[] {
  const leaves = leavesOf(metric).filter((leaf) => leaf.grouped);
  const own = leaves.map((leaf) => theme.own[leaf.dataset] ?? []);
  const [first = [], ...rest] = own;
  return [
    ...theme.dimensions.filter((dimension) => leaves.every((leaf) => reaches(theme, leaf.dataset, dimension))),
    ...first.filter((dimension) => rest.every((others) => others.includes(dimension))),
  ];
}

const reaches = (theme: Theme, dataset: string, dimension: string): boolean => !(theme.unreached?.[dataset] ?? []).includes(dimension);

/** The world that a question is about. Making one takes longer than asking it, so a company's questions share one. */
export type Dates = Pick<OracleQuery, 'asOf' | 'knownAt'>;

export const arbitraryDates = (center: string): fc.Arbitrary<Dates> => {
  const day = arbitraryDay(center);
  return fc.oneof(
    day.map((asOf) => ({ asOf })),
    day.map((knownAt) => ({ knownAt })),
    fc.tuple(day, day).map(([asOf, knownAt]) => ({ asOf, knownAt })),
  );
};

/** A random question about a metric: range, grain, groups, filters; now, or in the world of `dates`. */
export function arbitraryQuery(theme: Theme, metric: Metric, center: string, dates: Dates = {}): fc.Arbitrary<OracleQuery> {
  const dimensions = dimensionsOf(theme, metric);
  const dimension = fc.constantFrom(...(dimensions.length > 0 ? dimensions : ['']));
  const condition = dimension.chain((one) => arbitraryCondition(one, center));
  const leaves = leavesOf(metric).filter((leaf) => leaf.grouped);
  const inSegment: fc.Arbitrary<Condition> = fc.record({
    dimension: fc.constant('segment'),
    op: fc.constantFrom<Condition['op'][]>('=', '!='),
    value: fc.constantFrom('north', 'best', 'customers'),
  });
  const canSegment = leaves.every((leaf) => wayTo(leaf.dataset, 'account') !== null && theme.entities.account !== undefined);
  const nothing = fc.constant<string[]>([]);
  const noFilter = fc.constant<Condition[]>([]);
  const groups = fc.oneof(
    { weight: 2, arbitrary: nothing },
    { weight: 3, arbitrary: fc.uniqueArray(dimension, { minLength: 1, maxLength: 2 }) },
  );
  const filters = fc.oneof(
    { weight: 3, arbitrary: noFilter },
    { weight: 1, arbitrary: fc.array(canSegment ? fc.oneof(condition, inSegment) : condition, { minLength: 1, maxLength: 2 }) },
  );
  return fc
    .record({
      grain: fc.constantFrom(...grains),
      from: fc.integer({ min: -60, max: 20 }),
      length: fc.nat(),
      by: dimensions.length === 0 ? nothing : groups,
      where: dimensions.length === 0 ? noFilter : filters,
      world: fc.constantFrom<Dates[]>({}, {}, dates),
      attributes: fc.constantFrom<('then' | 'now')[]>('then', 'now'),
      periods: fc.constantFrom<('partial' | 'complete')[]>(...(['partial', 'partial', 'complete'] as const)),
    })
    .map(({ grain, from, length, by, where, world, attributes, periods }) => ({
      grain,
      from: addDays(center, from),
      to: addDays(center, from + (length % reach[grain])),
      by,
      where,
      ...world,
      attributes,
      periods,
    }));
}
