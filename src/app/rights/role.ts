import type { Permission } from './permission.ts';
import type { Rows } from './rows.ts';

/** What people see unless a member's own settings say otherwise. */
interface RoleRights {
  readonly permissions: readonly Permission[];
  readonly rows: Rows['kind'];
  /** Names, e-mails, telephones, tax ids, free text of people. */
  readonly personal: 'shown' | 'masked';
  readonly amounts: 'shown' | 'hidden';
}

const reading = ['self', 'kpi.read'] as const;

/** Roles from the most to the least; `guest` looks at the sample company on this machine, without an account. */
export const roles = {
  owner: {
    permissions: [
      ...reading,
      'records.read',
      'export',
      'data.read',
      'data.write',
      'catalogue.write',
      'settings.write',
      'people.read',
      'people.write',
      'audit.read',
      'installation',
    ],
    rows: 'all',
    personal: 'shown',
    amounts: 'shown',
  },
  administrator: {
    permissions: [
      ...reading,
      'records.read',
      'export',
      'data.read',
      'data.write',
      'catalogue.write',
      'settings.write',
      'people.read',
      'people.write',
      'audit.read',
    ],
    rows: 'all',
    personal: 'shown',
    amounts: 'shown',
  },
  analyst: {
    permissions: [...reading, 'records.read', 'export', 'data.read', 'catalogue.write'],
    rows: 'all',
    personal: 'masked',
    amounts: 'shown',
  },
  manager: { permissions: [...reading, 'records.read', 'export', 'data.read'], rows: 'team', personal: 'shown', amounts: 'shown' },
  member: { permissions: [...reading, 'records.read'], rows: 'own', personal: 'shown', amounts: 'shown' },
  viewer: { permissions: reading, rows: 'all', personal: 'masked', amounts: 'shown' },
  guest: { permissions: ['kpi.read', 'records.read', 'data.read'], rows: 'all', personal: 'masked', amounts: 'shown' },
} as const satisfies Record<string, RoleRights>;

export type Role = keyof typeof roles;

/** What the extra right of a data steward adds to any role. */
export const stewardPermissions: readonly Permission[] = ['records.read', 'data.read', 'data.write'];
