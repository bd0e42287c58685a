import type { Expression, TimeUnit } from '../../src/metrics/expression.ts';
import type { Dataset } from '../../src/model/entity.ts';
import { openTime } from './business.ts';
import type { Row, Value } from './company.ts';
import { read } from './dimension.ts';
import { moneyOf } from './money.ts';
import { addDays, daysBetween, type Moment } from './time.ts';
import type { World } from './world.ts';

/** One row, and where to note why something about it is unknown. */
export interface At {
  readonly world: World;
  readonly dataset: Dataset;
  readonly row: Row;
  readonly reasons: Set<string>;
  /** Dimensions of the question that this dataset reads under another path. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a row reads at a path of a definition; definitions read records as they are in this world. */
export function fieldOf(at: At, path: string): Value {
  const found = read(at.world, at.dataset, at.row, path, null);
  if (!found) throw new Error(`${at.dataset.name} has no ${path}`);
  return found.value;
}

export const timeOf = (at: At, path: string): Moment | null => at.world.moment(fieldOf(at, path));

/** Milliseconds since 1970 for instants, YYYY-MM-DD for dates, so that both compare. */
function comparable(at: At, path: string): Value {
  const found = read(at.world, at.dataset, at.row, path, null);
  if (!found) throw new Error(`${at.dataset.name} has no ${path}`);
  if (found.field?.type === 'instant') return at.world.moment(found.value)?.at ?? null;
  return found.value;
}

/** The value of an expression on a row. Null as in SQL: a comparison with null is null, `and` is false as soon as one item is. */
export function worthOf(expression: Expression, at: At): Value {
  switch (expression.op) {
    case 'field':
      return comparable(at, expression.path);
    case 'literal':
      return expression.value;
    case 'and': {
      const items = expression.items.map((item) => worthOf(item, at));
      return items.includes(false) ? false : items.includes(null) ? null : true;
    }
    case 'or': {
      const items = expression.items.map((item) => worthOf(item, at));
      return items.includes(true) ? true : items.includes(null) ? null : false;
    }
    case 'not': {
      const item = worthOf(expression.item, at);
      return item === null ? null : item !== true;
    }
    case 'is_null':
      return worthOf(expression.item, at) === null;
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(worthOf(expression.left, at), expression.op, worthOf(expression.right, at));
    case 'in': {
      const item = worthOf(expression.item, at);
      return item === null ? null : expression.values.includes(item);
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(worthOf(expression.left, at), expression.op, worthOf(expression.right, at));
    case 'coalesce':
      return expression.items.map((item) => worthOf(item, at)).find((value) => value !== null) ?? null;
    case 'least':
    case 'greatest': {
      let best: Value = null;
      for (const item of expression.items) {
        const value = worthOf(item, at);
        if (value === null) continue;
        if (best === null || comparison(value, expression.op === 'least' ? '<' : '>', best)) best = value;
      }
      return best;
    }
    case 'case':
      return worthOf(worthOf(expression.when, at) === true ? expression.value : expression.otherwise, at);
    case 'day': {
      const moment = timeOf(at, expression.path);
      return moment === null ? null : addDays(moment.day, expression.plus);
    }
    case 'days': {
      const [from, to] = [timeOf(at, expression.from), timeOf(at, expression.to)];
      return from === null || to === null ? null : daysBetween(from.day, to.day);
    }
    case 'elapsed':
      return elapsed(at.world, timeOf(at, expression.from), timeOf(at, expression.to), expression.unit, expression.time);
    case 'money':
      return moneyOf(at, expression.path, timeOf(at, expression.on)?.day ?? null);
  }
}

export const holds = (where: Expression | undefined, at: At): boolean => where === undefined || worthOf(where, at) === true;

function comparison(left: Value, op: '=' | '<>' | '<' | '<=' | '>' | '>=', right: Value): boolean | null {
  if (left === null || right === null) return null;
  if (typeof left !== typeof right) throw new Error(`cannot compare ${left} with ${right}`);
  switch (op) {
    case '=':
      return left === right;
    case '<>':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** Division by zero is unknown. */
export function arithmetic(left: Value, op: '+' | '-' | '*' | '/', right: Value): number | null {
  if (left === null || right === null) return null;
  const [a, b] = [Number(left), Number(right)];
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? null : a / b;
  }
}

const millisecondsOf = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Time from one moment to another in a unit: a difference of dates when either is only a date, also in business time; else elapsed time. */
export function elapsed(
  world: World,
  from: Moment | null,
  to: Moment | null,
  unit: TimeUnit,
  time: 'calendar' | 'business',
): number | null {
  if (from === null || to === null) return null;
  if (from.dateOnly || to.dateOnly) return (daysBetween(from.day, to.day) * millisecondsOf.day) / millisecondsOf[unit];
  const business = time === 'business' && world.settings.business_hours !== undefined;
  return (business ? openTime(from, to, world.settings) : to.at - from.at) / millisecondsOf[unit];
}
