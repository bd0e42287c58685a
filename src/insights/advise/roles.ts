import type { Role } from './role.ts';
import { data } from './roles/data.ts';
import { direction } from './roles/direction.ts';
import { finance } from './roles/finance.ts';
import { marketing } from './roles/marketing.ts';
import { operations } from './roles/operations.ts';
import { sales } from './roles/sales.ts';
import { service } from './roles/service.ts';

const all: readonly Role[] = [direction, sales, marketing, service, finance, operations, data];

export const roles: ReadonlyMap<string, Role> = new Map(all.map((role) => [role.id, role]));
