import { findDataset } from '../../model/registry.ts';
import { addDays } from '../calendar/period.ts';
import type { Expression } from '../expression.ts';
import type { RetentionMetric } from '../metric.ts';
import { type Frame, restrictFrame } from '../plan/frame.ts';
import { Rows, spanMoment, type World } from '../plan/rows.ts';
import { type Change, collectRows, type Scan, type ScanResult, type SqlRow, type Statement } from '../plan/scan.ts';
import { edgesTouched, periodsSince } from '../plan/touched.ts';
import { moneyPaths, needsRates, printExpression } from './expression.ts';
import { conjunction, lines, printFilters, printGroups } from './filter.ts';

/**
 * |S|, |S ∩ E| and |E| of each period from an entity's spans, which do not overlap: `present` counts those there at the
 * close of the day before the period, `kept` those of them there at its close – under the same span (most), or under a
 * later one (`kept` by a join of the few spans that end in the period with the entity's later spans) –, `at_end` those
 * there at its close, `entered` the first spans that begin in it, `entered_there` those of them
 * that still hold at its close.
 *
 * By value entities are summed first, so that one may have several spans at once: `present` and `kept` are worths of the start, `net` what
 * the kept are worth at the close, and `gross` the same where none counts for more than at the start. `unrated` are spans without a rate.
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
      this.isByWorth,
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
    return { sql, reads: rows.reads, masked: rows.masked };
  }

  /** A running period closes, so far, with the last complete day. */
  private closing(end: string): string {
    const { lastCompleteDay } = this.frame;
    return lastCompleteDay !== null && end > lastCompleteDay ? lastCompleteDay : end;
  }

  /** The spans as `spans`, the periods, and the conditions by which a span (alias a) of an entity asked for is there, or was. */
  private parts() {
    const { dialect } = this.world;
    const rows = new Rows(this.metric.dataset, this.world);
    const groups = printGroups(this.frame.by, rows, spanMoment);
    const filters = printFilters(this.frame.where, rows, spanMoment);
    const condition = this.metric.where ? printExpression(this.metric.where, rows) : null;
    const entity = rows.value(this.metric.entity).sql;
    const byValue = this.metric.weighting === 'value' && this.metric.value;
    const worth = byValue ? `coalesce(${dialect.double(printExpression(byValue, rows))}, 0)` : '1';
    const from =
      rows.spanClips.length === 0
        ? rows.day('valid_from')
        : dialect.greatest(rows.day('valid_from'), ...rows.spanClips.map((clip) => clip.from));
    const to =
      rows.spanClips.length === 0 ? rows.day('valid_to') : dialect.least(rows.day('valid_to'), ...rows.spanClips.map((clip) => clip.to));
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
      ...(byValue && this.isByWorth ? [`${this.printUnrated(byValue, rows)} as unrated`] : []),
      // Filters choose who is asked about, not who stayed.
      ...(filters ? [`(${filters}) as asked`] : []),
      ...groups.map((sql, index) => `${sql} as g${index + 1}`),
    ];
    const spans = ['select', `  ${columns.join(',\n  ')}`, rows.from(), conjunction(rows.live(), condition)].join('\n');
    const periods = dialect.values(
      ['period', 'opening', 'closing'],
      this.frame.periods.map(({ start, end }, index) => [
        String(index),
        dialect.date(this.closing(addDays(start, -1))),
        dialect.date(this.closing(end)),
      ]),
    );
    const there = (alias: string, day: string) =>
      `(${alias}.first_day is null or ${alias}.first_day <= ${day}) and (${alias}.end_day is null or ${alias}.end_day > ${day})`;
    const opening = there('a', 'p.opening');
    const asked = filters ? ['a.asked'] : [];
    return {
      rows,
      spans,
      keys: ['p.period as period', ...this.frame.by.map((_, index) => `a.g${index + 1} as g${index + 1}`)],
      opening,
      closing: there('a', 'p.closing'),
      entered: 'a.ordinal = 1 and a.first_day > p.opening and a.first_day <= p.closing',
      asked,
      from: `from spans as a cross join ${periods} as p`,
      /** Those there under one span at the start and another (alias b) at the end. */
      again: [
        `from spans as a cross join ${periods} as p`,
        'join spans as b on b.source = a.source and b.entity = a.entity',
        `where ${[...asked, opening].join(' and ')} and a.end_day <= p.closing and b.first_day >= a.end_day and ${there('b', 'p.closing')}`,
      ].join('\n'),
    };
  }

  private printed(): { readonly sql: string; readonly rows: Rows } {
    return this.isByWorth ? this.printWorths() : this.printEntities();
  }

  /** The texts' formula counts who is there at the end, whatever they are worth. */
  private get isByWorth(): boolean {
    return this.metric.weighting === 'value' && this.metric.mode !== 'formula';
  }

  private printEntities(): { readonly sql: string; readonly rows: Rows } {
    const { dialect } = this.world;
    const { rows, spans, keys, opening, closing, entered, asked, from, again } = this.parts();
    const by = `group by ${keys.map((_, index) => index + 1).join(', ')}`;
    const part = (name: string, when: string) => `${dialect.aggregateIf('sum(a.worth)', when)} as ${name}`;
    const same = [
      `select ${[...keys, part('present', opening), `${dialect.aggregateIf('count(*)', opening)} as entities`, part('kept', `${opening} and ${closing}`), part('at_end', closing), part('entered', entered), part('entered_there', `${entered} and ${closing}`)].join(',\n  ')}`,
      from,
      `where ${[...asked, asked.length > 0 ? `((${opening}) or (${closing}) or (${entered}))` : `(${opening}) or (${closing}) or (${entered})`].join(' and ')}`,
      by,
    ].join('\n');
    const returned = [
      `select ${[...keys, '0 as present', '0 as entities', 'sum(a.worth) as kept', '0 as at_end', '0 as entered', '0 as entered_there'].join(', ')}`,
      again,
      by,
    ].join('\n');
    const outer = ['u.period as period', ...this.frame.by.map((_, index) => `u.g${index + 1} as g${index + 1}`)];
    const totals = ['present', 'entities', 'kept', 'at_end', 'entered', 'entered_there'];
    const sql = lines(
      `with spans as (\n${spans}\n)`,
      `select ${[...outer, ...totals.map((name) => `${dialect.double(`sum(u.${name})`)} as ${name}`)].join(', ')}`,
      `from (\n${same}\nunion all\n${returned}\n) as u`,
      `group by ${outer.map((_, index) => index + 1).join(', ')}`,
    );
    return { sql, rows };
  }

  /** 1 for a span whose amount is known and has no rate on its day, else 0. */
  private printUnrated(value: Expression, rows: Rows): string {
    const foreign = moneyPaths(value).filter((path) => needsRates(rows, path));
    if (foreign.length === 0) return '0';
    const known = foreign.map((path) => `${rows.value(path).sql} is not null`);
    return `case when ${[...known, `${printExpression(value, rows)} is null`].join(' and ')} then 1 else 0 end`;
  }

  /** What the entities of the start are worth then and at the end; one may have several spans at once (a currency each). */
  private printWorths(): { readonly sql: string; readonly rows: Rows } {
    const { dialect } = this.world;
    const { rows, spans, keys, opening, closing, asked, from } = this.parts();
    const groups = this.frame.by.map((_, index) => `g${index + 1}`);
    const sums = ['sum(a.worth) as worth', 'sum(a.unrated) as unrated'];
    const list = ['a.source as source', 'a.entity as entity', ...keys];
    const count = (columns: readonly string[]) => columns.map((_, index) => index + 1).join(', ');
    const late = ['a.source as source', 'a.entity as entity', 'p.period as period'];
    const outer = ['s.period as period', ...groups.map((name) => `s.${name} as ${name}`)];
    const lasting = 'l.entity is not null';
    const totals = [
      'sum(s.worth) as present',
      `${dialect.double('sum(s.unrated)')} as unrated`,
      `${dialect.double('sum(coalesce(l.unrated, 0))')} as unrated_later`,
      `${dialect.double('count(*)')} as entities`,
      `${dialect.aggregateIf('sum(s.worth)', lasting)} as kept`,
      `${dialect.aggregateIf('sum(l.worth)', lasting)} as net`,
      `${dialect.aggregateIf(`sum(${dialect.least('s.worth', 'l.worth')})`, lasting)} as gross`,
    ];
    const sql = lines(
      `with spans as (\n${spans}\n),`,
      `early as (\nselect ${[...list, ...sums].join(', ')}\n${from}\nwhere ${[...asked, opening].join(' and ')}\ngroup by ${count(list)}\n),`,
      `late as (\nselect ${[...late, ...sums].join(', ')}\n${from}\nwhere ${closing}\ngroup by ${count(late)}\n)`,
      `select ${[...outer, ...totals].join(', ')}`,
      'from early as s left join late as l on l.period = s.period and l.source = s.source and l.entity = s.entity',
      `group by ${count(outer)}`,
    );
    return { sql, rows };
  }

  /** Who was kept, as two CTEs: `spans`, and `kept` with `period`, `source`, `entity` and the groups g1, g2, … */
  printKept(): { readonly sql: string; readonly rows: Rows } {
    const { rows, spans, keys, opening, closing, asked, from, again } = this.parts();
    const list = ['a.source as source', 'a.entity as entity', ...keys].join(', ');
    const same = `select ${list}\n${from}\nwhere ${[...asked, opening, closing].join(' and ')}`;
    return { sql: `with spans as (\n${spans}\n),\nkept as (\n${same}\nunion all\nselect ${list}\n${again}\n)`, rows };
  }

  collect(rows: readonly SqlRow[]): ScanResult {
    return collectRows(rows, this.frame.by);
  }
}
