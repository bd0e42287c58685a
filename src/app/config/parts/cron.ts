import { z } from 'zod';
import { isCron } from '../../jobs/cron.ts';

/** When something is done by itself, in the workspace's time zone. */
export const cron = z.string().refine(isCron, { error: 'cron: "30 6 * * 1-5"' });
