import type { DayRange } from '../model/dialect.ts';
import { CuadroError } from '../model/error.ts';
import { findDataset } from '../model/registry.ts';
import { addDays, startOfPeriod } from './calendar/period.ts';
import { all, choose, compare, type Expression, elapsed, field, isKnown, literal } from './expression.ts';
import { lifeOf } from './kinds/stock.ts';
import type { ConversionMetric, Metric, Panel, RetentionMetric, SimpleMetric, StockMetric } from './metric.ts';
import { panelPeriods } from './plan/panel.ts';
import { type Moment, Rows, spanMoment, type World } from './plan/rows.ts';
import type { Condition } from './query.ts';
import { ConversionScan } from './sql/conversion.ts';
import { printExpression } from './sql/expression.ts';
import { conjunction, printFilters } from './sql/filter.ts';
import { RepeatScan } from './sql/repeat.ts';
import { RetentionBroughtScan } from './sql/retention-brought.ts';

export type Part = 'numerator' | 'denominator';

/** The keys (`source`, `id`) of the records behind a number, and what they are records of. */
export interface RecordKeys {
  readonly entity: string;
  /** A SELECT of distinct `source` and `id`. */
  readonly sql: string;
}

interface Asking {
  readonly range: DayRange;
  readonly where: readonly Condition[];
  readonly world: World;
  /** For the error that says which KPI has no records. */
  readonly kpi: string;
  readonly lastCompleteDay: string | null;
}

/**
 * Exactly the records behind a metric's value in one period: as many as its numerator or denominator says (of a count of
 * distinct things, the things).
 * @throws CuadroError `no_records` for arithmetic over other metrics
 */
export function recordKeys(metric: Metric, part: Part, asking: Asking): RecordKeys {
  switch (metric.kind) {
    case 'simple':
      return simpleKeys(metric, asking.range, asking);
    case 'cumulative':
      return simpleKeys(metric.of, cumulativeRange(metric, asking), asking);
    case 'ratio':
      return recordKeys(part === 'numerator' ? metric.numerator : metric.denominator, part, asking);
    case 'stock':
      return stockKeys(metric, asking);
    case 'duration': {
      const { dataset, start, end, where, unit, time } = metric;
      const took: Expression = { op: 'elapsed', from: start, to: end, unit, time };
      const forward = choose(compare({ ...took, time: 'calendar' }, '>=', literal(0)), took, null);
      if (metric.statistic === 'km_median') {
        return simpleKeys({ kind: 'simple', dataset, aggregate: 'count', at: start, ...(where ? { where } : {}) }, asking.range, asking);
      }
      return simpleKeys(
        { kind: 'simple', dataset, aggregate: 'sum', of: forward, at: end, ...(where ? { where } : {}) },
        asking.range,
        asking,
      );
    }
    case 'conversion':
      return conversionKeys(metric, part, asking);
    case 'retention':
      return retentionKeys(metric, part, asking);
    case 'computed': {
      const inputs = Object.values(metric.inputs);
      return inputs.length > 0 ? inputKeys(inputs, part, asking) : panelKeys(Object.values(metric.panels ?? {})[0], part, asking);
    }
    case 'derived':
      return inputKeys(
        Object.values(metric.metrics).map((input) => input.metric),
        part,
        asking,
      );
    case 'built_in':
      throw noRecords(asking.kpi);
  }
}

const noRecords = (kpi: string) => new CuadroError({ code: 'no_records', where: kpi, params: { parts: '–' } });

function inputKeys(inputs: readonly Metric[], part: Part, asking: Asking): RecordKeys {
  const chosen = part === 'numerator' ? inputs[0] : (inputs[1] ?? inputs[0]);
  if (!chosen) throw noRecords(asking.kpi);
  return recordKeys(chosen, part, asking);
}

/** Of a metric that has panels only: the records of the first, over all its periods. */
function panelKeys(panel: Panel | undefined, part: Part, asking: Asking): RecordKeys {
  const { range, lastCompleteDay, world } = asking;
  const periods = panel ? panelPeriods(panel, range, lastCompleteDay, world.catalog.settings) : [];
  const [first] = periods;
  if (!panel || !first) throw noRecords(asking.kpi);
  return recordKeys(panel.metric, part, { ...asking, range: { start: first.start, end: periods.at(-1)?.end ?? first.end } });
}

function cumulativeRange(metric: Extract<Metric, { kind: 'cumulative' }>, { range, world }: Asking): DayRange {
  if (metric.window) return { start: addDays(range.end, 1 - metric.window.days), end: range.end };
  if (!metric.to_date || metric.to_date === 'ever') return { start: '0001-01-01', end: range.end };
  return { start: startOfPeriod(Temporal.PlainDate.from(range.end), metric.to_date, world.catalog.settings).toString(), end: range.end };
}

/** What a row of a dataset is a record of, and where its id stands. */
function identity(rows: Rows, of: Expression | null): { entity: string; id: string } {
  const dataset = findDataset(rows.dataset);
  if (of && of.op !== 'field') return { entity: rows.dataset, id: printExpression(of, rows) };
  const path = of?.path ?? dataset?.base ?? 'id';
  const referred = dataset?.fields[path]?.entity;
  return { entity: referred ?? (path === 'id' ? rows.dataset : path.replace(/_id$/, '')), id: rows.value(path).sql };
}

/**
 * @param of what is counted distinctly; null: the rows themselves
 * @param close of a stock, the day (SQL) at whose close what the filters read must hold
 */
function keysOf(
  rows: Rows,
  of: Expression | null,
  conditions: readonly (string | null)[],
  where: readonly Condition[],
  moment: Moment,
  close: string | null = null,
): RecordKeys {
  const { entity, id } = identity(rows, of);
  const filters = printFilters(where, rows, moment);
  const holding =
    close === null
      ? []
      : rows.spanClips.map(({ from, to }) => `(${from} is null or ${from} <= ${close}) and (${to} is null or ${to} > ${close})`);
  const sql = [
    `select distinct ${rows.source} as source, ${id} as id`,
    rows.from(),
    conjunction(...conditions, rows.live(), filters, ...holding, `${id} is not null`),
  ].join('\n');
  return { entity, sql };
}

function simpleKeys(metric: SimpleMetric, range: DayRange, { world, where }: Asking): RecordKeys {
  const rows = new Rows(metric.dataset, world, metric.dimensions);
  const { dialect } = world;
  if (metric.at_least && metric.of) {
    const frame = { periods: [range], grain: 'total' as const, by: [], where, lastCompleteDay: null };
    const scan = new RepeatScan({ ...metric, at_least: metric.at_least }, frame, world, [range]);
    return { entity: identity(rows, metric.of).entity, sql: `select q.source, q.id from (\n${scan.printQualified().sql}\n) as q` };
  }
  const distinct = metric.aggregate === 'count_distinct' ? (metric.of ?? null) : null;
  return keysOf(
    rows,
    distinct,
    [
      `${rows.day(metric.at)} between ${dialect.date(range.start)} and ${dialect.date(range.end)}`,
      metric.where ? printExpression(metric.where, rows) : null,
      metric.of && !distinct ? `${printExpression(metric.of, rows)} is not null` : null,
    ],
    where,
    { kind: 'event', at: metric.at },
  );
}

function stockKeys(metric: StockMetric, { range, world, where, lastCompleteDay }: Asking): RecordKeys {
  const rows = new Rows(metric.dataset, world, metric.dimensions);
  const { dialect } = world;
  const asked = metric.at === 'opening' ? addDays(range.start, -1) : range.end;
  const day = dialect.date(lastCompleteDay !== null && asked > lastCompleteDay ? lastCompleteDay : asked);
  const bounds = [
    ...(metric.since ?? []).map((bound) => `${printExpression(bound, rows)} <= ${day}`),
    ...(metric.until ?? []).map((bound) => `coalesce(${printExpression(bound, rows)} > ${day}, ${dialect.boolean(true)})`),
  ];
  const distinct = metric.aggregate === 'count_distinct' ? (metric.of ?? null) : null;
  const { from, to, begun } = lifeOf(metric);
  return keysOf(
    rows,
    distinct,
    [
      begun ? `(${rows.day(from)} is null or ${rows.day(from)} <= ${day})` : `${rows.day(from)} <= ${day}`,
      to === null ? null : `(${rows.day(to)} is null or ${rows.day(to)} > ${day})`,
      metric.within ? `${rows.day(metric.within)} between ${dialect.date(range.start)} and ${dialect.date(range.end)}` : null,
      ...bounds,
      metric.where ? printExpression(metric.where, rows) : null,
      metric.of && !distinct ? `${printExpression(metric.of, rows)} is not null` : null,
    ],
    where,
    { kind: 'span', from, to },
    day,
  );
}

function conversionKeys(metric: ConversionMetric, part: Part, asking: Asking): RecordKeys {
  const { base, converted, window } = metric;
  const distinct: SimpleMetric = {
    kind: 'simple',
    dataset: base.dataset,
    aggregate: metric.count === 'entities' ? 'count_distinct' : 'count',
    of: { op: 'field', path: base.entity },
    at: base.at,
    ...(base.where ? { where: base.where } : {}),
    ...(base.dimensions ? { dimensions: base.dimensions } : {}),
  };
  if (part === 'denominator') return simpleKeys(distinct, asking.range, asking);
  if (converted.same_row) {
    const timed =
      converted.at && window !== null
        ? [
            compare({ op: 'elapsed', from: base.at, to: converted.at, unit: 'second', time: 'calendar' }, '>=', literal(0)),
            compare(elapsed(base.at, converted.at, 'day'), '<=', literal(window)),
          ]
        : [];
    const fact = converted.at && !converted.where ? [isKnown(converted.at)] : [];
    const success = all(...(base.where ? [base.where] : []), ...(converted.where ? [converted.where] : []), ...fact, ...timed);
    const at = metric.dated_by === 'conversion' && converted.at ? converted.at : base.at;
    return simpleKeys({ ...distinct, at, where: success }, asking.range, asking);
  }
  const frame = { periods: [asking.range], grain: 'total' as const, by: [], where: asking.where, lastCompleteDay: asking.lastCompleteDay };
  const rows = new Rows(base.dataset, asking.world, base.dimensions);
  return {
    entity: identity(rows, field(base.entity)).entity,
    sql: new ConversionScan({ ...metric, converted }, frame, asking.world).printKeys(),
  };
}

/** `denominator`: those there at the start; `numerator`: those of them that the mode counts – kept, or lost –, or what the kept brought. */
function retentionKeys(metric: RetentionMetric, part: Part, { range, world, where, lastCompleteDay }: Asking): RecordKeys {
  const { dialect } = world;
  const { brought, mode } = metric;
  if (part === 'numerator' && brought && mode === 'kept') {
    const frame = { periods: [range], grain: 'total' as const, by: [], where, lastCompleteDay };
    return { entity: brought.dataset, sql: new RetentionBroughtScan({ ...metric, brought }, frame, world).printKeys() };
  }
  // Filters choose who is asked about, not who stayed.
  const on = (day: string, filters: readonly Condition[]) => {
    const rows = new Rows(metric.dataset, world);
    const close = dialect.date(lastCompleteDay !== null && day > lastCompleteDay ? lastCompleteDay : day);
    return keysOf(
      rows,
      field(metric.entity),
      [
        `(${rows.day('valid_from')} is null or ${rows.day('valid_from')} <= ${close})`,
        `(${rows.day('valid_to')} is null or ${rows.day('valid_to')} > ${close})`,
        metric.where ? printExpression(metric.where, rows) : null,
      ],
      filters,
      spanMoment,
      close,
    );
  };
  const start = on(addDays(range.start, -1), where);
  if (part === 'denominator') return start;
  const end = on(range.end, []);
  const operator = mode === 'lost' || mode === 'lost_rate' ? 'except' : 'intersect';
  return { entity: start.entity, sql: `select * from (${start.sql}) as s ${operator} select * from (${end.sql}) as e` };
}
