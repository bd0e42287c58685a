import type { Rows, World } from '../plan/rows.ts';
import type { AggregateColumn } from '../plan/scan.ts';
import { z } from '../result/interval.ts';
import { printExpression } from './expression.ts';

/** The SQL of one aggregate over the rows of a scan; of a quantile the list of values, for `printFinished`. */
export function printAggregate(column: AggregateColumn, rows: Rows): string {
  const { dialect } = rows.world;
  const where = column.where ? printExpression(column.where, rows) : null;
  const of = () => (column.call === 'rows' ? '' : printExpression(column.of, rows));
  switch (column.call) {
    case 'rows':
      return dialect.aggregateIf('count(*)', where);
    case 'known':
      return dialect.aggregateIf(`count(${of()})`, where);
    case 'sum':
    case 'min':
    case 'max':
      return dialect.double(dialect.aggregateIf(`${column.call}(${of()})`, where));
    case 'squares':
      return dialect.aggregateIf(`sum(${dialect.double(of())} * ${dialect.double(of())})`, where);
    case 'products':
      return dialect.aggregateIf(`sum(${dialect.double(of())} * ${dialect.double(printExpression(column.and, rows))})`, where);
    case 'distinct':
      if (column.of.op === 'field' && rows.isUnique(column.of.path)) return dialect.aggregateIf('count(*)', where);
      return dialect.countDistinct([...(rows.isOneSource ? [] : [rows.source]), of()], where);
    case 'quantile':
      return dialect.sortedList(of(), where);
  }
}

/**
 * A quantile by linear interpolation, between the ends of its distribution-free interval: the order statistics at ranks
 * n·p ± z·√(n·p·(1−p)) (Conover, Practical Nonparametric Statistics, 3.2).
 */
function printQuantile(list: string, fraction: number, { dialect }: World): string {
  const n = dialect.double(dialect.listLength(list));
  const half = dialect.number(z * Math.sqrt(fraction * (1 - fraction)));
  const at = (share: string): string => {
    const place = `(${n} - 1) * ${share}`;
    const below = dialect.listAt(list, `floor(${place}) + 1`);
    const above = dialect.listAt(list, dialect.least(`floor(${place}) + 2`, n));
    return `${below} + (${place} - floor(${place})) * (${above} - ${below})`;
  };
  const p = dialect.number(fraction);
  const spread = `${half} / sqrt(${n})`;
  return `case when ${n} > 0 then [${at(dialect.greatest(dialect.double('0'), `${p} - ${spread}`))}, ${at(p)}, ${at(dialect.least(dialect.double('1'), `${p} + ${spread}`))}] end`;
}

/** What is worked out of aggregates, one row a period and group: quantiles from their lists. */
export function printFinished(
  columns: readonly { name: string; column: AggregateColumn }[],
  keys: readonly string[],
  sql: string,
  world: World,
): string {
  if (columns.every(({ column }) => column.call !== 'quantile')) return sql;
  const list = [
    ...keys.map((key) => `q.${key} as ${key}`),
    ...columns.map(({ name, column }) =>
      column.call === 'quantile' ? `${printQuantile(`q.${name}`, column.fraction, world)} as ${name}` : `q.${name} as ${name}`,
    ),
  ];
  return `select ${list.join(',\n  ')}\nfrom (\n${sql}\n) as q`;
}
