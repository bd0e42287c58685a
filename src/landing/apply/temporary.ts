import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';

const names = ['compared', 'duplicate_ids', 'next_versions', 'rejected_rows', 'rivals', 'vanished_versions', 'verdicts'];

/** Temporary tables live as long as the connection, and a server's lives long. */
export const dropTemporary = async (run: Run): Promise<void> => {
  const made = await run("select table_name as name from duckdb_tables() where database_name = 'temp'");
  const ours = new Set([...names, ...[...entities.keys()].map((entity) => `incoming_${entity}`)]);
  for (const { name } of made) if (ours.has(String(name))) await run(`drop table temp.${duckdbDialect.identifier(String(name))}`);
};
