import { z } from 'zod';
import { tellEffect } from '../../i18n/effects.ts';
import type { Writer } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { NoEffect } from '../../insights/effects/effect.ts';
import { sidesAround } from '../../insights/effects/effect.ts';
import { changeFrom } from '../../model/change.ts';
import type { Frozen } from '../operation.ts';
import { relativeSchema } from '../output/change.ts';
import { directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import type { Subject } from '../subject/subject.ts';
import { type Readout, resumesOf } from './readout.ts';

const number = z.number().nullable();

/** A before-and-after read-out as operations answer it: of an action, of a mark on the time axis. */
export const effectSchema = z
  .strictObject({
    kpi: z.string(),
    name: z.string(),
    scope: z.string().nullable(),
    unit: unitSchema,
    direction: directionSchema,
    on: z.iso.date().describe('The first day on which there could be an effect.'),
    to: z.iso.date().nullable().describe('Of what lasted, its last day; null: it is a moment.'),
    part: z.enum(['during', 'later']).nullable().describe('Of what lasted: while it did, or after its end. Null: since `on`.'),
    grain: z.enum(['month', 'week']),
    state: schemaOf<'clear' | 'unclear' | NoEffect>()(
      z.enum(['clear', 'unclear', 'too_early', 'too_few_after', 'too_few_before', 'without_variation', 'beyond_bounds']),
    ).describe('`clear`: 0 lies outside the interval. Others than `clear` and `unclear`: nothing is said, and why.'),
    verdict: z.enum(['better', 'worse']).nullable().describe('Only of what is clear, and where one side is better.'),
    method: z.enum(['trend', 'comparison']).nullable().describe('Against its own trend and season, or against the others meanwhile.'),
    value: number.describe('By how much it was higher than was to be expected, a period on average.'),
    interval: z.tuple([z.number(), z.number()]).nullable().describe('95 %, of `value`.'),
    relative: relativeSchema.describe(
      'As a share of what was to be expected. Null of rates, scores and correlations, and where that is not above zero.',
    ),
    total: number.describe('Of what adds up: over all periods after.'),
    before: z.strictObject({ periods: countSchema, mean: z.number() }).nullable(),
    after: z.strictObject({ periods: countSchema, mean: z.number(), expected: z.number() }).nullable(),
    seasonal: z.boolean().describe('Whether its own seasons were taken out.'),
    parallel: z.boolean().nullable().describe('Of a comparison: whether both went the same way before.'),
    spike: z
      .boolean()
      .describe('Whether the last three periods before, out of the ordinary, alone make the effect: these mostly come back by themselves.'),
    n: countSchema.describe('Rows behind the periods after.'),
    small: z.boolean().describe('Whether most of the periods after have too few rows to be told alone.'),
    ready_on: z.iso.date().nullable().describe('When there will be enough after to say something.'),
    series: z.array(
      z.strictObject({
        start: z.iso.date(),
        end: z.iso.date(),
        value: number,
        expected: number,
        side: z.enum(['before', 'between', 'after']).describe('`between`: it holds the moment itself, and counts on neither side.'),
      }),
    ),
    says: z.string(),
  })
  .meta({ id: 'Effect' });

export type ToldEffect = Frozen<z.output<typeof effectSchema>>;

/** A read-out in the words of a language. */
export function toldEffect({ kpi, scope, measured }: Subject, readout: Readout, language: Language, writer: Writer): ToldEffect {
  const { effect, points, on, span, grain, refused, readyOn, n, isSmall } = readout;
  const sides = sidesAround(points, on, resumesOf(on, span));
  const { direction } = kpi;
  const isJudged = effect?.state === 'clear' && (direction === 'up' || direction === 'down');
  const head = {
    kpi: kpi.id,
    name: kpi.texts[language].name,
    scope,
    // A variant's unit and that of what is measured are units all the same.
    unit: unitSchema.parse(measured.unit),
    direction,
    on,
    to: span?.to ?? null,
    part: span?.part ?? null,
    grain,
    state: effect?.state ?? refused ?? 'too_early',
    verdict: isJudged ? (effect.value > 0 === (direction === 'up') ? ('better' as const) : ('worse' as const)) : null,
    method: effect?.method ?? null,
    value: effect?.value ?? null,
    interval: effect?.interval ?? null,
    relative: effect === null ? null : changeFrom(effect.after.expected, effect.after.mean, measured.unit).relative,
    total: effect && measured.kind === 'flow' ? effect.value * effect.after.periods : null,
    before: effect?.before ?? null,
    after: effect?.after ?? null,
    seasonal: effect?.isSeasonal ?? false,
    parallel: effect?.isParallel ?? null,
    spike: effect?.isAfterSpike ?? false,
    n,
    small: isSmall,
    ready_on: readyOn,
  };
  return {
    ...head,
    interval: head.interval && [head.interval[0], head.interval[1]],
    series: points.map(({ start, end, value }, index) => ({
      start,
      end,
      value,
      expected: effect?.expected[index]?.value ?? null,
      side: index < sides.before ? ('before' as const) : index < sides.after ? ('between' as const) : ('after' as const),
    })),
    says: tellEffect(head, language, writer),
  };
}
