import type { Database } from '../../warehouse/duckdb/database.ts';

/**
 * What was deleted still stands in the free blocks of the warehouse's file until something is written over it: this writes over it.
 * What is left is for `compact.ts`.
 */
export async function scrubWarehouse({ session }: Pick<Database, 'session'>): Promise<void> {
  const { run } = session;
  if ((await run("select 1 from cuadro.meta where key = 'scrub'")).length === 0) return;
  await run('checkpoint');
  for (let round = 0; round < 8; round++) {
    const [size] = await run('select free_blocks, block_size from pragma_database_size()');
    const blocks = Number(size?.free_blocks ?? 0);
    if (blocks === 0) break;
    // Hashes in hexadecimal do not compress below a third, and a block that is begun is written whole.
    const rows = Math.ceil((blocks * Number(size?.block_size ?? 262_144)) / 8 / (round === 0 ? 1 : 4)) + 1_000;
    await run(`create table cuadro.scrub_${round} as select hash(range + random() * 1e15) as filler from range(${rows})`);
    await run('checkpoint');
  }
  for (const row of await run(
    "select table_name as name from duckdb_tables() where schema_name = 'cuadro' and starts_with(table_name, 'scrub_')",
  ))
    await run(`drop table cuadro."${String(row.name)}"`);
  await run('checkpoint');
}
