import { existsSync } from 'node:fs';
import { z } from 'zod';
import { nextPlanned } from '../jobs/cron.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema, instantSchema } from '../output/period.ts';

const output = z.strictObject({
  folder: z.string().nullable().describe('Where Cuadro keeps backups by itself; null: it makes none.'),
  every: z.string().describe('Cron, in the time zone of the workspace.'),
  keep: countSchema,
  next_at: instantSchema.nullable(),
  made: z.array(
    z.strictObject({
      id: z.string(),
      made_at: instantSchema,
      path: z.string(),
      bytes: countSchema,
      there: z.boolean().describe('Whether it is still where it was written.'),
    }),
  ),
});

/** The backups that were made, latest first, and when the next is due. */
export const backupsOperation = defineOperation({
  id: 'backups',
  words: { es: 'las copias de seguridad hechas y cuándo toca la próxima', en: 'the backups that were made, and when the next is due' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
  output,
  rest: { method: 'GET', path: '/backups' },
  effect: 'read',
  on: 'store',
  permission: 'installation',
  run: async ({ workspace: { config, settings }, store, now }, { limit }): Promise<Frozen<z.output<typeof output>>> => {
    const { folder, every, keep } = config.backups;
    const { db } = await store();
    const rows = await db.selectFrom('backup_made').selectAll().orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
    return {
      folder,
      every,
      keep,
      next_at: folder === null ? null : (nextPlanned(every, settings.timezone, now())?.toString() ?? null),
      made: rows.map(({ id, made_at, path, bytes }) => ({ id, made_at, path, bytes, there: existsSync(path) })),
    };
  },
});
