import { type Environment, secretOf } from './values.ts';

/**
 * The PostgreSQL that holds the store: DATABASE_URL, which has a password in it, or the file that DATABASE_URL_FILE names. Null: the store
 * is in the workspace.
 * @throws CuadroError `config_secret_exposed`, `config_secret_unreadable`
 */
export const storeUrlOf = (env: Environment): string | null => secretOf('DATABASE_URL', env, null) || null;
