import type { DayRange } from '../../model/dialect.ts';
import { dayColumn } from '../../model/layout.ts';
import { derivedDatasets, entities, findDataset } from '../../model/registry.ts';
import type { Run } from '../run.ts';
import type { Places } from './places.ts';

/** For each time field of a dataset the days that a change touched, before or after it. */
export type TouchedDays = ReadonlyMap<string, DayRange>;

const log = 'cuadro.change_log';
/** Lines of the log that are kept: some hundred imports. An answer from before them is asked again. */
const keptLines = 20_000;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const asRange = (first: unknown, last: unknown): DayRange | null =>
  typeof first === 'string' && typeof last === 'string' ? { start: first, end: last } : null;

const wider = (left: DayRange | undefined, right: DayRange): DayRange =>
  left === undefined
    ? right
    : { start: [left.start, right.start].sort()[0] ?? left.start, end: [left.end, right.end].sort()[1] ?? left.end };

/** The day columns of a dataset's time fields, by field. */
export const dayColumns = (dataset: string): readonly { readonly field: string; readonly column: string }[] =>
  Object.entries(findDataset(dataset)?.fields ?? {}).flatMap(([field, { type }]) =>
    type === 'instant' ? [{ field, column: dayColumn(field) }] : type === 'date' ? [{ field, column: field }] : [],
  );

/** Before any day: that of a span which began nobody knows when. */
const always = "DATE '0001-01-01'";

/** The first and last day of each time field over the rows of a FROM clause. */
export async function daysOver(run: Run, dataset: string, from: string): Promise<TouchedDays> {
  const columns = dayColumns(dataset);
  if (columns.length === 0) return new Map();
  const list = columns.map(({ field, column }, index) => {
    const day = field === 'valid_from' ? `coalesce("${column}", ${always})` : `"${column}"`;
    return `cast(min(${day}) as varchar) as l${index}, cast(max(${day}) as varchar) as h${index}`;
  });
  const [row] = await run(`select ${list.join(', ')} from ${from}`);
  return new Map(
    columns.flatMap(({ field }, index) => {
      const range = asRange(row?.[`l${index}`], row?.[`h${index}`]);
      return range ? [[field, range] as const] : [];
    }),
  );
}

/** The time of a span's change that touches its beginning; a span that only ends otherwise has none. */
export const beganField = 'valid_from:began';

/**
 * The days that the rows which went and came touch. Of a span, `valid_from` tells where any row of it differs, `beganField` only
 * where something but its end does: what is counted at a day does not change before that end.
 */
export async function daysOfDifference(
  run: Run,
  dataset: string,
  { gone, came }: { readonly gone: string; readonly came: string },
): Promise<TouchedDays> {
  const days = new Map(await daysOver(run, dataset, `(from ${gone} union all from ${came}) as d`));
  if (findDataset(dataset)?.shape !== 'span') return days;
  const shown = `select * exclude (valid_to, valid_to_day, _date_only), contains(coalesce(_date_only, ''), ',valid_from,') as from_date from`;
  const [row] = await run(`select cast(min(day) as varchar) as first, cast(max(day) as varchar) as last from (
    select coalesce(valid_from_day, ${always}) as day from (
      (${shown} ${gone} except all ${shown} ${came}) union all (${shown} ${came} except all ${shown} ${gone})
    ))`);
  const began = asRange(row?.first, row?.last);
  return began ? days.set(beganField, began) : days;
}

/** The name under which a change of a record tells the days of rows that refer to it: `order_line.order_id`, `delivery.order_id@delivered_at`. */
export const referringField = (dataset: string, reference: string, time: string): string => `${dataset}.${reference}@${time}`;

/**
 * The days of the rows that refer to records which changed, for each dataset, reference and time field; and for each reference
 * of the rows themselves the days of the records that they refer to (`order.ordered_at` of a line).
 */
export async function referringDays(run: Run, places: Places, entity: string, rows: string): Promise<TouchedDays> {
  const days = new Map<string, DayRange>();
  for (const dataset of [...entities.values(), ...derivedDatasets.values()]) {
    const references = Object.entries(dataset.fields).filter(([, { type, entity: other }]) => type === 'reference' && other === entity);
    if (references.length === 0 || dataset.name === 'field_span') continue;
    for (const [reference] of references) {
      const from = `${places.main(dataset.name)} as r semi join ${rows} as c on c._source = r._source and c.id = r."${reference}"`;
      for (const [time, range] of await daysOver(run, dataset.name, from)) days.set(referringField(dataset.name, reference, time), range);
    }
  }
  for (const [reference, { type, entity: other }] of Object.entries(findDataset(entity)?.fields ?? {})) {
    if (type !== 'reference' || other === undefined) continue;
    const from = `${places.main(other)} as r semi join ${rows} as c on c._source = r._source and c."${reference}" = r.id`;
    for (const [time, range] of await daysOver(run, other, from)) days.set(`${reference.replace(/_id$/, '')}.${time}`, range);
  }
  return days;
}

/** Notes that a dataset went from one version to another by a change that touched these days. */
export async function recordChange(run: Run, dataset: string, from: string, to: string, days: TouchedDays): Promise<void> {
  const rows = [...days].map(
    ([field, { start, end }]) => `(${text(dataset)}, ${text(from)}, ${text(to)}, ${text(field)}, ${text(start)}, ${text(end)})`,
  );
  const step = `(${text(dataset)}, ${text(from)}, ${text(to)}, null, null, null)`;
  await run(`insert into ${log} (dataset, from_version, to_version, field, first_day, last_day) values ${[step, ...rows].join(', ')}`);
}

/** Forgets the oldest changes. */
export const pruneChanges = (run: Run): Promise<unknown> =>
  run(`delete from ${log} where rowid < (select max(rowid) from ${log}) - ${keptLines}`);

/** The days touched between two versions of a dataset; null when a step between them is missing (an undo leaves none). */
export async function changesBetween(
  run: Run,
  dataset: string,
  from: string,
  to: string,
): Promise<{ readonly dataset: string; readonly days: TouchedDays } | null> {
  const rows = await run(
    `select from_version, to_version, field, cast(first_day as varchar) as first_day, cast(last_day as varchar) as last_day from ${log} where dataset = ${text(dataset)}`,
  );
  const steps = new Map<string, typeof rows>();
  for (const row of rows) steps.set(String(row.from_version), [...(steps.get(String(row.from_version)) ?? []), row]);
  const days = new Map<string, DayRange>();
  const seen = new Set<string>();
  let at = from;
  for (let step = steps.get(at); at !== to && step !== undefined && !seen.has(at); step = steps.get(at)) {
    seen.add(at);
    for (const row of step) {
      const range = asRange(row.first_day, row.last_day);
      if (range && row.field !== null) days.set(String(row.field), wider(days.get(String(row.field)), range));
    }
    at = String(step[0]?.to_version);
  }
  return at === to ? { dataset, days } : null;
}
