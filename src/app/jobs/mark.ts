import type { StoreDatabase } from '../../store/open.ts';

/** How the last job of a schedule that was done found what it works on, as its result says under `mark`; null: none has. */
export async function lastMark(db: StoreDatabase, schedule: string): Promise<string | null> {
  const last = await db
    .selectFrom('job')
    .select('result')
    .where('schedule', '=', schedule)
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const result: unknown = last?.result ? JSON.parse(last.result) : null;
  return typeof result === 'object' && result !== null && 'mark' in result && typeof result.mark === 'string' ? result.mark : null;
}
