import { z } from 'zod';
import { openCount } from '../../metrics/build.ts';
import { addDays } from '../../metrics/calendar/period.ts';
import { type Engine, watermarkOf } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { passagesSql } from '../../metrics/sql/passage.ts';
import { CuadroError } from '../../model/error.ts';
import { lifeStages } from '../../model/segment.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { openTotals } from '../rights/totals.ts';

const { from, where, attributes, asOf, knownAt } = querySchema.shape;
const day = from.unwrap();

const input = z.strictObject({
  /** The day at whose close the stages are told. Default: the last complete day. */
  at: day.optional(),
  /** The first day of the period before it. Default: the first of the month of `at`. */
  from: day.optional(),
  where,
  attributes,
  asOf,
  knownAt,
});

const stageSchema = z.enum(lifeStages);

const output = z.strictObject({
  query: z.strictObject({ ...answeredShape(input.shape), at: day.nullable(), from: day.nullable() }),
  stages: z
    .array(z.strictObject({ stage: stageSchema, before: countSchema, after: countSchema }))
    .describe('Accounts in each stage at the close of the day before `from`, and at that of `at`.'),
  transitions: z
    .array(z.strictObject({ from: stageSchema.nullable(), to: stageSchema.nullable(), accounts: countSchema }))
    .describe('Accounts by the stage they were in and the one they are in; null: in none. Rows add up to `before`, columns to `after`.'),
  watermark: instantSchema.nullable(),
});

export type LifecycleOutput = Frozen<z.output<typeof output>>;

const stageOf = (value: unknown) => lifeStages.find((stage) => stage === value) ?? null;

/** How many accounts are in each stage of life, and which went where in a period. */
export const lifecycleOperation = defineOperation({
  id: 'lifecycle',
  words: {
    es: 'cuentas por etapa del ciclo de vida y cómo han pasado de una a otra',
    en: 'accounts by stage of life and how they moved',
  },
  input,
  output,
  rest: { method: 'GET', path: '/lifecycle' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<LifecycleOutput> => {
    const metrics = [openCount('account_stage_span')];
    return answerLifecycle(asked, openTotals(await openEngine(context, asked), { metrics, by: [], where: asked.where }));
  },
});

/** @throws CuadroError `range_reversed`, `kpi_unavailable` where no account has a stage, `segment_*` */
export async function answerLifecycle(asked: z.output<typeof input>, engine: Engine): Promise<LifecycleOutput> {
  const { catalog, dialect } = engine;
  const dataset = 'account_stage_span';
  const watermark = watermarkOf(openCount(dataset), catalog);
  const at = asked.at ?? watermark?.lastCompleteDay ?? null;
  if (at === null) throw new CuadroError({ code: 'kpi_unavailable', where: 'lifecycle', found: 'account_id, created_at' });
  const begin = asked.from ?? Temporal.PlainDate.from(at).with({ day: 1 }).toString();
  if (begin > at) throw new CuadroError({ code: 'range_reversed', where: '--from', found: `${begin} … ${at}` });
  reachableSegments(asked.where, [dataset], 'lifecycle', catalog);
  const known = (close: string) => (watermark !== null && close > watermark.lastCompleteDay ? watermark.lastCompleteDay : close);
  const sql = passagesSql(
    {
      dataset,
      entity: 'account_id',
      state: 'stage',
      opening: known(addDays(begin, -1)),
      closing: known(at),
      where: asked.where,
    },
    { dialect, catalog, attributes: asked.attributes },
  );
  const place = (stage: string | null) => (stage === null ? lifeStages.length : lifeStages.findIndex((one) => one === stage));
  const transitions = (await engine.run(sql))
    .map((row) => ({
      from: stageOf(row.was),
      to: stageOf(row.became),
      accounts: Number(row.entities),
    }))
    .toSorted((left, right) => place(left.from) - place(right.from) || place(left.to) - place(right.to));
  const sum = (side: 'from' | 'to', stage: string) =>
    transitions.reduce((total, one) => total + (one[side] === stage ? one.accounts : 0), 0);
  return {
    query: { ...asked, at, from: begin },
    stages: lifeStages.map((stage) => ({ stage, before: sum('from', stage), after: sum('to', stage) })),
    transitions,
    watermark: watermark?.instant ?? null,
  };
}
