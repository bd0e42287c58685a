import { batchColumn, dateOnlyColumn, dayColumn, sourceColumn, untilColumn } from '../../model/layout.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { historyTable, type Target } from './target.ts';
import type { Moment } from './versions.ts';

const { identifier, text } = duckdbDialect;

/** The fields whose past KPIs stand on. */
export const trackedFields: Readonly<Record<string, readonly string[]>> = {
  opportunity: ['stage', 'status', 'amount', 'owner_id', 'expected_close_on', 'pipeline', 'forecast_category', 'probability'],
  lead: ['status', 'owner_id'],
  ticket: ['status', 'owner_id', 'priority', 'level'],
  account: ['owner_id', 'segment', 'type'],
  contact: ['owner_id'],
  user: ['team', 'office', 'department', 'role', 'manager_id'],
  product: ['price', 'is_active'],
  quote: ['status'],
  order: ['status'],
  invoice: ['status', 'balance'],
};

/**
 * Where the source keeps no history of a field, the difference between two imports is one: writes `field_change` rows with
 * origin `snapshot_diff` for the tracked fields of records that this import changed. Call it after `applyRows` and after the
 * import's own `field_change` rows.
 * @param at when the change is dated, if `updated_at` did not move.
 * @returns how many rows it wrote.
 */
export const snapshotDiff = async (run: Run, target: Target, at: Moment): Promise<number> => {
  const { entity, source, batch } = target;
  const given = (trackedFields[entity.name] ?? []).filter((field) => target.columns.includes(field));
  if (target.direct || given.length === 0) return 0;
  const native = new Set(
    (
      await run(`select distinct field from main.field_change where ${identifier(sourceColumn)} = ${text(source)}
        and entity = ${text(entity.name)} and origin is distinct from 'snapshot_diff'`)
    ).map((row) => row.field),
  );
  const fields = given.filter((field) => !native.has(field));
  if (fields.length === 0) return 0;
  const moved = target.columns.includes('updated_at')
    ? '(n.updated_at > o.updated_at or (o.updated_at is null and n.updated_at is not null))'
    : 'false';
  const dateOnly = `case when ${moved} and contains(coalesce(n.${identifier(dateOnlyColumn)}, ''), ',updated_at,') then ',changed_at,' end`;
  const changedAt = `case when ${moved} then n.updated_at else ${at.instant} end`;
  const rows = fields.map((field) => {
    const type = entity.fields[field]?.type ?? 'text';
    const [before, after] = ['o', 'n'].map((side) => duckdbDialect.asText(`${side}.${identifier(field)}`, type));
    // From what changed and when, not from the batch: an undo of another batch must not give it another id.
    const id = `concat_ws(':', 'snapshot', ${text(entity.name)}, ${text(field)}, n.id, epoch_us(${changedAt}), left(md5(concat_ws(chr(31), coalesce(${before}, chr(30)), coalesce(${after}, chr(30)))), 8))`;
    return `select ${id} as id, n.id as record_id, ${text(field)} as field, ${before} as old_value, ${after} as new_value,
      ${changedAt} as changed_at,
      case when ${moved} then n.${identifier(dayColumn('updated_at'))} else ${at.day} end as ${identifier(dayColumn('changed_at'))},
      ${dateOnly} as ${identifier(dateOnlyColumn)}
      from temp.next_versions n join ${historyTable(entity)} o
        on o.${identifier(sourceColumn)} = n.${identifier(sourceColumn)} and o.id = n.id and o.${identifier(untilColumn)} = ${batch}
      where o.${identifier(field)} is distinct from n.${identifier(field)}`;
  });
  const found = await run(`insert into main.field_change by name
    select ${text(source)} as ${identifier(sourceColumn)}, ${batch} as ${identifier(batchColumn)}, ${text(entity.name)} as entity,
      'snapshot_diff' as origin, * from (${rows.join(' union all ')}) returning 1 as one`);
  return found.length;
};
