import type { OperationInput } from '../../../src/app/api/client-types.ts';
import type { View } from './view.ts';

const dimensions: Readonly<Record<string, string>> = { team: 'owner.team', office: 'owner.office', person: 'owner.name' };

type Condition = NonNullable<OperationInput<'board'>['where']>[number];

/** The filters as a query's conditions. */
export function conditionsOf({ segment, owner }: View): Condition[] {
  const [kind = '', ...rest] = (owner ?? '').split(':');
  const dimension = dimensions[kind];
  return [
    ...(segment === undefined ? [] : [{ dimension: 'segment', op: '=', value: segment } as const]),
    ...(dimension === undefined ? [] : [{ dimension, op: '=', value: rest.join(':') } as const]),
  ];
}
