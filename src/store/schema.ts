/**
 * Every table of the store: its name and the shape of its rows. One file a table in `tables/`. Instants are ISO 8601 in UTC, truth values
 * 0 and 1, documents JSON text, so that SQLite and PostgreSQL hold the same.
 */
// biome-ignore lint/complexity/noBannedTypes: the first table joins with its first migration
export type Schema = {};
