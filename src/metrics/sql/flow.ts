import type { DayRange } from '../../model/dialect.ts';
import type { Frame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, Columns, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { periodsTouched } from '../plan/touched.ts';
import { printAggregate, printFinished } from './aggregate.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';

/**
 * Aggregates of the rows of one dataset by the period in which their time `at` falls.
 *
 * ranges 2024-01-01…31, 2024-02-01…29 over three rows of 5 January, 20 January and 3 March
 * → | period 0 | a1 2 |  (period 1 has no row: the calendar is filled when cells are made)
 */
export class FlowScan implements Scan {
  readonly columns = new Columns();
  readonly dataset: string;
  readonly at: string;
  readonly frame: Frame;
  readonly world: World;
  readonly ranges: readonly DayRange[];
  readonly aliases: Readonly<Record<string, string>>;

  /** @param ranges the days that count for each period; they may overlap (trailing windows). Default: the periods. */
  constructor(
    dataset: string,
    at: string,
    frame: Frame,
    world: World,
    aliases: Readonly<Record<string, string>> = {},
    ranges: readonly DayRange[] = frame.periods,
  ) {
    this.dataset = dataset;
    this.at = at;
    this.frame = frame;
    this.world = world;
    this.aliases = aliases;
    this.ranges = ranges;
  }

  get key(): string {
    return JSON.stringify([
      'flow',
      this.dataset,
      this.at,
      // Only dimensions go by them.
      this.frame.by.length + this.frame.where.length > 0 ? this.aliases : {},
      this.ranges,
      this.frame.by,
      this.frame.where,
      this.world.attributes,
    ]);
  }

  get size(): number {
    return this.ranges.length;
  }

  restrict(periods: readonly number[]): FlowScan {
    const ranges = periods.flatMap((period) => this.ranges[period] ?? []);
    const part = new FlowScan(this.dataset, this.at, this.frame, this.world, this.aliases, ranges);
    for (const { column } of this.columns.all) part.columns.add(column);
    return part;
  }

  touched(change: Change): readonly number[] | 'all' {
    return periodsTouched(this.printed().rows, change, this.at, this.ranges);
  }

  print(): Statement {
    const { sql, rows } = this.printed();
    return { sql, reads: rows.reads, masked: rows.masked };
  }

  private printed(): { readonly sql: string; readonly rows: Rows } {
    const rows = new Rows(this.dataset, this.world, this.aliases);
    const moment = { kind: 'event', at: this.at } as const;
    const day = rows.day(this.at);
    const groups = printGroups(this.frame.by, rows, moment);
    const aggregates = this.columns.all.map(({ name, column }) => `${printAggregate(column, rows)} as ${name}`);
    const filters = printFilters(this.frame.where, rows, moment);
    const relevant = this.columns.anyOf ? printExpression(this.columns.anyOf, rows) : null;
    const { join, period, within } = printCalendar(this.ranges, day, this.world);
    const keys = [`${period} as period`, ...groups.map((sql, index) => `${sql} as g${index + 1}`)];
    const sql = lines(
      `select ${[...keys, ...aggregates].join(',\n  ')}`,
      rows.from(),
      join,
      conjunction(within, rows.live(), relevant, filters),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    const names = ['period', ...groups.map((_, index) => `g${index + 1}`)];
    return { sql: printFinished(this.columns.all, names, sql, this.world), rows };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}

/** How a row's day finds its period: a join by day, or by range where the ranges overlap or are too long to spell out. */
export function printCalendar(ranges: readonly DayRange[], day: string, world: World): { join: string; period: string; within: string } {
  const { dialect } = world;
  const first = ranges.reduce((least, { start }) => (start < least ? start : least), ranges[0]?.start ?? '');
  const last = ranges.reduce((most, { end }) => (end > most ? end : most), ranges[0]?.end ?? '');
  const within = `${day} between ${dialect.date(first)} and ${dialect.date(last)}`;
  if (ranges.length === 1) return { join: '', period: '0', within };
  const disjoint = ranges.every((range, index) => index === 0 || range.start > (ranges[index - 1]?.end ?? ''));
  if (disjoint) return { join: `join ${dialect.calendar(ranges)} as c on c.day = ${day}`, period: 'c.period', within };
  const rows = ranges.map(({ start, end }, index) => [String(index), dialect.date(start), dialect.date(end)]);
  return {
    join: `join ${dialect.values(['period', 'first_day', 'last_day'], rows)} as c on ${day} between c.first_day and c.last_day`,
    period: 'c.period',
    within,
  };
}
