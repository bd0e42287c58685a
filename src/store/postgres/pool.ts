import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { CuadroError } from '../../model/error.ts';
import { postgresError } from './error.ts';

/** PostgreSQL's counts and sums come as text; ours all fit a number, and one that did not must not pass as another. */
const exactNumber = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds exactly`);
  return value;
};

const numeric = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    numeric.has(id) && format !== 'binary' ? exactNumber : pg.types.getTypeParser(id, format),
};

/** Where a URL leads, without who goes there. @throws CuadroError `store_url_invalid`, which never repeats the URL */
function placeOf(url: string): string {
  if (!/^postgres(ql)?:\/\//i.test(url)) throw new CuadroError({ code: 'store_url_invalid', where: 'DATABASE_URL' });
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `${host}:${port}/${database ?? ''}`;
  } catch {
    // What the parser says may repeat the URL, and with it the password.
    throw new CuadroError({ code: 'store_url_invalid', where: 'DATABASE_URL' });
  }
}

const connectTimeoutMs = 10_000;

/**
 * Connections to PostgreSQL that speak of trouble as Cuadro does.
 * @throws CuadroError `store_url_invalid`; its connections and queries: `store_unreachable`, `store_login_refused`, `store_database_missing`,
 *   `store_read_only`, `store_full`, `store_busy`, `store_corrupt`
 */
export function openPool(url: string): PostgresPool {
  const place = placeOf(url);
  const guarded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw postgresError(error, place);
    });
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'cuadro',
    types,
  });
  // A connection that ends while nobody uses it is replaced by the next question; unheard it would end the process.
  pool.on('error', () => undefined);
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    // A connection that the server has ended may look sound until the news arrives: it goes back to nobody.
    let isLost = false;
    const query = (sql: string, parameters: readonly unknown[]): Promise<unknown> =>
      guarded(client.query(sql, [...parameters])).catch((error: unknown) => {
        isLost ||= error instanceof CuadroError && error.code === 'store_unreachable';
        throw error;
      });
    // Kysely's second form, with a cursor, is for streaming; the dialect is given none.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(isLost) };
  };
  return {
    connect: async () => {
      const client = await guarded(pool.connect());
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
