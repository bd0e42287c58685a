import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';

const { identifier } = duckdbDialect;

/** Everything that imports made, table by table, rows in a fixed order: two workspaces with the same state hold the same. */
export const stateOf = async (run: Run, options: { readonly batches: boolean } = { batches: true }): Promise<string> => {
  const parts: string[] = [];
  const tables = [...entities.values()].flatMap(({ name }) => [`main.${identifier(name)}`, `history.${identifier(name)}`]);
  const counts = await run(
    tables.map((table) => `select ${duckdbDialect.text(table)} as name, count(*) as n from ${table}`).join(' union all '),
  );
  const filled = new Set(counts.filter(({ n }) => Number(n) > 0).map(({ name }) => name));
  const customs = await run(`select schema_name || '."' || table_name || '"' as name, column_name || ' ' || data_type as column
    from duckdb_columns() where starts_with(column_name, 'custom.') order by all`);
  for (const table of tables) {
    const columns = customs.filter(({ name }) => name === table).map(({ column }) => String(column));
    if (!filled.has(table) && columns.length === 0) continue;
    const excluded = options.batches ? '' : `exclude (_batch${table.startsWith('history') ? ', _until' : ''})`;
    const rows = await run(`select to_json(t)::varchar as row from (select * ${excluded} from ${table}) t order by 1`);
    parts.push(`${table} [${columns.join(', ')}]\n${rows.map(({ row }) => row).join('\n')}`);
  }
  const marks = await run(
    `select to_json(t)::varchar as row from (select source, entity, instant, day, date_only, declared from cuadro.watermark) t order by 1`,
  );
  return [...parts, 'watermarks', ...marks.map(({ row }) => String(row))].join('\n');
};
