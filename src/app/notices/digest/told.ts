import { z } from 'zod';
import { storedInstant } from '../../../store/instant.ts';
import type { StoreDatabase } from '../../../store/open.ts';

const toldSchema = z.strictObject({ marks: z.array(z.string()), until: z.string().nullable() });

/** What somebody's digests have told: marks of KPIs, and notices up to when. */
export type Told = z.infer<typeof toldSchema> & { readonly sentAt: string | null };

export async function toldTo(db: StoreDatabase, member: string): Promise<Told> {
  const row = await db.selectFrom('digest').select(['told', 'sent_at']).where('member_id', '=', member).executeTakeFirst();
  return row ? { ...toldSchema.parse(JSON.parse(row.told)), sentAt: row.sent_at } : { marks: [], until: null, sentAt: null };
}

export async function noteTold(
  db: StoreDatabase,
  member: string,
  before: Told,
  { marks, until }: { readonly marks: readonly string[]; readonly until: string | null },
  now: Temporal.Instant,
): Promise<void> {
  // Marks of other periods are not asked about again.
  const told = { marks, until: until ?? before.until };
  await db
    .updateTable('digest')
    .set({ sent_at: storedInstant(now), told: JSON.stringify(told) })
    .where('member_id', '=', member)
    .execute();
}
