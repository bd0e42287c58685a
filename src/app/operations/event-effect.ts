import { z } from 'zod';
import { writerFor } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import { readoutOf } from '../effects/readout.ts';
import { effectSchema, type ToldEffect, toldEffect } from '../effects/told.ts';
import { defineOperation } from '../operation.ts';
import { requireKnown } from '../subject/require.ts';
import { subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';

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
    scope: z.string().trim().min(1).max(200).nullable().default(null).describe('DIM=VALUE, held against the others; null: the company.'),
    language: z.enum(['es', 'en']),
  }),
  output: effectSchema,
  rest: { method: 'POST', path: '/annotations/effect' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, { kpi, on, scope, language }): Promise<ToldEffect> => {
    const { settings } = context.workspace;
    const { about, catalogue, opened } = await requireKnown(context, { kpi, scope, customer: null });
    const id = about.kpi ?? kpi;
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const subject = subjectOf(id, scope, { catalogue, opened, people, to: undefined });
    if (typeof subject === 'string') throw new CuadroError({ code: 'kpi_unavailable', where: id, found: subject });
    const writer = writerFor(language, settings);
    return toldEffect(subject, await readoutOf(subject, on), language, writer);
  },
});
