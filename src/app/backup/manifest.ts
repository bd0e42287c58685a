import { z } from 'zod';

/** Of the archive; raise it when an older Cuadro could not restore it. */
export const backupFormat = 1;

export const manifestName = 'manifest.json';

/** The archive's last entry: what it must hold, so that a cut or damaged archive is known for one. */
export const manifestSchema = z.object({
  cuadro_backup: z.int().min(1),
  version: z.string(),
  made_at: z.string(),
  files: z.array(z.object({ path: z.string().min(1), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type Manifest = z.infer<typeof manifestSchema>;
