import { z } from 'zod';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, explainSql, type Omission } from '../../metrics/engine.ts';
import { type Query, querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import type { Settings } from '../../model/settings.ts';
import { openEngine } from '../engine.ts';
import { nearest } from '../nearest.ts';
import { defineOperation } from '../operation.ts';

/** The query with its range filled in, as it was answered. */
export type AnsweredQuery = Omit<Query, 'from' | 'to'> & { readonly from: string | null; readonly to: string | null };

export type QueryOutput =
  | { readonly query: AnsweredQuery; readonly cells: readonly Cell[]; readonly omitted: readonly Omission[] }
  | { readonly query: AnsweredQuery; readonly sql: readonly string[] };

/** @throws CuadroError `unknown_kpi`, with the nearest name */
export function resolveAll(query: Query, catalog: Catalog): readonly Asked[] {
  return query.kpis.map((id) => resolveKpi(findKpi(id), catalog, query));
}

/** Parameters of a KPI that there is not change nothing: whoever wrote them meant another. @throws CuadroError `unknown_kpi` */
function checkSettings({ kpis: stated }: Settings): void {
  for (const id of Object.keys(stated)) findKpi(id, `cuadro.yaml (kpis.${id})`);
}

export function findKpi(id: string, where = '--kpi') {
  const kpi = kpis.get(id) ?? [...kpis.values()].find(({ ref }) => ref === id);
  if (kpi) return kpi;
  const guess = nearest(id, [...kpis.keys()]);
  throw new CuadroError({ code: 'unknown_kpi', where, found: id, ...(guess ? { expected: guess } : {}) });
}

const input = z.strictObject({ ...querySchema.shape, sql: z.boolean().default(false) });

/** KPI values by period and group, each with its certainty, state and reasons. */
export const queryOperation = defineOperation({
  id: 'query',
  input,
  effect: 'read',
  run: async (context, { sql, ...query }): Promise<QueryOutput> => {
    checkSettings(context.workspace.settings);
    for (const id of query.kpis) findKpi(id);
    const engine = await openEngine(context, query);
    const asked = resolveAll(query, engine.catalog);
    if (sql) return { query: { ...query, from: query.from ?? null, to: query.to ?? null }, sql: explainSql(query, asked, engine) };
    const { range, cells, omitted } = await answer(query, asked, engine);
    return { query: { ...query, from: range?.start ?? null, to: range?.end ?? null }, cells, omitted };
  },
});
