import { z } from 'zod';
import { seasonsOf, spreadOver, spreads } from '../../insights/targets/spread.ts';
import { endOfPeriod, periodsOf, startOfPeriod } from '../../metrics/calendar/period.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { calendarDay } from '../../model/calendar-day.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { periodsBack, periodsUntil } from '../forecast/periods.ts';
import { usableSeries } from '../forecast/series.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { batchIdSchema } from '../output/batch.ts';
import { ownSource } from '../own-records.ts';
import { type Subject, subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';
import { readTargets } from '../targets/rows.ts';
import { writeTargets } from '../targets/write.ts';

const grains = ['week', 'month', 'quarter'] as const;

const input = z.strictObject({
  kpi: z.string().min(1),
  scope: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe('DIM=VALUE: owner.team=Ventas, owner.name=Ana, segment=VIP, product.name=X. Null: the company.'),
  from: calendarDay,
  to: calendarDay,
  value: z.number().nullable().default(null),
  /** A band: for KPIs of which neither high nor low is good. */
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  objective: z.string().trim().min(1).max(200).nullable().default(null).describe('A goal as `choices` names it, or words of one’s own.'),
  each: z.enum(grains).optional().describe('One for each of these periods between both days, instead of one for all.'),
  spread: z
    .enum(spreads)
    .default('working_days')
    .describe('With `each`, of what adds up over time: how the value is divided among them. Others have the same value in each.'),
});

type Input = z.output<typeof input>;

const number = z.number().nullable();
const setSchema = z.strictObject({
  id: z.string(),
  period: z.strictObject({ start: z.iso.date(), end: z.iso.date() }),
  value: number,
  low: number,
  high: number,
});
const output = z.strictObject({
  batch: batchIdSchema.nullable().describe('Null: they were so already.'),
  kpi: z.string(),
  targets: z.array(setSchema),
});

export type SetTargetsOutput = Frozen<z.output<typeof output>>;

function checked({ value, low, high, from, to }: Input): void {
  if (from > to) throw new CuadroError({ code: 'range_reversed', where: 'from', found: `${from} … ${to}` });
  if (value === null && low === null && high === null) throw new CuadroError({ code: 'target_empty', where: 'value' });
  if (low !== null && high !== null && low > high) throw new CuadroError({ code: 'target_band', where: 'low', found: `${low} … ${high}` });
}

/** The KPI and scope that a target is for. @throws CuadroError where it cannot be held against anything */
async function requireSubject(context: OperationContext, query: Input): Promise<Subject> {
  const catalogue = await catalogueOf(context.workspace);
  const { id } = catalogue.find(query.kpi);
  const opened = await openEngine(context, {});
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const subject = subjectOf(id, query.scope, { catalogue, opened, people, to: undefined });
  if (typeof subject !== 'string') return subject;
  if (subject === 'no_rights') throw new CuadroError({ code: 'no_rights', where: id });
  if (subject === 'scope_unknown' || subject === 'scope_unreachable')
    throw new CuadroError({ code: 'target_scope', where: id, found: query.scope ?? '', expected: catalogue.find(id).drillBy.join(', ') });
  throw new CuadroError({ code: 'kpi_unavailable', where: id, found: subject });
}

const perYear = { month: 12, quarter: 4 } as const;

/** How the company's own year goes, by the month in which a period begins; of weeks too, by months. @throws CuadroError `target_no_season` */
async function ownSeasons(
  { asked, engine, measured, conditions, day, kpi }: Subject,
  each: keyof typeof perYear,
): Promise<ReadonlyMap<number, number>> {
  const { settings } = engine.catalog;
  const periods = periodsUntil(day, each, periodsBack[each], settings);
  const [first, last] = [periods[0], periods.at(-1)];
  const cells =
    first && last
      ? (
          await answer(
            querySchema.parse({ kpis: [kpi.id], from: first.start, to: last.end, grain: each, where: conditions, periods: 'partial' }),
            [asked],
            engine,
          )
        ).cells
      : [];
  const series = usableSeries(cells, measured.valueOf);
  const seasons = typeof series === 'string' ? null : seasonsOf(series, perYear[each]);
  if (seasons === null)
    throw new CuadroError({ code: 'target_no_season', where: kpi.id, found: typeof series === 'string' ? '0' : String(series.length) });
  return seasons;
}

/** The periods of a target and what each should reach. */
async function partsOf(
  query: Input,
  subject: Subject,
): Promise<
  readonly { readonly period: DayRange; readonly value: number | null; readonly low: number | null; readonly high: number | null }[]
> {
  const { value, low, high, from, to, each, spread } = query;
  const { settings } = subject.engine.catalog;
  const whole = { start: from, end: to };
  if (each === undefined) return [{ period: whole, value, low, high }];
  const periods = periodsOf(whole, each, settings);
  // A month that the ends cut would be read as a month's target.
  const begins = startOfPeriod(Temporal.PlainDate.from(from), each, settings).toString();
  const ends = endOfPeriod(startOfPeriod(Temporal.PlainDate.from(to), each, settings), each).toString();
  if (begins !== from || ends !== to)
    throw new CuadroError({ code: 'target_cut', where: 'each', found: `${from} … ${to}`, expected: each });
  if (subject.measured.kind !== 'flow') return periods.map((period) => ({ period, value, low, high }));
  const seasons = spread === 'seasonal' ? await ownSeasons(subject, each === 'week' ? 'month' : each) : null;
  const step = subject.measured.unit === 'count' ? 1 : 0.01;
  const share = (amount: number | null): readonly (number | null)[] =>
    amount === null ? periods.map(() => null) : spreadOver(amount, periods, spread, { settings, seasons, step });
  const [values, lows, highs] = [share(value), share(low), share(high)];
  return periods.map((period, index) => ({ period, value: values[index] ?? null, low: lows[index] ?? null, high: highs[index] ?? null }));
}

/** Sets what a KPI should reach: in one period, or in each month of a year by working days or as the company's own year goes. */
export const setTargetsOperation = defineOperation({
  id: 'set_targets',
  words: {
    es: 'pone una meta a un indicador, o la reparte entre los meses de un año',
    en: 'set a target for a KPI, or spread it over the months of a year',
  },
  input,
  output,
  rest: { method: 'POST', path: '/targets' },
  effect: 'write',
  on: 'warehouse',
  permission: 'catalogue.write',
  audit: ({ from, to, scope }, { batch, targets }) => ({ batch, from, to, scoped: scope !== null, rows: targets.length }),
  run: async (context, query): Promise<SetTargetsOutput> => {
    checked(query);
    const subject = await requireSubject(context, query);
    const { kpi, scope, objective } = { ...query, kpi: subject.kpi.id };
    const targets = (await partsOf(query, subject)).map((part) => ({
      // The same KPI, scope and period again is the same target, changed.
      id: [kpi, scope ?? '', part.period.start, part.period.end].join('|'),
      kpi,
      scope,
      objective,
      ...part,
    }));
    const batch = await writeTargets(context, ownSource, targets, null);
    return { batch, kpi, targets: targets.map(({ id, period, value, low, high }) => ({ id, period, value, low, high })) };
  },
});

/** Takes a target away, wherever it was set; what was known before is kept, as of any record. */
export const removeTargetOperation = defineOperation({
  id: 'remove_target',
  words: { es: 'quita una meta', en: 'remove a target' },
  input: z.strictObject({ target: z.string().min(1).max(500), source: z.string().min(1).max(64).default(ownSource) }),
  output: z.strictObject({ batch: batchIdSchema.nullable(), kpi: z.string() }),
  rest: { method: 'POST', path: '/targets/removal' },
  effect: 'write',
  on: 'warehouse',
  permission: 'catalogue.write',
  audit: ({ source }, { batch, kpi }) => ({ batch, kpi, source }),
  run: async (context, { target, source }) => {
    const all = await readTargets(await openEngine(context, {}));
    const found = all.find((one) => one.id === target && one.source === source);
    if (!found) throw new CuadroError({ code: 'target_unknown', where: source, found: target });
    return { batch: await writeTargets(context, source, [found], context.now()), kpi: found.kpi };
  },
});
