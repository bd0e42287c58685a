import { z } from 'zod';
import { type Charted, type Reach, reachOf } from '../../insights/annotations/in-scope.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { querySchema } from '../../metrics/query.ts';
import { segmentDimension } from '../../metrics/segments.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { AnnotationTable } from '../../store/tables/annotation.ts';
import { annotationKinds, kindOf, textIn, textsSchema } from '../annotations/rows.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { authorOf, mayChange, namesOf } from '../people/author.ts';
import { newId } from '../people/token.ts';
import { reachedKpi } from '../reached-kpi.ts';
import { requirePermission } from '../rights/actor.ts';
import { type About, mayKnowOf } from '../subject/about.ts';
import { requireKnown } from '../subject/require.ts';

const day = z.iso.date();

const annotationSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(annotationKinds),
    from: day,
    to: day.describe('The same as `from` where it happened on a day.'),
    kpi: z.string().nullable().describe('Null: of every KPI.'),
    name: z.string().nullable().describe('Of the KPI.'),
    scope: z.string().nullable().describe('DIM=VALUE; null: the company.'),
    text: z.string(),
    author: z.string().nullable().describe('Null: written at the machine itself, or by someone who has left.'),
    editable: z.boolean().describe('Whether whoever asks may change it.'),
    on: z
      .array(z.strictObject({ kpi: z.string(), part: z.boolean().describe('It concerns a part of what is shown, as one product of all.') }))
      .describe('Of the KPIs asked for, those on whose chart it belongs.'),
  })
  .meta({ id: 'Annotation' });

const output = z.strictObject({ annotations: z.array(annotationSchema).describe('By day, the first one first.') });

export type AnnotationsOutput = Frozen<z.output<typeof output>>;

/** Of what concerns every KPI of a part, this one tells who may know of that part: it holds no amounts and is told by whoever sells. */
const probe = 'opportunity_conversion_rate';

const aboutOf = ({ kpi, scope }: Pick<AnnotationTable, 'kpi' | 'scope'>): About => ({
  kpi: kpi ?? (scope === null ? null : probe),
  scope,
  customer: null,
});

/** What happened, on the time axis: strategy, product, people, price, outages. */
export const annotationsOperation = defineOperation({
  id: 'annotations',
  words: {
    es: 'lo que pasó, sobre el eje del tiempo: estrategia, producto, equipo, precio, incidencias',
    en: 'what happened, on the time axis: strategy, product, people, price, outages',
  },
  input: z.strictObject({
    kpis: z.array(z.string().min(1)).default([]).describe('Only what belongs on the charts of these. None: all there are.'),
    where: querySchema.shape.where.describe('What the charts are filtered by.'),
    from: day.optional().describe('Not over before this day.'),
    to: day.optional().describe('Begun by this day.'),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/annotations/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpis, where, from, to, language }): Promise<AnnotationsOutput> => {
    const { db } = await context.store();
    let found = db.selectFrom('annotation').selectAll();
    if (from !== undefined) found = found.where('to_day', '>=', from);
    if (to !== undefined) found = found.where('from_day', '<=', to);
    const rows = await found.orderBy('from_day').orderBy('id').execute();
    const catalogue = await catalogueOf(context.workspace);
    const chosen = kpis.map((id) => catalogue.find(id));
    if (rows.length === 0) return { annotations: [] };
    const opened = await openEngine(context, {});
    const charts = chosen.flatMap((kpi): Charted[] => {
      const asked = reachedKpi(kpi, opened.catalog, { by: [], where: [] });
      const dimensions = asked === null ? [] : dimensionsOf(asked.metric, opened.catalog);
      return [{ kpi: kpi.id, where, dimensions: new Set([...dimensions, segmentDimension]) }];
    });
    const places = rows.flatMap((row) =>
      charts.flatMap((chart) => {
        const reach: Reach | null = reachOf(row, chart);
        return reach === null ? [] : [{ row, kpi: chart.kpi, part: reach === 'part' }];
      }),
    );
    // What is said of a part is known to whoever may see the figure of that part.
    const ofRows = await mayKnowOf(rows.map(aboutOf), { opened, catalogue });
    const ofPlaces = await mayKnowOf(
      places.map(({ row, kpi }) => ({ ...aboutOf(row), kpi: row.scope === null ? row.kpi : kpi })),
      { opened, catalogue },
    );
    const names = await namesOf(
      db,
      rows.map(({ author_id }) => author_id),
    );
    return {
      annotations: rows.flatMap((row, index) => {
        const on = places.flatMap((place, at) => (place.row === row && ofPlaces[at] ? [{ kpi: place.kpi, part: place.part }] : []));
        if (!ofRows[index] || (chosen.length > 0 && on.length === 0)) return [];
        return [
          {
            id: row.id,
            kind: kindOf(row),
            from: row.from_day,
            to: row.to_day,
            kpi: row.kpi,
            name: row.kpi === null ? null : (catalogue.kpis.get(row.kpi)?.texts[language].name ?? row.kpi),
            scope: row.scope,
            text: textIn(row, language),
            author: authorOf(row, names),
            editable: mayChange(context.actor, row),
            on,
          },
        ];
      }),
    };
  },
});

/** Writes down what happened, or changes it. What is of the whole company and every KPI is written by whoever may write the catalogue. */
export const annotateOperation = defineOperation({
  id: 'annotate',
  words: { es: 'anota lo que pasó en un día o en varios', en: 'write down what happened on a day or several' },
  input: z.strictObject({
    id: z.string().min(1).max(100).nullable().default(null).describe('Null: a new one.'),
    kind: z.enum(annotationKinds),
    from: day,
    to: day.nullable().default(null).describe('Null: on that day alone.'),
    kpi: z.string().min(1).max(100).nullable().default(null).describe('Null: of every KPI.'),
    scope: z.string().trim().min(1).max(200).nullable().default(null).describe('DIM=VALUE: owner.team=Ventas. Null: the company.'),
    text: z.string().trim().min(1).max(500),
    texts: textsSchema.nullable().default(null).describe('The same in both languages, where there is one.'),
  }),
  output: z.strictObject({ id: z.string(), from: day, to: day }),
  rest: { method: 'POST', path: '/annotations' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ kind, scope }, { id }) => ({ annotation: id, kind, scoped: scope !== null }),
  run: async (context, { id, kind, from, to, kpi, scope, text, texts }) => {
    const { actor, now } = context;
    const end = to ?? from;
    if (from > end) throw new CuadroError({ code: 'range_reversed', where: 'from', found: `${from} … ${end}` });
    if (kpi === null && scope === null) requirePermission(actor, 'catalogue.write');
    const { about } = await requireKnown(context, { kpi, scope, customer: null });
    const { db } = await context.store();
    const before = id === null ? null : await requireAnnotation(context, id);
    const at = storedInstant(now());
    const told = {
      kind,
      from_day: from,
      to_day: end,
      kpi: about.kpi,
      scope,
      text,
      texts: texts === null ? null : JSON.stringify(texts),
      changed_at: at,
    };
    const own = before?.id ?? newId();
    if (before) await db.updateTable('annotation').set(told).where('id', '=', own).execute();
    else
      await db
        .insertInto('annotation')
        .values({ id: own, author_id: actor.id, author_name: null, ...told, created_at: at })
        .execute();
    return { id: own, from, to: end };
  },
});

/** @throws CuadroError `annotation_unknown` also where they may not know of it; `not_yours` */
async function requireAnnotation(context: Parameters<typeof requireKnown>[0], id: string): Promise<AnnotationTable> {
  const { db } = await context.store();
  const found = await db.selectFrom('annotation').selectAll().where('id', '=', id).executeTakeFirst();
  const unknown = new CuadroError({ code: 'annotation_unknown', where: 'annotation', found: id });
  if (!found) throw unknown;
  const opened = await openEngine(context, {});
  const [mayKnow = false] = await mayKnowOf([aboutOf(found)], { opened, catalogue: await catalogueOf(context.workspace) });
  if (!mayKnow) throw unknown;
  if (!mayChange(context.actor, found)) throw new CuadroError({ code: 'not_yours' });
  return found;
}

export const removeAnnotationOperation = defineOperation({
  id: 'remove_annotation',
  words: { es: 'quita una anotación', en: 'remove an annotation' },
  input: z.strictObject({ annotation: z.string().min(1).max(100) }),
  output: z.strictObject({ removed: z.string().describe('Its id.') }),
  rest: { method: 'DELETE', path: '/annotations/{annotation}' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ annotation }) => ({ annotation }),
  run: async (context, { annotation }) => {
    const found = await requireAnnotation(context, annotation);
    const { db } = await context.store();
    await db.deleteFrom('annotation').where('id', '=', found.id).execute();
    return { removed: found.id };
  },
});
