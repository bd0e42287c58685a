import type { Kpi } from '../kpis/kpi.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import type { Asked } from '../metrics/asked.ts';
import type { Catalog } from '../metrics/catalog.ts';
import type { Query } from '../metrics/query.ts';
import { CuadroError } from '../model/error.ts';

/**
 * What a query for a KPI among others means; null: its records do not lead to those of a segment that is filtered by. One that is asked for
 * alone says so with an error; among many it must not take the others with it.
 */
export function reachedKpi(kpi: Kpi, catalog: Catalog, query: Pick<Query, 'variant' | 'by' | 'where'>): Asked | null {
  try {
    return resolveKpi(kpi, catalog, query);
  } catch (error) {
    if (error instanceof CuadroError && error.code === 'segment_unreachable') return null;
    throw error;
  }
}
