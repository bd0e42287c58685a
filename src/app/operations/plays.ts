import { z } from 'zod';
import { plays } from '../../insights/plays/book.ts';
import { actionKinds, retentionKinds } from '../../insights/plays/kind.ts';
import type { Play } from '../../insights/plays/play.ts';
import { type PlayReason, type PlaysFor, suggestPlays } from '../../insights/plays/suggest.ts';
import { CuadroError } from '../../model/error.ts';
import { own } from '../../model/own.ts';
import { lifeStages, rfmClasses } from '../../model/segment.ts';
import { amongSchema, knownOf } from '../actions/among.ts';
import { type OwnPlay, ownPlays } from '../actions/own-plays.ts';
import { type SaveRates, saveRatesOf } from '../actions/save-rate.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { countSchema, shareSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { customerOperation } from './customer.ts';
import { readOperation } from './read.ts';

const input = z.strictObject({
  kpi: z.string().min(1).max(100).optional(),
  segment: z.string().min(1).max(200).optional().describe('A saved segment.'),
  among: amongSchema.optional(),
  customer: z.strictObject({ source: z.string().min(1), id: z.string().min(1) }).optional(),
  retired: z.boolean().default(false).describe('Also own ones that are not suggested any more.'),
  language: z.enum(['es', 'en']),
});

type Input = z.output<typeof input>;

const playSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(actionKinds),
    name: z.string(),
    idea: z.string(),
    steps: z.array(z.string()),
    measure: z.string().describe('What to look at to know whether it helped.'),
    kpis: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe('That it serves; the first is the one to measure it by.'),
    rfm: z.array(z.enum(rfmClasses)),
    stages: z.array(z.enum(lifeStages)),
    reasons: z
      .array(schemaOf<PlayReason>()(z.enum(['measured', 'reading', 'signal', 'served', 'class', 'stage'])))
      .describe('Why it is suggested; none where nothing was asked.'),
    source: z.string().nullable().describe('Where the source texts say so. Null: the company’s own.'),
    own: z.boolean().describe('The company has written it itself: it can be changed and retired.'),
    retired: z.boolean(),
  })
  .meta({ id: 'Play' });

const output = z.strictObject({
  plays: z.array(playSchema).describe('What suits best first.'),
  saved: z
    .strictObject({
      from: z.iso.date(),
      to: z.iso.date().describe('Of those who came to be at risk until this day the outcome is known.'),
      rates: z.array(
        z.strictObject({
          kind: z.enum(retentionKinds),
          value: shareSchema.describe('Who is a customer still, of those at risk with whom this was done first.'),
          saved: countSchema,
          of: countSchema,
          interval: z.tuple([z.number(), z.number()]).nullable().describe('95 %.'),
          small: z.boolean(),
        }),
      ),
    })
    .nullable()
    .describe('The save rate by play; null: nobody was at risk, it cannot be computed, or may not be seen.'),
});

export type PlaysOutput = Frozen<z.output<typeof output>>;

const nothing: PlaysFor = { kpi: null, readings: [], rfm: [], stages: [], signals: [] };

/** What is known of what something is to be done about. @throws CuadroError `unknown_kpi`, `unknown_segment`, `customer_unknown`, `forbidden` */
async function wantedOf(
  context: OperationContext,
  { kpi, segment, among, customer, language }: Input,
  catalogue: Catalogue,
): Promise<PlaysFor> {
  let wanted = nothing;
  if (kpi !== undefined) {
    const { id } = catalogue.find(kpi);
    const { readings } = await readOperation.run(context, readOperation.input.parse({ kpis: [id], language }));
    const told = readings.filter((one) => one.kpi === id && one.tone !== 'good');
    wanted = { ...wanted, kpi: id, readings: told.map(({ rule }) => rule) };
  }
  if (segment !== undefined) {
    const found = own(context.workspace.settings.segments, segment);
    if (!found) throw new CuadroError({ code: 'unknown_segment', where: 'segment', found: segment });
    const stages = found.stage ?? (found.of === 'lead' ? ['lead' as const] : found.of === 'opportunity' ? ['opportunity' as const] : []);
    wanted = { ...wanted, rfm: found.rfm ?? [], stages };
  }
  if (among !== undefined) wanted = { ...wanted, ...knownOf(among) };
  if (customer !== undefined) {
    if (!context.actor.permissions.has('records.read'))
      throw new CuadroError({ code: 'forbidden', found: context.actor.role, expected: 'records.read' });
    const { customer: one } = await customerOperation.run(context, customerOperation.input.parse(customer));
    wanted = {
      ...wanted,
      rfm: one.rfm === null ? wanted.rfm : [one.rfm],
      stages: one.stage === null ? wanted.stages : [one.stage],
      signals: one.risk?.signals ?? [],
    };
  }
  return wanted;
}

const told = (
  play: Play | OwnPlay,
  reasons: readonly PlayReason[],
  catalogue: Catalogue,
  language: 'es' | 'en',
): PlaysOutput['plays'][number] => {
  const { id, kind, kpis, rfm, stages, source } = play;
  const { name, idea, steps, measure } = play[language];
  const nameOf = (one: string): string => catalogue.kpis.get(one)?.texts[language].name ?? one;
  return {
    ...{ id, kind, name, idea, steps, rfm, stages, reasons },
    // Of one's own that says nothing, what measures it.
    measure: measure === '' ? nameOf(kpis[0]) : measure,
    source: source === '' ? null : source,
    own: 'isRetired' in play,
    retired: 'isRetired' in play && play.isRetired,
    kpis: kpis.map((one) => ({ id: one, name: nameOf(one) })),
  };
};

const toldRates = (saved: SaveRates | null): PlaysOutput['saved'] =>
  saved && {
    from: saved.from,
    to: saved.to,
    rates: saved.rates.map(({ kind, value, saved: kept, of, interval, isSmall }) => ({
      ...{ kind, value, saved: kept, of, small: isSmall },
      interval: interval && [interval[0], interval[1]],
    })),
  };

/** What can be done about a KPI, a segment or a customer, and what each play has kept so far. */
export const playsOperation = defineOperation({
  id: 'plays',
  words: {
    es: 'qué se puede hacer por un indicador, un segmento o un cliente, y qué ha dado cada jugada',
    en: 'what can be done about a KPI, a segment or a customer, and what each play has brought',
  },
  input,
  output,
  rest: { method: 'POST', path: '/plays' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<PlaysOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const wanted = await wantedOf(context, asked, catalogue);
    const opened = await openEngine(context, {});
    const own = (await ownPlays((await context.store()).db)).filter(({ isRetired }) => asked.retired || !isRetired);
    return {
      plays: suggestPlays([...plays.values(), ...own], wanted).map(({ play, reasons }) => told(play, reasons, catalogue, asked.language)),
      saved: toldRates(await saveRatesOf({ opened, catalogue })),
    };
  },
});
