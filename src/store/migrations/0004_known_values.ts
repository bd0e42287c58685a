import type { Kysely, Migration } from 'kysely';

export const knownValues: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('known_value')
      .addColumn('kpi', 'text', (column) => column.notNull())
      .addColumn('variant', 'text', (column) => column.notNull())
      .addColumn('grain', 'text', (column) => column.notNull())
      .addColumn('period_start', 'text', (column) => column.notNull())
      .addColumn('period_end', 'text', (column) => column.notNull())
      .addColumn('slice', 'text', (column) => column.notNull())
      .addColumn('slice_text', 'text', (column) => column.notNull())
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('value', 'double precision')
      .addColumn('low', 'double precision')
      .addColumn('high', 'double precision')
      .addColumn('n', 'double precision', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('data_version', 'text', (column) => column.notNull())
      .addColumn('known_at', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('known_value_pk', ['kpi', 'variant', 'grain', 'slice', 'period_start', 'period_end', 'ordinal'])
      .execute();
  },
};
