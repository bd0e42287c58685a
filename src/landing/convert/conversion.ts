import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { batchColumn, dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import type { ValueSql } from '../../sources/file/contract-types.ts';
import { stepsSql } from '../../sources/file/value/steps-sql.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { RowSource } from './row_source.ts';

const { identifier, text } = duckdbDialect;

export interface FieldConversion {
  readonly field: string;
  readonly definition: Field;
  /** The source column, for messages; the field's own name where a constant or SQL gives it. */
  readonly column: string;
  /** SQL for the raw text over the source's relation. */
  readonly raw: string;
  /** The name under which the raw text stands below `value`. */
  readonly rawName: string;
  readonly value: ValueSql;
}

export interface CustomConversion {
  /** The column of the warehouse, `custom.region`. */
  readonly target: string;
  /** DuckDB type. */
  readonly type: string;
  /** SQL over the source's relation, of that type. */
  readonly raw: string;
  /** Boolean SQL over the source's relation: the type does not hold this row's value. Null where that has been made sure. */
  readonly misfit: string | null;
}

/** How the rows of one mapping entry become rows of an entity. Pure SQL text. */
export interface Conversion {
  readonly entity: Entity;
  readonly source: RowSource;
  readonly fields: readonly FieldConversion[];
  readonly customs: readonly CustomConversion[];
  /** True when the id is made of the row's content. */
  readonly rowId: boolean;
}

const customName = (index: number): string => `k${index}`;
const misfitName = (index: number): string => `m${index}`;

/** The source's rows with raw texts, customs and the steps of all values beside them. */
const stepped = (conversion: Conversion): string => {
  const raws = conversion.fields.map((field) => `${field.raw} as ${identifier(field.rawName)}`);
  const customs = conversion.customs.map((custom, index) => `${custom.raw} as ${identifier(customName(index))}`);
  const misfits = conversion.customs.flatMap(({ misfit }, index) => (misfit === null ? [] : [`${misfit} as ${misfitName(index)}`]));
  const base = `(select ${conversion.source.line ?? 'null::bigint'} as line, ${[...raws, ...customs, ...misfits].join(', ')} from ${conversion.source.relation})`;
  return stepsSql(
    base,
    conversion.fields.map((field) => field.value),
  );
};

const problemOf = (field: FieldConversion): string => {
  if (field.field !== 'id') return field.value.problem;
  return `case when (${field.value.value}) is null then 'missing_id' else ${field.value.problem} end`;
};

const canFail = (field: FieldConversion): boolean => field.field === 'id' || !/^null(::varchar)?$/i.test(field.value.problem);

/** Each step of a conversion computed once, with a problem a field. */
const judged = (conversion: Conversion): string => {
  const problems = conversion.fields.flatMap((field, index) => (canFail(field) ? [`${problemOf(field)} as e${index}`] : []));
  return problems.length === 0 ? stepped(conversion) : `(select *, ${problems.join(', ')} from ${stepped(conversion)})`;
};

const badness = (conversion: Conversion): string => {
  const tests = conversion.fields.flatMap((field, index) => (canFail(field) ? [`e${index} is not null`] : []));
  return tests.length === 0 ? 'false' : `(${tests.join(' or ')})`;
};

const dateOnly = (conversion: Conversion): string => {
  const flags = conversion.fields.flatMap(({ field, value }) => (value.dateOnly === null ? [] : [{ field, flag: value.dateOnly }]));
  if (flags.length === 0) return 'null::varchar';
  const any = flags.map(({ flag }) => `(${flag})`).join(' or ');
  const parts = flags.map(({ field, flag }) => `case when ${flag} then ${text(`${field},`)} else '' end`);
  return `case when ${any} then ',' || ${parts.join(' || ')} end`;
};

/**
 * A SELECT of the entity's columns that this conversion gives, for the rows without a fault.
 * @param withLine adds `line` as a first column.
 */
export const acceptedRows = (conversion: Conversion, source: string, batch: number, withLine = false): string =>
  `select ${canonical(conversion, source, String(batch), withLine)} from ${judged(conversion)} where not ${badness(conversion)}`;

/** The same for all rows, with batch −1 on those that have a fault or a value that its custom column does not hold. */
export const flaggedRows = (conversion: Conversion, source: string, batch: number): string => {
  const misfits = conversion.customs.flatMap(({ misfit }, index) => (misfit === null ? [] : [misfitName(index)]));
  const bad = [badness(conversion), ...misfits].join(' or ');
  return `select ${canonical(conversion, source, `case when ${bad} then -1 else ${batch} end`, false)} from ${judged(conversion)}`;
};

const canonical = (conversion: Conversion, source: string, batch: string, withLine: boolean): string => {
  const columns = conversion.fields.flatMap(({ field, value }) => [
    `${value.value} as ${identifier(field)}`,
    ...(value.day === null ? [] : [`${value.day} as ${identifier(dayColumn(field))}`]),
  ]);
  const customs = conversion.customs.map((custom, index) => `${identifier(customName(index))} as ${identifier(custom.target)}`);
  const all = [
    ...(withLine ? ['line'] : []),
    `${text(source)} as ${identifier(sourceColumn)}`,
    ...columns,
    `${batch} as ${identifier(batchColumn)}`,
    `${dateOnly(conversion)} as ${identifier(dateOnlyColumn)}`,
    ...customs,
  ];
  return all.join(', ');
};

/** A SELECT of (line, field, column, value, code), one row a fault. */
export const faults = (conversion: Conversion): string => {
  const items = conversion.fields.flatMap((field, index) =>
    canFail(field)
      ? [
          `{'field': ${text(field.field)}, 'column': ${text(field.column)}, 'value': ${identifier(field.rawName)}::varchar, 'code': e${index}}`,
        ]
      : [],
  );
  if (items.length === 0) return "select null::bigint as line, '' as field, '' as \"column\", '' as value, '' as code where false";
  return `select line, fault.field as field, fault."column" as "column", fault.value as value, fault.code as code
    from (select line, unnest([${items.join(', ')}]) as fault from ${judged(conversion)} where ${badness(conversion)})
    where fault.code is not null`;
};

/** A SELECT of the ids of rows with a fault (those that have one): they are there, though not taken. */
export const faultyIds = (conversion: Conversion): string => {
  const id = conversion.fields.find(({ field }) => field === 'id');
  return `select ${id ? id.value.value : 'null::varchar'} as id from ${judged(conversion)} where ${badness(conversion)}`;
};
