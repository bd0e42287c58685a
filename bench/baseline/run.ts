import { DuckDBInstance } from '@duckdb/node-api';
import { Session } from '../../src/warehouse/duckdb/database.ts';
import type { Row } from '../../src/warehouse/run.ts';
import { figures, type Sums } from './figures.ts';
import { duckdb, statementsIn } from './statements.ts';

/** A figure's place: KPI, first day of the month and, of a mix, the group. */
export type Figures = ReadonlyMap<string, number | null>;

export const place = (kpi: string, month: string, group: string | null = null): string => [kpi, month, group ?? ''].join(' ');

/** DuckDB with the exported Parquet as tables, under the memory and threads that the workspace has. */
export async function openBaseline(file: string, exported: string, tables: readonly string[], memory: string): Promise<Session> {
  const instance = await DuckDBInstance.create(file, { memory_limit: memory, temp_directory: `${file}.tmp` });
  const session = new Session(await instance.connect());
  await session.run("set timezone = 'UTC'");
  for (const table of tables) await session.run(`create table "${table}" as from '${exported}/${table}.parquet'`);
  await session.run('checkpoint');
  return session;
}

/** Runs every statement, one after another, as a user would. */
export async function runStatements(session: Session): Promise<ReadonlyMap<string, readonly Row[]>> {
  const answers = new Map<string, readonly Row[]>();
  for (const [name, sql] of Object.entries(statementsIn(duckdb))) answers.set(name, await session.run(sql));
  return answers;
}

/** The KPIs whose figures the baseline gives. Those of models, scores and panels have no statement by hand. */
export const baselineKpis: ReadonlySet<string> = new Set([...Object.keys(figures({}, 30)), 'opportunity_lost_reasons']);

const runningColumns = ['n', 'value', 'open_value', 'overdue_value', 'repeat_ever'];

/** The board's figures, from what the statements answered. */
export function figuresOf(answers: ReadonlyMap<string, readonly Row[]>, months: readonly string[]): Figures {
  const sums = new Map<string, Record<string, number | null>>(months.map((month) => [month, {}]));
  const found = new Map<string, number | null>();
  for (const [name, rows] of answers) {
    for (const row of rows) {
      const own = sums.get(String(row.month));
      if (!own || (name === 'opportunity' && row.is_total === 0)) continue;
      for (const [column, value] of Object.entries(row)) if (typeof value === 'number') own[column] = value;
    }
  }
  let before: Record<string, number | null> = {};
  for (const [month, own] of sums) {
    // A month in which nothing came or went ends as the one before.
    for (const column of runningColumns) own[column] ??= before[column] ?? null;
    before = own;
    const days = Temporal.PlainDate.from(month).daysInMonth;
    for (const [kpi, value] of Object.entries(figures(own satisfies Sums, days))) found.set(place(kpi, month), value);
  }
  const reasons = (answers.get('opportunity') ?? []).filter((row) => row.is_total === 0 && Number(row.lost) > 0);
  for (const row of reasons) {
    const all = reasons.filter(({ month }) => month === row.month).reduce((sum, { lost }) => sum + Number(lost), 0);
    found.set(
      place('opportunity_lost_reasons', String(row.month), row.lost_reason === null ? null : String(row.lost_reason)),
      Number(row.lost) / all,
    );
  }
  return found;
}
