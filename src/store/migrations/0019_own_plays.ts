import type { Kysely, Migration } from 'kysely';

/** Whom a company's own play suits, and since when it is not suggested any more. */
export const ownPlays: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema.alterTable('play').addColumn('suits', 'text').execute();
    await db.schema.alterTable('play').addColumn('retired_at', 'text').execute();
  },
};
