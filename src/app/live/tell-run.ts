import { randomUUID } from 'node:crypto';
import type { Progress } from '../operation.ts';
import type { Actor } from '../rights/actor.ts';
import type { LiveFeed } from './feed.ts';

/** Steps come by the thousand; people want a few a second. */
const everyMs = 250;

/** Tells how far a long operation is to those who may know of the data, and to whoever began it. */
export function tellRun(
  live: LiveFeed,
  operation: string,
  { actor, progress }: { readonly actor: Actor; readonly progress: (progress: Progress) => void },
): { readonly progress: (progress: Progress) => void; ended(outcome: string): void } {
  const run = randomUUID();
  const audience = { permission: 'data.read', actorId: actor.id } as const;
  let step = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    progress: (one) => {
      progress(one);
      const now = performance.now();
      if (one.step === step && now - last < everyMs) return;
      step = one.step;
      last = now;
      live.tell({ kind: 'progress', run, operation, ...one }, audience);
    },
    ended: (outcome) => live.tell({ kind: 'ended', run, operation, outcome }, audience),
  };
}
