import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';

const { identifier } = duckdbDialect;

/** Everything that imports made, table by table, rows in a fixed order: two workspaces with the same state hold the same. */
export const stateOf = async (run: Run, options: { readonly batches: boolean } = { batches: true }): Promise<string> => {
  const parts: string[] = [];
  const leave = options.batches ? '' : 'exclude (_batch)';
  const leaveUntil = options.batches ? '' : 'exclude (_batch, _until)';
  for (const { name } of entities.values()) {
    for (const [schema, excluded] of [
      ['main', leave],
      ['history', leaveUntil],
    ]) {
      const table = `${schema}.${identifier(name)}`;
      const columns = (await run(`describe ${table}`))
        .map((row) => `${row.column_name} ${row.column_type}`)
        .filter((column) => column.startsWith('custom.'));
      const rows = await run(`select to_json(t)::varchar as row from (select * ${excluded} from ${table}) t order by 1`);
      if (rows.length > 0 || columns.length > 0) parts.push(`${table} [${columns.join(', ')}]\n${rows.map(({ row }) => row).join('\n')}`);
    }
  }
  const marks = await run(
    `select to_json(t)::varchar as row from (select source, entity, instant, day, date_only, declared from cuadro.watermark) t order by 1`,
  );
  return [...parts, 'watermarks', ...marks.map(({ row }) => String(row))].join('\n');
};
