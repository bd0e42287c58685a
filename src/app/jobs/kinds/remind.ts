import { z } from 'zod';
import { tellDueActions } from '../../actions/remind.ts';
import { aboutIn, pathOf } from '../../comments/about.ts';
import { tell } from '../../notices/tell.ts';
import { noteDefinitionsNow } from '../../reviews/note.ts';
import { todayIn } from '../../today.ts';
import { defineJobKind } from '../kind.ts';

/** A notice's title is cut where it is long. */
const titleLength = 300;

/** Tells whoever owns a KPI that its review is due, whoever has an action to do that its day comes, and whoever wrote down a decision that it is time to look again; writes down definitions that were changed by hand. */
export const remindKind = defineJobKind({
  id: 'remind',
  input: z.strictObject({}),
  attempts: 3,
  run: async ({ store, workspace, now }) => {
    const { db } = store;
    const today = todayIn({ now, workspace });
    const changed = await noteDefinitionsNow({ store: async () => store, workspace, now });
    let told = 0;
    const due = await db
      .selectFrom('review')
      .select(['kpi', 'owner_id', 'next_on'])
      .where('retired_on', 'is', null)
      .where('owner_id', 'is not', null)
      .where('next_on', '<=', today)
      .execute();
    for (const { kpi, owner_id, next_on } of due) {
      if (owner_id === null || next_on === null) continue;
      const facts = { due: next_on, path: `/kpis/${encodeURIComponent(kpi)}#definition` };
      const about = { kpi, scope: null, customer: null };
      if (await tell(db, { key: `review:${kpi}:${next_on}`, kind: 'review_due', to: [owner_id], about, facts }, now())) told += 1;
    }
    const decided = await db
      .selectFrom('decision')
      .selectAll()
      .where('closed_at', 'is', null)
      .where('author_id', 'is not', null)
      .where('next_look', '<=', today)
      .execute();
    for (const row of decided) {
      if (row.author_id === null || row.next_look === null) continue;
      const facts = { title: row.what.slice(0, titleLength), due: row.next_look, path: pathOf(row) };
      const notice = {
        key: `decision:${row.id}:${row.next_look}`,
        kind: 'decision_due' as const,
        to: [row.author_id],
        about: aboutIn(row),
        facts,
      };
      if (await tell(db, notice, now())) told += 1;
    }
    told += await tellDueActions(db, today, now());
    return { told, definitions: changed.length };
  },
});
