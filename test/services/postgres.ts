import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const execute = promisify(execFile);
const home = '/usr/lib/postgresql';

/** A PostgreSQL of the test's own, on a Unix socket that nobody else reaches, gone with `stop`. */
export interface PostgresServer {
  /** Of its user, password and socket. Default: the database `postgres`. */
  url(database?: string): string;
  readonly password: string;
  /** Runs SQL in a database, as its owner; for what a store does not do. */
  run(sql: string, database?: string): Promise<readonly Record<string, unknown>[]>;
  /** A new, empty database. @param collation of ICU, such as `es-ES`; default: as bytes @returns its URL */
  newDatabase(collation?: string): Promise<string>;
  /** Runs one of its own programs (`psql`, `pg_dump`) on a database. @returns what it prints */
  program(name: string, database: string, ...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

function programs(): string {
  const versions = existsSync(home) ? readdirSync(home).sort((left, right) => Number(right) - Number(left)) : [];
  const version = versions.find((one) => existsSync(join(home, one, 'bin', 'initdb')));
  if (version === undefined)
    throw new Error(`PostgreSQL is missing (${home}). "npm test" installs it as root; else: apt-get install postgresql`);
  return join(home, version, 'bin');
}

/** PostgreSQL refuses to run as root: then as the user that Debian makes for it. */
const isRoot = process.getuid?.() === 0;
const run = async (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const [file, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];
  const options = { maxBuffer: 1 << 28, env: { ...process.env, ...env }, cwd: tmpdir() };
  return (await execute(file, [...all], options)).stdout;
};

/** Starts a new, empty cluster; 2 to 3 s. Call it once a test file, and take a database for each test. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  const folder = (await run('mktemp', ['-d', '-p', tmpdir(), 'cuadro-pg-XXXXXX'])).trim();
  const data = join(folder, 'data');
  const user = 'cuadro';
  const password = randomBytes(12).toString('hex');
  const remove = () => run('rm', ['-rf', folder]);
  try {
    await run('sh', ['-c', `printf %s "$SECRET" > '${folder}/password'`], { SECRET: password });
    const access = ['-U', user, '-A', 'scram-sha-256', `--pwfile=${folder}/password`];
    await run(join(bin, 'initdb'), ['-D', data, ...access, '-E', 'UTF8', '--locale=C', '--no-sync']);
    const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=60`;
    await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  } catch (error) {
    await remove();
    throw error;
  }
  const url = (database = 'postgres'): string => `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(folder)}`;
  const query: PostgresServer['run'] = async (sql, database) => {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  let databases = 0;
  return {
    url,
    password,
    run: query,
    newDatabase: async (collation) => {
      databases += 1;
      const name = `test_${databases}`;
      const order = collation === undefined ? '' : ` template template0 locale_provider icu icu_locale '${collation}'`;
      await query(`create database ${name}${order}`);
      return url(name);
    },
    program: (name, database, ...args) =>
      run(join(bin, name), ['-h', folder, '-U', user, '-d', database, ...args], { PGPASSWORD: password }),
    stop: async () => {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']).catch(() => undefined);
      await remove();
    },
  };
}
