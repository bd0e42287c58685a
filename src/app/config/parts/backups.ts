import { z } from 'zod';
import { field } from '../field.ts';
import { cron } from './cron.ts';

/** Backups of the workspace. */
export const backupsPart = z.strictObject({
  folder: field(
    z.string().min(1).nullable().default(null),
    'Carpeta en la que Cuadro guarda copias por sí mismo, mejor en otro disco; sin ella no las hace.',
    'Folder in which Cuadro keeps backups by itself, better on another disk; without it there are none.',
  ),
  every: field(
    cron.default('40 2 * * *'),
    'Cuándo se hace la copia: minuto, hora, día, mes y día de la semana, como en cron.',
    'When a backup is made: minute, hour, day, month and day of the week, as in cron.',
  ),
  keep: field(
    z.int().min(1).max(1_000).default(7),
    'Cuántas copias se guardan; al hacer otra se borra la más antigua.',
    'How many backups are kept; each new one takes the place of the oldest.',
  ),
  warn_after_days: field(
    z.int().min(1).max(3_650).default(7),
    'Días sin copia a partir de los cuales «cuadro doctor» avisa.',
    'Days without a backup after which "cuadro doctor" warns.',
  ),
});
