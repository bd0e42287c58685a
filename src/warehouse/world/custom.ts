import type { Dialect } from '../../model/dialect.ts';
import type { FieldType } from '../../model/field.ts';
import type { Run } from '../run.ts';

const prefix = 'custom.';

const typeOf = (physical: string): FieldType => {
  const type = physical.toLowerCase();
  if (/datetime|timestamp/.test(type)) return 'instant';
  if (type.includes('date')) return 'date';
  if (/int/.test(type)) return 'integer';
  if (/double|float|decimal/.test(type)) return 'number';
  return type.includes('bool') ? 'boolean' : 'text';
};

/** The `custom.<name>` columns of the tables of a schema, by table, without the prefix. */
export const readCustomColumns = async (
  run: Run,
  dialect: Dialect,
  schema: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, FieldType>>> => {
  const found = new Map<string, Map<string, FieldType>>();
  const rows = await run(
    `select table_name as t, column_name as c, data_type as d from information_schema.columns where table_schema = ${dialect.text(schema)} and column_name like 'custom.%' order by ordinal_position`,
  );
  for (const row of rows) {
    const table = String(row.t);
    const columns = found.get(table) ?? new Map<string, FieldType>();
    found.set(table, columns.set(String(row.c).slice(prefix.length), typeOf(String(row.d))));
  }
  return found;
};
