import { z } from 'zod';
import { permissions } from '../../rights/permission.ts';
import { field } from '../field.ts';

/** Who may see what, beyond each person's role. */
export const rightsPart = z.strictObject({
  totals: field(
    z.enum(['own', 'all']).default('own'),
    'own: los totales de cada cual cuentan solo las filas que puede ver; all: los totales son los de la empresa.',
    "own: everyone's totals count the rows they may see; all: totals are the company's.",
  ),
  smallest_group: field(
    z.int().min(0).max(1_000).default(0),
    'Grupos de menos personas que estas se ocultan a quien ve datos enmascarados. 0: ninguno.',
    'Groups of fewer people than this are hidden from whoever sees masked data. 0: none.',
  ),
  receivables_to_owner: field(
    z.boolean().default(true),
    'El comercial ve los cobros pendientes de sus cuentas.',
    'A salesperson sees the receivables of their accounts.',
  ),
  training: field(
    z
      .strictObject({
        required_for: z.array(z.enum(permissions)).default([]),
        valid_days: z.int().min(1).max(3_650).default(365),
      })
      .default({ required_for: [], valid_days: 365 }),
    'Permisos que exigen una formación vigente, y cuántos días vale.',
    'Permissions that ask for training in force, and for how many days it holds.',
  ),
});
