import { z } from 'zod';
import { bottleneckOf } from '../../insights/funnel.ts';
import { count } from '../../metrics/build.ts';
import { type Engine, rangeOf, watermarkOf } from '../../metrics/engine.ts';
import { resolvePath } from '../../metrics/plan/path.ts';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { dealFunnels, type Funnel } from '../funnel/deals.ts';
import { leadFunnels } from '../funnel/leads.ts';
import { defineOperation } from '../operation.ts';

const { from, to, by, where, attributes, asOf, knownAt } = querySchema.shape;

export const funnelEntities = ['opportunity', 'lead'] as const;

const input = z.strictObject({
  entity: z.enum(funnelEntities).default('opportunity'),
  /** Only this pipeline; else each is a funnel of its own. */
  pipeline: z.string().min(1).optional(),
  from,
  to,
  by,
  where,
  attributes,
  asOf,
  knownAt,
});

export interface FunnelOutput {
  readonly query: Omit<z.output<typeof input>, 'from' | 'to'> & { readonly from: string | null; readonly to: string | null };
  readonly watermark: string | null;
  /** Of each pipeline and group; the stage that holds it up most (slow and leaky), or null. */
  readonly funnels: readonly (Funnel & { readonly bottleneck: string | null })[];
}

/** Stages in order: who entered, advanced, went back, was lost, is still there, by count and by value; time and bottleneck. */
export const funnelOperation = defineOperation({
  id: 'funnel',
  input,
  output: z.custom<FunnelOutput>(),
  rest: { method: 'GET', path: '/funnel' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<FunnelOutput> => answerFunnel(asked, await openEngine(context, asked)),
});

/** @throws CuadroError `kpi_unavailable`, `unknown_dimension`, `segment_*` */
export async function answerFunnel(asked: z.output<typeof input>, engine: Engine): Promise<FunnelOutput> {
  const { entity, pipeline } = asked;
  const { catalog } = engine;
  const isLead = entity === 'lead';
  const dataset = isLead ? 'lead' : 'stage_span';
  if (isLead && pipeline !== undefined) {
    throw new CuadroError({ code: 'unknown_dimension', where: 'lead', found: 'pipeline', expected: '–' });
  }
  for (const dimension of asked.by) {
    if (resolvePath(dataset, dimension, catalog) === null)
      throw new CuadroError({ code: 'unknown_dimension', where: `funnel (${entity})`, found: dimension });
  }
  reachableSegments(asked.where, [dataset], `funnel (${entity})`, catalog);
  const at = isLead ? 'created_at' : 'valid_from';
  if (isLead && catalog.filled('lead', at) === 0)
    throw new CuadroError({ code: 'kpi_unavailable', where: 'lead_conversion_rate', found: 'lead.created_at' });
  const watermark = watermarkOf(count(dataset, { at }), catalog);
  const range = rangeOf(querySchema.parse({ kpis: ['funnel'], from: asked.from, to: asked.to }), [watermark]);
  const query = { ...asked, from: range?.start ?? null, to: range?.end ?? null };
  if (range === null) return { query, watermark: null, funnels: [] };
  const filters = pipeline === undefined ? asked.where : [...asked.where, { dimension: 'pipeline', op: '=' as const, value: pipeline }];
  const asking = { engine, from: range.start, to: range.end, where: filters, attributes: asked.attributes };
  const funnels = isLead ? await leadFunnels(asked.by, asking) : await dealFunnels(asked.by, asking);
  return {
    query,
    watermark: watermark?.instant ?? null,
    funnels: funnels.map((funnel) => ({ ...funnel, bottleneck: bottleneckOf(funnel.stages)?.stage ?? null })),
  };
}
