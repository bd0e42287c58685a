import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { KnownValueTable } from '../../store/tables/known-value.ts';
import { type Slice, sliceSchema } from './slice.ts';

export interface Wanted {
  readonly kpi: string;
  readonly variant: string | null;
  readonly grain: string | null;
  /** First and last day of the periods, both included; null: any. */
  readonly from: string | null;
  readonly to: string | null;
}

/** All that was ever known of one period, oldest first. */
export interface Series {
  readonly slice: Slice;
  readonly rows: readonly KnownValueTable[];
}

/** What was known of a KPI, by period. */
export async function readKnown(db: StoreDatabase, { kpi, variant, grain, from, to }: Wanted): Promise<readonly Series[]> {
  let query = db.selectFrom('known_value').selectAll().where('kpi', '=', kpi);
  if (variant !== null) query = query.where('variant', '=', variant);
  if (grain !== null) query = query.where('grain', '=', grain);
  if (from !== null) query = query.where('period_start', '>=', from);
  if (to !== null) query = query.where('period_end', '<=', to);
  const rows = await query
    .orderBy('grain')
    .orderBy('period_start')
    .orderBy('variant')
    .orderBy('slice')
    .orderBy('period_end')
    .orderBy('ordinal')
    .execute();
  const found = new Map<string, KnownValueTable[]>();
  for (const row of rows) {
    const key = [row.grain, row.period_start, row.period_end, row.variant, row.slice].join(' ');
    const series = found.get(key) ?? [];
    series.push(row);
    found.set(key, series);
  }
  return [...found.values()].map((series) => ({ slice: sliceSchema.parse(JSON.parse(series[0]?.slice_text ?? '')), rows: series }));
}

/** The one of them that was known at a moment; null: none yet. */
export const knownAt = (rows: readonly KnownValueTable[], at: Temporal.Instant): KnownValueTable | null =>
  rows.findLast(({ known_at }) => known_at <= storedInstant(at)) ?? null;
