import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CuadroError } from '../../model/error.ts';

export interface Lock {
  /** Lets the next one in. Twice does no harm. */
  release(): void;
}

export interface LockOptions {
  /** How long to queue. Default 30,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const pollMs = 100;

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 5;

const tryLock = (file: string): Lock | null => {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
};

const holderOf = (note: string): string => {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch {
    return '?';
  }
};

/**
 * One process (and one opener in it) at a time has a workspace. The lock is SQLite's on an empty file: the kernel frees it when
 * its process ends, however it ends, so there is no stale lock to take over.
 * @throws CuadroError `workspace_busy` (internal: exit 1) when the time is up.
 */
export const acquireLock = async (folder: string, options: LockOptions = {}): Promise<Lock> => {
  const note = join(folder, 'lock.pid');
  const deadline = performance.now() + (options.timeoutMs ?? 30_000);
  for (;;) {
    options.signal?.throwIfAborted();
    const lock = tryLock(join(folder, 'lock'));
    if (lock) {
      writeFileSync(note, `${process.pid}\n`);
      return lock;
    }
    if (performance.now() >= deadline) {
      throw new CuadroError({ code: 'workspace_busy', blame: 'internal', where: folder, found: `PID ${holderOf(note)}` });
    }
    await sleep(pollMs);
  }
};
