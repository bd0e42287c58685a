import type { Kysely, Migration } from 'kysely';

/** Of which customers an action is: a class, a stage of life, those who need somebody. */
export const actionAmong: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema.alterTable('action').addColumn('among', 'text').execute();
  },
};
