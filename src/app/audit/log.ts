import { CuadroError } from '../../model/error.ts';
import type { Store } from '../../store/open.ts';
import { hashOf, type NewEntry } from './entry.ts';

/** Adds to the audit log of one process. */
export interface AuditLog {
  /** @throws CuadroError when the store cannot be opened: nothing that must be kept is begun then */
  ready(): Promise<void>;
  /** Returns when the entry is on the disk. @throws CuadroError `audit_unwritable`, `store_*` */
  record(entry: NewEntry): Promise<void>;
  /** Returns at once; the entry is written with the next ones, within the second. */
  note(entry: NewEntry): void;
  /** Writes what was noted; never throws. */
  flush(): Promise<void>;
}

/** Notes kept while the store cannot be written; more are counted and no longer kept. */
const maxNotes = 2_000;
const noteMilliseconds = 500;

/**
 * Entries that come while others are being written go together in the next transaction: one wait for the disk, not one each.
 * @param store opened when first needed
 */
export function openAuditLog(store: () => Promise<Store>, now: () => Temporal.Instant): AuditLog {
  let noted: NewEntry[] = [];
  let lost = 0;
  let waiting: { readonly entry: NewEntry; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const writeOnce = async (): Promise<void> => {
    const [notes, asked, missing] = [noted, waiting, lost];
    noted = [];
    waiting = [];
    lost = 0;
    const entries = [...notes, ...(missing > 0 ? [gap(missing, now())] : []), ...asked.map(({ entry }) => entry)];
    if (entries.length === 0) return;
    try {
      await append(await store(), entries);
      for (const { done } of asked) done();
    } catch (error) {
      const kept = [...notes, ...noted];
      noted = kept.slice(-maxNotes);
      lost += missing + kept.length - noted.length;
      for (const { failed } of asked) failed(error instanceof CuadroError ? error : unwritable(error));
    }
  };
  const write = (): Promise<void> => {
    writing ??= writeOnce().finally(() => {
      writing = null;
      if (waiting.length > 0) void write();
    });
    return writing;
  };
  return {
    ready: async () => void (await store()),
    record: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed });
        void write();
      }),
    note: (entry) => {
      if (noted.length < maxNotes) noted.push(entry);
      else lost++;
      timer ??= setTimeout(() => {
        timer = null;
        void write();
      }, noteMilliseconds).unref();
    },
    flush: async () => {
      if (timer) clearTimeout(timer);
      timer = null;
      await writing;
      await write();
    },
  };
}

const unwritable = (cause: unknown): CuadroError =>
  new CuadroError({ code: 'audit_unwritable', blame: 'internal', found: cause instanceof Error ? cause.message : '', cause });

/** Says that entries were lost, where the chain alone could not. */
const gap = (entries: number, at: Temporal.Instant): NewEntry => ({
  at: at.toString({ smallestUnit: 'millisecond' }),
  actor_kind: 'system',
  actor_id: null,
  actor_name: 'system',
  actor_role: 'owner',
  operation: 'audit_gap',
  permission: 'audit.read',
  detail: JSON.stringify({ entries }),
  outcome: 'ok',
  origin: 'cuadro',
});

/** The row of the head is taken first: writers of several processes come one after the other. */
async function append({ db }: Store, entries: readonly NewEntry[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { sequence, hash } = await transaction
      .updateTable('audit_head')
      .set(({ eb }) => ({ sequence: eb('sequence', '+', entries.length) }))
      .where('id', '=', 1)
      .returning(['sequence', 'hash'])
      .executeTakeFirstOrThrow();
    let [number, last] = [sequence - entries.length, hash];
    const rows = entries.map((entry) => {
      number++;
      last = hashOf(last, { ...entry, sequence: number });
      return { ...entry, sequence: number, hash: last };
    });
    for (let at = 0; at < rows.length; at += 100)
      await transaction
        .insertInto('audit_entry')
        .values(rows.slice(at, at + 100))
        .execute();
    await transaction.updateTable('audit_head').set({ hash: last }).where('id', '=', 1).execute();
  });
}
