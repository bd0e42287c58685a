import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgres, statementsIn } from './baseline/statements.ts';
import { inSeconds, type Taken, take } from './clock.ts';
import { type BenchCompany, openCompany } from './company.ts';
import type { Finding } from './report.ts';

const execute = promisify(execFile);
const home = '/usr/lib/postgresql';

/** The newest PostgreSQL that Debian has installed; null when there is none. */
const binaries = (): string | null => {
  const version = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  return version === undefined ? null : join(home, version, 'bin');
};

/** PostgreSQL refuses to run as root: then as the user that Debian makes for it. */
const asUser = (command: string, args: readonly string[]): readonly [string, readonly string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];

const run = async (command: string, ...args: readonly string[]): Promise<string> => {
  const [file, all] = asUser(command, args);
  return (await execute(file, [...all], { maxBuffer: 1 << 28 })).stdout;
};

const types: Readonly<Record<string, string>> = { VARCHAR: 'text', DOUBLE: 'double precision', 'DECIMAL(18,4)': 'numeric(18,4)' };

/** Tables that the statements read. */
const used = [
  'campaign', 'campaign_message', 'activity', 'user', 'web_session', 'web_event', 'cost_day', 'survey_response', 'order', 'rate_day', 'market_estimate',
  'investment', 'lead', 'customer_span', 'stage_span', 'opportunity_span', 'opportunity', 'order_sequence', 'renewal', 'ticket', 'business_day',
  'ticket_contact', 'ticket_action', 'delivery', 'receivable_span', 'invoice',
]; // biome-ignore format: a list

/** What one would index for a board by month: the days that are asked for, and what is joined. */
const indexes: readonly (readonly [table: string, columns: string])[] = [
  ['campaign', 'id'], ['campaign_message', 'sent_at_day'], ['activity', 'occurred_at_day'], ['user', 'id'], ['web_session', 'id'],
  ['web_session', 'started_at_day'], ['web_event', 'occurred_at_day'], ['cost_day', 'day'], ['survey_response', 'responded_at_day'], ['order', 'id'],
  ['order', 'ordered_at_day'], ['rate_day', 'currency, day'], ['lead', 'created_at_day'], ['lead', 'handed_over_at_day'],
  ['customer_span', 'account_id'], ['stage_span', 'valid_from_day'], ['opportunity_span', 'valid_from_day'], ['opportunity', 'closed_at_day'],
  ['order_sequence', 'ordered_at_day'], ['renewal', 'due_on'], ['ticket', 'id'], ['ticket', 'opened_at_day'], ['ticket', 'resolved_at_day'],
  ['ticket', 'first_response_at_day'], ['ticket', 'closed_at_day'], ['business_day', 'day'], ['ticket_contact', 'opened_at_day'],
  ['ticket_action', 'occurred_at_day'], ['delivery', 'promised_at_first_day'], ['delivery', 'delivered_at_day'], ['receivable_span', 'invoice_id'],
  ['invoice', 'id'], ['invoice', 'issued_on'],
]; // biome-ignore format: a list

/** Brings the company's tables over, as CSV. */
async function load(company: BenchCompany, psql: (...args: readonly string[]) => Promise<string>, folder: string): Promise<void> {
  const database = await openCompany(company);
  try {
    const { run: query } = database.session;
    for (const table of used) {
      const columns = await query(
        `select column_name as name, data_type as type from duckdb_columns() where schema_name = 'main' and table_name = '${table}' and not starts_with(column_name, 'custom.') order by column_index`,
      );
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const csv = join(folder, `${table}.csv`);
      await query(`copy (select ${names} from main."${table}") to '${csv}' (header false)`);
      await chmod(csv, 0o644);
      const definition = columns.map(({ name, type }) => `"${name}" ${types[String(type)] ?? type}`).join(', ');
      await psql('-c', `create table "${table}" (${definition})`, '-c', `\\copy "${table}" from '${csv}' with (format csv)`);
      await rm(csv);
    }
  } finally {
    database.close();
  }
  for (const [table, columns] of indexes) await psql('-c', `create index on "${table}" (${columns})`);
  await psql('-c', 'vacuum analyze');
}

/** The same board in PostgreSQL, for comparison; one line that says so where there is none. */
export async function measurePostgres(company: BenchCompany, cold: Taken): Promise<readonly Finding[]> {
  const what = 'The same board in PostgreSQL with indexes, against Cuadro’s not cached';
  const bin = binaries();
  if (bin === null) return [{ what, measured: 'PostgreSQL is not installed', ratio: '–', target: null, isMet: null }];
  const folder = (await run('mktemp', '-d', '-p', tmpdir(), 'cuadro-bench-pg-XXXX')).trim();
  const passing = await mkdtemp(join(tmpdir(), 'cuadro-bench-csv-'));
  await chmod(passing, 0o755);
  const data = join(folder, 'data');
  const psql = (...args: readonly string[]): Promise<string> =>
    run(join(bin, 'psql'), '-h', folder, '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', ...args);
  try {
    await run(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-E', 'UTF8', '--no-sync');
    const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c shared_buffers=1200MB -c work_mem=64MB -c fsync=off -c jit=off`;
    await run(join(bin, 'pg_ctl'), '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
    try {
      await load(company, psql, passing);
      const board = () => psql(...Object.values(statementsIn(postgres)).flatMap((sql) => ['-o', '/dev/null', '-c', sql]));
      await board();
      const taken = await take(board);
      return [
        {
          what,
          measured: `${taken.seconds.toPrecision(3)} s against ${inSeconds(cold)}`,
          ratio: (taken.seconds / cold.seconds).toFixed(1),
          target: null,
          isMet: null,
        },
      ];
    } finally {
      await run(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop');
    }
  } finally {
    await run('rm', '-rf', folder);
    await rm(passing, { recursive: true, force: true });
  }
}
