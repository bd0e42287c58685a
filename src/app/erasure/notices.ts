import type { StoreDatabase } from '../../store/open.ts';

const atOnce = 500;

/** Notices that name a person: what they told goes with them. @param holds whether a text names the person @returns how many went */
export async function removeNotices(db: StoreDatabase, holds: (text: string) => boolean): Promise<number> {
  let removed = 0;
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('notice')
      .select(['id', 'about', 'facts'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    const naming = rows.filter(({ about, facts }) => holds(about) || holds(facts)).map(({ id }) => id);
    if (naming.length > 0) await db.deleteFrom('notice').where('id', 'in', naming).execute();
    removed += naming.length;
    const end = rows.at(-1);
    if (!end) return removed;
    last = end.id;
  }
}
