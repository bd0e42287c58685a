import { type Column, columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Dataset, Entity } from '../../model/entity.ts';
import { beforesOf, type Field, type FieldType } from '../../model/field.ts';
import { dayColumn } from '../../model/layout.ts';
import { isLive } from '../derived/moment.ts';

/** What an as-of view needs beside its entity. */
export interface AsOf {
  readonly dialect: Dialect;
  /** YYYY-MM-DD: the world is that of the end of this day. */
  readonly day: string;
  readonly timeZone: string;
  /** The SQL name of the field changes that are known. */
  readonly changes: string;
}

/** The name of the column that says on which day something happened. */
const dayOf = (entity: Dataset, field: string): string => (entity.fields[field]?.type === 'instant' ? dayColumn(field) : field);

const isTime = (field: Field): boolean => field.type === 'instant' || field.type === 'date';

/** What a field of an entity's records read at the end of the day, of those that changed after it: _source, record_id, value. */
const valueThen = ({ dialect, day, changes }: AsOf, entity: string, field: string): string => {
  const ordered = (name: string, condition: string, direction: string) => `(
    select c._source, c.record_id, c.old_value, c.new_value, row_number() over (partition by c._source, c.record_id order by c.changed_at ${direction}, c.id ${direction}) as place
    from ${changes} as c
    where ${isLive('c')} and c.entity = ${dialect.text(entity)} and c.field = ${dialect.text(field)} and c.record_id is not null and c.changed_at_day ${condition} ${dialect.date(day)}
  ) as ${name}`;
  return `(
    select n._source as _source, n.record_id as record_id, case when l.record_id is not null then l.new_value else n.old_value end as value
    from ${ordered('n', '>', 'asc')}
    left join ${ordered('l', '<=', 'desc')} on l._source = n._source and l.record_id = n.record_id and l.place = 1
    where n.place = 1
  )`;
};

const constant = (dialect: Dialect, value: string | boolean | null, type: FieldType): string => {
  if (value === null) return dialect.nullOf(type);
  return typeof value === 'boolean' ? dialect.boolean(value) : dialect.text(value);
};

/**
 * The SELECT of an entity's records as they were at the end of a day: those that begin later are not there; times after it are
 * null (planned ones stay); a field that such a time brought about reads what it read before; a field that changed after it reads
 * what it read then.
 * @param rows the SQL name of the records, or a SELECT in parentheses
 * @param changed the entity's fields (or `custom.<name>` columns) that have changes after the day
 */
export const asOfSql = (asOf: AsOf, entity: Entity, rows: string, custom: readonly Column[], changed: readonly string[]): string => {
  const { dialect } = asOf;
  const day = dialect.date(asOf.day);
  const columns = [...columnsOf(entity), ...custom];
  const own = (column: string): string => `b.${dialect.identifier(column)}`;
  const isLater = (field: string): string => `${own(dayOf(entity, field))} > ${day}`;
  const histories = changed.filter((field) => columns.some(({ name }) => name === field));

  const clipped = (field: string, column: Column): string => {
    const of = entity.fields[field];
    if (!of) return own(column.name);
    const befores = beforesOf(of);
    if (befores.length > 0) {
      const cases = befores.map((before) => `when ${isLater(before.field)} then ${constant(dialect, before.value, column.type)}`);
      return `case ${cases.join(' ')} else ${own(column.name)} end`;
    }
    if (isTime(of) && !of.planned) return `case when ${isLater(field)} then ${dialect.nullOf(column.type)} else ${own(column.name)} end`;
    return own(column.name);
  };
  const columnThen = (column: Column): string => {
    const field = column.type === 'date' && !entity.fields[column.name] ? column.name.replace(/_day$/, '') : column.name;
    const index = histories.indexOf(field);
    if (index < 0) return clipped(field, column);
    const type = entity.fields[field]?.type ?? column.type;
    const then = dialect.cast(`h${index}.value`, type);
    const value = type === 'instant' && column.type === 'date' ? dialect.localDay(then, asOf.timeZone) : then;
    return `case when h${index}.record_id is not null then ${value} else ${clipped(field, column)} end`;
  };

  const joins = histories.map(
    (field, index) =>
      `left join ${valueThen(asOf, entity.name, field)} as h${index} on h${index}._source = b._source and h${index}.record_id = b.id`,
  );
  return `select ${columns.map((column) => `${columnThen(column)} as ${dialect.identifier(column.name)}`).join(', ')}
from ${rows} as b
${joins.join('\n')}
where ${own(dayOf(entity, entity.begins))} is null or ${own(dayOf(entity, entity.begins))} <= ${day}`;
};
