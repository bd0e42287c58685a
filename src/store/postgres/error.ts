import { CuadroError } from '../../model/error.ts';

/** SQLSTATE codes (PostgreSQL, appendix A) and Node's own of the network. */
const codes: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^(28P01|28000)$/, 'store_login_refused'],
  [/^3D000$/, 'store_database_missing'],
  [/^(42501|25006)$/, 'store_read_only'],
  [/^53100$/, 'store_full'],
  [/^(53300|55P03|40001|40P01)$/, 'store_busy'],
  [/^(XX001|XX002)$/, 'store_corrupt'],
  [/^(08...|57P0[1-5])$/, 'store_unreachable'],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|EPIPE|EACCES)$/, 'store_unreachable'],
];

/** What the driver says of a connection that ended, without a code. */
const ended = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

const codeOf = (error: Error): string | undefined => {
  const given = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Node tries each address of a name: what it tells of them all is in `errors`.
  if (error instanceof AggregateError) return 'store_unreachable';
  return codes.find(([pattern]) => pattern.test(given))?.[1] ?? (ended.test(error.message) ? 'store_unreachable' : undefined);
};

/**
 * @param where host, port and database, never the password
 * @returns what PostgreSQL or its driver says as an error of Cuadro's, where it is about the server; anything else as it is
 */
export function postgresError(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  const found =
    error instanceof AggregateError ? error.errors.map((one) => (one instanceof Error ? one.message : '')).join('; ') : error.message;
  return new CuadroError({ code, blame: 'internal', where, found, cause: error });
}
