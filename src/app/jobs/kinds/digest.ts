import { z } from 'zod';
import { planDigests } from '../../notices/digest/plan.ts';
import { canMail } from '../../people/mail/send.ts';
import { defineJobKind } from '../kind.ts';

/** Puts the digests whose time has come into the outbox. */
export const digestKind = defineJobKind({
  id: 'digest',
  input: z.strictObject({}),
  attempts: 3,
  run: async ({ store, workspace, now }) => ({
    planned: canMail(workspace.config.mail) ? await planDigests(store.db, workspace, now()) : 0,
  }),
});
