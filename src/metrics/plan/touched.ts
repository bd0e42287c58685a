import type { DayRange } from '../../model/dialect.ts';
import { findDataset } from '../../model/registry.ts';
import { resolvePath } from './path.ts';
import type { Rows } from './rows.ts';
import { type Change, touchedPeriods } from './scan.ts';

const stepOf = (reference: string): string => reference.replace(/_id$/, '');

/** Whether the reference is the first step of a path: `order_id` of `order.ordered_at`. */
const isThrough = (reference: string, path: string): boolean => path.startsWith(`${stepOf(reference)}.`);

/** The name under which a change of a record tells the days of the rows that refer to it. */
const referring = (rows: Rows, reference: string, time: string): string => `${rows.dataset}.${reference}@${time}`;

/**
 * The name under which changes tell the days of a time: `ordered_at` of the rows' own, `order.ordered_at` of a record that they refer to,
 * however a definition writes it (`order.ordered_at` of an order, `closed_at` of a deal's span).
 * @returns null where none does: of columns of a source's own, and further away
 */
function toldAs(rows: Rows, at: string): string | null {
  const found = resolvePath(rows.dataset, at, rows.world.catalog);
  if (!found || found.hops.length > 1 || !findDataset(found.dataset)?.fields[found.column]) return null;
  return [...found.hops.map(({ field }) => stepOf(field)), found.column].join('.');
}

/**
 * On which days of their time `at` a change altered rows of a scan: the rows themselves, or what is read of the records that
 * they refer to. `'all'` where the change does not tell.
 */
export function daysTouched(rows: Rows, { dataset, days }: Change, at: string): readonly DayRange[] | 'all' {
  const found: (readonly DayRange[] | undefined)[] = [];
  const isOwn = dataset === rows.dataset;
  const ways = rows.waysTo(dataset);
  // Whose rows are may change with it.
  if (!isOwn && rows.guards.includes(dataset)) return 'all';
  if (!isOwn && ways.length === 0) return [];
  const time = toldAs(rows, at);
  if (time === null) return 'all';
  const isOwnTime = !time.includes('.');
  if (isOwn) {
    if (!isOwnTime && rows.isDerived) return 'all';
    found.push(days.get(time));
  }
  for (const way of ways) {
    if (way.kind === 'day' && toldAs(rows, way.path) === time) found.push(days.get('day'));
    else if (way.kind === 'reference' && isThrough(way.field, time)) found.push(days.get(time.slice(time.indexOf('.') + 1)));
    else if (way.kind === 'reference' && isOwnTime) found.push(days.get(referring(rows, way.field, time)));
    else return 'all';
  }
  return found.flatMap((ranges) => ranges ?? []);
}

/** The ranges in which a change altered rows of a scan. */
export function periodsTouched(rows: Rows, change: Change, at: string, ranges: readonly DayRange[]): readonly number[] | 'all' {
  const days = daysTouched(rows, change, at);
  return days === 'all' ? 'all' : days.flatMap((range) => touchedPeriods(ranges, range));
}

/**
 * The days on which a change altered what spans hold: where something begins otherwise, and where it ends. A span of which only the
 * end changed begins as before.
 */
export function edgesTouched(rows: Rows, change: Change, from = 'valid_from', to: string | null = 'valid_to'): readonly DayRange[] | 'all' {
  const began = change.days.get('valid_from:began');
  const tellsApart = change.dataset === rows.dataset && rows.isDerived && from === 'valid_from';
  const days = new Map(change.days);
  if (tellsApart) {
    if (began) days.set('valid_from', began);
    else days.delete('valid_from');
  }
  const begins = daysTouched(rows, { ...change, days }, from);
  const ends = to === null ? [] : daysTouched(rows, change, to);
  return begins === 'all' || ends === 'all' ? 'all' : [...begins, ...ends];
}

/** The ranges that end on or after the first of the days. */
export function periodsSince(days: readonly DayRange[], ranges: readonly DayRange[]): readonly number[] {
  const first = days.map(({ start }) => start).sort()[0];
  return first === undefined ? [] : ranges.flatMap(({ end }, index) => (end >= first ? [index] : []));
}
