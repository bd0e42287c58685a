import { choose, compare, type Expression, literal } from '../expression.ts';
import type { DurationMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { periodsTouched } from '../plan/touched.ts';
import { z } from '../result/interval.ts';
import { printExpression, secondsPer } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';
import { printCalendar } from './flow.ts';

/** ln 0, near enough: what it is the logarithm of is 0. */
const lnZero = '-1e9';
/** Sums of logarithms miss the half by less; shares of fewer than a billion cases lie farther apart. */
const half = '(0.5e0 + 1e-9)';

/**
 * The Kaplan–Meier median of the durations of all cases that started in each period, ended or still open at the end of the last
 * complete day (Kaplan and Meier 1958): the first time at which at most half have not ended. Its interval is that of Brookmeyer
 * and Crowley (1982) with Greenwood's variance and the log–log transform. A case that is open counts as at risk up to its time.
 *
 * Columns: `median`, `low`, `high` (null where not reached), `ended`, `open` (usable cases) and `reversed` (ended before they began).
 */
export class SurvivalScan implements Scan {
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
    return periodsTouched(this.cases().rows, change, this.metric.start, this.frame.periods);
  }

  /** How many cases of each period and group ended, and how many were left open, after each duration. */
  private cases(): { readonly sql: string; readonly rows: Rows } {
    const { dataset, start, end, where, unit, time } = this.metric;
    const { dialect } = this.world;
    const rows = new Rows(dataset, this.world);
    const moment = { kind: 'event', at: start } as const;
    const day = rows.day(start);
    const horizon = dialect.date(this.frame.lastCompleteDay ?? this.frame.periods.at(-1)?.end ?? '');
    const took: Expression = { op: 'elapsed', from: start, to: end, unit, time };
    const forward = compare({ ...took, time: 'calendar' }, '>=', literal(0));
    // Outside business hours no time passes, whichever end comes first.
    const ended = printExpression(time === 'business' ? choose(forward, took, literal(-1)) : took, rows);
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
      `select ${[...keys, `${dialect.double(dialect.aggregateIf('count(*)', `not ${isOpen}`))} as ended`, `${dialect.double(dialect.aggregateIf('count(*)', isOpen))} as censored`].join(',\n  ')}`,
      rows.from(),
      join,
      conjunction(within, `${day} <= ${horizon}`, rows.live(), where ? printExpression(where, rows) : null, filters),
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, rows };
  }

  print(): Statement {
    const { dialect } = this.world;
    const { sql: cases, rows } = this.cases();
    const keys = ['period', ...this.frame.by.map((_, index) => `g${index + 1}`)];
    const of = (alias: string) => keys.map((key) => `${alias}.${key}`).join(', ');
    const sum = (name: string, expression: string) =>
      `sum(${expression}) over (partition by ${of('r')} order by r.time rows between unbounded preceding and current row) as ${name}`;
    const first = (name: string, condition: string) => `${dialect.aggregateIf('min(b.time)', `b.events > 0 and ${condition}`)} as ${name}`;
    const total = (name: string, column: string, condition: string) => `${dialect.aggregateIf(`sum(b.${column})`, condition)} as ${name}`;
    const width = `${z} * sqrt(s.greenwood) / nullif(-s.ln_survival, 0)`;
    // S^exp(±width), from ln S; certain at both ends.
    const bound = (sign: string) =>
      `case when s.ln_survival <= ${lnZero} then 0 when s.ln_survival >= 0 then 1 else exp(s.ln_survival * exp(${sign}${width})) end`;
    const until = `over (partition by ${of('c')} order by c.time rows between unbounded preceding and current row)`;
    const sql = lines(
      `with cases as (\n${cases}\n), risk as (`,
      // Cases that end before they begin carry no weight; they come first in order of time.
      `  select c.*, case when c.time >= 0 then c.ended else 0 end as events,`,
      `    sum(case when c.time >= 0 then c.ended + c.censored else 0 end) over (partition by ${of('c')})`,
      `      - sum(case when c.time >= 0 then c.ended + c.censored else 0 end) ${until} + case when c.time >= 0 then c.ended + c.censored else 0 end as at_risk`,
      '  from cases as c',
      '), survival as (',
      `  select ${of('r')}, r.time, r.ended, r.censored, r.events,`,
      `    ${sum('ln_survival', `case when r.events = 0 then 0 when r.events >= r.at_risk then ${lnZero} else ln(1 - r.events / r.at_risk) end`)},`,
      `    ${sum('greenwood', 'case when r.events = 0 or r.events >= r.at_risk then 0 else r.events / (r.at_risk * (r.at_risk - r.events)) end')}`,
      '  from risk as r',
      '), bounded as (',
      `  select ${of('s')}, s.time, s.ended, s.censored, s.events, s.ln_survival, ${bound('')} as lower, ${bound('-')} as upper from survival as s`,
      ')',
      `select ${of('b')}, ${first('median', `exp(b.ln_survival) <= ${half}`)}, ${first('low', 'b.lower <= 0.5')}, ${first('high', 'b.upper <= 0.5')},`,
      `  ${total('ended', 'ended', 'b.time >= 0')}, ${total('open', 'censored', 'b.time >= 0')}, ${total('reversed', 'ended + b.censored', 'b.time < 0')}`,
      'from bounded as b',
      `group by ${keys.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, reads: rows.reads, masked: rows.masked };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
