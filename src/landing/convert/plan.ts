import type { Entity } from '../../model/entity.ts';
import { CuadroError } from '../../model/error.ts';
import type { Field } from '../../model/field.ts';
import { customColumn } from '../../model/layout.ts';
import type { ColumnFormat, ValueFormat } from '../../sources/file/contract-types.ts';
import { valueSql } from '../../sources/file/value/value-sql.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { ColumnRule, MappingEntry, Rule } from '../mapping/mapping.ts';
import { nearest } from '../mapping/suggest_word.ts';
import type { Conversion, CustomConversion, FieldConversion } from './conversion.ts';
import { misfitSql } from './custom_types.ts';
import type { RowSource, SourceColumn } from './row_source.ts';

const { identifier, text } = duckdbDialect;

export interface Zones {
  /** Of times without one. */
  readonly timezone: string;
  readonly workspaceTimezone: string;
}

const isText = (column: SourceColumn): boolean => column.type === 'VARCHAR';

/** What SQL or Parquet typed is written as DuckDB writes it: ISO, decimal point. */
const typedFormat = { decimal: '.', thousands: null, dates: null } as const;

const rawOf = (column: SourceColumn): string => (isText(column) ? identifier(column.name) : `cast(${identifier(column.name)} as VARCHAR)`);

const find = (source: RowSource, name: string): SourceColumn | undefined =>
  source.columns.find((column) => column.name === name) ??
  source.columns.find((column) => column.name.trim().toLowerCase() === name.trim().toLowerCase());

const columnOf = (source: RowSource, rule: ColumnRule, entry: MappingEntry, field: string): SourceColumn => {
  const column = find(source, rule.from);
  if (column) return column;
  const names = source.columns.map(({ name }) => name);
  throw new CuadroError({
    code: 'mapping_column_unknown',
    where: `${entry.where}.columns.${field}`,
    found: rule.from,
    expected: names.join(', '),
    params: { column: rule.from, file: source.file, nearest: nearest(rule.from, names) ?? '—' },
  });
};

/** `values` and `default` come before reading: they are written as the source would have written it. */
const ruledRaw = (raw: string, rule: ColumnRule): string => {
  let result = raw;
  if (rule.values.size > 0) {
    const cases = [...rule.values].map(([from, to]) => `when ${text(from.trim())} then ${to === null ? 'null' : text(to)}`);
    result = `case trim(coalesce(${raw}, '')) ${cases.join(' ')} else ${raw} end`;
  }
  if (rule.default === null) return result;
  const nothing = ["''", ...rule.empty.map((word) => text(word.trim()))].join(', ');
  return `case when ${result} is null or trim(${result}) in (${nothing}) then ${text(rule.default)} else ${result} end`;
};

const ambiguous = (code: string, entry: MappingEntry, field: string, format: ColumnFormat, choices: readonly string[]): CuadroError =>
  new CuadroError({
    code,
    where: `${entry.where}.columns.${field}`,
    found: format.samples.join(' · '),
    params: { column: format.name, choices: choices.join(' | ') },
    ...(choices.length > 0 ? { expected: choices.join(' | ') } : {}),
  });

const isTime = (definition: Field): boolean => definition.type === 'instant' || definition.type === 'date';
const isNumeric = (definition: Field): boolean => ['money', 'number', 'integer'].includes(definition.type);

/** The mapping's word first, then what the file shows; a doubt that matters for this field is the mapping's to settle. */
const formatOf = (definition: Field, column: SourceColumn, rule: ColumnRule, entry: MappingEntry, field: string, source: RowSource) => {
  const own = isText(column) ? column.format : null;
  if (!isText(column)) return { ...typedFormat, money: rule.money };
  const dates = rule.dates ?? entry.format.dates ?? own?.dates ?? null;
  if (isTime(definition) && dates === null && own && own.dateChoices.length > 0) {
    throw ambiguous('ambiguous_dates', entry, field, own, own.dateChoices);
  }
  const said = rule.decimal ?? entry.format.decimal ?? null;
  if (isNumeric(definition) && said === null && own?.numberDoubt)
    throw ambiguous('ambiguous_number', entry, field, own, ['decimal: "."', 'decimal: ","']);
  const decimal = said ?? own?.decimal ?? source.decimal ?? '.';
  const other = decimal === ',' ? '.' : ',';
  const seen = said === null ? (own?.thousands ?? source.thousands) : own?.thousands === said ? null : own?.thousands;
  const thousands = entry.format.thousands ?? seen ?? other;
  return { decimal, thousands: thousands === decimal ? other : thousands === '' ? null : thousands, dates, money: rule.money };
};

const rowContent = (source: RowSource): string => {
  const parts = source.columns.map((column) => `coalesce(${rawOf(column)}, chr(30))`);
  return `md5(concat_ws(chr(31), ${parts.join(', ')}))`;
};

/** @throws CuadroError `mapping_column_unknown`, `ambiguous_dates`, `ambiguous_number`. */
const fieldConversion = (
  field: string,
  definition: Field,
  rule: Rule,
  entry: MappingEntry,
  source: RowSource,
  zones: Zones,
  index: number,
): FieldConversion => {
  const rawName = `r${index}`;
  const base: ValueFormat = {
    ...typedFormat,
    money: false,
    empty: [],
    ...zones,
    ...(definition.values ? { values: definition.values } : {}),
    ...(definition.aliases ? { aliases: definition.aliases } : {}),
  };
  const make = (column: string, raw: string, format: ValueFormat): FieldConversion => ({
    field,
    definition,
    column,
    raw,
    rawName,
    value: valueSql(identifier(rawName), definition.type, format, `p${index}`),
  });
  switch (rule.kind) {
    case 'value':
      return make(field, text(rule.value), base);
    case 'row':
      return make(field, rowContent(source), base);
    case 'sql': {
      const computed = source.computed.get(field);
      // A text that the expression took from a column is written as the mapping says the file's are.
      const { dates, decimal } = entry.format;
      const format = computed && isText(computed) ? { ...base, dates: dates ?? null, decimal: decimal ?? base.decimal } : base;
      return make(field, computed ? rawOf(computed) : 'null::varchar', format);
    }
    case 'column': {
      const column = columnOf(source, rule, entry, field);
      const format = formatOf(definition, column, rule, entry, field, source);
      return make(column.name, ruledRaw(rawOf(column), rule), { ...base, ...format, empty: rule.empty });
    }
  }
};

/** Columns that no rule takes. Their types come later, from all their values (`custom_types.ts`). */
export const unmappedColumns = (entry: MappingEntry, source: RowSource): readonly SourceColumn[] => {
  const taken = new Set([...entry.columns.values()].flatMap((rule) => (rule.kind === 'column' ? [find(source, rule.from)?.name] : [])));
  return source.columns.filter((column) => !taken.has(column.name));
};

/**
 * The SQL that turns rows of a source into rows of an entity.
 * @param customTypes DuckDB type by the source column's lower-case name, for those that are kept as custom.
 */
export const planConversion = (
  entity: Entity,
  entry: MappingEntry,
  source: RowSource,
  zones: Zones,
  customTypes: ReadonlyMap<string, string>,
): Conversion => {
  const fields = [...entry.columns].flatMap(([field, rule], index) => {
    const definition = entity.fields[field];
    return definition ? [fieldConversion(field, definition, rule, entry, source, zones, index)] : [];
  });
  const customs = unmappedColumns(entry, source).map((column): CustomConversion => {
    const type = customTypes.get(column.name.toLowerCase()) ?? 'VARCHAR';
    const raw = rawOf(column);
    return {
      target: customColumn(column.name),
      type,
      misfit: source.scan ? misfitSql(column.name, type) : null,
      raw: type === 'VARCHAR' ? `nullif(${raw}, '')` : `try_cast(nullif(trim(${raw}), '') as ${type})`,
    };
  });
  return { entity, source, fields, customs, rowId: entry.columns.get('id')?.kind === 'row' };
};
