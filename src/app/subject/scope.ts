import { type Condition, readCondition } from '../../model/condition.ts';

/** What a scope leaves of the rows: nothing stated is the company. Null: it says nothing that can be asked. */
export function conditionsOfScope(scope: string | null): readonly Condition[] | null {
  if (scope === null) return [];
  const condition = readCondition(scope);
  return condition === null ? null : [condition];
}

/** The scope that a query's filters are, so that its figures can be held against targets; undefined: none. */
export function scopeOfConditions(conditions: readonly Condition[]): string | null | undefined {
  const [first, ...others] = conditions;
  if (!first) return null;
  return others.length === 0 && first.op === '=' && first.value !== null ? `${first.dimension}=${first.value}` : undefined;
}
