import { randomUUID } from 'node:crypto';
import type { Progress } from '../operation.ts';
import type { Actor } from '../rights/actor.ts';
import type { Permission } from '../rights/permission.ts';

/** What happens in a workspace while somebody looks at it. */
export type LiveEvent =
  /** The figures may be others: whoever shows some asks again. */
  | { readonly kind: 'data' }
  | { readonly kind: 'settings' }
  /** Somebody's inbox has changed: theirs, who are told. */
  | { readonly kind: 'notices' }
  | ({ readonly kind: 'progress'; readonly run: string; readonly operation: string } & Progress)
  | { readonly kind: 'ended'; readonly run: string; readonly operation: string; readonly outcome: string }
  /** What was missed is not known any more: ask for everything anew. */
  | { readonly kind: 'missed' };

/** Who may know of it: whoever has the permission, and whoever it is about. */
export interface Audience {
  /** Null: only whoever it is about. */
  readonly permission: Permission | null;
  readonly actorId: string | null;
}

export interface Told {
  readonly id: string;
  readonly event: LiveEvent;
  readonly audience: Audience;
}

/** How many events are kept for whoever comes back. */
const kept = 1_000;

export const mayKnow = ({ permission, actorId }: Audience, actor: Actor): boolean =>
  (permission !== null && actor.permissions.has(permission)) || (actorId !== null && actor.id === actorId);

/** What happened lately, in order. Ids hold which run of the server they are of, so that none is taken for another's. */
export class LiveFeed {
  readonly #server = randomUUID().slice(0, 8);
  #last = 0;
  readonly #told: Told[] = [];
  readonly #listeners = new Set<(told: Told) => void>();

  get lastId(): string {
    return `${this.#server}-${this.#last}`;
  }

  tell(event: LiveEvent, audience: Audience): void {
    this.#last += 1;
    const told = { id: this.lastId, event, audience };
    this.#told.push(told);
    if (this.#told.length > kept) this.#told.shift();
    for (const listener of this.#listeners) listener(told);
  }

  /** @returns what happened after `id`; null where that is not known any more */
  since(id: string): readonly Told[] | null {
    const [server, number = ''] = id.split('-');
    if (server !== this.#server || !/^\d{1,15}$/.test(number)) return null;
    const missed = this.#last - Number(number);
    return missed < 0 || missed > this.#told.length ? null : this.#told.slice(this.#told.length - missed);
  }

  /** @returns a function that ends it */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
