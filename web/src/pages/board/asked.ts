import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import type { View } from '../../frame/view.ts';

/** The view as the board is asked for it. */
export function askedOf(view: View): OperationInput<'board'> {
  const { grain, from, to, compare, asOf } = view;
  return {
    ...(grain ? { grain } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(compare ? { compare } : {}),
    ...(asOf ? { asOf } : {}),
    where: conditionsOf(view),
  };
}
