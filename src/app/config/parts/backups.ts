import { z } from 'zod';
import { field } from '../field.ts';

/** Backups of the workspace. */
export const backupsPart = z.strictObject({
  warn_after_days: field(
    z.int().min(1).max(3_650).default(7),
    'Días sin copia a partir de los cuales «cuadro doctor» avisa.',
    'Days without a backup after which "cuadro doctor" warns.',
  ),
});
