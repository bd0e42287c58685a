import { z } from 'zod';
import { accountsPart } from './parts/accounts.ts';
import { auditPart } from './parts/audit.ts';
import { backupsPart } from './parts/backups.ts';
import { mailPart } from './parts/mail.ts';
import { noticesPart } from './parts/notices.ts';
import { reviewsPart } from './parts/reviews.ts';
import { rightsPart } from './parts/rights.ts';
import { serverPart } from './parts/server.ts';
import { sourcesPart } from './parts/sources.ts';
import { ssoPart } from './parts/sso.ts';

/** The installation's part of `cuadro.yaml`. What a KPI's value depends on is not here but in `src/model/settings.ts`. */
export const configSchema = z.strictObject({
  server: serverPart.prefault({}),
  accounts: accountsPart.prefault({}),
  mail: mailPart.prefault({}),
  notices: noticesPart.prefault({}),
  sso: ssoPart.prefault({}),
  rights: rightsPart.prefault({}),
  audit: auditPart.prefault({}),
  backups: backupsPart.prefault({}),
  reviews: reviewsPart.prefault({}),
  sources: sourcesPart.default({}),
});

export type Config = z.infer<typeof configSchema>;

/** Keys of `cuadro.yaml` that are the installation's. */
export const configKeys: readonly string[] = Object.keys(configSchema.shape);

/** An installation that says nothing. */
export const defaultConfig: Config = configSchema.parse({});
