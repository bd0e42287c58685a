import { z } from 'zod';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { querySchema } from '../../metrics/query.ts';
import { checkSegment } from '../../metrics/segments.ts';
import { membersSql } from '../../metrics/sql/members.ts';
import { CuadroError } from '../../model/error.ts';
import { lifeStages, rfmClasses, segmentEntities } from '../../model/segment.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { openTotals } from '../rights/totals.ts';

const { asOf, knownAt } = querySchema.shape;

/** A saved filter and how many records it has. */
const summarySchema = z
  .strictObject({
    name: z.string(),
    of: z.enum(segmentEntities),
    where: z.array(z.string()),
    rfm: z.array(z.enum(rfmClasses)).nullable().describe('Classes of recency, frequency and amount; null: any.'),
    stage: z.array(z.enum(lifeStages)).nullable().describe('Stages of life; null: any.'),
    size: countSchema.nullable().describe('Records in it, at the end of `asOf` or now; null where it cannot be told.'),
    total: countSchema.describe('All live records of the entity.'),
    problem: z
      .strictObject({
        code: z.string(),
        where: z.string(),
        found: z.string(),
        expected: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable()
      .describe('Why it cannot be told: what the definition lacks or has wrong.'),
  })
  .meta({ id: 'Segment' });

const output = z.strictObject({ segments: z.array(summarySchema) });

export type SegmentSummary = Frozen<z.output<typeof summarySchema>>;

const problemOf = (error: unknown, name: string): NonNullable<SegmentSummary['problem']> => {
  if (!(error instanceof CuadroError) || error.blame === 'internal') throw error;
  return {
    code: error.code,
    where: error.where ?? `cuadro.yaml (segments.${name})`,
    found: error.found ?? '',
    expected: error.expected ?? '',
    params: error.params,
  };
};

/** The segments of `cuadro.yaml`, each with its size; one that cannot be told says why. */
export const segmentsOperation = defineOperation({
  id: 'segments',
  words: {
    es: 'los segmentos guardados y cuántos registros tiene cada uno',
    en: 'the saved segments and how many records each has',
  },
  input: z.strictObject({ asOf, knownAt }),
  output,
  rest: { method: 'GET', path: '/segments' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, dates): Promise<Frozen<z.output<typeof output>>> => {
    const { dialect, catalog, run } = openTotals(await openEngine(context, dates), { metrics: [], by: [], where: [] });
    const world = { dialect, catalog, attributes: 'now' } as const;
    const count = async (sql: string): Promise<number> => Number((await run(sql))[0]?.members ?? 0);
    const totals = new Map<string, number>();
    const found: SegmentSummary[] = [];
    for (const [name, segment] of Object.entries(catalog.settings.segments)) {
      const { of, where, rfm = null, stage = null } = segment;
      // Of records that are nobody's in the data, none are someone's own.
      const noneOwn = isBeyond(of, catalog);
      const total = noneOwn ? 0 : (totals.get(of) ?? (await count(membersSql(of, null, world))));
      totals.set(of, total);
      const summary = { name, of, where, rfm, stage, total };
      try {
        checkSegment(name, segment, catalog);
        found.push({ ...summary, size: noneOwn ? 0 : await count(membersSql(of, name, world)), problem: null });
      } catch (error) {
        found.push({ ...summary, size: null, problem: problemOf(error, name) });
      }
    }
    return { segments: found };
  },
});
