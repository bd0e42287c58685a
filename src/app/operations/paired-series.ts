import { z } from 'zod';
import { writerFor } from '../../i18n/format.ts';
import { tellPair } from '../../i18n/pairs.ts';
import { pairOf } from '../../insights/pairs/pair.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { endOfPeriod, periodsOf, startOfPeriod } from '../../metrics/calendar/period.ts';
import { answer, watermarkOf } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, shareSchema } from '../output/period.ts';
import { openTotals } from '../rights/totals.ts';

const number = z.number().nullable();
const sideSchema = z.strictObject({ kpi: z.string(), name: z.string(), unit: unitSchema, direction: directionSchema });
const day = z.iso.date();

const output = z.strictObject({
  first: sideSchema,
  second: sideSchema,
  grain: z.enum(['week', 'month', 'quarter']),
  found: z
    .strictObject({
      state: z.enum(['clear', 'unclear']).describe('clear: the strongest of all the lags tried is beyond chance.'),
      lag: z.int().describe('Periods by which the first goes ahead of the second; negative: it follows.'),
      value: z.number().describe('The correlation at that lag, of both without their trends: −1 to 1.'),
      interval: z.tuple([z.number(), z.number()]).describe('95 %.'),
      p: shareSchema.describe('How often chance alone makes one so strong at any of the lags tried.'),
      n: countSchema.describe('Pairs of periods.'),
      lags: z.array(z.strictObject({ lag: z.int(), value: z.number(), n: countSchema })),
    })
    .nullable()
    .describe('Null: fewer than eight pairs of periods, or one of both never varies.'),
  series: z.array(z.strictObject({ start: day, end: day, first: number, second: number })),
  says: z.string(),
});

export type PairedSeriesOutput = Frozen<z.output<typeof output>>;

/** How far the look goes back by default: three years, so that a year's own rhythm is there three times. */
const back = { week: 104, month: 36, quarter: 24 } as const;
const lags = { week: 12, month: 6, quarter: 4 } as const;
const length = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 } } as const;

/** Two KPIs side by side: which goes ahead of the other, by how long, how strongly and how surely. */
export const pairedSeriesOperation = defineOperation({
  id: 'paired_series',
  words: {
    es: 'dos indicadores lado a lado: cuál va por delante, cuánto, con qué fuerza y con qué seguridad',
    en: 'two KPIs side by side: which goes ahead, by how long, how strongly and how surely',
  },
  input: z.strictObject({
    first: z.string().min(1).max(100),
    second: z.string().min(1).max(100),
    grain: z.enum(['week', 'month', 'quarter']).default('month'),
    from: day.optional().describe('Default: 36 months, 104 weeks or 24 quarters back.'),
    to: day.optional().describe('Default: the last day that the data of both cover.'),
    max_lag: z.int().min(1).max(24).optional().describe('The longest lag tried. Default: 6 months, 12 weeks, 4 quarters.'),
    where: querySchema.shape.where,
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/pairs' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, { first, second, grain, from, to, max_lag, where, language }): Promise<PairedSeriesOutput> => {
    const { settings } = context.workspace;
    const catalogue = await catalogueOf(context.workspace);
    const pair = [catalogue.find(first), catalogue.find(second)] as const;
    const opened = await openEngine(context, {});
    const asked = pair.map((kpi) => resolveKpi(kpi, opened.catalog, { by: [], where }));
    const lacking = asked.findIndex(({ missing }) => missing.length > 0);
    if (lacking >= 0)
      throw new CuadroError({ code: 'kpi_unavailable', where: pair[lacking]?.id ?? '', found: asked[lacking]?.missing.join(', ') ?? '' });
    const complete = asked.map(({ metric }) => watermarkOf(metric, opened.catalog)?.lastCompleteDay ?? null);
    const known = complete.flatMap((one) => one ?? []).toSorted();
    const [least] = known;
    const last = least === undefined ? null : to !== undefined && to < least ? to : least;
    const side = (kpi: Kpi, index: number) => ({
      kpi: kpi.id,
      name: kpi.texts[language].name,
      unit: kpi.variants[asked[index]?.variant ?? '']?.unit ?? kpi.unit,
      direction: kpi.direction,
    });
    const sides = { first: side(pair[0], 0), second: side(pair[1], 1) };
    const series = last === null || known.length < 2 ? [] : await both(last);
    const found = pairOf(
      series.map((one) => one.first),
      series.map((one) => one.second),
      max_lag ?? lags[grain],
    );
    const writer = writerFor(language, settings);
    const told = { first: sides.first.name, second: sides.second.name, grain };
    const nothing = { state: null, lag: 0, value: 0, interval: [0, 0] as const, n: 0, p: 1 };
    return {
      ...sides,
      grain,
      found: found && { ...found, interval: [found.interval[0], found.interval[1]] },
      series,
      says: tellPair({ ...told, ...(found ?? nothing) }, language, writer),
    };

    async function both(until: string): Promise<PairedSeriesOutput['series']> {
      const step = Temporal.Duration.from(length[grain]);
      let begin = Temporal.PlainDate.from(until);
      for (let index = 0; index < back[grain]; index += 1) begin = begin.subtract(step);
      const range = { start: from ?? begin.add({ days: 1 }).toString(), end: until };
      // A period that the ends cut is none to lay beside whole ones.
      const periods = periodsOf(range, grain, settings).filter(({ start, end }) => {
        const whole = startOfPeriod(Temporal.PlainDate.from(start), grain, settings);
        return whole.toString() === start && endOfPeriod(whole, grain).toString() === end;
      });
      const [start, end] = [periods[0]?.start, periods.at(-1)?.end];
      if (start === undefined || end === undefined) return [];
      const values = await Promise.all(
        pair.map(async (kpi, index) => {
          const one = asked[index];
          if (!one) return new Map<string, number>();
          const question = querySchema.parse({ kpis: [kpi.id], from: start, to: end, grain, where });
          const engine = openTotals(opened, { ...question, metrics: [one.metric] });
          const { cells } = await answer(question, [one], engine);
          return new Map(
            cells.flatMap(({ period, value, state, group }): [string, number][] =>
              value === null || state === 'immature' || Object.keys(group).length > 0 ? [] : [[period.start, value]],
            ),
          );
        }),
      );
      return periods.map((period) => ({
        start: period.start,
        end: period.end,
        first: values[0]?.get(period.start) ?? null,
        second: values[1]?.get(period.start) ?? null,
      }));
    }
  },
});
