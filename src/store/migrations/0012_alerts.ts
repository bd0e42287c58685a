import type { Kysely, Migration } from 'kysely';

export const alerts: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('alert_rule')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('shared', 'integer', (column) => column.notNull())
      .addColumn('name', 'text')
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('active', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('alert_rule_owner').on('alert_rule').column('owner_id').execute();
    await db.schema
      .createTable('alert')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('rule_id', 'text', (column) => column.notNull())
      .addColumn('kpi', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('course', 'text', (column) => column.notNull())
      .addColumn('since', 'text')
      .addColumn('fired_start', 'text')
      .addColumn('fired_end', 'text')
      .addColumn('fired_at', 'text')
      .addColumn('told', 'text')
      .addColumn('told_at', 'text')
      .addColumn('acknowledged_at', 'text')
      .addColumn('acknowledged_by', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('assignee_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('routed', 'text', (column) => column.notNull())
      .addColumn('escalated_at', 'text')
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('alert_rule_scope', ['rule_id', 'scope'])
      .execute();
    await db.schema.createIndex('alert_acknowledged_by').on('alert').column('acknowledged_by').execute();
    await db.schema.createIndex('alert_assignee').on('alert').column('assignee_id').execute();
    await db.schema
      .createTable('alert_step')
      .addColumn('alert_id', 'text', (column) => column.notNull().references('alert.id').onDelete('cascade'))
      .addColumn('period_start', 'text', (column) => column.notNull())
      .addColumn('period_end', 'text', (column) => column.notNull())
      .addColumn('sign', 'text', (column) => column.notNull())
      .addColumn('p', 'double precision')
      .addColumn('value', 'double precision')
      .addColumn('n', 'double precision', (column) => column.notNull())
      .addColumn('expected', 'double precision')
      .addColumn('low', 'double precision')
      .addColumn('high', 'double precision')
      .addColumn('saw', 'text', (column) => column.notNull())
      .addColumn('course', 'text', (column) => column.notNull())
      .addColumn('events', 'text', (column) => column.notNull())
      .addColumn('judged_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('alert_step_pk', ['alert_id', 'period_start'])
      .execute();
    await db.schema
      .createTable('alert_event')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('alert_id', 'text', (column) => column.notNull().references('alert.id').onDelete('cascade'))
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('period_start', 'text', (column) => column.notNull())
      .addColumn('period_end', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('facts', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('alert_event_alert').on('alert_event').columns(['alert_id', 'at']).execute();
    await db.schema.createIndex('alert_event_member').on('alert_event').column('member_id').execute();
    await db.schema
      .createTable('alert_mute')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('alert_id', 'text', (column) => column.references('alert.id').onDelete('cascade'))
      .addColumn('rule_id', 'text')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.references('auth_user.id').onDelete('set null'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    await db.schema.createIndex('alert_mute_alert').on('alert_mute').column('alert_id').execute();
    await db.schema.createIndex('alert_mute_member').on('alert_mute').column('member_id').execute();
  },
};
