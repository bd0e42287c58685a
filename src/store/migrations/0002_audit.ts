import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

/** Refuses what would change the past: updates always, deletions but of what a checkpoint covers. */
async function guardSqlite(db: Kysely<unknown>): Promise<void> {
  for (const table of ['audit_entry', 'audit_checkpoint']) {
    await sql`create trigger ${sql.raw(`${table}_no_update`)} before update on ${sql.raw(table)}
      begin select raise(abort, 'audit_append_only'); end`.execute(db);
  }
  await sql`create trigger audit_entry_no_delete before delete on audit_entry
    when old.sequence > (select coalesce(max(sequence), 0) from audit_checkpoint)
    begin select raise(abort, 'audit_append_only'); end`.execute(db);
  await sql`create trigger audit_checkpoint_no_delete before delete on audit_checkpoint
    begin select raise(abort, 'audit_append_only'); end`.execute(db);
}

async function guardPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function audit_append_only() returns trigger language plpgsql as $$ begin
    if tg_table_name = 'audit_entry' and tg_op = 'DELETE' and old.sequence <= (select coalesce(max(sequence), 0) from audit_checkpoint)
    then return old; end if;
    raise exception 'audit_append_only'; end $$`.execute(db);
  await sql`create function audit_no_truncate() returns trigger language plpgsql as $$ begin
    raise exception 'audit_append_only'; end $$`.execute(db);
  for (const table of ['audit_entry', 'audit_checkpoint']) {
    await sql`create trigger ${sql.raw(`${table}_guard`)} before update or delete on ${sql.raw(table)}
      for each row execute function audit_append_only()`.execute(db);
    await sql`create trigger ${sql.raw(`${table}_no_truncate`)} before truncate on ${sql.raw(table)}
      for each statement execute function audit_no_truncate()`.execute(db);
  }
}

export const audit: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    let entry = db.schema.createTable('audit_entry').addColumn('sequence', 'integer', (column) => column.primaryKey());
    for (const name of [
      'at',
      'actor_kind',
      'actor_name',
      'actor_role',
      'operation',
      'permission',
      'detail',
      'outcome',
      'origin',
      'hash',
    ] as const)
      entry = entry.addColumn(name, 'text', (column) => column.notNull());
    await entry.addColumn('actor_id', 'text').execute();
    for (const column of ['at', 'actor_name', 'operation'] as const)
      await db.schema.createIndex(`audit_entry_${column}_index`).on('audit_entry').column(column).execute();
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('audit_checkpoint')
      .addColumn('sequence', 'integer', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('archive', 'text', (column) => column.notNull())
      .addColumn('archive_sha256', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into audit_head (id, sequence, hash) values (1, 0, '')`.execute(db);
    await (db.getExecutor().adapter instanceof PostgresAdapter ? guardPostgres(db) : guardSqlite(db));
  },
};
