import type { Condition, Grain } from '../../src/metrics/query.ts';
import { readCondition } from '../../src/model/condition.ts';
import type { Dataset } from '../../src/model/entity.ts';
import { findDataset } from '../../src/model/registry.ts';
import type { Period } from './calendar.ts';
import type { Row, Value } from './company.ts';
import { rowsOf } from './derive.ts';
import { groupKey, read } from './dimension.ts';
import type { At } from './expression.ts';
import { addDays, type Moment } from './time.ts';
import type { World } from './world.ts';

export type Group = Readonly<Record<string, string | null>>;

/** The question put to one metric: this period, this group, these filters. */
export interface Scope {
  readonly world: World;
  readonly period: Period;
  readonly grain: Grain;
  readonly group: Group;
  readonly where: readonly Condition[];
  readonly attributes: 'then' | 'now';
  /** The last day known to its end, of the whole question's KPI; null when nothing says it. */
  readonly knownTo: string | null;
  /** Whether the period of the question is over. */
  readonly complete: boolean;
}

/** What a metric comes to in a scope. */
export interface Result {
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** Usable rows behind the value. */
  readonly n: number;
  /** The part of the rows that should have counted which could; 1 when there were none. */
  readonly coverage: number;
  readonly immature: boolean;
  readonly reasons: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

export function datasetOf(name: string): Dataset {
  const dataset = findDataset(name);
  if (!dataset) throw new Error(`no dataset ${name}`);
  return dataset;
}

/** Dimensions that a dataset reads under another path. */
export type Names = Readonly<Record<string, string>>;

/** The rows of a dataset as places to evaluate expressions at. */
export const placesOf = (world: World, name: string, reasons: Set<string>, names: Names = {}): At[] =>
  rowsOf(world, name)
    .filter((row) => world.sees(name, row))
    .map((row) => ({ world, dataset: datasetOf(name), row, reasons, names }));

/** What a row reads for a dimension of the question. */
export const keyAt = (at: At, dimension: string, when: Moment | null, attributes: 'then' | 'now'): string | null =>
  groupKey(at.world, at.dataset, at.row, at.names[dimension] ?? dimension, when, attributes);

/** Whether a row belongs to the scope's group and passes the question's filters, its attributes read at `when` (or today). */
export function isAsked(scope: Scope, at: At, when: Moment | null): boolean {
  for (const [dimension, key] of Object.entries(scope.group)) {
    if (keyAt(at, dimension, when, scope.attributes) !== key) return false;
  }
  return passes(scope, at, when);
}

/** Filters: the same dimension with `=` again is or, all else and. */
function passes(scope: Scope, at: At, when: Moment | null): boolean {
  const dimensions = new Set(scope.where.map((condition) => condition.dimension));
  for (const dimension of dimensions) {
    const own = scope.where.filter((condition) => condition.dimension === dimension);
    const equal = own.filter((condition) => condition.op === '=');
    if (equal.length > 0 && !equal.some((condition) => isTrue(scope, at, condition, when))) return false;
    if (!own.filter((condition) => condition.op !== '=').every((condition) => isTrue(scope, at, condition, when))) return false;
  }
  return true;
}

function isTrue(scope: Scope, at: At, condition: Condition, when: Moment | null): boolean {
  if (condition.dimension === 'segment') return isMember(scope, at, String(condition.value), when) === (condition.op === '=');
  const key = keyAt(at, condition.dimension, when, scope.attributes);
  const asked = condition.value;
  if (condition.op === '=') return isSame(at, condition.dimension, key, asked);
  if (condition.op === '!=') return !isSame(at, condition.dimension, key, asked);
  if (key === null || asked === null) return false;
  const order = isNumber(at, condition.dimension) ? Number(key) - Number(asked) : key < asked ? -1 : key > asked ? 1 : 0;
  return condition.op === '>=' ? order >= 0 : order <= 0;
}

/** Whether the record that a row belongs to is in a saved segment, judged when its other attributes are. */
function isMember(scope: Scope, at: At, name: string, when: Moment | null): boolean {
  const segment = scope.world.settings.segments[name];
  const way = segment && wayTo(at.dataset, segment.of);
  if (!segment || !way) throw new Error(`no segment ${name} of ${at.dataset.name}`);
  const where = segment.where.flatMap((text) => readCondition(text) ?? []);
  const passed = passes({ ...scope, where: where.map((one) => ({ ...one, dimension: `${way}.${one.dimension}` })) }, at, when);
  const account = keyAt(at, way === at.dataset.name ? 'id' : `${way}_id`, when, scope.attributes);
  const holds = (dataset: string, column: string, values: readonly string[] | undefined, early: number): boolean =>
    values === undefined ||
    rowsOf(scope.world, dataset).some((span) => {
      if ((span._source ?? 'src') !== (at.row._source ?? 'src') || span.account_id !== account || !values.includes(String(span[column])))
        return false;
      const [from, to] = [scope.world.moment(span.valid_from), scope.world.moment(span.valid_to)];
      if (scope.attributes === 'now') {
        const last = lastDayOf(scope.world, dataset === 'account_rfm' ? ['order'] : ['lead', 'opportunity', 'contract', 'order']);
        if (last === null) return to === null;
        const edge = (day: string) => (early === 0 ? day : addDays(day, -1));
        return edge(from?.day ?? '1000-01-01') <= last && (to === null || edge(to.day) > last);
      }
      if (when === null) return false;
      if (when.dateOnly) return (from?.day ?? '') <= when.day && (to === null || to.day > when.day);
      // The close of a day is its last millisecond; of scores made at the end of a day it is the next.
      const isClose = scope.world.dayOf(when.at + 1) !== when.day;
      const instant = when.at + (isClose ? early : 0);
      if (isClose && early === 0) return (from?.day ?? '') <= when.day && (to === null || to.day > when.day);
      return (from?.at ?? 0) <= instant && (to === null || to.at > instant);
    });
  return passed && holds('account_rfm', 'class', segment.rfm, 1) && holds('account_stage_span', 'stage', segment.stage, 0);
}

/** The last day that is known to its end of all of the entities that have records. */
function lastDayOf(world: World, names: readonly string[]): string | null {
  const ends = names.map((name) => world.watermark(name)).filter((one) => one !== null);
  return ends.length === 0 ? null : addDays(world.dayOf(Math.min(...ends) + 1000), -1);
}

/** The path to the record of an entity: the row itself, its own reference, or that of a record it refers to. */
function wayTo(dataset: Dataset, entity: string, left = 3): string | null {
  if (dataset.name === entity) return entity;
  const references = Object.entries(dataset.fields).filter(([, field]) => field.type === 'reference');
  const own = references.filter(([, field]) => field.entity === entity).map(([name]) => name.replace(/_id$/, ''));
  if (own.length > 0) return own.includes(entity) ? entity : (own[0] ?? null);
  for (let depth = 1; depth < left; depth += 1) {
    for (const [name, field] of references) {
      const rest = wayTo(datasetOf(field.entity ?? ''), entity, depth);
      if (rest !== null) return `${name.replace(/_id$/, '')}.${rest}`;
    }
  }
  return null;
}

function isSame(at: At, dimension: string, key: string | null, asked: string | null): boolean {
  if (key === null || asked === null) return key === asked;
  return isNumber(at, dimension) ? Number(key) === Number(asked) : key === asked;
}

function isNumber(at: At, dimension: string): boolean {
  const type = read(at.world, at.dataset, at.row, at.names[dimension] ?? dimension, null)?.field?.type;
  return type === 'money' || type === 'number' || type === 'integer';
}

export const within = (period: Period, moment: Moment | null): moment is Moment =>
  moment !== null && period.start <= moment.day && moment.day <= period.end;

/** Entities are told apart by source and id. */
export const keyOf = (row: Row, value: Value): string => `${row._source ?? 'src'} ${value}`;

export const numbersOf = (values: readonly Value[]): number[] => values.filter((value) => value !== null).map(Number);
export const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The linearly interpolated quantile; null of nothing. */
export function quantileOf(values: readonly number[], fraction: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * fraction;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

/** Whether the days that a period's rows need to be judged for good reach beyond what is known. */
export const isUnsettled = (days: number | null | undefined, scope: Scope, from: string = scope.period.end): boolean =>
  days !== null && days !== undefined && scope.knownTo !== null && addDays(from, days) > scope.knownTo;

export const coverageOf = (usable: number, expected: number): number => (expected === 0 ? 1 : usable / expected);
