import type { Rows } from '../plan/rows.ts';
import type { AggregateColumn } from '../plan/scan.ts';
import { printExpression } from './expression.ts';

/** The SQL of one aggregate over the rows of a scan. */
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
      return dialect.countDistinct([rows.source, printExpression(column.of, rows)], where);
    case 'quantiles':
      return dialect.quantiles(dialect.double(of()), column.fractions, where);
  }
}
