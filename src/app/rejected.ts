import type { z } from 'zod';
import { duckdbDialect } from '../warehouse/duckdb/dialect.ts';
import type { Run } from '../warehouse/run.ts';
import type { problemSchema } from './output/problem.ts';

export type RowProblem = z.output<typeof problemSchema>;

export interface RejectedRow {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
}

const { text } = duckdbDialect;

const rowsOf = (path: string): string =>
  `read_csv(${text(path)}, header = true, all_varchar = true, columns = {'file': 'VARCHAR', 'line': 'VARCHAR', 'column': 'VARCHAR', 'value': 'VARCHAR', 'code': 'VARCHAR', 'reason': 'VARCHAR'})`;

const mostProblems = 100;
const mostValues = 12;

/** Rejected rows by what is wrong with them. @param path of the file of rejected rows; null: there is none */
export async function problemsOf(run: Run, path: string | null): Promise<RowProblem[]> {
  if (path === null) return [];
  const groups = await run(`with r as (select *, coalesce("column", '') as c from ${rowsOf(path)}),
v as (select file, c, code, value, count(*) as n from r where value is not null and value <> '' group by all),
best as (select * from v qualify row_number() over (partition by file, c, code order by n desc, value) <= ${mostValues})
select r.file, r.c, r.code, any_value(r.reason) as reason, count(*) as n,
  to_json(list_sort(list(distinct r.line::bigint))[1:5]) as lines,
  (select to_json(list({'value': left(b.value, 200), 'rows': b.n} order by b.n desc, b.value)) from best b where b.file = r.file and b.c = r.c and b.code = r.code) as vals
from r group by r.file, r.c, r.code order by n desc, r.file, r.c limit ${mostProblems}`);
  return groups.map(({ file, c, code, reason, n, lines, vals }) => ({
    file: String(file),
    column: c === '' ? null : String(c),
    code: String(code),
    reason: String(reason),
    rows: Number(n),
    lines: numbersOf(lines),
    values: valuesOf(vals),
  }));
}

const parsed = (json: unknown): readonly unknown[] => {
  const value: unknown = typeof json === 'string' ? JSON.parse(json) : [];
  return Array.isArray(value) ? value : [];
};
const numbersOf = (json: unknown): number[] => parsed(json).flatMap((one) => (typeof one === 'number' ? [one] : []));
const valuesOf = (json: unknown): RowProblem['values'] =>
  parsed(json).flatMap((one) =>
    typeof one === 'object' && one !== null && 'value' in one && 'rows' in one
      ? [{ value: String(one.value), rows: Number(one.rows) }]
      : [],
  );

/** The rejected rows themselves, in the order of the files. */
export async function rejectedRows(
  run: Run,
  path: string,
  limit: number,
): Promise<{ readonly total: number; readonly rows: RejectedRow[] }> {
  const [count] = await run(`select count(*) as n from ${rowsOf(path)}`);
  const rows = limit === 0 ? [] : await run(`select * from ${rowsOf(path)} limit ${limit}`);
  return {
    total: Number(count?.n ?? 0),
    rows: rows.map(({ file, line, column, value, code, reason }) => ({
      file: String(file),
      line: line === null ? null : Number(line),
      column: column === null ? null : String(column),
      value: value === null ? null : String(value),
      code: String(code),
      reason: String(reason),
    })),
  };
}
