/**
 * What an operation asks of whoever calls it. Coarse on purpose: what someone may see of it is a matter of rows and fields
 * (`actor.ts`), not of more permissions.
 */
export const permissions = [
  /** Everyone who is signed in: their own profile, sessions, keys. */
  'self',
  /** KPI values, their reading, explanation and definition: aggregates. */
  'kpi.read',
  /** The rows behind a number. */
  'records.read',
  /** Taking data out: files of figures or records. */
  'export',
  /** Batches, checks, sources. */
  'data.read',
  /** Imports, replays, undo, what a data steward mends. */
  'data.write',
  /** KPIs of one's own, glossary, segments, boards for all. */
  'catalogue.write',
  /** `cuadro.yaml`: company, calendar, currency. */
  'settings.write',
  'people.read',
  'people.write',
  'audit.read',
  /** Backups, erasure of a person, and what else concerns the installation as a whole. */
  'installation',
] as const;

export type Permission = (typeof permissions)[number];
