import type { Kysely, Migration } from 'kysely';

/** Whose KPIs are, what reviews decided, how definitions changed, who looks at what. */
export const reviews: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('review')
      .addColumn('kpi', 'text', (column) => column.primaryKey())
      .addColumn('owner_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('owner_name', 'text')
      .addColumn('next_on', 'text')
      .addColumn('retired_on', 'text')
      .execute();
    await db.schema
      .createTable('review_decision')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kpi', 'text', (column) => column.notNull())
      .addColumn('decision', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('author_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('author_name', 'text')
      .addColumn('decided_on', 'text', (column) => column.notNull())
      .addColumn('next_on', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('review_decision_kpi').on('review_decision').columns(['kpi', 'created_at']).execute();
    await db.schema
      .createTable('definition')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kpi', 'text', (column) => column.notNull())
      .addColumn('from_day', 'text', (column) => column.notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('definition_kpi').on('definition').columns(['kpi', 'seen_at']).execute();
    await db.schema
      .createTable('usage')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kpi', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('usage_key', ['day', 'kpi', 'member_id'])
      .execute();
    await db.schema.createIndex('usage_kpi').on('usage').columns(['kpi', 'day']).execute();
  },
};
