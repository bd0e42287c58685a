import { z } from 'zod';
import { changeKind, type Decomposition, decompose } from '../../insights/explain.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { daysIn, yearBefore } from '../../metrics/calendar/period.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { querySchema } from '../../metrics/query.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { unexplained } from '../explained/unexplained.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { cellSchema } from '../output/cell.ts';
import { schemaOf } from '../output/schema-of.ts';
import { isTooSmall, requireSight } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';

const { from, to, where, by, variant, attributes, asOf, knownAt } = querySchema.shape;

const input = z.strictObject({
  kpi: z.string().min(1),
  from: from.unwrap(),
  to: to.unwrap(),
  against: z.union([z.enum(['previous', 'year']), z.strictObject({ from: from.unwrap(), to: to.unwrap() })]).default('previous'),
  by,
  where,
  variant,
  attributes,
  asOf,
  knownAt,
});

type Input = z.output<typeof input>;

const number = z.number().nullable();

const decompositionSchema = schemaOf<Decomposition>()(
  z
    .strictObject({
      dimension: z.string(),
      effects: z.array(
        z.strictObject({
          group: z.string().nullable().describe('Null: rows where the dimension is unknown.'),
          before: number,
          after: number,
          volume: z.number().describe('More or fewer of everything.'),
          mix: z.number().describe('A larger or smaller share of this group.'),
          rate: z.number().describe('A better or worse value within this group.'),
          total: z.number(),
        }),
      ),
      volume: z.number(),
      mix: z.number(),
      rate: z.number(),
      residual: z.number().describe('What rounding left.'),
    })
    .meta({ id: 'Decomposition', description: 'A change by one dimension: effects that add up to it.' }),
);

const output = z.strictObject({
  query: z.strictObject(answeredShape(input.shape)),
  kind: z.enum(['ratio', 'sum', 'count']),
  before: cellSchema,
  after: cellSchema,
  change: z.number(),
  dimensions: z.array(decompositionSchema),
});

export type ExplainOutput = Frozen<z.output<typeof output>>;

/** How many dimensions are tried when none is named. */
const dimensionLimit = 6;

/** The same stretch before: whole months step back by as many months, other ranges by their days. */
function against({ from: start, to: end, against: asked }: Input): DayRange {
  const range = { start, end };
  if (typeof asked === 'object') return { start: asked.from, end: asked.to };
  if (asked === 'year') return yearBefore(range);
  const first = Temporal.PlainDate.from(start);
  const last = Temporal.PlainDate.from(end);
  if (first.day !== 1 || last.day !== last.daysInMonth) {
    const days = daysIn(range);
    return { start: first.subtract({ days }).toString(), end: last.subtract({ days }).toString() };
  }
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  return { start: first.subtract({ months }).toString(), end: first.subtract({ days: 1 }).toString() };
}

async function cellsOf(asked: Asked, range: DayRange, dimension: string | null, query: Input, engine: Engine): Promise<readonly Cell[]> {
  const { cells } = await answer(
    querySchema.parse({
      kpis: [asked.kpi],
      from: range.start,
      to: range.end,
      grain: 'total',
      by: dimension === null ? [] : [dimension],
      where: query.where,
      attributes: query.attributes,
      periods: 'partial',
    }),
    [asked],
    engine,
  );
  return cells;
}

/** Whether the effects sum to the change, but for what rounding leaves. */
const isExact = ({ residual }: Decomposition, before: number, after: number): boolean =>
  Math.abs(residual) <= 1e-6 * Math.max(Math.abs(before), Math.abs(after), 1e-6);

/** Why a KPI changed from one period to another: effects by dimension that sum to the change exactly. */
export const explainOperation = defineOperation({
  id: 'explain',
  words: {
    es: 'por qué ha cambiado un indicador: efectos por dimensión que suman el cambio',
    en: 'why a KPI changed: effects by dimension that add up to the change',
  },
  input,
  output,
  rest: { method: 'POST', path: '/explain' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, query): Promise<ExplainOutput> => {
    const kpi = (await catalogueOf(context.workspace)).find(query.kpi);
    const opened = await openEngine(context, query, [kpi]);
    const asked = resolveKpi(kpi, opened.catalog, query);
    const totals = (by: readonly string[]): Engine => openTotals(opened, { metrics: [asked.metric], by, where: query.where });
    // One view for all of it: parts must add up to the change.
    const engine = totals(query.by);
    if (asked.missing.length > 0) throw new CuadroError({ code: 'kpi_unavailable', where: kpi.id, found: asked.missing.join(', ') });
    requireSight(asked, engine.catalog);
    const ranges = { before: against(query), after: { start: query.from, end: query.to } };
    const [before] = await cellsOf(asked, ranges.before, null, query, engine);
    const [after] = await cellsOf(asked, ranges.after, null, query, engine);
    const notExplainable = () => new CuadroError({ code: 'not_explainable', where: kpi.id, found: asked.metric.kind });
    if (!before || !after) throw notExplainable();
    const reason = unexplained(asked, before, after, engine.catalog);
    if (reason === 'no_rights') throw new CuadroError({ code: 'no_rights', where: kpi.id });
    if (reason === 'small_group')
      throw new CuadroError({ code: 'small_group', where: kpi.id, params: { below: engine.catalog.sight?.smallest(asked) ?? 0 } });
    if (before.value === null || after.value === null)
      throw new CuadroError({ code: 'nothing_to_compare', where: kpi.id, found: `${before.value ?? '–'} → ${after.value ?? '–'}` });
    const kind = changeKind(before, after);
    if (reason !== null || kind === null) throw notExplainable();
    const reachable = new Set(dimensionsOf(asked.metric, engine.catalog));
    const dimensions =
      query.by.length > 0
        ? query.by
        : kpi.drillBy.filter((name) => reachable.has(name) && (engine === opened || totals([name]) !== opened)).slice(0, dimensionLimit);
    const decompositions: Decomposition[] = [];
    const inexact: string[] = [];
    for (const dimension of dimensions) {
      const groups = {
        before: await cellsOf(asked, ranges.before, dimension, query, engine),
        after: await cellsOf(asked, ranges.after, dimension, query, engine),
      };
      // Without the groups that are too small the others do not add up.
      if ([...groups.before, ...groups.after].some(isTooSmall)) continue;
      const one = decompose(dimension, kind, { before, after }, groups.before, groups.after);
      // A median, a mean, a count of distinct customers: what the groups have is not part of what all have.
      if (isExact(one, before.value, after.value)) decompositions.push(one);
      else inexact.push(dimension);
    }
    // Unless one was named, those that add up are told, if it be none of them.
    if (inexact.length > 0 && query.by.length > 0) throw notExplainable();
    return { query, kind, before, after, change: after.value - before.value, dimensions: decompositions };
  },
});
