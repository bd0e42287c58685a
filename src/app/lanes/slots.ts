import { CuadroError } from '../../model/error.ts';

export interface Load {
  readonly running: number;
  readonly waiting: number;
}

/** Gives the place back. Twice does no harm. */
export type Release = () => void;

/** Longer queues help nobody: whoever comes then hears of it at once. */
const mostWaiting = 200;

/** So many at once, the others in the order in which they came. */
export class Slots {
  readonly size: number;
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor(size: number) {
    this.size = size;
  }

  get load(): Load {
    return { running: this.#taken, waiting: this.#waiting.size };
  }

  tryTake(): Release | null {
    if (this.#taken >= this.size) return null;
    this.#taken += 1;
    let given = true;
    return () => {
      if (!given) return;
      given = false;
      this.#taken -= 1;
      const [next] = this.#waiting;
      next?.();
    };
  }

  /** @throws CuadroError `cancelled` when `signal` fires first; `server_busy` */
  take(signal: AbortSignal | null): Promise<Release> {
    if (signal?.aborted) return Promise.reject(new CuadroError({ code: 'cancelled', blame: 'internal' }));
    const free = this.#waiting.size === 0 ? this.tryTake() : null;
    if (free) return Promise.resolve(free);
    if (this.#waiting.size >= mostWaiting) return Promise.reject(new CuadroError({ code: 'server_busy', blame: 'internal' }));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(next);
        signal?.removeEventListener('abort', stop);
      };
      const next = (): void => {
        const release = this.tryTake();
        if (!release) return;
        leave();
        resolve(release);
      };
      const stop = (): void => {
        leave();
        reject(new CuadroError({ code: 'cancelled', blame: 'internal' }));
      };
      this.#waiting.add(next);
      signal?.addEventListener('abort', stop);
    });
  }
}
