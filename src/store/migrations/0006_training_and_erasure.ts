import type { Kysely, Migration } from 'kysely';

export const trainingAndErasure: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('training')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('passed_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('training_user_index').on('training').column('user_id').execute();
    await db.schema
      .createTable('backup_made')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('bytes', 'double precision', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .execute();
  },
};
