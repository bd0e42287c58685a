import type { DayRange } from '../../model/dialect.ts';
import { addDays } from '../calendar/period.ts';
import type { Expression } from '../expression.ts';
import type { Frame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import {
  type AggregateColumn,
  type Change,
  Columns,
  type Scan,
  type ScanResult,
  type SqlRow,
  type Statement,
  textOrNull,
  touchedPeriods,
} from '../plan/scan.ts';
import { edgesTouched, periodsSince } from '../plan/touched.ts';
import { printAggregate, printFinished } from './aggregate.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';

/** A day asked for and, of a stock of what falls due, the period in which it must. */
export interface StockDay {
  readonly day: string;
  readonly period: DayRange | null;
}

/** What makes a row count at the close of a day. */
export interface StockBounds {
  /** The fields that begin and end a row. `begun`: one whose beginning is unknown has begun (spans), or has not. */
  readonly life: { readonly from: string; readonly to: string | null; readonly begun: boolean };
  /** The field that must fall in the period of an asked day. */
  readonly within: string | null;
  readonly since: readonly Expression[];
  readonly until: readonly Expression[];
  /** Dimensions read under another path. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * Aggregates of the spans of one dataset that hold at the close of each of some days.
 *
 * Counts and sums are printed as deltas – what enters and what leaves between one asked day and the next – and added up
 * in `collect`: 68 times faster than joining a million spans with the days. Medians and distinct counts join.
 */
export class StockScan implements Scan {
  readonly columns = new Columns();
  readonly dataset: string;
  /** The days asked for, ascending; a span counts at the close of a day. Each day is there once, or once a period. */
  readonly asked: readonly StockDay[];
  readonly bounds: StockBounds;
  readonly additive: boolean;
  readonly frame: Frame;
  readonly world: World;
  /** The days that each asked day closes: those since the asked day before it. */
  private readonly closes: readonly DayRange[];

  constructor(
    dataset: string,
    asked: readonly StockDay[],
    bounds: StockBounds,
    additive: boolean,
    frame: Frame,
    world: World,
    closes: readonly DayRange[] = closedBy(asked.map(({ day }) => day)),
  ) {
    this.dataset = dataset;
    this.asked = asked;
    this.bounds = bounds;
    this.additive = additive;
    this.frame = frame;
    this.world = world;
    this.closes = closes;
  }

  get key(): string {
    const { dataset, asked, bounds, additive, frame, world } = this;
    return JSON.stringify(['stock', dataset, asked, bounds, additive, frame.by, frame.where, world.attributes]);
  }

  get size(): number {
    return this.asked.length;
  }

  restrict(periods: readonly number[]): StockScan {
    const pick = <T>(list: readonly T[]): T[] => periods.flatMap((period) => list[period] ?? []);
    // Deltas keep the first asked day, at which all that began before it enters; a join is over the days themselves.
    const asked = this.additive ? this.asked : pick(this.asked);
    const part = new StockScan(this.dataset, asked, this.bounds, this.additive, this.frame, this.world, pick(this.closes));
    for (const { column } of this.columns.all) part.columns.add(column);
    return part;
  }

  touched(change: Change): readonly number[] | 'all' {
    const { from, to } = this.bounds.life;
    const edges = edgesTouched(this.printed().rows, change, from, to);
    if (edges === 'all') return 'all';
    const first = this.first ?? '';
    // What was touched before the first asked day shows on it.
    const notBefore = (day: string) => [first, day].sort().at(-1) ?? day;
    const shown = edges.map(({ start, end }) => ({ start: notBefore(start), end: notBefore(end) }));
    // A bound may put off what a span's beginning brings.
    const isBounded = this.bounds.since.length > 0 || this.bounds.until.length > 0;
    if (!this.additive || isBounded) return periodsSince(shown, this.closes);
    return shown.flatMap((range) => touchedPeriods(this.closes, range));
  }

  print(): Statement {
    const { sql, rows } = this.printed();
    return { sql, reads: rows.reads, masked: rows.masked };
  }

  private printed(): { readonly sql: string; readonly rows: Rows } {
    return this.additive ? this.printDeltas() : this.printJoin();
  }

  private get first(): string | undefined {
    return this.asked[0]?.day;
  }

  /** The spans' effective days and groups, with the joins and filters that everything else needs. */
  private spans() {
    const rows = new Rows(this.dataset, this.world, this.bounds.dimensions);
    const { dialect } = this.world;
    const { life, since, until } = this.bounds;
    const moment = { kind: 'span', from: life.from, to: life.to } as const;
    const groups = printGroups(this.frame.by, rows, moment);
    const filters = printFilters(this.frame.where, rows, moment);
    const first = dialect.date(this.first ?? '1970-01-01');
    const begins = [
      life.begun ? `coalesce(${rows.day(life.from)}, ${first})` : rows.day(life.from),
      ...rows.spanClips.map(({ from }) => `coalesce(${from}, ${first})`),
      ...since.map((bound) => printExpression(bound, rows)),
    ];
    const forever = dialect.date(addDays(this.asked.at(-1)?.day ?? '1970-01-01', 1));
    const ends = [
      ...(life.to === null ? [] : [`coalesce(${rows.day(life.to)}, ${forever})`]),
      ...rows.spanClips.map(({ to }) => `coalesce(${to}, ${forever})`),
      ...until.map((bound) => `coalesce(${printExpression(bound, rows)}, ${forever})`),
    ];
    return {
      rows,
      groups,
      filters,
      relevant: this.columns.anyOf ? printExpression(this.columns.anyOf, rows) : null,
      // greatest leaves unknown days out, so what must be known is asked for.
      known: [...(life.begun ? [] : [rows.day(life.from)]), ...since.map((bound) => printExpression(bound, rows))].map(
        (sql) => `${sql} is not null`,
      ),
      from: begins.length === 1 ? (begins[0] ?? first) : dialect.greatest(...begins),
      to: ends.length <= 1 ? (ends[0] ?? forever) : dialect.least(...ends),
    };
  }

  /** Spans by the asked day on which they enter and that on which they leave, in one pass; then what enters and what leaves each day. */
  private printDeltas() {
    const { rows, groups, filters, relevant, known, from, to } = this.spans();
    const { dialect } = this.world;
    const first = dialect.date(this.first ?? '');
    // Counts as doubles: ClickHouse counts without a sign, and what leaves is negative.
    const aggregates = this.columns.all.map(({ name, column }) => {
      const sql = printAggregate(column, rows);
      return `${column.call === 'rows' || column.call === 'known' ? dialect.double(sql) : sql} as ${name}`;
    });
    const calendar = dialect.calendar(this.closes);
    const [enteredOn, goneOn] = [dialect.greatest(from, first), dialect.greatest(to, first)];
    const names = this.columns.all.map(({ name }) => name);
    const keys = groups.map((_, index) => `g${index + 1}`);
    const edge = (period: string, sign: '' | '-') =>
      `select ${[`s.${period} as period`, ...keys.map((key) => `s.${key} as ${key}`), ...names.map((name) => `${sign}s.${name} as ${name}`)].join(', ')} from spans as s where s.${period} is not null`;
    const list = (items: readonly string[]) => items.map((_, index) => index + 1).join(', ');
    const sql = lines(
      `with spans as ${dialect.copiesWith ? '' : 'materialized '}(`,
      `select ${['enters.period as entered', 'leaves.period as gone', ...groups.map((group, index) => `${group} as g${index + 1}`), ...aggregates].join(',\n  ')}`,
      rows.from(),
      `left join ${calendar} as enters on enters.day = ${enteredOn}`,
      `left join ${calendar} as leaves on leaves.day = ${goneOn}`,
      conjunction(
        this.near(enteredOn, goneOn),
        `${from} < ${to}`,
        '(enters.period is not null or leaves.period is not null)',
        ...known,
        rows.live(),
        relevant,
        filters,
      ),
      `group by ${list(['', '', ...groups])}`,
      ')',
      `select ${['e.period as period', ...keys.map((key) => `e.${key} as ${key}`), ...names.map((name) => `sum(e.${name}) as ${name}`)].join(', ')}`,
      `from (\n${edge('entered', '')}\nunion all\n${edge('gone', '-')}\n) as e`,
      `group by ${list(['', ...groups])}`,
    );
    return { sql, rows };
  }

  /** Of a few days asked anew: that a span enters or leaves between the first and the last of them, told before any join. */
  private near(enteredOn: string, goneOn: string): string | null {
    const { dialect } = this.world;
    if (this.closes.length === this.asked.length) return null;
    const days = this.closes.flatMap(({ start, end }) => [start, end]).sort();
    const between = `between ${dialect.date(days[0] ?? '')} and ${dialect.date(days.at(-1) ?? '')}`;
    return `(${enteredOn} ${between} or ${goneOn} ${between})`;
  }

  private printJoin() {
    const { rows, groups, filters, relevant, known, from, to } = this.spans();
    const { dialect } = this.world;
    const aggregates = this.columns.all.map(({ name, column }) => `${printAggregate(column, rows)} as ${name}`);
    const { within } = this.bounds;
    const days = dialect.values(
      ['period', 'day', ...(within === null ? [] : ['first_day', 'last_day'])],
      this.asked.map(({ day, period }, index) => [
        String(index),
        dialect.date(day),
        ...(within === null ? [] : [dialect.date(period?.start ?? day), dialect.date(period?.end ?? day)]),
      ]),
    );
    const falls = within === null ? null : `${rows.day(within)} between c.first_day and c.last_day`;
    const keys = ['c.period as period', ...groups.map((sql, index) => `${sql} as g${index + 1}`)];
    const sql = lines(
      `select ${[...keys, ...aggregates].join(',\n  ')}`,
      rows.from(),
      `cross join ${days} as c`,
      conjunction(`${from} <= c.day`, `${to} > c.day`, falls, ...known, rows.live(), relevant, filters),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    const names = ['period', ...groups.map((_, index) => `g${index + 1}`)];
    return { sql: printFinished(this.columns.all, names, sql, this.world), rows };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    const groups = new Map<string, readonly (string | null)[]>();
    const byGroup = new Map<string, Map<number, SqlRow>>();
    for (const row of rows) {
      const values = this.frame.by.map((_, index) => textOrNull(row[`g${index + 1}`]));
      const key = JSON.stringify(values);
      groups.set(key, values);
      const cells = byGroup.get(key) ?? new Map<number, SqlRow>();
      cells.set(Number(row.period), row);
      byGroup.set(key, cells);
    }
    if (!this.additive) return { groups, row: (period, group) => byGroup.get(group)?.get(period) ?? null };
    for (const [key, cells] of byGroup) byGroup.set(key, runningSum(cells, this.asked.length, this.columns.all));
    return { groups, row: (period, group) => byGroup.get(group)?.get(period) ?? null };
  }
}

const closedBy = (days: readonly string[]): readonly DayRange[] =>
  days.map((day, index) => ({ start: index === 0 ? day : addDays(days[index - 1] ?? day, 1), end: day }));

/** Money has four decimals; rounding each step to six keeps sums of opposite doubles from leaving dust. */
const clean = (value: number): number => Math.round(value * 1e6) / 1e6;

function runningSum(
  deltas: ReadonlyMap<number, SqlRow>,
  length: number,
  columns: readonly { name: string; column: AggregateColumn }[],
): Map<number, SqlRow> {
  const totals = new Map<number, SqlRow>();
  let current: Record<string, number> = Object.fromEntries(columns.map(({ name }) => [name, 0]));
  for (let index = 0; index < length; index += 1) {
    const delta = deltas.get(index);
    if (delta) {
      current = Object.fromEntries(columns.map(({ name }) => [name, clean((current[name] ?? 0) + Number(delta[name] ?? 0))]));
    }
    totals.set(index, current);
  }
  return totals;
}
