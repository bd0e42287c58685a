import { z } from 'zod';
import { isOfPeople } from '../../kpis/reads.ts';
import { grains } from '../../metrics/query.ts';
import { calendarDay } from '../../model/calendar-day.ts';
import type { KnownValueTable } from '../../store/tables/known-value.ts';
import { catalogueOf } from '../catalogue.ts';
import { knownAt, readKnown } from '../known/read.ts';
import { maySee, sliceSchema } from '../known/slice.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { instantSchema, periodSchema } from '../output/period.ts';

const input = z.strictObject({
  kpi: z.string().min(1),
  /** A moment, or a day of the workspace's calendar, at whose end it is. Default: now. */
  at: z.union([calendarDay, z.iso.datetime({ offset: true })]).optional(),
  from: calendarDay.optional(),
  to: calendarDay.optional(),
  grain: z.enum(grains).optional(),
  variant: z.string().min(1).optional(),
});

const valueSchema = z
  .strictObject({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number(),
    state: z.string(),
    definition: z.string().describe('Number and mark of the definition it was computed by.'),
    data: z.string().describe('Mark of the data it was computed from.'),
    known_at: instantSchema,
  })
  .meta({ id: 'KnownValue' });

const output = z.strictObject({
  kpi: z.string(),
  at: instantSchema,
  periods: z.array(
    z.strictObject({
      period: periodSchema,
      grain: z.enum(grains),
      variant: z.string(),
      group: sliceSchema.shape.group,
      where: sliceSchema.shape.where,
      known: valueSchema.nullable().describe('As it was known at that moment; null: not yet.'),
      latest: valueSchema.describe('As it is known now.'),
      restatements: z
        .array(
          z.strictObject({
            at: instantSchema,
            why: z.enum(['data', 'definition', 'both']),
            before: valueSchema,
            after: valueSchema,
          }),
        )
        .describe('Each time it became another, oldest first, whether before or after that moment.'),
    }),
  ),
});

export type KnownOutput = Frozen<z.output<typeof output>>;

const asKnown = (row: KnownValueTable): z.output<typeof valueSchema> => ({
  value: row.value,
  low: row.low,
  high: row.high,
  n: row.n,
  state: row.state,
  definition: row.definition,
  data: row.data_version,
  known_at: row.known_at,
});

const reasons = ['data', 'definition', 'both'] as const;

const restatements = (rows: readonly KnownValueTable[]) =>
  rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const why = reasons.find((one) => one === row.why);
    return before && why ? [{ at: row.known_at, why, before: asKnown(before), after: asKnown(row) }] : [];
  });

/** A day stands for its end, in the workspace's time zone. */
const momentOf = (at: string | undefined, now: Temporal.Instant, timezone: string): Temporal.Instant => {
  if (at === undefined) return now;
  if (at.includes('T')) return Temporal.Instant.from(at);
  return Temporal.PlainDate.from(at).add({ days: 1 }).toZonedDateTime(timezone).toInstant().subtract({ milliseconds: 1 });
};

/** What was known of a KPI at a moment, and how what is known has changed: each restatement with the reason. */
export const knownOperation = defineOperation({
  id: 'known',
  words: {
    es: 'lo que se sabía de un indicador en un momento dado, y cada corrección posterior',
    en: 'what was known of a KPI at a given moment, and each restatement since',
  },
  input,
  output,
  rest: { method: 'GET', path: '/kpis/{kpi}/known' },
  effect: 'read',
  on: 'store',
  permission: 'kpi.read',
  run: async (
    { workspace, store, actor, now },
    { kpi, at, from = null, to = null, grain = null, variant = null },
  ): Promise<KnownOutput> => {
    const { settings } = workspace;
    const { db } = await store();
    const found = await readKnown(db, { kpi, variant, grain, from, to });
    const catalogue = await catalogueOf(workspace);
    // A KPI that is no more may have been known; one that never was is a mistake.
    if (found.length === 0) catalogue.find(kpi);
    const definition = catalogue.kpis.get(kpi);
    // Of one that is no more, nobody knows whom it was about.
    const ofPeople = definition === undefined || isOfPeople(definition, settings);
    const moment = momentOf(at, now(), settings.timezone);
    const periods = found.flatMap(({ slice, rows }) => {
      const last = rows.at(-1);
      if (!last || !rows.every((row) => maySee(slice, row, actor, workspace.config, ofPeople))) return [];
      const known = knownAt(rows, moment);
      return [
        {
          period: { start: last.period_start, end: last.period_end },
          grain: z.enum(grains).parse(last.grain),
          variant: last.variant,
          group: slice.group,
          where: slice.where,
          known: known ? asKnown(known) : null,
          latest: asKnown(last),
          restatements: restatements(rows),
        },
      ];
    });
    return { kpi, at: moment.toString(), periods };
  },
});
