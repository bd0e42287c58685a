import { createHash } from 'node:crypto';
import type { Kpi } from '../../kpis/kpi.ts';
import { datasetsOf } from '../../kpis/reads.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import type { Cell } from '../../metrics/cell.ts';
import type { Query } from '../../metrics/query.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { KnownValueTable } from '../../store/tables/known-value.ts';
import type { OperationContext } from '../operation.ts';
import { seenBy, textOfSlice } from './slice.ts';

/** Values that were computed for someone, and the question that they answer. */
export interface Shown {
  readonly cells: readonly Cell[];
  readonly query: Pick<Query, 'grain' | 'where'> & Partial<Pick<Query, 'asOf' | 'knownAt' | 'attributes'>>;
  /** Of the KPIs that the cells are of. */
  readonly kpis: readonly Kpi[];
  /** Of the engine that answered. */
  readonly catalog: Catalog;
}

type Row = KnownValueTable;

const seriesOf = ({ variant, slice, period_start, period_end }: Pick<Row, 'variant' | 'slice' | 'period_start' | 'period_end'>): string =>
  [variant, slice, period_start, period_end].join(' ');

/** The last known value of each period of a KPI. */
async function latestOf(db: StoreDatabase, kpi: string, grain: string): Promise<ReadonlyMap<string, Row>> {
  const rows = await db
    .selectFrom('known_value as known')
    .selectAll('known')
    .where('known.kpi', '=', kpi)
    .where('known.grain', '=', grain)
    .where('known.ordinal', '=', ({ selectFrom }) =>
      selectFrom('known_value as later')
        .select(({ fn }) => fn.max('later.ordinal').as('ordinal'))
        .whereRef('later.kpi', '=', 'known.kpi')
        .whereRef('later.variant', '=', 'known.variant')
        .whereRef('later.grain', '=', 'known.grain')
        .whereRef('later.slice', '=', 'known.slice')
        .whereRef('later.period_start', '=', 'known.period_start')
        .whereRef('later.period_end', '=', 'known.period_end'),
    )
    .execute();
  return new Map(rows.map((row) => [seriesOf(row), row]));
}

/** Sums over the same rows may differ in their last bits by the order of adding. */
const isSame = (left: number | null, right: number | null): boolean =>
  left === right || (left !== null && right !== null && Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right)));

const hasChanged = (before: Row, now: Row): boolean =>
  before.definition !== now.definition ||
  before.state !== now.state ||
  !isSame(before.value, now.value) ||
  !isSame(before.low, now.low) ||
  !isSame(before.high, now.high) ||
  before.n !== now.n;

const whyOf = (before: Row | undefined, now: Row): string => {
  if (!before) return 'first';
  if (before.definition === now.definition) return 'data';
  return before.data_version === now.data_version ? 'definition' : 'both';
};

/** Changes when any row of what a KPI reads does. */
const dataVersionOf = (kpi: Kpi, catalog: Catalog): string => {
  const versions = datasetsOf(kpi, catalog.settings)
    .toSorted()
    .map((dataset) => catalog.dataVersion(dataset));
  return createHash('sha256').update(JSON.stringify(versions)).digest('hex').slice(0, 16);
};

/** Less than a thousand values a statement, which is what SQLite of any build takes. */
const rowsAtOnce = 50;

/**
 * Keeps values as they are known now, those that are other than they were. Running periods are left out, whose value changes by the day, and
 * questions about another day's world, which is no news about this one. Call it where values are shown to someone or someone is alerted.
 * @returns how many were kept
 */
export async function remember(context: OperationContext, { cells, query, kpis, catalog }: Shown): Promise<number> {
  if (query.asOf !== undefined || query.knownAt !== undefined || query.attributes === 'now') return 0;
  const { db } = await context.store();
  const seen = seenBy(context.actor, context.workspace.config);
  const knownAt = storedInstant(context.now());
  let kept = 0;
  for (const kpi of kpis) {
    const own = cells.filter((cell) => cell.kpi === kpi.id && cell.state !== 'partial');
    if (own.length === 0) continue;
    const latest = await latestOf(db, kpi.id, query.grain);
    const dataVersion = dataVersionOf(kpi, catalog);
    const rows = own.flatMap((cell): Row[] => {
      const slice = textOfSlice({ group: cell.group, where: query.where, seen });
      const now: Row = {
        kpi: kpi.id,
        variant: cell.variant,
        grain: query.grain,
        period_start: cell.period.start,
        period_end: cell.period.end,
        slice: slice.digest,
        slice_text: slice.text,
        ordinal: 1,
        value: cell.value,
        low: cell.ci?.[0] ?? null,
        high: cell.ci?.[1] ?? null,
        n: cell.n,
        state: cell.state,
        definition: cell.version,
        data_version: dataVersion,
        known_at: knownAt,
        why: 'first',
      };
      const before = latest.get(seriesOf(now));
      if (before ? !hasChanged(before, now) : cell.state === 'unavailable') return [];
      return [{ ...now, ordinal: (before?.ordinal ?? 0) + 1, why: whyOf(before, now) }];
    });
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('known_value')
        .values(rows.slice(from, from + rowsAtOnce))
        // Another server has remembered the same at the same moment.
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      kept += Number(numInsertedOrUpdatedRows);
    }
  }
  return kept;
}
