import type { DayRange } from '../../model/dialect.ts';
import { dayColumn } from '../../model/layout.ts';
import { derivedDatasets, entities, findDataset } from '../../model/registry.ts';
import { Emptiness } from '../derived/emptiness.ts';
import type { Difference } from '../derived/incremental.ts';
import type { Run } from '../run.ts';
import type { Places } from './places.ts';

/** For each time field of a dataset the days that a change touched, before or after it. */
export type TouchedDays = ReadonlyMap<string, readonly DayRange[]>;

const log = 'cuadro.change_log';
/** Lines of the log that are kept: some hundred imports. An answer from before them is asked again. */
const keptLines = 20_000;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Ranges in which no week, month or longer period lies untouched, so that none of them is held for touched that is not. */
const largestGap = 7;

/**
 * Days as ascending ranges. Those at most a week apart are one: few ranges tell of many days, and no more weeks or months are touched.
 *
 * 2024-01-05, 2024-01-09, 2024-03-02 → 2024-01-05…09, 2024-03-02…02
 */
export function asRanges(days: Iterable<string>): readonly DayRange[] {
  const ranges: { start: string; end: string }[] = [];
  for (const day of [...days].sort()) {
    const last = ranges.at(-1);
    if (last && Temporal.PlainDate.from(last.end).until(day, { largestUnit: 'day' }).days <= largestGap) last.end = day;
    else ranges.push({ start: day, end: day });
  }
  return ranges;
}
/** The day columns of a dataset's time fields, by field. */
export const dayColumns = (dataset: string): readonly { readonly field: string; readonly column: string }[] =>
  Object.entries(findDataset(dataset)?.fields ?? {}).flatMap(([field, { type }]) =>
    type === 'instant' ? [{ field, column: dayColumn(field) }] : type === 'date' ? [{ field, column: field }] : [],
  );

/** Before any day: that of a span which began nobody knows when. */
const always = "DATE '0001-01-01'";

/** A list of the distinct days of a column, as text. */
const distinctDays = (day: string): string => `array_to_string(list(distinct ${day}) filter (where ${day} is not null), ',')`;

const rangesIn = (days: unknown): readonly DayRange[] => (typeof days === 'string' && days !== '' ? asRanges(days.split(',')) : []);

/** The days of each time field over the rows of a FROM clause. */
export async function daysOver(run: Run, dataset: string, from: string): Promise<TouchedDays> {
  const columns = dayColumns(dataset);
  if (columns.length === 0) return new Map();
  const list = columns.map(({ field, column }, index) => {
    const day = field === 'valid_from' ? `coalesce("${column}", ${always})` : `"${column}"`;
    return `${distinctDays(day)} as d${index}`;
  });
  const [row] = await run(`select ${list.join(', ')} from ${from}`);
  return new Map(
    columns.flatMap(({ field }, index) => {
      const ranges = rangesIn(row?.[`d${index}`]);
      return ranges.length > 0 ? [[field, ranges] as const] : [];
    }),
  );
}

/** The time of a span's change that touches its beginning; a span that only ends otherwise has none. */
export const beganField = 'valid_from:began';

/**
 * The days that the rows which went and came touch. Of a span, `valid_from` tells where any row of it differs, `beganField` only
 * where something but its end does: what is counted at a day does not change before that end.
 */
export async function daysOfDifference(run: Run, dataset: string, { gone, came }: Difference): Promise<TouchedDays> {
  const days = new Map(await daysOver(run, dataset, `(from ${gone} union all from ${came}) as d`));
  if (findDataset(dataset)?.shape !== 'span') return days;
  const shown = `select * exclude (valid_to, valid_to_day, _date_only), contains(coalesce(_date_only, ''), ',valid_from,') as from_date`;
  const [row] = await run(`select ${distinctDays('day')} as days from (
    select coalesce(valid_from_day, ${always}) as day from (
      select * exclude (turn) from (${shown}, -1 as turn from ${gone} union all by name ${shown}, 1 as turn from ${came})
      group by all having sum(turn) <> 0
    ))`);
  const began = rangesIn(row?.days);
  return began.length > 0 ? days.set(beganField, began) : days;
}

/** The name under which a change of a record tells the days of rows that refer to it: `order_line.order_id`, `delivery.order_id@delivered_at`. */
export const referringField = (dataset: string, reference: string, time: string): string => `${dataset}.${reference}@${time}`;

/**
 * The days of the rows that refer to records which changed, for each dataset, reference and time field; and for each reference
 * of the rows themselves the days of the records that they refer to (`order.ordered_at` of a line).
 */
export async function referringDays(run: Run, places: Places, entity: string, rows: string): Promise<TouchedDays> {
  const days = new Map<string, readonly DayRange[]>();
  const referring = [...entities.values(), ...derivedDatasets.values()].flatMap(({ name, fields }) => {
    const references = Object.entries(fields).filter(([, { type, entity: other }]) => type === 'reference' && other === entity);
    return name === 'field_span' ? [] : references.map(([reference]) => ({ name, reference }));
  });
  const referred = Object.entries(findDataset(entity)?.fields ?? {}).flatMap(([reference, { type, entity: other }]) =>
    type === 'reference' && other !== undefined ? [{ reference, other }] : [],
  );
  const others = [...referring.map(({ name }) => name), ...referred.map(({ other }) => other)];
  const empty = await new Emptiness(run).of({ dialect: places.dialect, relation: places.main }, others);
  for (const { name, reference } of referring) {
    if (empty.has(name)) continue;
    const from = `${places.main(name)} as r semi join ${rows} as c on c._source = r._source and c.id = r."${reference}"`;
    for (const [time, ranges] of await daysOver(run, name, from)) days.set(referringField(name, reference, time), ranges);
  }
  for (const { reference, other } of referred) {
    if (empty.has(other)) continue;
    const from = `${places.main(other)} as r semi join ${rows} as c on c._source = r._source and c."${reference}" = r.id`;
    for (const [time, ranges] of await daysOver(run, other, from)) days.set(`${reference.replace(/_id$/, '')}.${time}`, ranges);
  }
  return days;
}

/** Notes that a dataset went from one version to another by a change that touched these days. */
export async function recordChange(run: Run, dataset: string, from: string, to: string, days: TouchedDays): Promise<void> {
  const version = `${text(dataset)}, ${text(from)}, ${text(to)}`;
  const rows = [...days].map(([field, ranges]) => `(${version}, ${text(field)}, ${text(writeRanges(ranges))})`);
  await run(
    `insert into ${log} (dataset, from_version, to_version, field, days) values ${[`(${version}, null, null)`, ...rows].join(', ')}`,
  );
}

const writeRanges = (ranges: readonly DayRange[]): string => ranges.map(({ start, end }) => `${start}/${end}`).join(',');
const readRanges = (ranges: string): readonly DayRange[] =>
  ranges.split(',').map((range) => {
    const [start = '', end = ''] = range.split('/');
    return { start, end };
  });

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
  const rows = await run(`select from_version, to_version, field, days from ${log} where dataset = ${text(dataset)}`);
  const steps = new Map<string, typeof rows>();
  for (const row of rows) steps.set(String(row.from_version), [...(steps.get(String(row.from_version)) ?? []), row]);
  const days = new Map<string, readonly DayRange[]>();
  const seen = new Set<string>();
  let at = from;
  for (let step = steps.get(at); at !== to && step !== undefined && !seen.has(at); step = steps.get(at)) {
    seen.add(at);
    for (const row of step) {
      if (row.field === null) continue;
      // Noted by an earlier Cuadro, in another way.
      if (typeof row.days !== 'string') return null;
      const field = String(row.field);
      days.set(field, [...(days.get(field) ?? []), ...readRanges(row.days)]);
    }
    at = String(step[0]?.to_version);
  }
  return at === to ? { dataset, days } : null;
}
