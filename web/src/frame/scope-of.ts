import type { OperationInput } from '../../../src/app/api/client-types.ts';

/** The scope that the filters are; null: the company, or what is more than one condition. */
export function scopeOf(where: NonNullable<OperationInput<'query'>['where']>): string | null {
  const [first, ...others] = where;
  return first && others.length === 0 && first.op === '=' && first.value !== null ? `${first.dimension}=${first.value}` : null;
}

/** As people call it: without its dimension. */
export const scopeName = (scope: string): string => scope.slice(scope.indexOf('=') + 1);

const kinds: Readonly<Record<string, string>> = { 'owner.team': 'team', 'owner.office': 'office', 'owner.name': 'person' };

/** The scope as the address of a page has it, where its filters can be that. */
export function searchOfScope(scope: string | null): Readonly<Record<string, string>> {
  if (scope === null) return {};
  const dimension = scope.slice(0, scope.indexOf('='));
  const value = scopeName(scope);
  if (dimension === 'segment') return { segment: value };
  const kind = kinds[dimension];
  return kind === undefined ? {} : { owner: `${kind}:${value}` };
}
