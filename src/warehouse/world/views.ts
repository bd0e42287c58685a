import type { Column } from '../../model/columns.ts';
import { customColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import type { Settings } from '../../model/settings.ts';
import { isLive } from '../derived/moment.ts';
import type { Run } from '../run.ts';
import { asOfSql } from './as-of.ts';
import { readCustomColumns } from './custom.ts';
import { knownAtSql } from './known-at.ts';
import type { Places } from './places.ts';

export interface WorldRequest {
  readonly settings: Settings;
  /** YYYY-MM-DD: what had happened by the end of this day, by the records' own times and field changes. Null: all. */
  readonly asOf: string | null;
  /** YYYY-MM-DD: only what had landed by the end of this day. Null: all. */
  readonly knownAt: string | null;
  /** The datasets that the question reads: of another day's world only these derived ones are made. Default: all. */
  readonly reads?: readonly string[];
  /** The caller knows that the derived datasets are made under these settings, and may write nothing into the workspace. */
  readonly readOnly?: boolean;
}

/** The second before a day ends. */
const lastSecond = (day: string, timeZone: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ seconds: 1 }).toString();

/** The last batch that had landed by the end of a day; 0 when none had. */
const batchAt = async (run: Run, places: Places, day: string, timeZone: string): Promise<number> => {
  const [row] = await run(
    `select max(number) as batch from ${places.bookkeeping('batch')} where landed_at <= ${places.dialect.instant(lastSecond(day, timeZone))} and undone_at is null`,
  );
  return Number(row?.batch ?? 0);
};

/** How far the sources reached once a batch had landed, and no further than the end of the day. */
const watermarkSql = (places: Places, batch: number | null, end: { readonly instant: string; readonly day: string } | null): string => {
  const { dialect } = places;
  const known =
    batch === null
      ? places.bookkeeping('watermark')
      : `(select l.* from (select w.*, row_number() over (partition by w.source, w.entity order by w.batch desc) as age from ${places.bookkeeping('watermark_log')} as w where w.batch <= ${batch}) as l where l.age = 1)`;
  if (end === null) return `select k.source, k.entity, k.instant, k.day, k.date_only from ${known} as k`;
  const least = (column: string, bound: string): string =>
    `case when k.${column} > ${bound} then ${bound} else k.${column} end as ${column}`;
  return `select k.source, k.entity, ${least('instant', dialect.instant(end.instant))}, ${least('day', dialect.date(end.day))}, k.date_only from ${known} as k`;
};

/**
 * Makes a view of each entity as `request` asks for it, and two of the watermarks: `watermark`, no further than the world goes, and
 * `reach`, where a record without a start begins to count: not earlier for being looked at as of an earlier day.
 */
export const makeViews = async (run: Run, places: Places, request: WorldRequest, table: (name: string) => string): Promise<void> => {
  const { dialect } = places;
  const { asOf, knownAt, settings } = request;
  const batch = knownAt === null ? null : await batchAt(run, places, knownAt, settings.timezone);
  const custom = await readCustomColumns(run, dialect, places.layout.main);
  const customBefore = await readCustomColumns(run, dialect, places.layout.history);
  const customOf = (entity: string): readonly Column[] =>
    [...(custom.get(entity) ?? [])].map(([name, type]) => ({ name: customColumn(name), type }));
  const rowsOf = (name: string): string => {
    const entity = entities.get(name);
    if (!entity || batch === null) return places.main(name);
    const inHistory = new Set([...(customBefore.get(name)?.keys() ?? [])].map(customColumn));
    return knownAtSql(dialect, entity, batch, { main: places.main(name), history: places.history(name) }, customOf(name), inHistory);
  };
  // A database that copies a WITH copies a view too: planning statements that name one often would take longer than the rows do.
  const view = (name: string, select: string) =>
    run(dialect.copiesWith ? dialect.replaceTable(table(name), select) : `create or replace view ${table(name)} as ${select}`);
  const end = asOf === null ? null : { instant: lastSecond(asOf, settings.timezone), day: asOf };
  await view('watermark', watermarkSql(places, batch, end));
  await view('reach', watermarkSql(places, batch, null));
  const changes = rowsOf('field_change');
  const changed = new Map<string, string[]>();
  if (asOf !== null) {
    const later = await run(
      `select distinct c.entity as e, c.field as f from ${changes} as c where ${isLive('c')} and c.changed_at_day > ${dialect.date(asOf)} and c.record_id is not null and c.entity is not null and c.field is not null order by e, f`,
    );
    for (const row of later) changed.set(String(row.e), [...(changed.get(String(row.e)) ?? []), String(row.f)]);
  }
  for (const name of places.datasets) {
    const entity = entities.get(name);
    if (!entity) continue;
    const rows = rowsOf(name);
    const asked = { dialect, day: asOf ?? '', timeZone: settings.timezone, changes };
    await view(
      name,
      asOf === null ? `select k.* from ${rows} as k` : asOfSql(asked, entity, rows, customOf(name), changed.get(name) ?? []),
    );
  }
};
