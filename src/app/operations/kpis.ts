import { z } from 'zod';
import type { ShownTerm } from '../../kpis/glossary.ts';
import type { Bilingual, Kpi, KpiTexts, Need, ParameterValue } from '../../kpis/kpi.ts';
import { needsOf, parametersOf, resolveKpi, variantNames } from '../../kpis/resolve.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation } from '../operation.ts';
import { shownTerms } from './glossary.ts';

const languages = ['es', 'en'] as const;

export interface KpiSummary {
  readonly id: string;
  readonly ref: string | null;
  readonly area: string;
  readonly name: string;
  readonly unit: string;
  /** The units of the variants that have one of their own. */
  readonly variant_units: Readonly<Record<string, string>>;
  /** The period that the KPI is best read by. */
  readonly grain: string;
  readonly direction: string;
  readonly variants: readonly string[];
  readonly dimensions: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly computable: boolean;
  readonly missing: readonly string[];
}

export interface KpiWhole extends KpiSummary {
  readonly band: string;
  readonly tags: readonly string[];
  readonly version: Kpi['version'];
  readonly texts: KpiTexts;
  readonly formula: string;
  readonly default_variant: string;
  readonly variant_labels: Readonly<Record<string, string>>;
  readonly parameter_names: Readonly<Record<string, string>>;
  readonly pairs: { readonly guards: readonly string[]; readonly partner: string | null };
  /** The contested words that it uses: the meaning in force and the others. */
  readonly terms: readonly ShownTerm[];
  readonly needs: readonly Need[];
  readonly drill_by: readonly string[];
  readonly minimum_sample: number;
  readonly decomposition: Kpi['decomposition'];
  readonly seed: string;
  readonly source: string;
  readonly examples: readonly { readonly name: string; readonly because: string }[];
}

const plainQuery = { by: [], where: [] };

function summary(kpi: Kpi, catalog: Catalog, language: keyof Bilingual): KpiSummary {
  const asked = resolveKpi(kpi, catalog, plainQuery);
  return {
    id: kpi.id,
    ref: kpi.ref,
    area: kpi.area,
    name: kpi.texts[language].name,
    unit: kpi.unit,
    variant_units: Object.fromEntries(Object.entries(kpi.variants).flatMap(([name, { unit }]) => (unit ? [[name, unit]] : []))),
    grain: kpi.grain,
    direction: kpi.direction,
    variants: variantNames(kpi),
    dimensions: dimensionsOf(asked.metric, catalog),
    parameters: parametersOf(kpi, catalog.settings),
    computable: asked.missing.length === 0,
    missing: asked.missing,
  };
}

function whole(kpi: Kpi, catalog: Catalog, language: keyof Bilingual): KpiWhole {
  const labels = (entries: readonly (readonly [string, Bilingual])[]) =>
    Object.fromEntries(entries.map(([name, label]) => [name, label[language]]));
  return {
    ...summary(kpi, catalog, language),
    band: kpi.band,
    tags: kpi.tags,
    version: kpi.version,
    texts: kpi.texts[language],
    formula: kpi.texts[language].formula,
    default_variant: resolveKpi(kpi, catalog, plainQuery).variant,
    variant_labels: labels(Object.entries(kpi.variants).map(([name, variant]) => [name, variant.label])),
    parameter_names: labels(Object.entries(kpi.parameters).map(([name, parameter]) => [name, parameter.name])),
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

/** The catalogue on this workspace: what can be computed, and what is missing for the rest; one KPI whole with `id`. */
export const kpisOperation = defineOperation({
  id: 'kpis',
  input: z.strictObject({ id: z.string().optional(), area: z.string().optional(), language: z.enum(languages) }),
  output: z.custom<{ readonly kpis: readonly (KpiSummary | KpiWhole)[] }>(),
  rest: { method: 'GET', path: '/kpis' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { id, area, language }): Promise<{ readonly kpis: readonly (KpiSummary | KpiWhole)[] }> => {
    const catalogue = await catalogueOf(context.workspace);
    const chosen = id === undefined ? [...catalogue.kpis.values()] : [catalogue.find(id, 'ID')];
    const { catalog } = await openEngine(context, {});
    const shown = chosen.filter((kpi) => area === undefined || kpi.area === area);
    return { kpis: shown.map((kpi) => (id === undefined ? summary(kpi, catalog, language) : whole(kpi, catalog, language))) };
  },
});
