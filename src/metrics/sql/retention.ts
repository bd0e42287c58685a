import { findDataset } from '../../model/registry.ts';
import { addDays } from '../calendar/period.ts';
import type { RetentionMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Change, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { edgesTouched, periodsSince } from '../plan/touched.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';

/**
 * |S|, |S ∩ E| and |E| of each period from an entity's spans, which do not overlap: `present` counts those there at the
 * close of the day before the period, `kept` those of them there at its close – under the same span (most), or under a
 * later one (`kept` by a join of the few spans that end in the period with the entity's later spans) –, `at_end` those
 * there at its close, `entered` the first spans that begin in it.
 */
export class RetentionScan implements Scan {
  readonly metric: RetentionMetric;
  readonly frame: Frame;
  readonly world: World;

  constructor(metric: RetentionMetric, frame: Frame, world: World) {
    this.metric = metric;
    this.frame = frame;
    this.world = world;
  }

  get key(): string {
    const { dataset, entity, where, weighting, value } = this.metric;
    return JSON.stringify([
      'retention',
      dataset,
      entity,
      where,
      weighting,
      value,
      this.frame.periods.map(({ start, end }) => [start, this.closing(end)]),
      this.frame.by,
      this.frame.where,
      this.world.attributes,
    ]);
  }

  get size(): number {
    return this.frame.periods.length;
  }

  restrict(periods: readonly number[]): RetentionScan {
    return new RetentionScan(this.metric, restrictFrame(this.frame, periods), this.world);
  }

  touched(change: Change): readonly number[] | 'all' {
    const days = edgesTouched(this.printed().rows, change);
    return days === 'all' ? 'all' : periodsSince(days, this.frame.periods);
  }

  print(): Statement {
    const { sql, rows } = this.printed();
    return { sql, reads: rows.reads };
  }

  /** A running period closes, so far, with the last complete day. */
  private closing(end: string): string {
    const { lastCompleteDay } = this.frame;
    return lastCompleteDay !== null && end > lastCompleteDay ? lastCompleteDay : end;
  }

  private printed(): { readonly sql: string; readonly rows: Rows } {
    const { dialect } = this.world;
    const rows = new Rows(this.metric.dataset, this.world);
    const moment = { kind: 'span' } as const;
    const groups = printGroups(this.frame.by, rows, moment);
    const filters = printFilters(this.frame.where, rows, moment);
    const condition = this.metric.where ? printExpression(this.metric.where, rows) : null;
    const entity = rows.value(this.metric.entity).sql;
    const worth = this.metric.weighting === 'value' && this.metric.value ? dialect.double(printExpression(this.metric.value, rows)) : '1';
    const from =
      rows.spanClips.length === 0
        ? rows.day('valid_from')
        : dialect.greatest(rows.day('valid_from'), ...rows.spanClips.map((clip) => clip.from));
    const to =
      rows.spanClips.length === 0 ? rows.day('valid_to') : dialect.least(rows.day('valid_to'), ...rows.spanClips.map((clip) => clip.to));
    // Where the spans are not numbered, the first of those asked for is the first.
    const numbered = findDataset(this.metric.dataset)?.fields.ordinal
      ? 'r.ordinal'
      : `row_number() over (partition by ${rows.source}, ${entity} order by ${rows.day('valid_from')})`;
    const ordinal = rows.spanClips.length === 0 ? numbered : `case when ${from} = ${rows.day('valid_from')} then ${numbered} else 0 end`;
    const columns = [
      `${rows.source} as source`,
      `${entity} as entity`,
      `${from} as first_day`,
      `${to} as end_day`,
      `${worth} as worth`,
      `${ordinal} as ordinal`,
      ...groups.map((sql, index) => `${sql} as g${index + 1}`),
    ];
    const spans = ['select', `  ${columns.join(',\n  ')}`, rows.from(), conjunction(rows.live(), condition, filters)].join('\n');
    const periods = dialect.values(
      ['period', 'opening', 'closing'],
      this.frame.periods.map(({ start, end }, index) => [
        String(index),
        dialect.date(this.closing(addDays(start, -1))),
        dialect.date(this.closing(end)),
      ]),
    );
    const keys = ['p.period as period', ...this.frame.by.map((_, index) => `a.g${index + 1} as g${index + 1}`)];
    const by = `group by ${keys.map((_, index) => index + 1).join(', ')}`;
    const there = (alias: string, day: string) =>
      `(${alias}.first_day is null or ${alias}.first_day <= ${day}) and (${alias}.end_day is null or ${alias}.end_day > ${day})`;
    const opening = there('a', 'p.opening');
    const closing = there('a', 'p.closing');
    const entered = 'a.ordinal = 1 and a.first_day > p.opening and a.first_day <= p.closing';
    const part = (name: string, when: string) => `${dialect.aggregateIf('sum(a.worth)', when)} as ${name}`;
    const same = [
      `select ${[...keys, part('present', opening), `${dialect.aggregateIf('count(*)', opening)} as entities`, part('kept', `${opening} and ${closing}`), part('at_end', closing), part('entered', entered)].join(',\n  ')}`,
      `from spans as a cross join ${periods} as p`,
      `where (${opening}) or (${closing}) or (${entered})`,
      by,
    ].join('\n');
    const returned = [
      `select ${[...keys, '0 as present', '0 as entities', 'sum(a.worth) as kept', '0 as at_end', '0 as entered'].join(', ')}`,
      `from spans as a cross join ${periods} as p`,
      `join spans as b on b.source = a.source and b.entity = a.entity`,
      `where ${opening} and a.end_day <= p.closing and b.first_day >= a.end_day and ${there('b', 'p.closing')}`,
      by,
    ].join('\n');
    const outer = ['u.period as period', ...this.frame.by.map((_, index) => `u.g${index + 1} as g${index + 1}`)];
    const total = (name: string) => `${dialect.double(`sum(u.${name})`)} as ${name}`;
    const sql = lines(
      `with spans as (\n${spans}\n)`,
      `select ${[...outer, total('present'), total('entities'), total('kept'), total('at_end'), total('entered')].join(', ')}`,
      `from (\n${same}\nunion all\n${returned}\n) as u`,
      `group by ${outer.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, rows };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
