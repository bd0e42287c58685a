import { z } from 'zod';
import { cron } from './cron.ts';

/** A folder or files that someone else leaves new data in. */
const source = z.strictObject({
  /** Of a file or folder, or with `*` and `?` in its last part; from the workspace's folder on. */
  path: z.string().min(1),
  /** The mapping file, from the workspace's folder on; null: what the files are is recognised. */
  mapping: z.string().min(1).nullable().default(null),
  /** When to look whether they have changed. */
  every: cron.default('0 * * * *'),
});

/** Connections that Cuadro refreshes by itself, by their name. */
export const sourcesPart = z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/), source);
