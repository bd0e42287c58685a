import { z } from 'zod';
import { tellReading } from '../../i18n/readings.ts';
import { type Facts, factsAmong, factsOf } from '../../insights/reading/facts.ts';
import { type Reading, readKpi, wantedFor } from '../../insights/reading/read.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { periodsOf } from '../../metrics/calendar/period.ts';
import type { Cell } from '../../metrics/cell.ts';
import { answer, type Engine, watermarkOf } from '../../metrics/engine.ts';
import type { Metric } from '../../metrics/metric.ts';
import { dimensionsOf } from '../../metrics/plan/dimensions-of.ts';
import { isRefused } from '../../metrics/plan/refusal.ts';
import { type Query, querySchema } from '../../metrics/query.ts';
import type { DayRange } from '../../model/dialect.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { periodSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { reachedKpi } from '../reached-kpi.ts';
import { retiredKpis } from '../reviews/followed.ts';
import { isTooSmall } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';
import { toldInSchema, writerIn } from '../told-in.ts';

const { where, to } = querySchema.shape;

const input = z.strictObject({
  /** None: every KPI that can be computed. */
  kpis: z.array(z.string().min(1)).default([]),
  /** The last day looked at. Default: the last complete one of each KPI. */
  to,
  /** Default: the grain that each KPI is best read by. */
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  where,
  language: z.enum(['es', 'en']),
  currency: toldInSchema,
});

type Input = z.output<typeof input>;
type Grain = NonNullable<Input['grain']>;

const number = z.number().nullable();

const readingSchema = z
  .strictObject({
    kpi: z.string(),
    name: z.string(),
    period: periodSchema,
    rule: z.string(),
    outcome: z.string(),
    source: z.string(),
    tone: schemaOf<Reading['tone']>()(z.enum(['good', 'bad', 'warning', 'neutral'])),
    says: z.string(),
    next: z.string().describe('What to do next.'),
    saw: z
      .array(
        z.strictObject({
          kpi: z.string(),
          name: z.string(),
          unit: unitSchema,
          value: number,
          before: number,
          move: schemaOf<Facts['move']>()(z.enum(['rise', 'fall', 'steady', 'noise', 'unknown'])),
        }),
      )
      .describe('The KPI itself first, then its companions.'),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  })
  .meta({ id: 'Reading' });

const output = z.strictObject({ readings: z.array(readingSchema) });

type ToldReading = Frozen<z.output<typeof readingSchema>>;

export type ReadOutput = Frozen<z.output<typeof output>>;

/** Periods looked at: enough to know what is usual, few enough to be recent. */
const periodsBack: Readonly<Record<Grain, number>> = { day: 29, week: 14, month: 14, quarter: 9, year: 6 };
const lengths: Readonly<Record<Grain, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

/** The whole periods that end by a day. */
function rangeBefore(last: string, grain: Grain, engine: Engine): DayRange | null {
  const step = Temporal.Duration.from(lengths[grain]);
  let first = Temporal.PlainDate.from(last);
  for (let count = 0; count < periodsBack[grain]; count += 1) first = first.subtract(step);
  // The first may be cut and the last still running: neither is a whole period.
  const { end } = periodsOf(
    { start: first.toString(), end: Temporal.PlainDate.from(last).add(step).toString() },
    grain,
    engine.catalog.settings,
  )
    .filter((period) => period.end <= last)
    .at(-1) ?? { end: null };
  const second = periodsOf({ start: first.toString(), end: last }, grain, engine.catalog.settings)[1];
  return end === null || !second || second.start > end ? null : { start: second.start, end };
}

const questionOf = (range: DayRange, grain: Query['grain'], conditions: Input['where'], by: readonly string[] = []): Query =>
  querySchema.parse({ kpis: ['-'], from: range.start, to: range.end, grain, where: conditions, by });

interface Subject {
  readonly kpi: Kpi;
  readonly grain: Grain;
  readonly range: DayRange;
}

/** What the reader may see, and of what metrics split how. */
interface Reader {
  readonly engine: Engine;
  isReadable(metric: Metric, by?: readonly string[]): boolean;
}

/** The facts of some KPIs over one range; those that lack data or cannot be asked so are not there. */
async function factsOver(
  ids: readonly string[],
  { grain, range }: Subject,
  query: Input,
  { engine, kpis, isReadable }: Reader & { readonly kpis: Catalogue['kpis'] },
): Promise<Map<string, Facts>> {
  const question = questionOf(range, grain, query.where);
  const asked = ids.flatMap((id): Asked[] => {
    const kpi = kpis.get(id);
    if (!kpi) return [];
    const one = reachedKpi(kpi, engine.catalog, question);
    if (!one || one.missing.length > 0 || isRefused(one, engine.catalog) || !isReadable(one.metric)) return [];
    const reachable = new Set([...dimensionsOf(one.metric, engine.catalog), 'segment']);
    return query.where.every(({ dimension }) => reachable.has(dimension)) ? [one] : [];
  });
  const { cells } = await answer(question, asked, engine);
  const facts = new Map<string, Facts>();
  for (const { kpi: id } of asked) {
    const kpi = kpis.get(id);
    // A mix has no one value to read.
    const own = cells.filter((cell) => cell.kpi === id && Object.keys(cell.group).length === 0);
    const known = kpi ? factsOf(kpi, own) : null;
    if (known) facts.set(id, known);
  }
  return facts;
}

async function partsOf(
  kpi: Kpi,
  dimension: string,
  period: DayRange,
  query: Input,
  { engine, isReadable }: Reader,
): Promise<readonly Cell[]> {
  const question = questionOf(period, 'total', query.where, [dimension]);
  const asked = reachedKpi(kpi, engine.catalog, question);
  if (!asked || !dimensionsOf(asked.metric, engine.catalog).includes(dimension) || isRefused(asked, engine.catalog)) return [];
  if (!isReadable(asked.metric, [dimension])) return [];
  const { cells } = await answer(question, [asked], engine);
  // Parts of which some are hidden say nothing of the whole.
  return cells.some(isTooSmall) ? [] : cells;
}

const seenOf = ({ kpi, now, before, move }: Facts, language: Input['language']) => ({
  kpi: kpi.id,
  name: kpi.texts[language].name,
  unit: kpi.unit,
  value: now.value,
  before: before?.value ?? null,
  move,
});

/** What the numbers say: the rules of the catalogue and of the texts, each naming what it saw and what to do next. */
export const readOperation = defineOperation({
  id: 'read',
  words: {
    es: 'interpreta los indicadores: qué dicen, qué se ha mirado y qué hacer',
    en: 'read the KPIs: what they say, what was looked at, what to do next',
  },
  input,
  output,
  rest: { method: 'POST', path: '/readings' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, query): Promise<ReadOutput> => {
    const opened = await openEngine(context, {});
    // Filters may single out people: what they leave is one's own.
    const engine = query.where.length > 0 ? opened : openTotals(opened, { metrics: [], by: [], where: [] });
    const isLifted = engine !== opened;
    /** What splits rows by person is not read from totals that are open to all. */
    const isReadable = (metric: Metric, by: readonly string[] = []): boolean =>
      !isLifted || openTotals(opened, { metrics: [metric], by, where: query.where }) !== opened;
    const writer = await writerIn(context, query.language, query.currency);
    const catalogue = await catalogueOf(context.workspace);
    const retired = query.kpis.length > 0 ? null : await retiredKpis((await context.store()).db);
    const chosen = retired ? [...catalogue.kpis.values()].filter(({ id }) => !retired.has(id)) : query.kpis.map((id) => catalogue.find(id));
    const subjects = chosen.flatMap((kpi): Subject[] => {
      const grain = query.grain ?? kpi.grain;
      const asked = resolveKpi(kpi, engine.catalog, { by: [], where: [] });
      const complete = asked.missing.length > 0 ? null : (watermarkOf(asked.metric, engine.catalog)?.lastCompleteDay ?? null);
      const last = complete !== null && query.to !== undefined && query.to < complete ? query.to : complete;
      const range = last === null ? null : rangeBefore(last, grain, engine);
      return range === null ? [] : [{ kpi, grain, range }];
    });
    const missing = new Set(
      [...catalogue.kpis.values()]
        .filter((kpi) => resolveKpi(kpi, engine.catalog, { by: [], where: [] }).missing.length > 0)
        .map(({ id }) => id),
    );
    // Asked for all, what chance explains would hide the rest.
    const isTold = ({ rule, outcome }: Reading): boolean => query.kpis.length > 0 || rule !== 'direction' || outcome !== 'noise';
    const groups: { readonly subjects: readonly Subject[]; readonly facts: Map<string, Facts> }[] = [];
    for (const group of Map.groupBy(subjects, ({ grain, range }) => `${grain} ${range.end}`).values()) {
      const [first] = group;
      if (!first) continue;
      const wanted = wantedFor(group.map(({ kpi }) => kpi));
      groups.push({ subjects: group, facts: await factsOver(wanted.kpis, first, query, { engine, isReadable, kpis: catalogue.kpis }) });
    }
    // As on a board: of many that are asked about, some move by chance.
    const own = groups.flatMap(({ subjects: of, facts }) =>
      of.flatMap(({ kpi }) => {
        const known = facts.get(kpi.id);
        return known ? [{ facts, known }] : [];
      }),
    );
    for (const [index, told] of factsAmong(own.map(({ known }) => known)).entries()) own[index]?.facts.set(told.kpi.id, told);
    const readings: ToldReading[] = [];
    for (const { subjects: group, facts } of groups) {
      for (const { kpi } of group) {
        const subject = facts.get(kpi.id);
        if (!subject) continue;
        const parts = new Map<string, readonly Cell[]>();
        for (const one of wantedFor([kpi]).parts) {
          const of = catalogue.kpis.get(one.kpi);
          if (of && !missing.has(of.id))
            parts.set(`${one.kpi} ${one.by}`, await partsOf(of, one.by, subject.now.period, query, { engine, isReadable }));
        }
        const known = { missing, parts: (of: string, by: string) => parts.get(`${of} ${by}`) ?? [] };
        for (const reading of readKpi(kpi, facts, known).filter(isTold)) {
          const others = reading.saw.flatMap((id) => {
            const one = facts.get(id);
            return one ? [seenOf(one, query.language)] : [];
          });
          const own = seenOf(subject, query.language);
          const params = reading.params ?? {};
          readings.push({
            kpi: kpi.id,
            name: own.name,
            period: subject.now.period,
            rule: reading.rule,
            outcome: reading.outcome,
            source: reading.source,
            tone: reading.tone,
            ...tellReading({ rule: reading.rule, outcome: reading.outcome, subject: own, others, params }, query.language, writer),
            saw: [own, ...others.filter((other) => other.kpi !== kpi.id)],
            params,
          });
        }
      }
    }
    return { readings };
  },
});
