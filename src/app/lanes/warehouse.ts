import type { Database, OpenWarehouse } from '../../warehouse/duckdb/database.ts';
import { Moved, Snapshot } from '../../warehouse/duckdb/snapshot.ts';
import { makeWorldsPlace } from '../../warehouse/world/places.ts';
import { finishCommit } from '../../warehouse/world/settle.ts';
import { NotMade } from '../engine.ts';
import { hasUnwritten, writeUnwritten } from '../result-cache.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Lanes, laneSizes } from './lanes.ts';
import { type Load, type Release, Slots } from './slots.ts';
import type { Stop } from './stop.ts';

/** Commits that come while a reader opens its connections are rare; so many in a row nobody has seen. */
const mostTries = 10;

/** An open warehouse shared by one writer and many readers. */
export class SharedWarehouse {
  readonly #database: Database;
  readonly #lanes: Lanes;
  readonly #width: number;
  readonly #writer = new Slots(1);
  /** Makes worlds, one at a time. */
  readonly #worlds = new Slots(1);
  readonly #maker: Awaited<ReturnType<Database['connect']>>;
  readonly #onStatement: (ms: number) => void;
  /** Readers that have the warehouse open; while `#shut`, none begins. */
  #reading = 0;
  #shut: Promise<void> | null = null;
  #lastLeft: (() => void) | null = null;
  #isWriteDue = false;

  private constructor(
    database: Database,
    maker: Awaited<ReturnType<Database['connect']>>,
    threads: number,
    onStatement: (ms: number) => void,
  ) {
    const sizes = laneSizes(threads);
    this.#database = database;
    this.#maker = maker;
    this.#lanes = new Lanes(sizes);
    this.#width = sizes.width;
    this.#onStatement = onStatement;
  }

  /** @param threads of libuv's pool */
  static async over(database: Database, threads: number, onStatement: (ms: number) => void): Promise<SharedWarehouse> {
    const maker = await database.connect();
    await makeWorldsPlace(maker.run);
    return new SharedWarehouse(database, maker, threads, onStatement);
  }

  load(): Readonly<Record<string, Load>> {
    return { ...this.#lanes.load(), writer: this.#writer.load, worlds: this.#worlds.load };
  }

  /** Runs what writes: one at a time; readers go on beside it and see what was there before. */
  async write<T>(signal: AbortSignal | null, work: (warehouse: OpenWarehouse) => Promise<T>): Promise<T> {
    const release = await this.#writer.take(signal);
    try {
      return await work(this.#database);
    } finally {
      release();
    }
  }

  /** Runs what neither bears a writer nor a reader beside it. */
  alone<T>(signal: AbortSignal | null, work: (warehouse: OpenWarehouse) => Promise<T>): Promise<T> {
    return this.write(signal, async (warehouse) => {
      const opening = Promise.withResolvers<void>();
      this.#shut = opening.promise;
      try {
        if (this.#reading > 0) {
          const left = Promise.withResolvers<void>();
          this.#lastLeft = left.resolve;
          await left.promise;
        }
        return await work(warehouse);
      } finally {
        this.#shut = null;
        opening.resolve();
      }
    });
  }

  /**
   * Runs what reads, over the warehouse as the last commit left it. Where the derived datasets are to be made first, the writer makes them;
   * what reads changes nothing, so it may be begun anew.
   * @param call what its time is remembered by
   */
  async read<T>(
    asked: { readonly lane: 'short' | 'long'; readonly call: string; readonly workspace: Workspace; readonly stop: Stop },
    work: (warehouse: OpenWarehouse) => Promise<T>,
  ): Promise<T> {
    const { lane, call, workspace, stop } = asked;
    for (let tries = 1; ; tries++) {
      try {
        const result = await this.#lanes.run(lane, call, stop.signal, () => this.#readOnce(stop.signal, work));
        this.#writeAnswersSoon();
        return result;
      } catch (thrown) {
        if (stop.signal.aborted || tries >= mostTries) throw stop.explain(thrown);
        if (thrown instanceof NotMade) await this.write(stop.signal, ({ session }) => finishCommit(session.run, workspace.settings));
        else if (!(thrown instanceof Moved)) throw thrown;
      }
    }
  }

  async close(): Promise<void> {
    const release = await this.#writer.take(null);
    await writeUnwritten(this.#database).catch(() => undefined);
    release();
    this.#maker.close();
  }

  async #readOnce<T>(signal: AbortSignal, work: (warehouse: OpenWarehouse) => Promise<T>): Promise<T> {
    while (this.#shut) await this.#shut;
    this.#reading += 1;
    let snapshot: Snapshot | null = null;
    try {
      snapshot = await Snapshot.open(this.#database.pool, { width: this.#width, signal, onStatement: this.#onStatement });
      return await work(this.#viewOf(snapshot, signal));
    } finally {
      await snapshot?.end();
      this.#reading -= 1;
      if (this.#reading === 0) {
        this.#lastLeft?.();
        this.#lastLeft = null;
      }
    }
  }

  #viewOf(snapshot: Snapshot, signal: AbortSignal): OpenWarehouse {
    const { folder } = this.#database;
    return {
      folder,
      session: snapshot.session,
      readers: snapshot.readers,
      root: this.#database,
      snapshot: {
        world: async (make) => {
          const release: Release = await this.#worlds.take(signal);
          try {
            const made = await snapshot.beside(this.#maker.connection, make);
            return { made, readers: await snapshot.fork() };
          } finally {
            release();
          }
        },
      },
    };
  }

  /** Answers that readers found are kept for the next process when the writer has a moment. */
  #writeAnswersSoon(): void {
    if (this.#isWriteDue || !hasUnwritten(this.#database)) return;
    this.#isWriteDue = true;
    this.write(null, async (warehouse) => {
      this.#isWriteDue = false;
      await writeUnwritten(warehouse);
    }).catch(() => undefined);
  }
}
