import { CuadroError } from '../../model/error.ts';
import type { Permission } from './permission.ts';
import { type Role, roles, stewardPermissions } from './role.ts';
import type { Rows } from './rows.ts';

/** On whose behalf an operation runs, and what of it they may see. Resolved once, at the edge. */
export interface Actor {
  /** `local`: whoever may read the workspace's files, by the command line; `system`: a job; `nobody`: not signed in. */
  readonly kind: 'local' | 'system' | 'user' | 'key' | 'guest' | 'nobody';
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
  /** The id of the session by which a user came; tells it from their others. */
  readonly session?: string;
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

/** A job, which works for the company as a whole. */
export const systemActor: Actor = { kind: 'system', name: 'system', from: 'job', ...everything };

/** Looks at the sample company without an account, at the machine it is on. */
export const guestActor: Actor = {
  kind: 'guest',
  id: null,
  name: 'guest',
  role: 'guest',
  permissions: permissionsOf('guest', false),
  rows: { kind: 'all' },
  personal: roles.guest.personal,
  amounts: roles.guest.amounts,
  from: 'localhost',
};

/** Whoever has not signed in: nothing but the operations that are open to all, as using an invitation. */
export const nobody = (from: string): Actor => ({ ...guestActor, kind: 'nobody', name: 'nobody', permissions: new Set(), from });

/** @throws CuadroError `forbidden`: the permission that is lacking, never what there would be to see */
export function requirePermission({ permissions, role }: Actor, permission: Permission | 'public'): void {
  if (permission === 'public') return;
  if (!permissions.has(permission)) throw new CuadroError({ code: 'forbidden', found: role, expected: permission });
}
