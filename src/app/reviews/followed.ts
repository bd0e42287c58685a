import type { StoreDatabase } from '../../store/open.ts';
import { boardLayout } from '../boards/layout.ts';

/** The KPIs that stand on a board for all. */
export async function kpisOnBoards(db: StoreDatabase): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('board').select('layout').where('shared', '=', 1).execute();
  return new Set(rows.flatMap(({ layout }) => boardLayout.parse(JSON.parse(layout)).cards.map(({ kpi }) => kpi)));
}

/** The KPIs that nobody is shown unless they ask: in no choice, on no board that is made by itself. */
export async function retiredKpis(db: StoreDatabase): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('review').select('kpi').where('retired_on', 'is not', null).execute();
  return new Set(rows.map(({ kpi }) => kpi));
}
