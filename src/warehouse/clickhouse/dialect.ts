import type { DayRange, Dialect } from '../../model/dialect.ts';
import type { FieldType } from '../../model/field.ts';

/**
 * Settings under which ClickHouse answers as the SQL standard does and as Cuadro's statements expect. Every
 * connection must have them.
 */
export const clickhouseSettings: Readonly<Record<string, string | number>> = {
  /** A left join that finds nothing gives null, not 0 and ''. */
  join_use_nulls: 1,
  /** sum, min, max, avg of no rows are null. */
  aggregate_functions_null_for_empty: 1,
  /** `max(x) as x … where x > 0` means the column x. */
  prefer_column_name_to_alias: 1,
  /** `cast(x as Float64)` of a null is null. */
  cast_keep_nullable: 1,
  /** Columns without a word about it may be null. */
  data_type_default_nullable: 1,
  /** least and greatest leave nulls out. */
  least_greatest_legacy_null_behavior: 0,
  union_default_mode: 'DISTINCT',
  session_timezone: 'UTC',
};

const types: Readonly<Record<FieldType, string>> = {
  text: 'Nullable(String)',
  enum: 'Nullable(String)',
  reference: 'Nullable(String)',
  currency: 'Nullable(String)',
  money: 'Nullable(Decimal(18,4))',
  number: 'Nullable(Float64)',
  integer: 'Nullable(Int64)',
  boolean: 'Nullable(Bool)',
  instant: "Nullable(DateTime64(6,'UTC'))",
  date: 'Nullable(Date32)',
};

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('\0', '\\0');
const identifier = (name: string): string => `"${escaped(name).replaceAll('"', '""')}"`;
const text = (value: string): string => `'${escaped(value).replaceAll("'", "''")}'`;

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`no SQL constant for ${value}`);
  const digits = String(value);
  const constant = Number.isInteger(value) && !digits.includes('e') ? digits : digits.includes('e') ? digits : `${digits}e0`;
  return value < 0 ? `(${constant})` : constant;
};

const date = (value: string): string => `toDate32(${text(value)})`;
const convert = (expression: string, type: FieldType): string => `cast(${expression} as ${types[type]})`;
const double = (expression: string): string => convert(expression, 'number');
const filter = (call: string, condition: string | null): string => (condition === null ? call : `${call} filter (where ${condition})`);

/** `value` where the text has the form, else null. */
const where = (expression: string, form: string, value: string): string =>
  `case when match(${expression}, ${text(`^(?:${form})$`)}) then ${value} end`;

const cast = (expression: string, type: FieldType): string => {
  switch (type) {
    case 'money':
      return where(
        expression,
        '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?',
        `accurateCastOrNull(round(toDecimal128OrNull(${expression}, 10), 4), 'Decimal(18,4)')`,
      );
    case 'number':
      return where(expression, '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?', `toFloat64OrNull(${expression})`);
    case 'integer':
      return where(expression, '[+-]?\\d+', `toInt64OrNull(${expression})`);
    case 'boolean':
      return convert(
        `case when lower(${expression}) in ('true', '1') then true when lower(${expression}) in ('false', '0') then false end`,
        'boolean',
      );
    case 'instant':
      return where(
        expression,
        '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})?)?',
        `parseDateTime64BestEffortOrNull(${expression}, 6, 'UTC')`,
      );
    case 'date':
      // 30 February would roll over into March.
      return where(
        expression,
        '\\d{4}-\\d{2}-\\d{2}([T ].*)?',
        `case when toString(toDate32OrNull(left(${expression}, 10))) = left(${expression}, 10) then toDate32OrNull(left(${expression}, 10)) end`,
      );
    default:
      return expression;
  }
};

const asText = (expression: string, type: FieldType = 'text'): string =>
  type === 'instant'
    ? `replaceRegexpOne(concat(replaceOne(toString(${expression}), ' ', 'T'), 'Z'), '\\\\.000000Z$', 'Z')`
    : `toString(${expression})`;

const calendar = (ranges: readonly DayRange[]): string => {
  if (ranges.length === 0) return `(select 0 as period, ${date('2000-01-01')} as day where false)`;
  const rows = ranges.map(({ start, end }, index) => `tuple(${index}, ${date(start)}, ${date(end)})`).join(', ');
  return `(select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([${rows}]) as range_row))`;
};

const values = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return `(select ${columns.map((column) => `null as ${identifier(column)}`).join(', ')} where false)`;
  const tuples = rows.map((row) => `tuple(${row.join(', ')})`).join(', ');
  const elements = columns.map((column, index) => `tupleElement(constant_row, ${index + 1}) as ${identifier(column)}`).join(', ');
  return `(select ${elements} from (select arrayJoin([${tuples}]) as constant_row))`;
};

const texts = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  values(
    columns,
    rows.map((row) => row.map((value) => (value === null ? `cast(null as ${types.text})` : `cast(${text(value)} as ${types.text})`))),
  );

/** SQL as ClickHouse wants it, under `clickhouseSettings`. */
export const clickhouseDialect: Dialect = {
  name: 'clickhouse',
  copiesWith: true,
  identifier,
  text,
  number,
  boolean: (value) => (value ? 'true' : 'false'),
  date,
  instant: (value) => `toDateTime64(${text(value.replace('T', ' ').replace(/Z$/, ''))}, 6, 'UTC')`,
  columnType: (type) => types[type],
  nullOf: (type) => `cast(null as ${types[type]})`,
  convert,
  addDays: (day, count) => `addDays(${day}, ${count})`,
  daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
  secondsBetween: (from, to) => `((toUnixTimestamp64Micro(${to}) - toUnixTimestamp64Micro(${from})) / 1e6)`,
  secondsIntoDay: (day, seconds) => `addSeconds(toDateTime64(${day}, 6, 'UTC'), ${seconds})`,
  startOfDay: (day, timeZone) => `toTimeZone(toDateTime64(${day}, 6, ${text(timeZone)}), 'UTC')`,
  localDay: (instant, timeZone) => `toDate32(toTimeZone(${instant}, ${text(timeZone)}))`,
  eachDay: (from, to) => `addDays(${from}, arrayJoin(range(toUInt32(greatest(0, coalesce(dateDiff('day', ${from}, ${to}) + 1, 0))))))`,
  double,
  // A double times 10,000 is whole after floor, so the decimal made of it and its division are exact.
  asMoney: (expression) => `cast(toDecimal128(floor((${double(expression)}) * 10000 + 0.5e0), 4) / 10000 as ${types.money})`,
  asText,
  cast,
  contains: (haystack, needle) => `(position(${haystack}, ${needle}) > 0)`,
  least: (...items) => `least(${items.join(', ')})`,
  greatest: (...items) => `greatest(${items.join(', ')})`,
  aggregateIf: filter,
  countDistinct: (expressions, condition) => {
    if (expressions.length === 1) return filter(`count(distinct ${expressions[0]})`, condition);
    const known = expressions.map((expression) => `(${expression}) is not null`).join(' and ');
    return filter(`uniqExact(tuple(${expressions.join(', ')}))`, condition === null ? known : `${known} and (${condition})`);
  },
  sortedList: (expression, condition) => `arraySort(${filter(`groupArray(${double(expression)})`, condition)})`,
  listLength: (list) => `length(${list})`,
  listAt: (list, place) => `if(${place} between 1 and length(${list}), ${list}[toInt64(${place})], null)`,
  calendar,
  replaceTable: (relation, select) => `create or replace table ${relation} engine = MergeTree order by tuple() as ${select}`,
  values,
  texts,
};
