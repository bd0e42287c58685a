import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import type { GrantColumns } from '../../store/tables/member.ts';
import type { Actor } from '../rights/actor.ts';
import { permissionsOf } from '../rights/actor.ts';
import { type Role, roles } from '../rights/role.ts';
import type { Rows } from '../rights/rows.ts';

/** Roles that can be given; `guest` is nobody's. */
export const memberRoles = ['owner', 'administrator', 'analyst', 'manager', 'member', 'viewer'] as const satisfies readonly Role[];

export const rowKinds = ['all', 'own', 'team', 'office', 'department', 'segment'] as const satisfies readonly Rows['kind'][];

/** What is given to someone: a role, and where it differs from what the role says. */
export const grantSchema = z.strictObject({
  role: z.enum(memberRoles),
  /** Data steward, as an extra right. */
  steward: z.boolean(),
  /** Null: as the role. */
  rows: z.enum(rowKinds).nullable(),
  /** The segment's name, where `rows` is `segment`. */
  segment: z.string().trim().min(1).max(200).nullable(),
  personal: z.enum(['shown', 'masked']).nullable(),
  amounts: z.enum(['shown', 'hidden']).nullable(),
  /** The user of the CRM that this person is. */
  crmUser: z.strictObject({ source: z.string().min(1).max(200), id: z.string().min(1).max(200) }).nullable(),
});

export type Grant = z.infer<typeof grantSchema>;

/** Nothing but a role. */
export const plainGrant = (role: Grant['role']): Grant => ({
  role,
  steward: false,
  rows: null,
  segment: null,
  personal: null,
  amounts: null,
  crmUser: null,
});

/** @throws CuadroError `segment_needed`: rows of a segment that is not named */
export function grantColumns(grant: Grant): GrantColumns {
  if (grant.rows === 'segment' && grant.segment === null) throw new CuadroError({ code: 'segment_needed', where: 'segment' });
  return {
    role: grant.role,
    steward: grant.steward ? 1 : 0,
    rows: grant.rows,
    segment: grant.rows === 'segment' ? grant.segment : null,
    personal: grant.personal,
    amounts: grant.amounts,
    crm_source: grant.crmUser?.source ?? null,
    crm_user_id: grant.crmUser?.id ?? null,
  };
}

/** A word of the store that only we write; another version's is no ground to give rights. */
const known = <Word extends string>(words: readonly Word[], found: string | null): Word | null =>
  words.find((word) => word === found) ?? null;

export function grantOf(columns: GrantColumns): Grant {
  const { crm_source: source, crm_user_id: id } = columns;
  return {
    role: known(memberRoles, columns.role) ?? 'viewer',
    steward: columns.steward === 1,
    rows: known(rowKinds, columns.rows),
    segment: columns.segment,
    personal: known(['shown', 'masked'], columns.personal),
    amounts: known(['shown', 'hidden'], columns.amounts),
    crmUser: source !== null && id !== null ? { source, id } : null,
  };
}

/** Which rows a grant comes to. */
export function rowsOf({ role, rows, segment, crmUser }: Pick<Grant, 'role' | 'rows' | 'segment' | 'crmUser'>): Rows {
  const kind: Rows['kind'] = rows ?? roles[role].rows;
  switch (kind) {
    case 'all':
      return { kind };
    case 'segment':
      // Without a name it is nobody's rows, not everyone's.
      return segment === null ? { kind: 'own', user: null } : { kind, name: segment };
    default:
      return { kind, user: crmUser };
  }
}

/** The part of an actor that a grant decides. */
export const rightsOf = (grant: Grant): Pick<Actor, 'role' | 'permissions' | 'rows' | 'personal' | 'amounts'> => ({
  role: grant.role,
  permissions: permissionsOf(grant.role, grant.steward),
  rows: rowsOf(grant),
  personal: grant.personal ?? roles[grant.role].personal,
  amounts: grant.amounts ?? roles[grant.role].amounts,
});
