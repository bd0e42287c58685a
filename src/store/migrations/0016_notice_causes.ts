import type { Kysely, Migration } from 'kysely';

/** What is told of one cause is told together. */
export const noticeCauses: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema.alterTable('notice').addColumn('cause', 'text').execute();
    await db.schema.alterTable('notice').addColumn('place', 'integer').execute();
    await db.schema.createIndex('notice_cause').on('notice').column('cause').execute();
  },
};
