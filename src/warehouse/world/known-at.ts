import { type Column, columnsOf } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Entity } from '../../model/entity.ts';
import { batchColumn, untilColumn } from '../../model/layout.ts';

/**
 * The SELECT, in parentheses, of the versions of an entity's records that were current once a batch had landed.
 * @param inHistory which custom columns the superseded versions have too
 */
export const knownAtSql = (
  dialect: Dialect,
  entity: Entity,
  batch: number,
  relations: { readonly main: string; readonly history: string },
  custom: readonly Column[],
  inHistory: ReadonlySet<string>,
): string => {
  const columns = [...columnsOf(entity), ...custom];
  const name = (column: Column): string => dialect.identifier(column.name);
  const past = (column: Column): string =>
    custom.includes(column) && !inHistory.has(column.name)
      ? `${dialect.nullOf(column.type)} as ${name(column)}`
      : `p.${name(column)} as ${name(column)}`;
  return `(
    select ${columns.map((column) => `c.${name(column)} as ${name(column)}`).join(', ')} from ${relations.main} as c where c.${batchColumn} <= ${batch}
    union all
    select ${columns.map(past).join(', ')} from ${relations.history} as p where p.${batchColumn} <= ${batch} and (p.${untilColumn} is null or p.${untilColumn} > ${batch})
  )`;
};
