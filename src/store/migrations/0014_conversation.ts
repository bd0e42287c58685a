import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

/** Who wrote it: an account, or the name of someone without one. */
const withAuthor = <Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) =>
  table.addColumn('author_id', 'text', (column) => column.references('auth_user.id').onDelete('set null')).addColumn('author_name', 'text');

const withAbout = <Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) =>
  table
    .addColumn('kpi', 'text')
    .addColumn('scope', 'text')
    .addColumn('customer_source', 'text')
    .addColumn('customer_id', 'text')
    .addColumn('from_day', 'text')
    .addColumn('to_day', 'text')
    .addColumn('alert_id', 'text');

/** Marks on the time axis, comments, decisions, thanks. */
export const conversation: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await withAuthor(db.schema.createTable('annotation').addColumn('id', 'text', (column) => column.primaryKey()))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('from_day', 'text', (column) => column.notNull())
      .addColumn('to_day', 'text', (column) => column.notNull())
      .addColumn('kpi', 'text')
      .addColumn('scope', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('texts', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('annotation_from').on('annotation').column('from_day').execute();
    await withAbout(
      withAuthor(
        db.schema
          .createTable('comment')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('thread_id', 'text', (column) => column.references('comment.id').onDelete('cascade')),
      ),
    )
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('mentions', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('edited_at', 'text')
      .addColumn('deleted_at', 'text')
      .addColumn('resolved_at', 'text')
      .addColumn('resolved_by', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .execute();
    await db.schema.createIndex('comment_thread').on('comment').column('thread_id').execute();
    await db.schema.createIndex('comment_kpi').on('comment').columns(['kpi', 'created_at']).execute();
    await withAbout(withAuthor(db.schema.createTable('decision').addColumn('id', 'text', (column) => column.primaryKey())))
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_on', 'text', (column) => column.notNull())
      .addColumn('next_look', 'text')
      .addColumn('outcome', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('decision_next').on('decision').column('next_look').execute();
    await db.schema
      .createTable('kudos')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('from_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('from_name', 'text')
      .addColumn('person_source', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('kpi', 'text')
      .addColumn('from_day', 'text')
      .addColumn('to_day', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
  },
};
