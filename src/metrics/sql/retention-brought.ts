import type { RetentionMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, Columns, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { periodsTouched } from '../plan/touched.ts';
import { printAggregate } from './aggregate.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines } from './filter.ts';
import { printCalendar } from './flow.ts';
import { RetentionScan } from './retention.ts';

export type BroughtMetric = RetentionMetric & { readonly brought: NonNullable<RetentionMetric['brought']> };

/**
 * Aggregates of the period's rows of the entities that were kept (the orders of customers who stayed). Groups and filters are those of
 * the entities' spans at the start: what an entity brought counts whole in its group.
 */
export class RetentionBroughtScan implements Scan {
  readonly columns = new Columns();
  readonly metric: BroughtMetric;
  readonly frame: Frame;
  readonly world: World;
  private readonly retention: RetentionScan;

  constructor(metric: BroughtMetric, frame: Frame, world: World) {
    this.metric = metric;
    this.frame = frame;
    this.world = world;
    this.retention = new RetentionScan(metric, frame, world);
  }

  get key(): string {
    const { dataset, entity, at, where } = this.metric.brought;
    return JSON.stringify(['brought', this.retention.key, this.frame.periods, dataset, entity, at, where]);
  }

  get size(): number {
    return this.frame.periods.length;
  }

  restrict(periods: readonly number[]): RetentionBroughtScan {
    const part = new RetentionBroughtScan(this.metric, restrictFrame(this.frame, periods), this.world);
    for (const { column } of this.columns.all) part.columns.add(column);
    return part;
  }

  touched(change: Change): readonly number[] | 'all' {
    const kept = this.retention.touched(change);
    const rows = periodsTouched(this.printed().rows, change, this.metric.brought.at, this.frame.periods);
    return kept === 'all' || rows === 'all' ? 'all' : [...kept, ...rows];
  }

  print(): Statement {
    const { sql, reads, masked } = this.printed();
    return { sql, reads, masked };
  }

  /** The rows (`source`, `id`) that the kept of a frame of one period brought. */
  printKeys(): string {
    const { brought } = this.metric;
    const rows = new Rows(brought.dataset, this.world);
    const known = `${printExpression(brought.of, rows)} is not null`;
    const { kept, tail } = this.joined(rows, known);
    return lines(kept.sql, `select distinct ${rows.source} as source, ${rows.value('id').sql} as id`, ...tail);
  }

  private printed() {
    const rows = new Rows(this.metric.brought.dataset, this.world);
    const aggregates = this.columns.all.map(({ name, column }) => `${printAggregate(column, rows)} as ${name}`);
    const { kept, tail } = this.joined(rows, null);
    const keys = ['k.period as period', ...this.frame.by.map((_, index) => `k.g${index + 1} as g${index + 1}`)];
    const sql = lines(
      kept.sql,
      `select ${[...keys, ...aggregates].join(',\n  ')}`,
      ...tail,
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, rows, reads: [...new Set([...kept.rows.reads, ...rows.reads])], masked: kept.rows.masked };
  }

  private joined(rows: Rows, condition: string | null) {
    const { brought } = this.metric;
    const kept = this.retention.printKept();
    const entity = rows.value(brought.entity).sql;
    const where = brought.where ? printExpression(brought.where, rows) : null;
    const { join, period, within } = printCalendar(this.frame.periods, rows.day(brought.at), this.world);
    return {
      kept,
      tail: [
        rows.from(),
        join,
        `join kept as k on k.period = ${period} and k.source = ${rows.source} and k.entity = ${entity}`,
        conjunction(within, rows.live(), where, condition),
      ],
    };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
