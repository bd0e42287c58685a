import { z } from 'zod';
import { bottleneckOf } from '../../insights/funnel.ts';
import { count } from '../../metrics/build.ts';
import { type Engine, rangeOf, watermarkOf } from '../../metrics/engine.ts';
import { resolvePath } from '../../metrics/plan/path.ts';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { dealFunnels } from '../funnel/deals.ts';
import { leadFunnels } from '../funnel/leads.ts';
import { hidesAmounts, type ShownAmount, type ShownFunnel, withoutAmounts } from '../funnel/shown.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { groupSchema } from '../output/cell.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { openTotals } from '../rights/totals.ts';

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

const amountSchema = schemaOf<ShownAmount>()(
  z.strictObject({ count: z.number(), value: z.number().nullable().describe('Null: hidden from who asks.') }).meta({ id: 'Amount' }),
);
const number = z.number().nullable();
const sharesSchema = z.strictObject({ count: number, value: number });

const stageSchema = z
  .strictObject({
    stage: z.string(),
    position: number.describe('Its place along the funnel.'),
    entered: amountSchema,
    advanced: amountSchema.describe('Reached a later stage, or were won, at any time since.'),
    won: amountSchema,
    lost: amountSchema,
    back: amountSchema,
    waiting: amountSchema,
    aside: amountSchema.describe('Gone elsewhere: another pipeline.'),
    movedBack: countSchema,
    medianDays: number,
    slowness: z.strictObject({ shareOfCycle: z.number(), dropOff: z.number(), index: z.number() }).nullable(),
    skipped: amountSchema.describe('Went past it without a visit.'),
    conversion: sharesSchema.describe('Advanced over entered.'),
    toWon: sharesSchema.describe('Won over entered.'),
    withinWindow: z.strictObject({ value: number, state: z.string() }).nullable().describe('As the KPI funnel_stage_conversion has it.'),
  })
  .meta({ id: 'FunnelStage' });

const funnelSchema = schemaOf<ShownFunnel>()(
  z.strictObject({
    pipeline: z.string().nullable(),
    group: groupSchema,
    entered: countSchema,
    won: countSchema,
    stages: z.array(stageSchema),
  }),
);

const output = z.strictObject({
  query: z.strictObject({ ...answeredShape(input.shape), from: from.unwrap().nullable(), to: to.unwrap().nullable() }),
  watermark: instantSchema.nullable(),
  funnels: z
    .array(
      z.strictObject({
        ...funnelSchema.shape,
        bottleneck: z.string().nullable().describe('The stage that holds it up most: slow and leaky.'),
      }),
    )
    .describe('Of each pipeline and group.'),
});

export type FunnelOutput = Frozen<z.output<typeof output>>;

/** Stages in order: who entered, advanced, went back, was lost, is still there, by count and by value; time and bottleneck. */
export const funnelOperation = defineOperation({
  id: 'funnel',
  words: {
    es: 'el embudo etapa a etapa, con tiempos y cuello de botella',
    en: 'the funnel stage by stage, with times and bottleneck',
  },
  input,
  output,
  rest: { method: 'GET', path: '/funnel' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<FunnelOutput> => {
    const metrics = [asked.entity === 'lead' ? count('lead', { at: 'created_at' }) : count('stage_span', { at: 'valid_from' })];
    return answerFunnel(asked, openTotals(await openEngine(context, asked), { metrics, by: asked.by, where: asked.where }));
  },
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
    funnels: funnels.map((funnel) => ({
      ...(hidesAmounts(engine) ? withoutAmounts(funnel) : funnel),
      bottleneck: bottleneckOf(funnel.stages)?.stage ?? null,
    })),
  };
}
