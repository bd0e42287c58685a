import type { DurationMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, type Scan, type ScanResult, type SqlRow, type Statement, textOrNull, touchedPeriods } from '../plan/scan.ts';
import { printExpression, secondsPer } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';
import { printCalendar } from './flow.ts';

/** One duration among the cases of a period and group: how many ended after it, how many were still open. */
export interface SurvivalStep {
  readonly time: number;
  readonly ended: number;
  readonly censored: number;
}

export interface SurvivalResult extends ScanResult {
  /** Ascending by time. */
  steps(period: number, group: string): readonly SurvivalStep[];
}

/**
 * The durations of all cases that started in each period, ended or still open at the end of the last complete day:
 * what a Kaplan–Meier estimate needs.
 */
export class SurvivalScan implements Scan<SurvivalResult> {
  readonly metric: DurationMetric;
  readonly frame: Frame;
  readonly world: World;

  constructor(metric: DurationMetric, frame: Frame, world: World) {
    this.metric = metric;
    this.frame = frame;
    this.world = world;
  }

  get key(): string {
    return JSON.stringify([
      'survival',
      this.metric,
      this.frame.lastCompleteDay,
      this.frame.periods,
      this.frame.by,
      this.frame.where,
      this.world.attributes,
    ]);
  }

  get size(): number {
    return this.frame.periods.length;
  }

  restrict(periods: readonly number[]): SurvivalScan {
    return new SurvivalScan(this.metric, restrictFrame(this.frame, periods), this.world);
  }

  touched(change: Change): readonly number[] | 'all' {
    // A case that ended changes the cohort it started in, however long ago; its start is touched with it.
    return change.dataset === this.metric.dataset ? touchedPeriods(this.frame.periods, change.days.get(this.metric.start)) : 'all';
  }

  print(): Statement {
    const { dataset, start, end, where, unit, time } = this.metric;
    const { dialect } = this.world;
    const rows = new Rows(dataset, this.world);
    const moment = { kind: 'event', at: start } as const;
    const day = rows.day(start);
    const horizon = dialect.date(this.frame.lastCompleteDay ?? this.frame.periods.at(-1)?.end ?? '');
    const ended = printExpression({ op: 'elapsed', from: start, to: end, unit, time }, rows);
    const open = `${dialect.double(dialect.daysBetween(day, horizon))} * ${secondsPer.day / secondsPer[unit]}`;
    const endDay = rows.day(end);
    const isOpen = `(${endDay} is null or ${endDay} > ${horizon})`;
    const groups = printGroups(this.frame.by, rows, moment);
    const filters = printFilters(this.frame.where, rows, moment);
    const { join, period, within } = printCalendar(this.frame.periods, day, this.world);
    const keys = [
      `${period} as period`,
      ...groups.map((sql, index) => `${sql} as g${index + 1}`),
      `case when ${isOpen} then ${open} else ${ended} end as time`,
    ];
    const sql = lines(
      `select ${[...keys, `${dialect.aggregateIf('count(*)', `not ${isOpen}`)} as ended`, `${dialect.aggregateIf('count(*)', isOpen)} as censored`].join(',\n  ')}`,
      rows.from(),
      join,
      conjunction(within, `${day} <= ${horizon}`, rows.live(), where ? printExpression(where, rows) : null, filters),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, reads: rows.reads };
  }

  collect(rows: readonly SqlRow[]): SurvivalResult {
    const groups = new Map<string, readonly (string | null)[]>();
    const steps = new Map<string, SurvivalStep[]>();
    for (const row of rows) {
      const values = this.frame.by.map((_, index) => textOrNull(row[`g${index + 1}`]));
      const key = JSON.stringify(values);
      groups.set(key, values);
      const cell = `${row.period} ${key}`;
      const list = steps.get(cell) ?? [];
      list.push({ time: Number(row.time), ended: Number(row.ended), censored: Number(row.censored) });
      steps.set(cell, list);
    }
    for (const list of steps.values()) list.sort((left, right) => left.time - right.time);
    return { groups, row: () => null, steps: (period, group) => steps.get(`${period} ${group}`) ?? [] };
  }
}
