import type { Kysely, Migration } from 'kysely';

export const notices: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('notice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('facts', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('addressed_at', 'text')
      .execute();
    await db.schema.createIndex('notice_addressed').on('notice').column('addressed_at').execute();
    await db.schema
      .createTable('notice_reader')
      .addColumn('notice_id', 'text', (column) => column.notNull().references('notice.id').onDelete('cascade'))
      .addColumn('reader', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.references('auth_user.id').onDelete('cascade'))
      .addColumn('told_at', 'text', (column) => column.notNull())
      .addColumn('read_at', 'text')
      .addPrimaryKeyConstraint('notice_reader_pk', ['notice_id', 'reader'])
      .execute();
    await db.schema.createIndex('notice_reader_inbox').on('notice_reader').columns(['reader', 'told_at']).execute();
    await db.schema.createIndex('notice_reader_member').on('notice_reader').column('member_id').execute();
    await db.schema
      .createTable('channel')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('kinds', 'text', (column) => column.notNull())
      .addColumn('amounts', 'text', (column) => column.notNull())
      .addColumn('active', 'integer', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('last_sent_at', 'text')
      .addColumn('last_error', 'text')
      .addColumn('last_error_at', 'text')
      .execute();
    await db.schema
      .createTable('delivery')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('notice_id', 'text', (column) => column.references('notice.id').onDelete('cascade'))
      .addColumn('member_id', 'text', (column) => column.references('auth_user.id').onDelete('cascade'))
      .addColumn('channel_id', 'text', (column) => column.references('channel.id').onDelete('cascade'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('error', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    await db.schema.createIndex('delivery_due').on('delivery').columns(['state', 'due_at']).execute();
    await db.schema.createIndex('delivery_notice').on('delivery').column('notice_id').execute();
    await db.schema.createIndex('delivery_member').on('delivery').column('member_id').execute();
    await db.schema
      .createTable('notice_preference')
      .addColumn('member_id', 'text', (column) => column.primaryKey().references('auth_user.id').onDelete('cascade'))
      .addColumn('mail', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('digest_day', 'integer', (column) => column.notNull())
      .addColumn('digest_hour', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('digest')
      .addColumn('member_id', 'text', (column) => column.primaryKey().references('auth_user.id').onDelete('cascade'))
      .addColumn('looked_at', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('told', 'text', (column) => column.notNull())
      .execute();
  },
};
