import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { StoreDatabase } from '../../store/open.ts';

export interface Archived {
  readonly entries: number;
  /** In the workspace's `audit` folder; null: nothing was old enough. */
  readonly file: string | null;
}

/** In one go at most this many, so that none is ever held in memory that a small machine lacks. */
const mostEntries = 50_000;

const zipped = promisify(gzip);

/**
 * Moves entries from before `before` to a file of the workspace's `audit` folder. First the file is on the disk, then checkpoint and
 * deletion are one transaction: killed between them, the next run writes the same file again.
 */
export async function archiveAudit(
  db: StoreDatabase,
  folder: string,
  { before, now }: { readonly before: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<Archived> {
  const limit = before.toString({ smallestUnit: 'millisecond' });
  // The clock may have gone back: what goes is what lies before the first entry that stays.
  const stays = await db
    .selectFrom('audit_entry')
    .select('sequence')
    .where('at', '>=', limit)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .$if(stays !== undefined, (query) => query.where('sequence', '<', stays?.sequence ?? 0))
    .orderBy('sequence')
    .limit(mostEntries)
    .execute();
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { entries: 0, file: null };
  const name = `audit-${String(first.sequence).padStart(10, '0')}-${String(last.sequence).padStart(10, '0')}.jsonl.gz`;
  const content = await zipped(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await mkdir(join(folder, 'audit'), { recursive: true, mode: 0o700 });
  const target = join(folder, 'audit', name);
  const partial = await open(`${target}.part`, 'w', 0o600);
  try {
    await partial.writeFile(content);
    await partial.sync();
  } finally {
    await partial.close();
  }
  await rename(`${target}.part`, target);
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('audit_checkpoint')
      .values({
        sequence: last.sequence,
        hash: last.hash,
        made_at: now.toString({ smallestUnit: 'millisecond' }),
        archive: name,
        archive_sha256: createHash('sha256').update(content).digest('hex'),
      })
      .execute();
    await transaction.deleteFrom('audit_entry').where('sequence', '<=', last.sequence).execute();
  });
  return { entries: rows.length, file: name };
}
