import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { isSpan, readoutOf } from '../effects/readout.ts';
import { effectSchema, toldEffect } from '../effects/told.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { requireKnown } from '../subject/require.ts';
import { subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';
import { toldInSchema, writerIn } from '../told-in.ts';

const output = z
  .strictObject({
    ...effectSchema.shape,
    later: effectSchema.nullable().describe('Of what lasted and is over: what came after its end. Null: it was a moment, or goes on.'),
  })
  .meta({ id: 'EventEffect' });

type EventEffect = Frozen<z.output<typeof output>>;

/** What a KPI did before and after a day on which something happened: an association with it, whatever else happened then included. */
export const eventEffectOperation = defineOperation({
  id: 'event_effect',
  words: {
    es: 'qué hizo un indicador antes y después de que pasara algo',
    en: 'what a KPI did before and after something happened',
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100),
    on: z.iso.date().describe('The day that it happened, or began.'),
    to: z.iso
      .date()
      .nullable()
      .default(null)
      .describe(
        'The last day of what lasted: what came while it did is told, then what came after. Null, or too short to be told apart: a moment.',
      ),
    scope: z.string().trim().min(1).max(200).nullable().default(null).describe('DIM=VALUE, held against the others; null: the company.'),
    language: z.enum(['es', 'en']),
    currency: toldInSchema,
  }),
  output,
  rest: { method: 'POST', path: '/annotations/effect' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, { kpi, on, to, scope, language, currency }): Promise<EventEffect> => {
    if (to !== null && on > to) throw new CuadroError({ code: 'range_reversed', where: 'on', found: `${on} … ${to}` });
    const { about, catalogue, opened } = await requireKnown(context, { kpi, scope, customer: null });
    const id = about.kpi ?? kpi;
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const subject = subjectOf(id, scope, { catalogue, opened, people, to: undefined });
    if (typeof subject === 'string') throw new CuadroError({ code: 'kpi_unavailable', where: id, found: subject });
    const writer = await writerIn(context, language, currency);
    const told = async (span: Parameters<typeof readoutOf>[2]) => toldEffect(subject, await readoutOf(subject, on, span), language, writer);
    if (to === null || !isSpan(subject, on, to)) return { ...(await told(null)), later: null };
    const during = await told({ to, part: 'during' });
    const later = subject.day > to ? await told({ to, part: 'later' }) : null;
    return { ...during, later, says: later === null ? during.says : `${during.says} ${later.says}` };
  },
});
