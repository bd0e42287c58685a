import type { Migration } from 'kysely';
import { accounts } from './0001_accounts.ts';
import { audit } from './0002_audit.ts';

/** In order of their names; only ever added to. Each file is named as its migration. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_accounts': accounts,
  '0002_audit': audit,
};
