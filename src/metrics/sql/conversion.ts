import { addDays } from '../calendar/period.ts';
import type { Expression } from '../expression.ts';
import type { ConversionMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { periodsTouched } from '../plan/touched.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';
import { printCalendar } from './flow.ts';

type TwoDatasets = ConversionMetric & { readonly converted: Extract<ConversionMetric['converted'], { readonly same_row: false }> };

/**
 * Base rows that found a conversion of the same entity in another dataset.
 *
 * `entities`: each base row looks forward to the first conversion at or after it; columns `entities` (distinct), `rows`, `value`.
 * `events`: each conversion looks back to the last base row at or before it; column `rows` counts conversions.
 * Moments compare as instants; where only the day is known, a base counts from its beginning and a conversion at its end. The window is
 * a duration like any other: a difference of dates if either is only a date, else elapsed time.
 */
export class ConversionScan implements Scan {
  readonly metric: TwoDatasets;
  readonly frame: Frame;
  readonly world: World;

  constructor(metric: TwoDatasets, frame: Frame, world: World) {
    this.metric = metric;
    this.frame = frame;
    this.world = world;
  }

  get key(): string {
    return JSON.stringify(['conversion', this.metric, this.frame.periods, this.frame.by, this.frame.where, this.world.attributes]);
  }

  private side(
    dataset: string,
    entity: string,
    at: string,
    where: Expression | undefined,
    dateOnlyMeans: 'start' | 'end',
    filtered: boolean,
  ) {
    // Groups and filters are the base's.
    const rows = new Rows(dataset, this.world, filtered ? this.metric.base.dimensions : {});
    const { dialect, catalog } = this.world;
    const moment = { kind: 'event', at } as const;
    const id = rows.value(entity).sql;
    const day = rows.day(at);
    const resolvedType = rows.value(at).type;
    const lateDay = dialect.startOfDay(dialect.addDays(day, 1), catalog.settings.timezone);
    const earlyDay = dialect.startOfDay(day, catalog.settings.timezone);
    const instant = rows.value(at).sql;
    const byDate = dateOnlyMeans === 'end' ? lateDay : earlyDay;
    const dateOnly = resolvedType === 'date' ? null : rows.isDateOnly(at);
    const reached =
      resolvedType === 'date'
        ? byDate
        : dateOnlyMeans === 'end' && dateOnly !== null
          ? `case when ${dateOnly} then ${lateDay} else ${instant} end`
          : instant;
    const groups = filtered ? printGroups(this.frame.by, rows, moment) : [];
    const filters = filtered ? printFilters(this.frame.where, rows, moment) : null;
    const value = filtered && this.metric.value ? dialect.double(printExpression(this.metric.value, rows)) : '1';
    const condition = where ? printExpression(where, rows) : null;
    const columns = [
      `${rows.source} as source`,
      `${id} as entity`,
      `${reached} as moment`,
      `${day} as day`,
      `${resolvedType === 'date' ? 'true' : (dateOnly ?? 'false')} as is_date`,
      ...(filtered ? [`${value} as worth`, ...groups.map((sql, index) => `${sql} as g${index + 1}`)] : []),
    ];
    const sql = lines(
      'select',
      `  ${columns.join(',\n  ')}`,
      rows.from(),
      conjunction(rows.live(), condition, filters, `${id} is not null`, `${day} is not null`),
    );
    return { sql, rows };
  }

  private sides() {
    const { base, converted } = this.metric;
    return {
      left: this.side(base.dataset, base.entity, base.at, base.where, 'start', true),
      right: this.side(converted.dataset, converted.entity, converted.at, converted.where, 'end', false),
    };
  }

  /** Base rows (alias b) beside the conversion (alias v) that each found, or the reverse. */
  private pairs(): Statement {
    const { count } = this.metric;
    const { left, right } = this.sides();
    const sql =
      count === 'entities'
        ? `from (\n${left.sql}\n) as b\nasof join (\n${right.sql}\n) as v on b.source = v.source and b.entity = v.entity and b.moment <= v.moment`
        : `from (\n${right.sql}\n) as v\nasof join (\n${left.sql}\n) as b on v.source = b.source and v.entity = b.entity and v.moment >= b.moment`;
    // Groups are the base's.
    return { sql, reads: [...new Set([...left.rows.reads, ...right.rows.reads])], masked: left.rows.masked };
  }

  private calendar() {
    const { window, dated_by } = this.metric;
    const day = dated_by === 'base' ? 'b.day' : 'v.day';
    const { daysBetween, secondsBetween } = this.world.dialect;
    const inWindow =
      window === null
        ? null
        : `case when b.is_date or v.is_date then ${daysBetween('b.day', 'v.day')} <= ${window} else ${secondsBetween('b.moment', 'v.moment')} <= ${window * 86400} end`;
    return { ...printCalendar(this.frame.periods, day, this.world), inWindow };
  }

  get size(): number {
    return this.frame.periods.length;
  }

  restrict(periods: readonly number[]): ConversionScan {
    return new ConversionScan(this.metric, restrictFrame(this.frame, periods), this.world);
  }

  touched(change: Change): readonly number[] | 'all' {
    const { base, converted, window, dated_by } = this.metric;
    if (dated_by === 'conversion' || window === null) return 'all';
    const periods = this.frame.periods;
    const reach = periods.map(({ start, end }) => ({ start, end: addDays(end, window) }));
    const { left, right } = this.sides();
    const byBase = periodsTouched(left.rows, change, base.at, periods);
    const byConversion = periodsTouched(right.rows, change, converted.at, reach);
    return byBase === 'all' || byConversion === 'all' ? 'all' : [...byBase, ...byConversion];
  }

  print(): Statement {
    const { join, period, within, inWindow } = this.calendar();
    const keys = [`${period} as period`, ...this.frame.by.map((_, index) => `b.g${index + 1} as g${index + 1}`)];
    const entities = this.world.dialect.countDistinct(['b.source', 'b.entity'], null);
    const { sql: pairs, reads, masked } = this.pairs();
    const sql = lines(
      `select ${[...keys, 'count(*) as rows', `${entities} as entities`, 'sum(b.worth) as value'].join(', ')}`,
      pairs,
      join,
      conjunction(within, inWindow),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, reads, masked };
  }

  /** The converted entities of a frame of one period. */
  printKeys(): string {
    const { within, inWindow } = this.calendar();
    return lines('select distinct b.source as source, b.entity as id', this.pairs().sql, conjunction(within, inWindow));
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
