import type { StoreDatabase } from '../../store/open.ts';
import { hashOf } from './entry.ts';

export interface ChainState {
  readonly whole: boolean;
  /** Entries that were walked. */
  readonly entries: number;
  /** The first and last sequence there are; null: none. */
  readonly first: number | null;
  readonly last: number | null;
  /** Of the last entry: kept elsewhere, it shows later that nothing before it was changed. */
  readonly head: string;
  /** What does not fit, the first place only; null: nothing. */
  readonly broken: { readonly sequence: number; readonly at: string | null; readonly how: 'changed' | 'missing' | 'cut' | 'head' } | null;
}

const page = 1_000;

/**
 * Walks the chain from the last checkpoint on. `changed`: an entry's content is not what its hash was made of (or the entry before it was
 * changed and its hash with it); `missing`: entries are not there; `cut`: the newest are not there; `head`: the end was set otherwise.
 */
export async function walkChain(db: StoreDatabase): Promise<ChainState> {
  const checkpoint = await db.selectFrom('audit_checkpoint').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  let sequence = checkpoint?.sequence ?? 0;
  let hash = checkpoint?.hash ?? '';
  let entries = 0;
  let first: number | null = null;
  const state = (broken: ChainState['broken']): ChainState => ({
    whole: broken === null,
    entries,
    first,
    last: entries > 0 ? sequence : null,
    head: hash,
    broken,
  });
  // Entries that come meanwhile are beyond this head.
  const head = await db.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!head) return state({ sequence: 0, at: null, how: 'head' });
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', sequence)
      .where('sequence', '<=', head.sequence)
      .orderBy('sequence')
      .limit(page)
      .execute();
    for (const row of rows) {
      if (row.sequence !== sequence + 1) return state({ sequence: sequence + 1, at: null, how: 'missing' });
      if (hashOf(hash, row) !== row.hash) return state({ sequence: row.sequence, at: row.at, how: 'changed' });
      sequence = row.sequence;
      hash = row.hash;
      first ??= row.sequence;
      entries++;
    }
    if (rows.length < page) break;
  }
  if (sequence < head.sequence) return state({ sequence: sequence + 1, at: null, how: 'cut' });
  return state(hash === head.hash ? null : { sequence, at: null, how: 'head' });
}
