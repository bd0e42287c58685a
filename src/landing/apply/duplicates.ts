import { batchColumn, sourceColumn } from '../../model/layout.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { acceptedRows, type Conversion } from '../convert/conversion.ts';
import type { RejectTable } from '../reject/table.ts';
import type { Target } from './target.ts';

const { identifier, text } = duckdbDialect;

export interface Duplicates {
  /** Rows that said nothing new: the same row again, or an older one by `updated_at`. */
  readonly dropped: number;
  readonly rejected: number;
}

/** Equal rows that get their id from their content: the second is `…-2`. @param ids a temporary table of such ids */
const numberEqualRows = async (run: Run, target: Target, ids = 'duplicate_ids'): Promise<void> => {
  await run(`update ${target.table} as t set id = n.id
    from (select rowid as row, id || '-' || row_number() over (partition by id order by rowid) as id,
            row_number() over (partition by id order by rowid) as n
          from ${target.table} where ${target.filter} and id in (from temp.${ids})) as n
    where t.rowid = n.row and n.n > 1`);
};

/** Where some entries make ids of content and others do not: those made are numbered and leave `temp.duplicate_ids`. */
const numberMixed = async (run: Run, target: Target, conversions: readonly Conversion[]): Promise<void> => {
  const made = conversions.filter((conversion) => conversion.rowId);
  if (made.length === 0) return;
  const ids = made.map(
    (conversion) => `select id from (${acceptedRows(conversion, target.source, target.batch)}) where id in (from temp.duplicate_ids)`,
  );
  await run(`create or replace temp table content_ids as ${ids.join(' union ')}`);
  await numberEqualRows(run, target, 'content_ids');
  await run('delete from temp.duplicate_ids where id in (from temp.content_ids)');
};

/** Leaves the ids that stand twice in `temp.duplicate_ids`. */
export const hasDuplicates = async (run: Run, target: Target): Promise<boolean> => {
  await run(`create or replace temp table duplicate_ids as select id from ${target.rows} group by id having count(*) > 1`);
  return (await run('select 1 from temp.duplicate_ids limit 1')).length > 0;
};

/**
 * One id, one row. Equal rows are one; of differing ones the latest `updated_at` wins; where that does not tell, nobody can say
 * which is right, and all are rejected. Call it after `hasDuplicates`.
 */
export const settleDuplicates = async (
  run: Run,
  target: Target,
  conversions: readonly Conversion[],
  rejects: RejectTable,
): Promise<Duplicates> => {
  if (conversions.every((conversion) => conversion.rowId)) {
    await numberEqualRows(run, target);
    return { dropped: 0, rejected: 0 };
  }
  await numberMixed(run, target, conversions);
  const columns = target.columns;
  const rivals = conversions.map(
    (conversion, index) =>
      `select ${index} as entry, * from (${acceptedRows(conversion, target.source, target.batch, true)}) where id in (from temp.duplicate_ids)`,
  );
  await run('drop table if exists temp.rivals');
  await run(`create temp table rivals as ${rivals.join(' union all by name ')}`);
  const content = `hash(${columns.map((column) => identifier(column)).join(', ')})`;
  const dated = columns.includes('updated_at');
  const latest = dated ? 'max(updated_at)' : 'null::timestamp';
  await run('drop table if exists temp.verdicts');
  // `good`: the one content that stands; null where rows contradict each other.
  await run(`create temp table verdicts as
    select id, case when count(distinct content) = 1 then any_value(content)
        when count(distinct content) filter (where moment = latest) = 1 and count(*) = count(moment) then any_value(content) filter (where moment = latest)
      end as good
    from (select id, ${content} as content, ${dated ? 'updated_at' : 'null::timestamp'} as moment,
            ${dated ? `${latest} over (partition by id)` : 'null::timestamp'} as latest from temp.rivals)
    group by id`);
  await run(`delete from ${target.table} where ${target.filter} and id in (from temp.duplicate_ids)`);
  const all = [sourceColumn, batchColumn, ...columns].map(identifier).join(', ');
  await run(`insert into ${target.table} by name
    select ${all} from (select r.*, row_number() over (partition by r.id order by r.entry, r.line) as copy
      from temp.rivals r join temp.verdicts v on v.id = r.id and v.good = ${content.replaceAll(/"([^"]+)"/g, 'r."$1"')})
    where copy = 1`);
  for (const [index, conversion] of conversions.entries()) {
    const column = conversion.fields.find(({ field }) => field === 'id')?.column ?? 'id';
    await rejects.add(
      target.entity.name,
      conversion.source.file,
      `select line, ${text(column)} as "column", id as value, 'duplicate_id' as code
       from temp.rivals where entry = ${index} and id in (select id from temp.verdicts where good is null)`,
    );
  }
  const [counts] = await run(`select count(*) as rows,
      count(*) filter (where v.good is null) as rejected,
      count(distinct r.id) filter (where v.good is not null) as kept
    from temp.rivals r join temp.verdicts v on v.id = r.id`);
  const rows = Number(counts?.rows ?? 0);
  const rejected = Number(counts?.rejected ?? 0);
  return { dropped: rows - rejected - Number(counts?.kept ?? 0), rejected };
};
