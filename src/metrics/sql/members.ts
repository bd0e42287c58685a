import { Rows, type World } from '../plan/rows.ts';
import { conjunction, lines, printFilters } from './filter.ts';

/** How many live records an entity has, or of them those that belong to a segment as things stand in the world: one row, `members`. */
export function membersSql(entity: string, segment: string | null, world: World): string {
  const rows = new Rows(entity, world);
  const member = segment === null ? null : printFilters([{ dimension: 'segment', op: '=', value: segment }], rows, { kind: 'now' });
  const live = rows.live();
  return lines('select count(*) as members', rows.from(), conjunction(live, member));
}

/** The live records of an entity that belong to a segment as things stand in the world: a SELECT of `source` and `id`, and what it reads. */
export function memberKeys(entity: string, segment: string, world: World): { readonly sql: string; readonly reads: readonly string[] } {
  const rows = new Rows(entity, world);
  const member = printFilters([{ dimension: 'segment', op: '=', value: segment }], rows, { kind: 'now' });
  const id = rows.value('id').sql;
  const live = rows.live();
  const sql = lines(`select ${rows.source} as source, ${id} as id`, rows.from(), conjunction(live, member));
  return { sql, reads: rows.reads };
}
