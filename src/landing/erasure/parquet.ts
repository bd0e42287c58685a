import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DetectedFormat, InputFile } from '../../sources/file/contract-types.ts';
import { Session } from '../../warehouse/duckdb/database.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { RowPlan } from './row-plan.ts';

const { identifier, text } = duckdbDialect;

/** @returns rows that changed; as `redactDelimited` */
export async function redactParquet(file: InputFile, _format: DetectedFormat, plan: RowPlan, path: string): Promise<number> {
  const plainFile = file.gzip ? `${path}.in` : file.path;
  if (file.gzip) writeFileSync(plainFile, gunzipSync(readFileSync(file.path)), { mode: 0o600 });
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
  const session = new Session(await instance.connect());
  try {
    await session.run(`create table t as select row_number() over () as "cuadro row", * from read_parquet(${text(plainFile)})`);
    const described = (await session.run('describe t')).map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
    const columns = described.slice(1);
    const width = 5_000;
    let changed = 0;
    const updates: string[] = [];
    const retyped = new Set<string>();
    for (let from = 0; ; from += width) {
      const cells = columns.map(({ name }) => `cast(${identifier(name)} as VARCHAR) as ${identifier(name)}`).join(', ');
      const rows = await session.run(
        `select "cuadro row" as n, ${cells} from t where "cuadro row" > ${from} and "cuadro row" <= ${from + width}`,
      );
      for (const row of rows) {
        const { n, ...values } = row;
        const news = plan.row(new Map(Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)])));
        if (news.size === 0) continue;
        changed++;
        for (const name of news.keys()) if (columns.find((column) => column.name === name)?.type !== 'VARCHAR') retyped.add(name);
        const sets = [...news].map(([name, value]) => `${identifier(name)} = ${value === '' ? 'null' : text(value)}`);
        updates.push(`update t set ${sets.join(', ')} where "cuadro row" = ${String(n)}`);
      }
      if (rows.length === 0) break;
    }
    for (const name of retyped) await session.run(`alter table t alter column ${identifier(name)} set data type VARCHAR`);
    for (const update of updates) await session.run(update);
    await session.run(`copy (select * exclude ("cuadro row") from t order by "cuadro row") to ${text(`${path}.out`)} (format parquet)`);
    if (file.gzip) writeFileSync(path, gzipSync(readFileSync(`${path}.out`)), { mode: 0o600, flush: true });
    else await rename(`${path}.out`, path);
    return changed;
  } finally {
    session.close();
    instance.closeSync();
    if (file.gzip) for (const left of [plainFile, `${path}.out`]) rmSync(left, { force: true });
  }
}
