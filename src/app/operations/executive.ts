import { z } from 'zod';
import { roles } from '../../insights/advise/roles.ts';
import type { Standing } from '../../insights/targets/tree.ts';
import type { Band, Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { keptAnswer } from '../kept-answers.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { relativeSchema } from '../output/change.ts';
import { directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { retiredKpis } from '../reviews/followed.ts';
import { alertsOperation } from './alerts.ts';
import { boardOperation } from './board.ts';
import { decisionsOperation } from './decisions.ts';
import { reviewsOperation } from './reviews.ts';
import { type TargetsOutput, targetsOperation } from './targets.ts';

const day = z.iso.date();
const standingSchema = schemaOf<Standing>()(z.enum(['on_course', 'at_risk', 'off_course', 'unknown']));
const number = z.number().nullable();

const lineSchema = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  unit: unitSchema,
  direction: directionSchema,
  period: periodSchema,
  grain: z.string(),
  value: number,
  n: countSchema,
  change: number.describe('Against the period before.'),
  relative: relativeSchema,
  verdict: z.enum(['better', 'worse']).nullable().describe('Only of a change beyond chance, and where one side is better.'),
  target: z.string().nullable().describe('How its target stands; null: it has none.'),
});

const output = z.strictObject({
  standing: standingSchema.describe("Of the company's own targets."),
  says: z.string().describe('Whether the company is on course.'),
  objectives: z.array(z.strictObject({ name: z.string().nullable(), standing: standingSchema, targets: countSchema })),
  bands: z
    .array(z.strictObject({ band: schemaOf<Band>()(z.enum(['business', 'adoption', 'perception'])), lines: z.array(lineSchema) }))
    .describe('The three classes of KPIs, the most telling of each.'),
  risks: z
    .array(
      z.strictObject({
        is: z.enum(['target', 'alert', 'change']),
        kpi: z.string(),
        name: z.string(),
        says: z.string().nullable(),
        line: lineSchema.nullable(),
      }),
    )
    .describe('Targets that fall short, alerts that are on, KPIs that got worse beyond chance; the gravest first.'),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      kpi: z.string().nullable(),
      name: z.string().nullable(),
      what: z.string(),
      by: z.string().nullable(),
      due: day,
    }),
  ),
  reviews: z.array(z.strictObject({ kpi: z.string(), name: z.string(), owner: z.string().nullable(), due: day })),
});

export type ExecutiveOutput = Frozen<z.output<typeof output>>;

const bands: readonly Band[] = ['business', 'perception', 'adoption'];
const perBand = 4;
const mostRisks = 6;
/** So that what was set does not hide what was found. */
const mostShort = 3;
const mostDue = 6;

/** What whoever runs the company has to know, on one page: goals, the three classes of KPIs, what is at risk, what is to be decided. */
export const executiveOperation = defineOperation({
  id: 'executive',
  words: {
    es: 'la página de dirección: metas, las tres clases de indicadores, riesgos y decisiones pendientes',
    en: 'the executive page: goals, the three classes of KPIs, risks and decisions due',
  },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/executive' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  run: async (context, { language }): Promise<ExecutiveOutput> => {
    const ask = <Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> => schema.parse(input);
    const all = ask(targetsOperation.input, { language });
    // What other pages have been answered.
    const targets = (await keptAnswer(targetsOperation, context, all, () => targetsOperation.run(context, all))) as TargetsOutput;
    const catalogue = await catalogueOf(context.workspace);
    const { catalog } = await openEngine(context, {});
    const retired = await retiredKpis((await context.store()).db);
    const aimed = [...new Set(targets.targets.map(({ kpi }) => kpi))];
    const first = [...aimed, ...(roles.get('direction')?.kpis ?? []).map(({ kpi }) => kpi), ...catalogue.kpis.keys()];
    const isShown = (kpi: Kpi): boolean => {
      if (retired.has(kpi.id) || kpi.draft === true) return false;
      try {
        return resolveKpi(kpi, catalog, { by: [], where: [] }).missing.length === 0;
      } catch (error) {
        if (error instanceof CuadroError) return false;
        throw error;
      }
    };
    const candidates = [...new Set(first)].flatMap((id) => catalogue.kpis.get(id) ?? []);
    const chosen = new Map(
      bands.map((band) => {
        const own: string[] = [];
        for (const kpi of candidates) {
          // What is beside the point of a page: a mix, and what has no good side.
          if (own.length >= perBand * 2) break;
          if (kpi.band === band && kpi.direction !== 'none' && isShown(kpi)) own.push(kpi.id);
        }
        return [band, own] as const;
      }),
    );
    context.signal?.throwIfAborted();
    const asked = [...new Set([...chosen.values()].flat().concat(aimed))];
    const board = asked.length === 0 ? null : await boardOperation.run(context, ask(boardOperation.input, { kpis: asked, language }));
    const cards = new Map((board?.cards ?? []).map((card) => [card.id, card]));
    const lineOf = (id: string): z.output<typeof lineSchema> | null => {
      const card = cards.get(id);
      if (!card || card.group !== null || card.now.value === null) return null;
      return {
        kpi: card.id,
        name: card.name,
        unit: card.unit,
        direction: card.direction,
        period: { ...card.now.period },
        grain: card.grain,
        value: card.now.value,
        n: card.now.n,
        change: card.compared?.change ?? null,
        relative: card.compared?.relative ?? null,
        verdict: card.verdict,
        target: card.target?.state ?? null,
      };
    };
    const worse = [...cards.values()].filter(({ verdict }) => verdict === 'worse').toSorted((one, other) => other.impact - one.impact);
    const { alerts } = await alertsOperation.run(context, ask(alertsOperation.input, { show: 'on', language }));
    // Of what one cause sets off one alert is enough here, and what is muted is known.
    const on = [...new Map(alerts.filter(({ muted }) => muted === null).map((alert) => [alert.kpi, alert])).values()];
    const short = targets.targets.filter(
      ({ state, certain, scope }) => scope === null && certain && (state === 'missed' || state === 'off_course'),
    );
    const told = new Set([...short.map(({ kpi }) => kpi), ...on.map(({ kpi }) => kpi)]);
    const decisions = await decisionsOperation.run(context, ask(decisionsOperation.input, { due: true, limit: mostDue, language }));
    const { reviews } = await reviewsOperation.run(context, ask(reviewsOperation.input, { language }));
    return {
      standing: targets.standing,
      says: targets.says,
      objectives: targets.objectives.map(({ name, standing, targets: places }) => ({ name, standing, targets: places.length })),
      bands: bands.map((band) => ({ band, lines: (chosen.get(band) ?? []).flatMap((id) => lineOf(id) ?? []).slice(0, perBand) })),
      risks: [
        ...short.slice(0, mostShort).map(({ kpi, name, says }) => ({ is: 'target' as const, kpi, name, says, line: lineOf(kpi) })),
        ...on
          .filter(({ kpi }) => !short.some((one) => one.kpi === kpi))
          .map(({ kpi, name, says }) => ({ is: 'alert' as const, kpi, name, says, line: lineOf(kpi) })),
        ...worse
          .filter(({ id }) => !told.has(id))
          .map(({ id, name }) => ({ is: 'change' as const, kpi: id, name, says: null, line: lineOf(id) })),
      ].slice(0, mostRisks),
      decisions: decisions.decisions.flatMap(({ id, about, name, what, decided_by, next_look }) =>
        next_look === null ? [] : [{ id, kpi: about.kpi, name, what, by: decided_by, due: next_look }],
      ),
      reviews: reviews
        .filter(({ state }) => state === 'due')
        .slice(0, mostDue)
        .map(({ kpi, name, owner, next_on }) => ({ kpi, name, owner: owner?.name ?? null, due: next_on })),
    };
  },
});
