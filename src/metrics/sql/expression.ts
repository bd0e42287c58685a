import { calendarDay } from '../../model/calendar-day.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { findDataset } from '../../model/registry.ts';
import type { Expression, Scalar, TimeUnit } from '../expression.ts';
import { resolvePath } from '../plan/path.ts';
import type { Rows } from '../plan/rows.ts';

export const secondsPer: Readonly<Record<TimeUnit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

const scalar = (value: Scalar, rows: Rows): string => {
  const { dialect } = rows.world;
  if (value === null) return 'null';
  if (typeof value === 'string') return dialect.text(value);
  return typeof value === 'number' ? dialect.number(value) : dialect.boolean(value);
};

/** The SQL of an expression over the rows of a dataset; joins it needs are noted in `rows`. */
export function printExpression(expression: Expression, rows: Rows): string {
  const print = (item: Expression) => printExpression(item, rows);
  const { dialect } = rows.world;
  switch (expression.op) {
    case 'field':
      return rows.value(expression.path).sql;
    case 'literal':
      return scalar(expression.value, rows);
    case 'and':
    case 'or':
      return expression.items.length === 1 && expression.items[0]
        ? print(expression.items[0])
        : `(${expression.items.map(print).join(` ${expression.op} `)})`;
    case 'not':
      return expression.item.op === 'is_null' ? `${print(expression.item.item)} is not null` : `not (${print(expression.item)})`;
    case 'is_null':
      return `${print(expression.item)} is null`;
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return printOrder(expression, rows) ?? `${print(expression.left)} ${expression.op} ${print(expression.right)}`;
    case '+':
    case '-':
    case '*':
      return `(${dialect.double(print(expression.left))} ${expression.op} ${dialect.double(print(expression.right))})`;
    case '/':
      return `(${dialect.double(print(expression.left))} / nullif(${dialect.double(print(expression.right))}, 0))`;
    case 'in':
      return `${print(expression.item)} in (${expression.values.map((value) => scalar(value, rows)).join(', ')})`;
    case 'coalesce':
      return `coalesce(${expression.items.map(print).join(', ')})`;
    case 'least':
      return dialect.least(...expression.items.map(print));
    case 'greatest':
      return dialect.greatest(...expression.items.map(print));
    case 'case':
      return `case when ${print(expression.when)} then ${print(expression.value)} else ${print(expression.otherwise)} end`;
    case 'day':
      return expression.plus === 0 ? rows.day(expression.path) : dialect.addDays(rows.day(expression.path), expression.plus);
    case 'days':
      return dialect.daysBetween(rows.day(expression.from), rows.day(expression.to));
    case 'elapsed':
      return printElapsed(expression, rows);
    case 'money':
      return printMoney(expression.path, expression.on, rows);
  }
}

type Comparison = Extract<Expression, { readonly op: '=' | '<>' | '<' | '<=' | '>' | '>=' }>;

/** Whether time went forward or back needs no subtraction: the ends are compared. Null for any other comparison. */
function printOrder({ op, left, right }: Comparison, rows: Rows): string | null {
  if (left.op !== 'elapsed' || left.time === 'business' || right.op !== 'literal' || right.value !== 0) return null;
  const { from, to } = left;
  const byDay = `${rows.day(to)} ${op} ${rows.day(from)}`;
  const flags = dateOnlyFlags(from, to, rows);
  if (flags === 'always') return byDay;
  const byInstant = `${rows.value(to).sql} ${op} ${rows.value(from).sql}`;
  return flags === null ? byInstant : `case when ${flags} then ${byDay} else ${byInstant} end`;
}

/** When only the days of two ends can be compared. */
function dateOnlyFlags(from: string, to: string, rows: Rows): 'always' | string | null {
  if (rows.value(from).type === 'date' || rows.value(to).type === 'date') return 'always';
  const flags = [rows.isDateOnly(from), rows.isDateOnly(to)].filter((flag) => flag !== null);
  return flags.length === 0 ? null : flags.join(' or ');
}

/** Days when either end is only a date; else the seconds between, all or only those within business hours; in the unit asked. */
function printElapsed(expression: Extract<Expression, { op: 'elapsed' }>, rows: Rows): string {
  const { dialect } = rows.world;
  const { from, to } = expression;
  const unit = secondsPer[expression.unit];
  const byDay = `${dialect.double(dialect.daysBetween(rows.day(from), rows.day(to)))} * ${secondsPer.day / unit}`;
  const flags = dateOnlyFlags(from, to, rows);
  if (flags === 'always') return byDay;
  const seconds =
    expression.time === 'business' && rows.world.catalog.settings.business_hours
      ? `(${businessClock(to, rows)} - ${businessClock(from, rows)})`
      : dialect.secondsBetween(rows.value(from).sql, rows.value(to).sql);
  const byClock = unit === 1 ? seconds : `${seconds} / ${dialect.number(unit)}`;
  return flags === null ? `(${byClock})` : `case when ${flags} then ${byDay} else ${byClock} end`;
}

/** Business seconds from the beginning of the business calendar to an instant. */
function businessClock(path: string, rows: Rows): string {
  const { dialect } = rows.world;
  const { opens, closes, before } = rows.businessDay(rows.day(path));
  const instant = rows.value(path).sql;
  const worked = dialect.secondsBetween(opens, dialect.least(dialect.greatest(instant, opens), closes));
  return `(${before} + case when ${opens} is null then 0 else ${worked} end)`;
}

/** The currency column that goes with a money field: its own record's, or that of the record its line belongs to. */
export function currencyPath(rows: Rows, path: string): string | null {
  const resolved = resolvePath(rows.dataset, path, rows.world.catalog);
  const dataset = resolved ? findDataset(resolved.dataset) : undefined;
  const field = resolved ? dataset?.fields[resolved.column] : undefined;
  if (!dataset || field?.type !== 'money')
    throw new CuadroError({ code: 'not_money', blame: 'internal', where: rows.dataset, found: path });
  const prefix = path.includes('.') ? path.slice(0, path.lastIndexOf('.') + 1) : '';
  if (field.currencyOf) return `${prefix}${field.currencyOf.replace(/_id$/, '')}.currency`;
  return dataset.fields.currency ? `${prefix}currency` : null;
}

/** Whether a money field may hold another currency than the workspace's, so that rates are needed. */
export function needsRates(rows: Rows, path: string): boolean {
  const currency = currencyPath(rows, path);
  const holder = currency ? resolvePath(rows.dataset, currency, rows.world.catalog) : null;
  return holder !== null && rows.world.catalog.hasForeignMoney(holder.dataset);
}

/** The money fields of an expression. */
export function moneyPaths(expression: Expression): readonly string[] {
  switch (expression.op) {
    case 'money':
      return [expression.path];
    case 'and':
    case 'or':
    case 'coalesce':
    case 'least':
    case 'greatest':
      return expression.items.flatMap(moneyPaths);
    case 'not':
    case 'is_null':
    case 'in':
      return moneyPaths(expression.item);
    case 'case':
      return [...moneyPaths(expression.value), ...moneyPaths(expression.otherwise)];
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
      return [...moneyPaths(expression.left), ...moneyPaths(expression.right)];
    case 'field':
    case 'literal':
    case 'day':
    case 'days':
    case 'elapsed':
      return [];
  }
}

function printMoney(path: string, on: string, rows: Rows): string {
  const amount = rows.value(path).sql;
  const currency = currencyPath(rows, path);
  if (!currency || !needsRates(rows, path)) return amount;
  const { dialect, catalog } = rows.world;
  const code = rows.value(currency).sql;
  const base = dialect.text(catalog.settings.currency);
  // Nothing is nothing in any currency: an invoice paid to the last cent needs no rate.
  const own = `coalesce(${code}, ${base}) = ${base} or ${amount} = 0`;
  return `case when ${own} then ${dialect.double(amount)} else ${dialect.double(amount)} * ${rows.rate(code, on)} end`;
}

/**
 * A filter's value as SQL of a column's type. Of a closed list any text is taken: a record's history may hold what the source wrote then.
 * @throws CuadroError `invalid_filter_value`
 */
export function printOperand(value: string, type: FieldType, rows: Rows, where: string): string {
  const { dialect } = rows.world;
  const fail = (expected: string): never => {
    throw new CuadroError({ code: 'invalid_filter_value', where, found: value, expected });
  };
  switch (type) {
    case 'number':
    case 'integer':
    case 'money': {
      const parsed = Number(value);
      return /^[-+.\d][-+.\de]*$/i.test(value) && Number.isFinite(parsed) ? dialect.number(parsed) : fail('1234.5');
    }
    case 'boolean':
      return value === 'true' || value === 'false' ? dialect.boolean(value === 'true') : fail('true, false');
    case 'date':
    case 'instant':
      return calendarDay.safeParse(value).success ? dialect.date(value) : fail('YYYY-MM-DD');
    case 'text':
    case 'enum':
    case 'reference':
    case 'currency':
      return dialect.text(value);
  }
}
