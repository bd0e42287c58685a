import { z } from 'zod';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, explainSql, type Omission } from '../../metrics/engine.ts';
import { type Query, querySchema } from '../../metrics/query.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation } from '../operation.ts';

/** The query with its range filled in, as it was answered. */
export type AnsweredQuery = Omit<Query, 'from' | 'to'> & { readonly from: string | null; readonly to: string | null };

export type QueryOutput =
  | { readonly query: AnsweredQuery; readonly cells: readonly Cell[]; readonly omitted: readonly Omission[] }
  | { readonly query: AnsweredQuery; readonly sql: readonly string[] };

const input = z.strictObject({ ...querySchema.shape, sql: z.boolean().default(false) });

/** KPI values by period and group, each with its certainty, state and reasons. */
export const queryOperation = defineOperation({
  id: 'query',
  input,
  output: z.custom<QueryOutput>(),
  rest: { method: 'POST', path: '/query' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { sql, ...query }): Promise<QueryOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const kpis = query.kpis.map((id) => catalogue.find(id));
    const engine = await openEngine(context, query, kpis);
    const asked = kpis.map((kpi) => resolveKpi(kpi, engine.catalog, query));
    if (sql) return { query: { ...query, from: query.from ?? null, to: query.to ?? null }, sql: explainSql(query, asked, engine) };
    const { range, cells, omitted } = await answer(query, asked, engine);
    return { query: { ...query, from: range?.start ?? null, to: range?.end ?? null }, cells, omitted };
  },
});
