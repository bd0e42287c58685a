import type { Entity } from '../../model/entity.ts';
import { batchColumn, dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import { entityColumns } from '../../warehouse/duckdb/schema.ts';
import type { Run } from '../../warehouse/run.ts';
import type { Conversion } from '../convert/conversion.ts';

const { identifier, text } = duckdbDialect;

/**
 * Where the accepted rows of one entity stand while they are checked. The first import of a source's entity writes them straight
 * into the warehouse's table (one pass over the data); later ones into a table beside it, to be compared.
 */
export interface Target {
  readonly entity: Entity;
  readonly source: string;
  readonly batch: number;
  readonly direct: boolean;
  readonly table: string;
  /** Boolean SQL that holds for this import's rows of `table`. */
  readonly filter: string;
  /** FROM-able: only this import's rows. */
  readonly rows: string;
  /** Columns that this import gives, `id` and `_date_only` among them. */
  readonly columns: readonly string[];
}

export const mainTable = (entity: Entity): string => `main.${identifier(entity.name)}`;
export const historyTable = (entity: Entity): string => `history.${identifier(entity.name)}`;

/** The columns that the conversions of one entity give together. */
const givenColumns = (entity: Entity, conversions: readonly Conversion[]): readonly string[] => {
  const fields = new Set(conversions.flatMap((conversion) => conversion.fields.map(({ field }) => field)));
  const customs = new Set(conversions.flatMap((conversion) => conversion.customs.map(({ target }) => target)));
  const columns = entityColumns(entity)
    .map(({ name }) => name)
    .filter(
      (name) => fields.has(name) || [...fields].some((field) => entity.fields[field]?.type === 'instant' && dayColumn(field) === name),
    );
  return [...columns, dateOnlyColumn, ...customs];
};

export const prepareTarget = async (
  run: Run,
  entity: Entity,
  conversions: readonly Conversion[],
  source: string,
  batch: number,
): Promise<Target> => {
  const ours = `${identifier(sourceColumn)} = ${text(source)}`;
  const known = await run(`select 1 from ${mainTable(entity)} where ${ours} limit 1`);
  const before = known.length > 0 || (await run(`select 1 from ${historyTable(entity)} where ${ours} limit 1`)).length > 0;
  const columns = givenColumns(entity, conversions);
  if (!before) {
    const table = mainTable(entity);
    return { entity, source, batch, direct: true, table, filter: ours, rows: `(select * from ${table} where ${ours})`, columns };
  }
  const table = `temp.${identifier(`incoming_${entity.name}`)}`;
  const all = [sourceColumn, batchColumn, ...columns];
  await run(
    `create or replace temp table ${identifier(`incoming_${entity.name}`)} as select ${all.map(identifier).join(', ')} from ${mainTable(entity)} limit 0`,
  );
  return { entity, source, batch, direct: false, table, filter: 'true', rows: table, columns };
};
