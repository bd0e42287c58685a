import type { DayRange } from '../../model/dialect.ts';
import { dayColumn } from '../../model/layout.ts';
import { findDataset } from '../../model/registry.ts';
import type { Run } from '../run.ts';

/** For each time field of a dataset the days that a change touched, before or after it. */
export type TouchedDays = ReadonlyMap<string, DayRange>;

const log = 'cuadro.change_log';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const asRange = (first: unknown, last: unknown): DayRange | null =>
  typeof first === 'string' && typeof last === 'string' ? { start: first, end: last } : null;

const wider = (left: DayRange | undefined, right: DayRange): DayRange =>
  left === undefined
    ? right
    : { start: left.start < right.start ? left.start : right.start, end: left.end > right.end ? left.end : right.end };

/** The day columns of a dataset's time fields, by field. */
export const dayColumns = (dataset: string): readonly { readonly field: string; readonly column: string }[] =>
  Object.entries(findDataset(dataset)?.fields ?? {}).flatMap(([field, { type }]) =>
    type === 'instant' ? [{ field, column: dayColumn(field) }] : type === 'date' ? [{ field, column: field }] : [],
  );

/** The first and last day of each time field over the rows of a FROM clause. */
export async function daysOver(run: Run, dataset: string, from: string): Promise<TouchedDays> {
  const columns = dayColumns(dataset);
  if (columns.length === 0) return new Map();
  const list = columns.map(
    ({ column }, index) => `cast(min("${column}") as varchar) as l${index}, cast(max("${column}") as varchar) as h${index}`,
  );
  const [row] = await run(`select ${list.join(', ')} from ${from}`);
  return new Map(
    columns.flatMap(({ field }, index) => {
      const range = asRange(row?.[`l${index}`], row?.[`h${index}`]);
      return range ? [[field, range] as const] : [];
    }),
  );
}

/** Notes that a dataset went from one version to another by a change that touched these days. */
export async function recordChange(run: Run, dataset: string, from: string, to: string, days: TouchedDays): Promise<void> {
  const rows = [...days].map(
    ([field, { start, end }]) => `(${text(dataset)}, ${text(from)}, ${text(to)}, ${text(field)}, ${text(start)}, ${text(end)})`,
  );
  const step = `(${text(dataset)}, ${text(from)}, ${text(to)}, null, null, null)`;
  await run(`insert into ${log} (dataset, from_version, to_version, field, first_day, last_day) values ${[step, ...rows].join(', ')}`);
}

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
