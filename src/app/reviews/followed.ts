import type { StoreDatabase } from '../../store/open.ts';
import { boardLayout } from '../boards/layout.ts';

/** The KPIs that stand on a board for all. */
export async function kpisOnBoards(db: StoreDatabase): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('board').select('layout').where('shared', '=', 1).execute();
  return new Set(rows.flatMap(({ layout }) => boardLayout.parse(JSON.parse(layout)).cards.map(({ kpi }) => kpi)));
}

/** Why a KPI is no longer shown, and what to look at instead. */
export interface Retirement {
  readonly on: string;
  /** As the review wrote it. */
  readonly reason: string | null;
  /** Another KPI, by its id. */
  readonly replacedBy: string | null;
}

/** What reviews have retired, by KPI. */
export async function retirements(db: StoreDatabase): Promise<ReadonlyMap<string, Retirement>> {
  const rows = await db.selectFrom('review').select(['kpi', 'retired_on', 'replaced_by']).where('retired_on', 'is not', null).execute();
  if (rows.length === 0) return new Map();
  const decided = await db
    .selectFrom('review_decision')
    .select(['kpi', 'reason'])
    .where('decision', '=', 'retire')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  // The last one is why it is retired now.
  const reasons = new Map(decided.map(({ kpi, reason }) => [kpi, reason]));
  return new Map(
    rows.map(({ kpi, retired_on, replaced_by }) => [
      kpi,
      { on: retired_on ?? '', reason: reasons.get(kpi) ?? null, replacedBy: replaced_by },
    ]),
  );
}

/** The KPIs that nobody is shown unless they ask: in no choice, on no board that is made by itself. */
export async function retiredKpis(db: StoreDatabase): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('review').select('kpi').where('retired_on', 'is not', null).execute();
  return new Set(rows.map(({ kpi }) => kpi));
}
