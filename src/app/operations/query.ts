import { z } from 'zod';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer, explainSql } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { noteAsked } from '../asked-lately.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { cellSchema, omissionSchema } from '../output/cell.ts';
import { openTotals } from '../rights/totals.ts';

const input = z.strictObject({ ...querySchema.shape, sql: z.boolean().default(false) });

/** The query with its range filled in, as it was answered. */
const answeredSchema = z
  .strictObject({ ...answeredShape(querySchema.shape), from: z.iso.date().nullable(), to: z.iso.date().nullable() })
  .meta({ id: 'AnsweredQuery' });

const output = z.union([
  z.strictObject({
    query: answeredSchema,
    cells: z.array(cellSchema),
    omitted: z.array(omissionSchema).describe('What was left out, its period not being over.'),
  }),
  z.strictObject({ query: answeredSchema, sql: z.array(z.string()) }).describe('With `sql`: the statements, not run.'),
]);

export type QueryOutput = Frozen<z.output<typeof output>>;

/** KPI values by period and group, each with its certainty, state and reasons. */
export const queryOperation = defineOperation({
  id: 'query',
  words: {
    es: 'valores de indicadores por periodo y grupo, cada uno con su certeza y su estado',
    en: 'KPI values by period and group, each with its certainty and state',
  },
  input,
  output,
  rest: { method: 'POST', path: '/query' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { sql, ...query }): Promise<QueryOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const kpis = query.kpis.map((id) => catalogue.find(id));
    const opened = await openEngine(context, query, kpis);
    const asked = kpis.map((kpi) => resolveKpi(kpi, opened.catalog, query));
    const engine = openTotals(opened, { ...query, metrics: asked.map(({ metric }) => metric) });
    if (sql) return { query: { ...query, from: query.from ?? null, to: query.to ?? null }, sql: explainSql(query, asked, engine) };
    noteAsked(context, query);
    const { range, cells, omitted } = await answer(query, asked, engine);
    return { query: { ...query, from: range?.start ?? null, to: range?.end ?? null }, cells, omitted };
  },
});
