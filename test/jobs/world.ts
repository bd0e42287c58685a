import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '../../src/app/config/schema.ts';
import type { JobKind } from '../../src/app/jobs/kind.ts';
import { JobRunner, type RunnerWorld } from '../../src/app/jobs/runner.ts';
import type { Workspace } from '../../src/app/workspace/workspace.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { startPostgres } from '../services/postgres.ts';

/** A clock that stands still until it is told. */
export class Clock {
  private moment: Temporal.Instant;

  constructor(start: string) {
    this.moment = Temporal.Instant.from(start);
  }

  readonly now = (): Temporal.Instant => this.moment;

  forward(duration: Temporal.DurationLike): void {
    this.moment = this.moment.add(duration);
  }
}

/** Where stores are made: `open` gives another connection to the same one. */
export interface StoreMaker {
  fresh(): Promise<{ readonly open: () => Promise<Store>; readonly folder: string; readonly url: string | null }>;
  close(): Promise<void>;
}

export const sqliteStores = async (): Promise<StoreMaker> => {
  const root = mkdtempSync(join(tmpdir(), 'cuadro-jobs-'));
  return {
    fresh: async () => {
      const folder = mkdtempSync(join(root, 'store-'));
      return { open: () => openStore(folder, null), folder, url: null };
    },
    close: async () => rmSync(root, { recursive: true }),
  };
};

export const postgresStores = async (): Promise<StoreMaker> => {
  const server = await startPostgres();
  return {
    fresh: async () => {
      const url = await server.newDatabase();
      return { open: () => openStore(tmpdir(), url), folder: tmpdir(), url };
    },
    close: server.stop,
  };
};

/** A workspace without sources, whose housekeeping is not due at the times of the tests. */
export const workspaceOf = (config: Partial<Workspace['config']> = {}, folder = '/nowhere'): Workspace => ({
  folder,
  settings: settingsSchema.parse({}),
  config: { ...defaultConfig, ...config },
});

export interface RunnerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: readonly JobKind[];
  readonly name?: string;
  readonly workspace?: Workspace;
  readonly call?: RunnerWorld['call'];
  readonly every?: RunnerWorld['every'];
}

/** A runner whose dice always fall in the middle and whose heart beats only when a test says so. */
export const runnerOf = ({ store, clock, kinds, name = 'one', workspace = workspaceOf(), call, every }: RunnerOptions): JobRunner =>
  new JobRunner({
    store: async () => store,
    workspace: async () => workspace,
    call: call ?? (() => Promise.reject(new Error('calls nothing'))),
    kinds: new Map(kinds.map((kind) => [kind.id, kind])),
    now: clock.now,
    random: () => 0.5,
    every: every ?? (() => () => undefined),
    name,
  });
