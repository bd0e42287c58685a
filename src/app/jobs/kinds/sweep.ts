import { z } from 'zod';
import { defineJobKind } from '../kind.ts';
import { sweeps } from '../sweeps.ts';

/** Removes what is of no more use: expired sessions and invitations, jobs long done. */
export const sweepKind = defineJobKind({
  id: 'sweep',
  input: z.strictObject({}),
  attempts: 3,
  run: async (context) => {
    const removed: [string, number][] = [];
    for (const [name, sweep] of Object.entries(sweeps)) {
      context.signal.throwIfAborted();
      removed.push([name, await sweep(context)]);
    }
    return Object.fromEntries(removed);
  },
});
