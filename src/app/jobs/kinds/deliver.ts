import { z } from 'zod';
import { deliver } from '../../notices/deliver.ts';
import { deliverAttempts } from '../../notices/tell.ts';
import { defineJobKind } from '../kind.ts';

/** Brings notices to their readers, and what is due of the outbox to the outside. */
export const deliverKind = defineJobKind({
  id: 'deliver',
  input: z.strictObject({}),
  attempts: deliverAttempts,
  run: deliver,
});
