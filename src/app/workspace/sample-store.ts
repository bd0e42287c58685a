import { openStore, type StoreDatabase } from '../../store/open.ts';
import type { CrmUser } from '../rights/rows.ts';
import { writeSampleActions } from './sample-actions.ts';
import { removeSampleRules, writeSampleRules } from './sample-alert-rules.ts';
import { writeSampleConversation } from './sample-conversation.ts';

/** Puts what the sample company's people wrote into a new workspace's store. */
export async function writeSampleStore(
  folder: string,
  { until, timezone, customers, storeUrl }: { until: string; timezone: string; customers: readonly CrmUser[]; storeUrl: string | null },
): Promise<void> {
  const store = await openStore(folder, storeUrl);
  try {
    await writeSampleConversation(store.db, until, timezone);
    await writeSampleRules(store.db, until, timezone);
    await writeSampleActions(store.db, { until, timezone, customers });
  } finally {
    await store.close();
  }
}

/** Takes it out again: it is about data that are no longer there alone. */
export async function removeSampleFrom(db: StoreDatabase): Promise<void> {
  for (const table of ['annotation', 'comment', 'decision', 'review_decision', 'kudos', 'action'] as const)
    await db.deleteFrom(table).where('id', 'like', 'sample-%').execute();
  await removeSampleRules(db);
  await db.deleteFrom('review').where('owner_name', 'is not', null).execute();
}
