import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

/** Rights as `member` and `invitation` hold them. */
const grant = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
  table
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('steward', 'integer', (column) => column.notNull())
    .addColumn('rows', 'text')
    .addColumn('segment', 'text')
    .addColumn('personal', 'text')
    .addColumn('amounts', 'text')
    .addColumn('crm_source', 'text')
    .addColumn('crm_user_id', 'text');

/** Of a person, and gone with them. */
const owned = (db: Kysely<unknown>, table: string, column: 'userId' | 'user_id') =>
  db.schema
    .createTable(table)
    .addColumn('id', 'text', (id) => id.primaryKey())
    .addColumn(column, 'text', (user) => user.notNull().references('auth_user.id').onDelete('cascade'));

export const accounts: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('auth_user')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', 'integer', (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'text', (column) => column.notNull())
      .addColumn('twoFactorEnabled', 'integer')
      .execute();
    await owned(db, 'auth_session', 'userId')
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('expiresAt', 'text', (column) => column.notNull())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'text', (column) => column.notNull())
      .execute();
    await owned(db, 'auth_account', 'userId')
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', 'text')
      .addColumn('refreshTokenExpiresAt', 'text')
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'text', (column) => column.notNull())
      .addUniqueConstraint('auth_account_identity', ['providerId', 'accountId'])
      .execute();
    await db.schema
      .createTable('auth_verification')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'text', (column) => column.notNull())
      .execute();
    await owned(db, 'auth_two_factor', 'userId')
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('backupCodes', 'text', (column) => column.notNull())
      .addColumn('verified', 'integer')
      .addColumn('failedVerificationCount', 'integer')
      .addColumn('lockedUntil', 'text')
      .execute();
    await owned(db, 'auth_passkey', 'userId')
      .addColumn('name', 'text')
      .addColumn('publicKey', 'text', (column) => column.notNull())
      .addColumn('credentialID', 'text', (column) => column.notNull())
      .addColumn('counter', 'integer', (column) => column.notNull())
      .addColumn('deviceType', 'text', (column) => column.notNull())
      .addColumn('backedUp', 'integer', (column) => column.notNull())
      .addColumn('transports', 'text')
      .addColumn('aaguid', 'text')
      .addColumn('createdAt', 'text')
      .execute();
    await grant(
      db.schema
        .createTable('member')
        .addColumn('user_id', 'text', (column) => column.primaryKey().references('auth_user.id').onDelete('cascade')),
    )
      .addColumn('language', 'text')
      .addColumn('active', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_seen_at', 'text')
      .execute();
    await grant(
      db.schema
        .createTable('invitation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('email', 'text'),
    )
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute();
    await owned(db, 'api_key', 'user_id')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('start', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('permissions', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text')
      .execute();
    for (const [table, column] of [
      ['auth_session', 'userId'],
      ['auth_account', 'userId'],
      ['auth_verification', 'identifier'],
      ['auth_two_factor', 'userId'],
      ['auth_passkey', 'userId'],
      ['auth_passkey', 'credentialID'],
      ['api_key', 'user_id'],
    ] as const) {
      await db.schema.createIndex(`${table}_${column}_index`).on(table).column(column).execute();
    }
  },
};
