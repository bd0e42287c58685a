import type { OperationInput } from '../../../src/app/api/client-types.ts';

/** The scope that the filters are; null: the company, or what is more than one condition. */
export function scopeOf(where: NonNullable<OperationInput<'query'>['where']>): string | null {
  const [first, ...others] = where;
  return first && others.length === 0 && first.op === '=' && first.value !== null ? `${first.dimension}=${first.value}` : null;
}

/** As people call it: without its dimension. */
export const scopeName = (scope: string): string => scope.slice(scope.indexOf('=') + 1);
