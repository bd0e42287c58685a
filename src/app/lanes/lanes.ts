import { type Load, type Release, Slots } from './slots.ts';

/** What has run as long as this is no short one any more, whatever was expected of it. */
const shortMs = 2_000;
/** What took no longer the last time is expected to be as quick again. */
const quickMs = 250;
/** How many calls' times are remembered. */
const remembered = 1_000;

/** How many statements a reader may have under way at once, and how many readers of each kind there are. */
export interface LaneSizes {
  readonly width: number;
  readonly short: number;
  readonly long: number;
}

/**
 * Each statement that runs holds one of libuv's threads, and reading a file needs one too: with the usual four, one writer and two
 * readers; `bin/cuadro` asks for sixteen.
 */
export const laneSizes = (threads: number): LaneSizes =>
  threads >= 16 ? { width: 2, short: 3, long: 2 } : { width: 1, short: 1, long: 1 };

/**
 * Who may read the warehouse when. Long questions have places of their own, so that they never fill those of the short; a question that
 * turns out long moves to a place of the long when one is free; and whatever was quick the last time finds one place that nothing
 * slow is let into.
 */
export class Lanes {
  readonly #short: Slots;
  readonly #long: Slots;
  readonly #quick = new Slots(1);
  readonly #took = new Map<string, number>();

  constructor({ short, long }: LaneSizes) {
    this.#short = new Slots(short);
    this.#long = new Slots(long);
  }

  load(): Readonly<Record<string, Load>> {
    return { short: this.#short.load, long: this.#long.load, quick: this.#quick.load };
  }

  /** @param call the operation and its input: what its time is remembered by */
  async run<T>(lane: 'short' | 'long', call: string, signal: AbortSignal | null, work: () => Promise<T>): Promise<T> {
    const isQuick = lane === 'short' && (this.#took.get(call) ?? Number.POSITIVE_INFINITY) <= quickMs;
    let release: Release =
      lane === 'long'
        ? await this.#long.take(signal)
        : (this.#short.tryTake() ?? (await (isQuick ? this.#quick : this.#short).take(signal)));
    const move = lane === 'long' ? null : setTimeout(() => this.#moveOver(release, (next) => (release = next)), shortMs);
    const began = performance.now();
    try {
      return await work();
    } finally {
      if (move) clearTimeout(move);
      release();
      this.#remember(call, performance.now() - began);
    }
  }

  #moveOver(from: Release, set: (release: Release) => void): void {
    const next = this.#long.tryTake();
    if (!next) return;
    set(next);
    from();
  }

  #remember(call: string, ms: number): void {
    this.#took.delete(call);
    this.#took.set(call, ms);
    for (const oldest of this.#took.keys()) {
      if (this.#took.size <= remembered) break;
      this.#took.delete(oldest);
    }
  }
}
