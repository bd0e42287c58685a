import type { Migration } from 'kysely';

/** In order of their names; only ever added to. Each file is named as its migration. */
export const migrations: Readonly<Record<string, Migration>> = {};
