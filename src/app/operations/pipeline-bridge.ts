import { z } from 'zod';
import { type BridgePart, bridgeSteps, type DealState, pipelineBridge } from '../../insights/pipeline-bridge.ts';
import { openCount } from '../../metrics/build.ts';
import { type Engine, watermarkOf } from '../../metrics/engine.ts';
import { is } from '../../metrics/expression.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { dealPassagesSql } from '../../metrics/sql/deal-passage.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { hidesAmounts } from '../funnel/shown.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { openTotals } from '../rights/totals.ts';

const { from, where, attributes, asOf, knownAt } = querySchema.shape;
const day = from.unwrap();

const input = z.strictObject({
  /** The day at whose close the later pipeline is told. Default: the last complete day. */
  at: day.optional(),
  /** The day at whose close the earlier one is. Default: the last day of the month before `at`. */
  against: day.optional(),
  /** Only this pipeline. */
  pipeline: z.string().min(1).optional(),
  where,
  attributes,
  asOf,
  knownAt,
});

const value = z.number().nullable().describe('In the workspace’s currency. Null: hidden from who asks.');
const stock = z.strictObject({ deals: countSchema, value }).meta({ id: 'OpenPipeline' });

type ShownPart = Omit<BridgePart, 'value'> & { readonly value: number | null };

const partSchema = schemaOf<ShownPart>()(
  z
    .strictObject({
      step: z.enum(bridgeSteps),
      deals: countSchema.describe('Deals that took it.'),
      change: z.int().describe('By how many it changed the number of open deals.'),
      value,
    })
    .meta({ id: 'BridgePart' }),
);

const output = z.strictObject({
  query: z.strictObject({ ...answeredShape(input.shape), at: day.nullable(), against: day.nullable() }),
  before: stock.describe('Open at the close of `against`.'),
  after: stock.describe('Open at the close of `at`.'),
  steps: z
    .array(partSchema)
    .describe('With `before` they add up to `after`, by number and by value. One that came and went in between is in both of its steps.'),
  withoutAmount: countSchema.describe('Deals without an amount at either close: they count as nothing.'),
  watermark: instantSchema.nullable(),
});

export type PipelineBridgeOutput = Frozen<z.output<typeof output>>;

const metric = openCount('opportunity_span', { where: is('status', 'open') });

/** The open pipeline at two days and how one became the other. */
export const pipelineBridgeOperation = defineOperation({
  id: 'pipeline_bridge',
  words: {
    es: 'la cartera abierta en dos fechas y cómo se pasó de una a otra',
    en: 'the open pipeline at two dates and how one became the other',
  },
  input,
  output,
  rest: { method: 'GET', path: '/pipeline-bridge' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<PipelineBridgeOutput> =>
    answerBridge(asked, openTotals(await openEngine(context, asked), { metrics: [metric], by: [], where: asked.where })),
});

const stateOf = (state: unknown): DealState | null => (state === 'open' || state === 'won' || state === 'lost' ? state : null);
const numberOf = (amount: unknown): number | null => (amount === null || amount === undefined ? null : Number(amount));

/** @throws CuadroError `kpi_unavailable` where there are no deals, `no_rights`, `range_reversed`, `small_group`, `segment_*` */
export async function answerBridge(asked: z.output<typeof input>, engine: Engine): Promise<PipelineBridgeOutput> {
  const { catalog, dialect } = engine;
  const watermark = watermarkOf(metric, catalog);
  const at = asked.at ?? watermark?.lastCompleteDay ?? null;
  if (at === null) throw new CuadroError({ code: 'kpi_unavailable', where: 'pipeline_bridge', found: 'opportunity.status, created_at' });
  if (isBeyond('opportunity_span', catalog)) throw new CuadroError({ code: 'no_rights', where: 'pipeline_bridge' });
  const against = asked.against ?? Temporal.PlainDate.from(at).with({ day: 1 }).subtract({ days: 1 }).toString();
  if (against > at) throw new CuadroError({ code: 'range_reversed', where: '--against', found: `${against} … ${at}` });
  const { pipeline } = asked;
  const filters = pipeline === undefined ? asked.where : [...asked.where, { dimension: 'pipeline', op: '=' as const, value: pipeline }];
  reachableSegments(filters, ['opportunity_span'], 'pipeline_bridge', catalog);
  const sql = dealPassagesSql({ opening: against, closing: at, where: filters }, { dialect, catalog, attributes: asked.attributes });
  const bridge = pipelineBridge(
    (await engine.run(sql)).map((row) => {
      const as = stateOf(row.closed_as);
      return {
        before: row.before !== null,
        after: row.after !== null,
        amountBefore: numberOf(row.amount_before),
        amountAfter: numberOf(row.amount_after),
        stateBefore: stateOf(row.state_before),
        stateAfter: stateOf(row.state_after),
        closed: as === 'won' || as === 'lost' ? { as, amount: numberOf(row.amount_closed) } : null,
        isNew: Number(row.is_new ?? 0) === 1,
      };
    }),
  );
  const below =
    catalog.sight?.smallest({ kpi: 'pipeline_bridge', variant: 'default', version: '', metric, missing: [], minimumSample: 0 }) ?? null;
  const least = Math.max(bridge.before.deals, bridge.after.deals);
  if (below !== null && least > 0 && least < below)
    throw new CuadroError({ code: 'small_group', where: 'pipeline_bridge', params: { below } });
  const shown = <T extends { readonly value: number }>(part: T): Omit<T, 'value'> & { readonly value: number | null } => ({
    ...part,
    value: hidesAmounts(engine) ? null : part.value,
  });
  // Whether a deal grew or shrank tells of amounts that are hidden.
  const steps = hidesAmounts(engine) ? bridge.steps.filter(({ step }) => step !== 'grown' && step !== 'shrunk') : bridge.steps;
  return {
    query: { ...asked, at, against },
    before: shown(bridge.before),
    after: shown(bridge.after),
    steps: steps.map(shown),
    withoutAmount: hidesAmounts(engine) ? 0 : bridge.withoutAmount,
    watermark: watermark?.instant ?? null,
  };
}
