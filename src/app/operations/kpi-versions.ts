import { z } from 'zod';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import type { Settings } from '../../model/settings.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { cellSchema } from '../output/cell.ts';
import { changesBetween, type Definition, noteDefinitions, readDefinition, termName } from '../reviews/definition.ts';
import { versionOfOwn } from '../reviews/own-versions.ts';
import { openTotals } from '../rights/totals.ts';
import { todayIn } from '../today.ts';

const day = z.iso.date();

const changeSchema = z.strictObject({
  what: z.enum(['version', 'parameter', 'meaning']).describe('The formula, one of its parameters, or what a contested word means.'),
  name: z.string().nullable().describe('Of the parameter or the word.'),
  before: z.string(),
  after: z.string(),
});

const output = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  watched_since: day.describe('Before that day no change was written down.'),
  versions: z
    .array(
      z.strictObject({
        id: z.string(),
        number: z.int().describe('Of the formula.'),
        from: day.describe('In force from this day on.'),
        changes: z.array(changeSchema).describe('What is other than in the version before; none in the first one known.'),
        back_cast: z.boolean().describe('Whether its figures can be computed beside those of today’s definition.'),
      }),
    )
    .describe('The latest first: that is in force.'),
  compared: z
    .strictObject({ with: z.string(), now: z.array(cellSchema), before: z.array(cellSchema) })
    .nullable()
    .describe('The same periods by the definition in force and by the other.'),
});

export type KpiVersionsOutput = Frozen<z.output<typeof output>>;

/** The definitions that a KPI has had, and its figures by an earlier one beside those by today's: no history changes in silence. */
export const kpiVersionsOperation = defineOperation({
  id: 'kpi_versions',
  words: {
    es: 'las definiciones que ha tenido un indicador y sus cifras con una anterior, al lado de las de hoy',
    en: "the definitions that a KPI has had, and its figures by an earlier one beside today's",
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100),
    against: z.string().min(1).max(100).optional().describe('The id of a version: its figures are computed too.'),
    from: day.optional(),
    to: day.optional(),
    grain: querySchema.shape.grain.optional(),
    where: querySchema.shape.where,
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/kpis/versions' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi: asked, against, from, to, grain, where, language }): Promise<KpiVersionsOutput> => {
    const { workspace, now } = context;
    const { settings } = workspace;
    const catalogue = await catalogueOf(workspace);
    const kpi = catalogue.find(asked);
    const { db } = await context.store();
    const today = todayIn(context);
    await noteDefinitions(db, catalogue, settings, { now: now(), today });
    const rows = await db.selectFrom('definition').selectAll().where('kpi', '=', kpi.id).orderBy('seen_at').orderBy('id').execute();
    const known = rows.map((row) => ({ ...row, told: readDefinition(row) }));
    const current = known.at(-1)?.told;
    const versions = await Promise.all(
      known.map(async (row, index) => {
        const before = known[index - 1]?.told;
        const changes = before === undefined ? [] : changesBetween(before, row.told);
        return {
          id: row.id,
          number: row.told.version,
          // What the company wrote says itself from when on it holds; else the day that it was seen.
          from:
            index === 0 && kpi.version.number === row.told.version && kpi.version.since < row.from_day ? kpi.version.since : row.from_day,
          changes: changes.map((one) => ({
            ...one,
            name:
              one.name === null
                ? null
                : one.what === 'parameter'
                  ? (kpi.parameters[one.name]?.name[language] ?? one.name)
                  : termName(kpi, one.name, settings, language),
          })),
          back_cast: index < known.length - 1 && current !== undefined && (await earlier(context, kpi, row.told, current)) !== null,
        };
      }),
    );
    const wanted = against === undefined ? undefined : known.find(({ id }) => id === against);
    if (against !== undefined && !wanted) throw new CuadroError({ code: 'version_unknown', where: kpi.id, found: against });
    const then = wanted && current ? await earlier(context, kpi, wanted.told, current) : null;
    if (wanted && then === null) throw new CuadroError({ code: 'version_not_kept', where: kpi.id, found: String(wanted.told.version) });
    const question = querySchema.parse({
      kpis: [kpi.id],
      grain: grain ?? kpi.grain,
      where,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    const cellsOf = async (one: Kpi, under: Settings) => {
      const opened = await openEngine(context, question, [one]);
      const catalog = { ...opened.catalog, settings: under };
      const resolved = resolveKpi(one, catalog, question);
      const engine = openTotals({ ...opened, catalog }, { ...question, metrics: [resolved.metric] });
      return (await answer(question, [resolved], engine)).cells;
    };
    return {
      kpi: kpi.id,
      name: kpi.texts[language].name,
      watched_since: known[0]?.from_day ?? today,
      versions: versions.toReversed(),
      compared:
        wanted && then ? { with: wanted.id, now: await cellsOf(kpi, settings), before: await cellsOf(then.kpi, then.settings) } : null,
    };
  },
});

/**
 * A KPI as it was: an earlier version of the company's own, other parameters. Null: of an earlier formula of Cuadro's own nothing is kept, and other meanings of words would ask for
 * all derived data anew.
 */
async function earlier(
  { workspace }: OperationContext,
  kpi: Kpi,
  then: Definition,
  now: Definition,
): Promise<{ readonly kpi: Kpi; readonly settings: Settings } | null> {
  if (changesBetween(then, now).some(({ what }) => what === 'meaning')) return null;
  const old = then.version === now.version ? kpi : await versionOfOwn(workspace.folder, kpi.id, then.version);
  if (old === null) return null;
  const { settings } = workspace;
  const parameters = Object.fromEntries(
    Object.entries(then.parameters).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
  return { kpi: old, settings: { ...settings, kpis: { ...settings.kpis, [kpi.id]: parameters } } };
}
