import type { Kysely, Migration } from 'kysely';

/** What people do about figures and customers, and how they do it. */
export const actions: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('action')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('author_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('author_name', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('hypothesis', 'text')
      .addColumn('texts', 'text')
      .addColumn('kpi', 'text')
      .addColumn('scope', 'text')
      .addColumn('customer_source', 'text')
      .addColumn('customer_id', 'text')
      .addColumn('record_entity', 'text')
      .addColumn('record_source', 'text')
      .addColumn('record_id', 'text')
      .addColumn('alert_id', 'text')
      .addColumn('play', 'text')
      .addColumn('owner_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('owner_source', 'text')
      .addColumn('owner_user', 'text')
      .addColumn('person_source', 'text')
      .addColumn('person_user', 'text')
      .addColumn('private', 'integer', (column) => column.notNull())
      .addColumn('due_on', 'text')
      .addColumn('expected_change', 'double precision')
      .addColumn('expected_relative', 'integer', (column) => column.notNull())
      .addColumn('expected_by', 'text')
      .addColumn('cost', 'double precision')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('closed_on', 'text')
      .addColumn('outcome', 'text')
      .addColumn('batch', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('action_due').on('action').columns(['status', 'due_on']).execute();
    await db.schema.createIndex('action_kpi').on('action').column('kpi').execute();
    await db.schema
      .createTable('action_event')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('action_id', 'text', (column) => column.notNull().references('action.id').onDelete('cascade'))
      .addColumn('by_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('by_name', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('fields', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('action_event_of').on('action_event').columns(['action_id', 'at']).execute();
    await db.schema
      .createTable('play')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('author_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('idea', 'text', (column) => column.notNull())
      .addColumn('steps', 'text', (column) => column.notNull())
      .addColumn('serves', 'text', (column) => column.notNull())
      .addColumn('measure', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
  },
};
