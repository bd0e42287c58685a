import type { DayRange, Dialect } from '../../model/dialect.ts';
import type { FieldType } from '../../model/field.ts';

const types: Readonly<Record<FieldType, string>> = {
  text: 'VARCHAR',
  enum: 'VARCHAR',
  reference: 'VARCHAR',
  currency: 'VARCHAR',
  money: 'DECIMAL(18,4)',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  date: 'DATE',
};

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** DuckDB ends a statement's text at a NUL, so that one is put together. */
const text = (value: string): string =>
  value
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ');

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`no SQL constant for ${value}`);
  const digits = String(value);
  const constant = Number.isInteger(value) && !digits.includes('e') ? digits : digits.includes('e') ? digits : `${digits}e0`;
  return value < 0 ? `(${constant})` : constant;
};

const date = (value: string): string => `DATE ${text(value)}`;
const convert = (expression: string, type: FieldType): string => `cast(${expression} as ${types[type]})`;
const double = (expression: string): string => convert(expression, 'number');
const filter = (call: string, condition: string | null): string => (condition === null ? call : `${call} filter (where ${condition})`);

/** `value` where the text has the form, else null. */
const where = (expression: string, form: string, value: string): string =>
  `case when regexp_full_match(${expression}, '${form}') then ${value} end`;

const cast = (expression: string, type: FieldType): string => {
  switch (type) {
    case 'money':
    case 'number':
      return where(expression, '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?', `try_cast(${expression} as ${types[type]})`);
    case 'integer':
      return where(expression, '[+-]?\\d+', `try_cast(${expression} as BIGINT)`);
    case 'boolean':
      return `case when lower(${expression}) in ('true', '1') then true when lower(${expression}) in ('false', '0') then false end`;
    case 'instant':
      return where(
        expression,
        '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})?)?',
        // TIMESTAMP would leave an offset out, TIMESTAMPTZ would read a text without one in the session's zone.
        `coalesce(timezone('UTC', case when regexp_matches(${expression}, '[+-]\\d{2}:\\d{2}$') then try_cast(${expression} as TIMESTAMPTZ) end), try_cast(${expression} as TIMESTAMP))`,
      );
    case 'date':
      return where(expression, '\\d{4}-\\d{2}-\\d{2}([T ].*)?', `try_cast(left(${expression}, 10) as DATE)`);
    default:
      return expression;
  }
};

const asText = (expression: string, type: FieldType = 'text'): string => {
  switch (type) {
    case 'money':
      return `regexp_replace(cast(cast(${expression} as DECIMAL(38,4)) as VARCHAR), '\\.?0+$', '')`;
    case 'number':
      return `regexp_replace(cast(${expression} as VARCHAR), '\\.0$', '')`;
    case 'instant':
      return `strftime(${expression}, case when extract(microsecond from ${expression}) % 1000000 = 0 then '%Y-%m-%dT%H:%M:%SZ' else '%Y-%m-%dT%H:%M:%S.%fZ' end)`;
    default:
      return `cast(${expression} as VARCHAR)`;
  }
};

const calendar = (ranges: readonly DayRange[]): string => {
  if (ranges.length === 0) return `(select 0 as period, ${date('2000-01-01')} as day where false)`;
  const rows = ranges.map(({ start, end }, index) => `(${index}, ${date(start)}, ${date(end)})`).join(', ');
  return `(select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values ${rows}) as ranges(period, first_day, last_day))`;
};

const values = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const names = columns.map(identifier).join(', ');
  if (rows.length === 0) return `(select ${columns.map((column) => `null as ${identifier(column)}`).join(', ')} where false)`;
  return `(select * from (values ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) as constants(${names}))`;
};

/** A list of JSON a column: a parser takes twenty times as long over as many constants. */
const texts = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string => {
  const lists = columns.map((column, place) => {
    const list = JSON.stringify(rows.map((row) => row[place] ?? null));
    return `unnest(from_json(${text(list)}, '["VARCHAR"]')) as ${identifier(column)}`;
  });
  return `(select ${lists.join(', ')})`;
};

/** SQL as DuckDB wants it. Needs only what is built in (icu for time zones). */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  copiesWith: false,
  identifier,
  text,
  number,
  boolean: (value) => (value ? 'true' : 'false'),
  date,
  instant: (value) => `TIMESTAMP ${text(value)}`,
  columnType: (type) => types[type],
  nullOf: (type) => `cast(null as ${types[type]})`,
  convert,
  addDays: (day, count) => `(${day} + cast(${count} as INTEGER))`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  secondsBetween: (from, to) => `((epoch_us(${to}) - epoch_us(${from})) / 1e6)`,
  startOfDay: (day, timeZone) => `timezone('UTC', timezone(${text(timeZone)}, cast(${day} as TIMESTAMP)))`,
  secondsIntoDay: (day, seconds) => `(cast(${day} as TIMESTAMP) + to_seconds(${seconds}))`,
  localDay: (instant, timeZone) => `cast(timezone(${text(timeZone)}, timezone('UTC', ${instant})) as DATE)`,
  eachDay: (from, to) => `cast(unnest(generate_series(${from}, ${to}, interval 1 day)) as DATE)`,
  double,
  asMoney: (expression) => `cast(floor((${double(expression)}) * 10000 + 0.5e0) / 10000 as DECIMAL(18,4))`,
  asText,
  cast,
  contains: (haystack, needle) => `contains(${haystack}, ${needle})`,
  least: (...items) => `least(${items.join(', ')})`,
  greatest: (...items) => `greatest(${items.join(', ')})`,
  aggregateIf: filter,
  countDistinct: (expressions, condition) => {
    if (expressions.length === 1) return filter(`count(distinct ${expressions[0]})`, condition);
    const known = expressions.map((expression) => `(${expression}) is not null`).join(' and ');
    return filter(`count(distinct case when ${known} then row(${expressions.join(', ')}) end)`, condition);
  },
  // Sorted once: quantile_cont looks anew for each of its fractions.
  sortedList: (expression, condition) =>
    `list_sort(${filter(`list(${double(expression)})`, condition === null ? `(${expression}) is not null` : `(${expression}) is not null and (${condition})`)})`,
  listLength: (list) => `len(${list})`,
  listAt: (list, place) => `${list}[cast(${place} as BIGINT)]`,
  calendar,
  replaceTable: (relation, select) => `create or replace table ${relation} as ${select}`,
  values,
  texts,
};
