import { z } from 'zod';
import { kpis as shipped } from '../../kpis/catalogue.ts';
import type { Bilingual, Kpi } from '../../kpis/kpi.ts';
import { needsOf, parametersOf, resolveKpi, variantNames } from '../../kpis/resolve.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import {
  areaSchema,
  bandSchema,
  directionSchema,
  kpiGrainSchema,
  natureSchema,
  needSchema,
  parameterSchema,
  shownTermSchema,
  tagSchema,
  textsSchema,
  timingSchema,
  unitSchema,
} from '../output/kpi.ts';
import { countSchema } from '../output/period.ts';
import { type Retirement, retirements } from '../reviews/followed.ts';
import { insteadOf } from '../reviews/instead.ts';
import { shownTerms } from './glossary.ts';

const languages = ['es', 'en'] as const;

const labels = z.record(z.string(), z.string());

const summarySchema = z
  .strictObject({
    id: z.string(),
    ref: z.string().nullable(),
    area: areaSchema,
    name: z.string(),
    question: z.string().describe('What it answers; empty for one of the company that says none.'),
    band: bandSchema,
    tags: z.array(tagSchema),
    nature: natureSchema,
    timing: timingSchema,
    unit: unitSchema,
    variant_units: z.record(z.string(), unitSchema).describe('Of the variants that have a unit of their own.'),
    grain: kpiGrainSchema.describe('The period that it is best read by.'),
    direction: directionSchema,
    variants: z.array(z.string()),
    variant_labels: labels,
    dimensions: z.array(z.string()),
    parameters: z.record(z.string(), parameterSchema),
    own: z.boolean().describe('Whether the company defined it.'),
    retired: z
      .strictObject({
        on: z.iso.date(),
        reason: z.string().nullable(),
        replaced_by: z.strictObject({ id: z.string(), name: z.string() }).nullable().describe('What to look at instead.'),
      })
      .nullable()
      .describe('That a review took it out of boards and choices, and why; it can be asked for all the same. Null: it is in use.'),
    status: z.enum(['in_force', 'draft']).describe('draft: a proposal of the company; its figures are not in force.'),
    computable: z.boolean(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'KpiSummary' });

const wholeSchema = z
  .strictObject({
    ...summarySchema.shape,
    version: z.strictObject({ number: z.int(), since: z.string() }),
    texts: textsSchema,
    formula: z.string(),
    default_variant: z.string(),
    parameter_names: labels,
    pairs: z.strictObject({ guards: z.array(z.string()), partner: z.string().nullable() }),
    terms: z.array(shownTermSchema).describe('The contested words that it uses: the meaning in force and the others.'),
    needs: z.array(needSchema),
    drill_by: z.array(z.string()),
    minimum_sample: countSchema,
    decomposition: z.strictObject({ kind: z.enum(['sum', 'product', 'ratio', 'difference']), of: z.array(z.string()) }).nullable(),
    seed: z.string(),
    source: z.string(),
    examples: z.array(z.strictObject({ name: z.string(), because: z.string() })),
  })
  .meta({ id: 'Kpi' });

const output = z.strictObject({
  kpis: z.array(z.union([wholeSchema, summarySchema])).describe('Whole with `id` or `ids`, else in short.'),
});

export type KpiSummary = Frozen<z.output<typeof summarySchema>>;
export type KpiWhole = Frozen<z.output<typeof wholeSchema>>;

const plainQuery = { by: [], where: [] };

/** The catalogue, and what of it is retired. */
interface There extends Pick<Catalogue, 'kpis'> {
  readonly retired: ReadonlyMap<string, Retirement>;
}

const labelsOf = (entries: readonly (readonly [string, Bilingual])[], language: keyof Bilingual): Record<string, string> =>
  Object.fromEntries(entries.map(([name, label]) => [name, label[language]]));

function retirementOf(id: string, there: There, language: keyof Bilingual): KpiSummary['retired'] {
  const found = there.retired.get(id);
  return found ? { on: found.on, reason: found.reason, replaced_by: insteadOf(found.replacedBy, there, language) } : null;
}

function summary(kpi: Kpi, catalog: Catalog, language: keyof Bilingual, there: There): KpiSummary {
  const asked = resolveKpi(kpi, catalog, plainQuery);
  return {
    id: kpi.id,
    ref: kpi.ref,
    area: kpi.area,
    name: kpi.texts[language].name,
    question: kpi.texts[language].question,
    band: kpi.band,
    tags: kpi.tags,
    nature: kpi.nature,
    timing: kpi.timing,
    unit: kpi.unit,
    variant_units: Object.fromEntries(Object.entries(kpi.variants).flatMap(([name, { unit }]) => (unit ? [[name, unit]] : []))),
    grain: kpi.grain,
    direction: kpi.direction,
    variants: variantNames(kpi),
    variant_labels: labelsOf(
      Object.entries(kpi.variants).map(([name, { label }]) => [name, label]),
      language,
    ),
    dimensions: dimensionsOf(asked.metric, catalog),
    parameters: parametersOf(kpi, catalog.settings),
    own: !shipped.has(kpi.id),
    retired: retirementOf(kpi.id, there, language),
    status: kpi.draft === true ? 'draft' : 'in_force',
    computable: asked.missing.length === 0,
    missing: asked.missing,
  };
}

function whole(kpi: Kpi, catalog: Catalog, language: keyof Bilingual, there: There): KpiWhole {
  return {
    ...summary(kpi, catalog, language, there),
    version: kpi.version,
    texts: kpi.texts[language],
    formula: kpi.texts[language].formula,
    default_variant: resolveKpi(kpi, catalog, plainQuery).variant,
    parameter_names: labelsOf(
      Object.entries(kpi.parameters).map(([name, parameter]) => [name, parameter.name]),
      language,
    ),
    pairs: { guards: kpi.guards, partner: kpi.partner },
    terms: shownTerms(kpi.terms, catalog.settings, language),
    needs: needsOf(kpi, undefined, catalog.settings),
    drill_by: kpi.drillBy,
    minimum_sample: kpi.minimumSample,
    decomposition: kpi.decomposition,
    seed: kpi.seed,
    source: kpi.source,
    examples: kpi.examples.map(({ name, because }) => ({ name, because })),
  };
}

/** The catalogue on this workspace: what can be computed, and what is missing for the rest; whole with `id` or `ids`. */
export const kpisOperation = defineOperation({
  id: 'kpis',
  words: {
    es: 'los indicadores y cuáles se pueden calcular; con `id` o `ids`, enteros',
    en: 'the KPIs and which can be computed; whole with `id` or `ids`',
  },
  input: z.strictObject({
    id: z.string().optional(),
    ids: z.array(z.string().min(1)).max(60).optional().describe('Several whole, in this order.'),
    area: z.string().optional(),
    language: z.enum(languages),
  }),
  output,
  rest: { method: 'GET', path: '/kpis' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { id, ids = [], area, language }): Promise<Frozen<z.output<typeof output>>> => {
    const catalogue = await catalogueOf(context.workspace);
    const named = [...(id === undefined ? [] : [id]), ...ids];
    const chosen = named.length === 0 ? [...catalogue.kpis.values()] : named.map((one) => catalogue.find(one, 'ID'));
    const { catalog } = await openEngine(context, {});
    const there = { kpis: catalogue.kpis, retired: await retirements((await context.store()).db) };
    const shown = chosen.filter((kpi) => area === undefined || kpi.area === area);
    return {
      kpis: shown.map((kpi) => (named.length === 0 ? summary(kpi, catalog, language, there) : whole(kpi, catalog, language, there))),
    };
  },
});
