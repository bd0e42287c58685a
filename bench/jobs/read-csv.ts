import { DuckDBInstance } from '@duckdb/node-api';
import { report } from '../child.ts';

/** `read-csv.ts DATABASE CSV`: DuckDB's own way to bring a CSV into a table. */
const [file = '', csv = ''] = process.argv.slice(2);
await report(async () => {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`create table activity as from read_csv('${csv}')`);
  connection.closeSync();
  instance.closeSync();
});
