import { expect, test } from 'vitest';
import { operationList } from '../../src/app/operation-list.ts';
import { type Actor, guestActor, nobody, permissionsOf, requirePermission } from '../../src/app/rights/actor.ts';
import { type Role, roles } from '../../src/app/rights/role.ts';
import { CuadroError } from '../../src/model/error.ts';
import { letters, table } from './table.ts';

const someone = (role: Exclude<Role, 'guest'>, steward = false): Actor => ({
  kind: 'user',
  id: role,
  name: role,
  role,
  permissions: permissionsOf(role, steward),
  rows: roles[role].rows === 'all' ? { kind: 'all' } : { kind: roles[role].rows, user: null },
  personal: roles[role].personal,
  amounts: roles[role].amounts,
  from: 'test',
});

/** In the order of the table's letters. */
const actors: readonly Actor[] = [
  someone('owner'),
  someone('administrator'),
  someone('analyst'),
  someone('manager'),
  someone('member'),
  someone('viewer'),
  someone('viewer', true),
  guestActor,
  { ...someone('owner'), kind: 'key', permissions: new Set(['kpi.read']) },
  nobody('test'),
];

test('the table tells of every operation, and of nothing else', () => {
  expect(Object.keys(table).sort()).toEqual(operationList.map(({ id }) => id).sort());
});

test.each(operationList.map((operation) => [operation.id, operation.permission] as const))(
  '%s is open to whom the table says',
  (id, permission) => {
    const allowed = actors.map((actor, index) => {
      try {
        requirePermission(actor, permission);
        return letters[index];
      } catch (error) {
        expect(error).toBeInstanceOf(CuadroError);
        expect(error).toMatchObject({ code: 'forbidden' });
        return '-';
      }
    });
    expect(allowed.join('')).toBe(table[id]?.may);
  },
);
