import { CuadroError } from '../../model/error.ts';
import type { Permission } from './permission.ts';
import { type Role, roles, stewardPermissions } from './role.ts';
import type { Rows } from './rows.ts';

/** On whose behalf an operation runs, and what of it they may see. Resolved once, at the edge. */
export interface Actor {
  /** `local`: whoever may read the workspace's files, by the command line; `system`: a job. */
  readonly kind: 'local' | 'system' | 'user' | 'key' | 'guest';
  /** The account's id; null for `local`, `system` and `guest`. */
  readonly id: string | null;
  /** For the audit log: an e-mail address, the key's name, or the kind. */
  readonly name: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  readonly rows: Rows;
  readonly personal: 'shown' | 'masked';
  readonly amounts: 'shown' | 'hidden';
  /** Where the call came from, for the audit log: an address, `cli`, `job`. */
  readonly from: string;
}

export const permissionsOf = (role: Role, steward: boolean): ReadonlySet<Permission> =>
  new Set([...roles[role].permissions, ...(steward ? stewardPermissions : [])]);

const everything = {
  id: null,
  role: 'owner',
  permissions: permissionsOf('owner', true),
  rows: { kind: 'all' },
  personal: 'shown',
  amounts: 'shown',
} as const;

/** Whoever has the workspace's files has all of it. */
export const localActor: Actor = { kind: 'local', name: 'local', from: 'cli', ...everything };

/** @throws CuadroError `forbidden`: the permission that is lacking, never what there would be to see */
export function requirePermission({ permissions, role }: Actor, permission: Permission): void {
  if (!permissions.has(permission)) throw new CuadroError({ code: 'forbidden', found: role, expected: permission });
}
