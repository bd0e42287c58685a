import type { DerivedContext } from './context.ts';

/**
 * A SELECT of `source` and the last `day` that its records of some entities reach; in a world as of an earlier day, that day at the latest.
 * Sources without records of them have no row.
 */
export const reachSql = ({ dialect, watermarks, asOf }: DerivedContext, entities: readonly string[]): string => {
  const last = asOf ? dialect.least('max(w.day)', dialect.date(asOf)) : 'max(w.day)';
  return `select w.source as source, ${last} as day from ${watermarks} as w where w.entity in (${entities.map(dialect.text).join(', ')}) group by w.source`;
};
