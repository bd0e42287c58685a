import { batchColumn, sourceColumn, untilColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { historyTable, mainTable } from '../apply/target.ts';

const { identifier, text } = duckdbDialect;

/**
 * Forgets what is noted of the source's batches from `number` on: watermarks and custom columns.
 * @returns the entities whose custom columns are to be settled.
 */
export const forgetFrom = async (run: Run, source: string, number: number): Promise<readonly string[]> => {
  await run(`delete from cuadro.watermark_log where source = ${text(source)} and batch >= ${number}`);
  const custom = await run(`delete from cuadro.custom_column where source = ${text(source)} and batch >= ${number} returning entity`);
  return [...new Set(custom.map((row) => String(row.entity)))];
};

/**
 * Takes everything of a source back to how it was before batch `number`: later versions go, those they superseded come back.
 * @returns the entities that changed.
 */
export const revertFrom = async (run: Run, source: string, number: number): Promise<readonly string[]> => {
  const ours = `${identifier(sourceColumn)} = ${text(source)}`;
  const [batch, until] = [identifier(batchColumn), identifier(untilColumn)];
  const changed: string[] = [];
  for (const entity of entities.values()) {
    const [main, history] = [mainTable(entity), historyTable(entity)];
    const [row] = await run(`select (select count(*) from ${main} where ${ours} and ${batch} >= ${number})
      + (select count(*) from ${history} where ${ours} and ${until} >= ${number}) as n`);
    if (Number(row?.n ?? 0) === 0) continue;
    changed.push(entity.name);
    await run(`delete from ${main} where ${ours} and ${batch} >= ${number}`);
    await run(
      `insert into ${main} by name select * exclude (${until}) from ${history} where ${ours} and ${until} >= ${number} and ${batch} < ${number}`,
    );
    await run(`delete from ${history} where ${ours} and (${until} >= ${number} or ${batch} >= ${number})`);
  }
  return changed;
};
