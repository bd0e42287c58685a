import { z } from 'zod';
import { querySchema } from '../../metrics/query.ts';
import { checkSegment } from '../../metrics/segments.ts';
import { membersSql } from '../../metrics/sql/members.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { defineOperation } from '../operation.ts';

const { asOf, knownAt } = querySchema.shape;

/** A saved filter and how many records it has. */
export interface SegmentSummary {
  readonly name: string;
  readonly of: string;
  readonly where: readonly string[];
  /** Classes of recency, frequency and amount; null: any. */
  readonly rfm: readonly string[] | null;
  /** Stages of life; null: any. */
  readonly stage: readonly string[] | null;
  /** Records in it, as things stand (or stood at the end of `asOf`); null where it cannot be told. */
  readonly size: number | null;
  /** All live records of the entity. */
  readonly total: number;
  /** Why it cannot be told: what the definition lacks or has wrong. */
  readonly problem: {
    readonly code: string;
    readonly where: string;
    readonly found: string;
    readonly expected: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}

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
  input: z.strictObject({ asOf, knownAt }),
  output: z.custom<{ readonly segments: readonly SegmentSummary[] }>(),
  rest: { method: 'GET', path: '/segments' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, dates): Promise<{ readonly segments: readonly SegmentSummary[] }> => {
    const { dialect, catalog, run } = await openEngine(context, dates);
    const world = { dialect, catalog, attributes: 'now' } as const;
    const count = async (sql: string): Promise<number> => Number((await run(sql))[0]?.members ?? 0);
    const totals = new Map<string, number>();
    const found: SegmentSummary[] = [];
    for (const [name, segment] of Object.entries(catalog.settings.segments)) {
      const { of, where, rfm = null, stage = null } = segment;
      const total = totals.get(of) ?? (await count(membersSql(of, null, world)));
      totals.set(of, total);
      const summary = { name, of, where, rfm, stage, total };
      try {
        checkSegment(name, segment, catalog);
        found.push({ ...summary, size: await count(membersSql(of, name, world)), problem: null });
      } catch (error) {
        found.push({ ...summary, size: null, problem: problemOf(error, name) });
      }
    }
    return { segments: found };
  },
});
