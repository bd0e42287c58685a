import type { Kysely, Migration } from 'kysely';

/** Whose board opens first, which version a board is at, and what stands in for a retired KPI. */
export const homes: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema.alterTable('member').addColumn('board', 'text').execute();
    await db.schema
      .alterTable('board')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema.alterTable('review').addColumn('replaced_by', 'text').execute();
  },
};
