import type { DayRange } from '../../model/dialect.ts';
import type { SimpleMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { periodsTouched } from '../plan/touched.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';
import { printCalendar } from './flow.ts';

export type RepeatMetric = SimpleMetric & { readonly at_least: NonNullable<SimpleMetric['at_least']> };

/**
 * Distinct values that come with at least so many rows (or distinct values of another field) of a period and group:
 * customers with two orders or more. Column `values` counts them.
 */
export class RepeatScan implements Scan {
  readonly metric: RepeatMetric;
  readonly frame: Frame;
  readonly world: World;
  readonly ranges: readonly DayRange[];

  constructor(metric: RepeatMetric, frame: Frame, world: World, ranges: readonly DayRange[]) {
    this.metric = metric;
    this.frame = frame;
    this.world = world;
    this.ranges = ranges;
  }

  get key(): string {
    return JSON.stringify(['repeat', this.metric, this.ranges, this.frame.by, this.frame.where, this.world.attributes]);
  }

  /** The distinct values (source, id) that qualify, with their period and group. */
  printQualified(): Statement {
    const { sql, rows } = this.qualified();
    return { sql, reads: rows.reads, masked: rows.masked };
  }

  private qualified(): { readonly sql: string; readonly rows: Rows } {
    const { dataset, at, of, where, at_least } = this.metric;
    const rows = new Rows(dataset, this.world, this.metric.dimensions);
    const moment = { kind: 'event', at } as const;
    const entity = of ? printExpression(of, rows) : 'null';
    const groups = printGroups(this.frame.by, rows, moment);
    const filters = printFilters(this.frame.where, rows, moment);
    const { join, period, within } = printCalendar(this.ranges, rows.day(at), this.world);
    const keys = [
      `${period} as period`,
      `${rows.source} as source`,
      `${entity} as id`,
      ...groups.map((sql, index) => `${sql} as g${index + 1}`),
    ];
    const counted = at_least.of ? `count(distinct ${printExpression(at_least.of, rows)})` : 'count(*)';
    const condition = where ? printExpression(where, rows) : null;
    const sql = lines(
      `select ${keys.join(', ')}`,
      rows.from(),
      join,
      conjunction(within, rows.live(), condition, filters, `${entity} is not null`),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
      `having ${counted} >= ${at_least.count}`,
    );
    return { sql, rows };
  }

  get size(): number {
    return this.ranges.length;
  }

  restrict(periods: readonly number[]): RepeatScan {
    return new RepeatScan(
      this.metric,
      this.frame,
      this.world,
      periods.flatMap((period) => this.ranges[period] ?? []),
    );
  }

  touched(change: Change): readonly number[] | 'all' {
    return periodsTouched(this.qualified().rows, change, this.metric.at, this.ranges);
  }

  print(): Statement {
    const keys = ['q.period as period', ...this.frame.by.map((_, index) => `q.g${index + 1} as g${index + 1}`)];
    const qualified = this.printQualified();
    const sql = lines(
      `select ${[...keys, 'count(*) as a1'].join(', ')}`,
      `from (\n${qualified.sql}\n) as q`,
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, reads: qualified.reads, masked: qualified.masked };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
