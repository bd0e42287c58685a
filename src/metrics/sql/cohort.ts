import type { DayRange } from '../../model/dialect.ts';
import type { Expression } from '../expression.ts';
import { Rows, type World } from '../plan/rows.ts';
import type { Condition } from '../query.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters } from './filter.ts';
import { printCalendar } from './flow.ts';

/** Who belongs to a cohort, and what dates it. */
export interface CohortBase {
  readonly dataset: string;
  readonly entity: string;
  readonly at: string;
  readonly where?: Expression;
}

/** What is watched of a cohort: being there at the close of a period, or what happens in it. */
export type CohortWatch =
  | { readonly kind: 'presence'; readonly dataset: string; readonly entity: string }
  | {
      readonly kind: 'events';
      readonly dataset: string;
      readonly entity: string;
      readonly at: string;
      readonly where?: Expression;
      /** What each is worth; without it they are only counted. */
      readonly of?: Expression;
    };

export interface CohortQuery {
  readonly base: CohortBase;
  readonly watch: CohortWatch;
  /** The periods of which each has a cohort, the first of `periods`. */
  readonly cohorts: readonly DayRange[];
  /** Of what is watched, in order; presence is that at the close of their last day. */
  readonly periods: readonly DayRange[];
  readonly where: readonly Condition[];
}

/** One row an entity: the first cohort that it falls into. */
function printBase({ base, cohorts, where }: CohortQuery, world: World): string {
  const rows = new Rows(base.dataset, world);
  const id = rows.value(base.entity).sql;
  const { join, period, within } = printCalendar(cohorts, rows.day(base.at), world);
  const filters = printFilters(where, rows, { kind: 'event', at: base.at });
  const condition = base.where ? printExpression(base.where, rows) : null;
  const live = rows.live();
  return lines(
    `select ${rows.source} as source, ${id} as entity, min(${period}) as cohort`,
    rows.from(),
    join,
    conjunction(within, live, condition, filters, `${id} is not null`),
    'group by 1, 2',
  );
}

/** Of each cohort (its number): `size`. */
export function cohortSizesSql(query: CohortQuery, world: World): string {
  const size = world.dialect.double('count(*)');
  return lines(`select b.cohort as cohort, ${size} as size from (`, printBase(query, world), ') as b', 'group by 1');
}

/** Of each cohort and period in which something was: `entities` and `worth`. */
export function cohortWatchSql(query: CohortQuery, world: World): string {
  const { dialect } = world;
  const { watch, periods } = query;
  const rows = new Rows(watch.dataset, world);
  const id = rows.value(watch.entity).sql;
  const sums = `${dialect.double(dialect.countDistinct(['b.source', 'b.entity'], null))} as entities, ${dialect.double('sum(w.worth)')} as worth`;
  const matched = `from (\n${printBase(query, world)}\n) as b`;
  if (watch.kind === 'presence') {
    const closes = dialect.values(
      ['period', 'day'],
      periods.map(({ end }, index) => [String(index), dialect.date(end)]),
    );
    const spans = lines(
      `select ${rows.source} as source, ${id} as entity, ${rows.day('valid_from')} as first_day, ${rows.day('valid_to')} as end_day, 1 as worth`,
      rows.from(),
      conjunction(rows.live()),
    );
    return lines(
      `select b.cohort as cohort, c.period as period, ${sums}`,
      matched,
      `join (\n${spans}\n) as w on w.source = b.source and w.entity = b.entity`,
      `cross join ${closes} as c`,
      'where c.period >= b.cohort and (w.first_day is null or w.first_day <= c.day) and (w.end_day is null or w.end_day > c.day)',
      'group by 1, 2',
    );
  }
  const { join, period, within } = printCalendar(periods, rows.day(watch.at), world);
  const worth = watch.of ? dialect.double(printExpression(watch.of, rows)) : '1';
  const condition = watch.where ? printExpression(watch.where, rows) : null;
  const live = rows.live();
  const events = lines(
    `select ${rows.source} as source, ${id} as entity, ${period} as period, sum(${worth}) as worth`,
    rows.from(),
    join,
    conjunction(within, live, condition, `${id} is not null`),
    'group by 1, 2, 3',
  );
  return lines(
    `select b.cohort as cohort, w.period as period, ${sums}`,
    matched,
    `join (\n${events}\n) as w on w.source = b.source and w.entity = b.entity`,
    'where w.period >= b.cohort',
    'group by 1, 2',
  );
}
