import type { SqlStep, ValueSql } from '../contract-types.ts';
import { sqlName } from '../sql.ts';

/**
 * A FROM-able query: `from` with the steps of all `values` as further columns, level by level.
 * Above it stand the values' other expressions: `SELECT ${v.value} AS amount FROM ${stepsSql(scan, [v])}`.
 */
export function stepsSql(from: string, values: readonly ValueSql[]): string {
  const depth = Math.max(0, ...values.map((value) => value.steps.length));
  let query = from;
  for (let level = 0; level < depth; level += 1) {
    const steps: readonly SqlStep[] = values.flatMap((value) => value.steps[level] ?? []);
    query = `(SELECT *, ${steps.map((step) => `${step.sql} AS ${sqlName(step.name)}`).join(', ')} FROM ${query})`;
  }
  return query;
}
