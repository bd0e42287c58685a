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
  receivables_to_owner: field(
    z.boolean().default(true),
    'El comercial ve los cobros pendientes de sus cuentas; si no, son de la empresa y solo los ve quien ve todas las filas.',
    'A salesperson sees the receivables of their accounts; else they are the company’s, for those who see all rows.',
  ),
  colleagues: field(
    z.enum(['shown', 'masked']).default('shown'),
    'Nombres de las personas de la propia empresa para quien no ve datos personales: shown, se ven; masked, un seudónimo.',
    "Names of the company's own people, to whoever sees no personal data: shown, or masked by a pseudonym.",
  ),
  safe_columns: field(
    z.array(z.string().regex(/^[a-z_]+\.custom\..+$/)).default([]),
    'Columnas propias sin datos personales ni importes, como account.custom.region. Las demás se ocultan con ellos.',
    'Columns of your own without personal data or amounts, such as account.custom.region. Others are hidden with these.',
  ),
  small_groups: field(
    z
      .strictObject({
        below: z.int().min(2).max(1_000).default(5),
        of: z.union([z.enum(['people', 'all', 'none']), z.array(z.string().min(1))]).default('people'),
      })
      .default({ below: 5, of: 'people' }),
    'Los grupos de menos casos que below no se muestran: de los indicadores sobre personas de la empresa (people), de todos (all), de ninguno (none) o de una lista.',
    "Groups of fewer cases than below are not shown: of KPIs about the company's own people (people), of all, of none, or of a list.",
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
