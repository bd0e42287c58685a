import { z } from 'zod';
import { methodNames } from '../../estimators/forecast_methods.ts';
import type { SeriesForecast } from '../../estimators/forecast_series.ts';
import { tellForecast } from '../../i18n/forecast.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Asked } from '../../metrics/asked.ts';
import { answer, watermarkOf } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { periodsBack, periodsFrom, periodsUntil, type SeriesGrain, seriesGrains } from '../forecast/periods.ts';
import { boundsFor, forecastOf, type NoForecast, usableSeries } from '../forecast/series.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, shareSchema } from '../output/period.ts';
import { requireSight } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';
import { toldInSchema, writerIn } from '../told-in.ts';

const { where, variant, asOf, knownAt, to } = querySchema.shape;

const input = z.strictObject({
  kpi: z.string().min(1),
  variant,
  where,
  /** Default: the grain that the KPI is best read by. */
  grain: z.enum(seriesGrains).optional(),
  periods: z.int().min(1).max(24).default(6).describe('How many periods ahead.'),
  to: to.describe('Foresee as from the end of this day. Default: the last that the data cover.'),
  asOf,
  knownAt,
  language: z.enum(['es', 'en']),
  currency: toldInSchema,
});

const interval = z.tuple([z.number(), z.number()]);
const methodSchema = z.enum(methodNames);
const errors = {
  mase: z
    .number()
    .describe('Mean error over that of the naive forecast (the seasonal one, where there are seasons); below 1 is better than it.'),
  smape: z.number().describe('Symmetric percentage error as a fraction, 0 to 2. Of rates and scores look at `mae`.'),
  mae: z.number().describe('Mean absolute error, in the unit of the KPI.'),
};

const output = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  variant: z.string(),
  unit: unitSchema,
  direction: directionSchema,
  grain: z.enum(seriesGrains),
  refused: z
    .enum(['series_too_short', 'series_without_variation', 'series_of_groups'])
    .nullable()
    .describe('Why nothing is foreseen; null: something is.'),
  says: z.string(),
  history: z
    .array(z.strictObject({ start: z.iso.date(), end: z.iso.date(), value: z.number() }))
    .describe('What it stands on, oldest first.'),
  points: z.array(
    z.strictObject({
      start: z.iso.date(),
      end: z.iso.date(),
      value: z.number(),
      inner: interval.describe('Eight times of ten within.'),
      outer: interval.describe('Nineteen times of twenty within.'),
    }),
  ),
  outlook: z
    .strictObject({
      against: z.strictObject({ start: z.iso.date(), end: z.iso.date(), value: z.number() }),
      change: z.number(),
      verdict: z.enum(['better', 'worse']).nullable().describe('Null: it may go either way, or neither way is better.'),
    })
    .nullable()
    .describe('The next period against the same of the season before; without seasons, against the last.'),
  method: methodSchema.nullable().describe('The one that did best in the back-test.'),
  season: countSchema.describe('Periods after which a season returns; 1: none could be told.'),
  back_test: z
    .strictObject({
      ...errors,
      forecasts: countSchema.describe('How many were held against what came.'),
      origins: countSchema,
      coverage: shareSchema.describe('How often what came lay within the inner interval.'),
      tried: z.array(z.strictObject({ method: methodSchema, ...errors })).describe('Every method, with the same errors.'),
    })
    .nullable(),
});

export type ForecastOutput = Frozen<z.output<typeof output>>;

const backTestOf = ({ tested, tried }: SeriesForecast): ForecastOutput['back_test'] => ({
  mase: tested.mase,
  smape: tested.smape,
  mae: tested.mae,
  forecasts: tested.forecasts,
  origins: tested.origins,
  coverage: tested.coverage,
  tried: tried.map(({ method, mase, smape, mae }) => ({ method, mase, smape, mae })),
});

const unitOf = (kpi: Kpi, asked: Asked): Kpi['unit'] => kpi.variants[asked.variant]?.unit ?? kpi.unit;

/** Better or worse only where eight of ten of what may come lie on that side. */
function outlookOf(
  series: ForecastOutput['history'],
  next: ForecastOutput['points'][number] | undefined,
  season: number,
  direction: Kpi['direction'],
): ForecastOutput['outlook'] {
  const against = series.at(-season);
  if (!next || !against) return null;
  const side = next.inner[0] > against.value ? 'up' : next.inner[1] < against.value ? 'down' : null;
  const judged = side !== null && (direction === 'up' || direction === 'down');
  return { against, change: next.value - against.value, verdict: judged ? (side === direction ? 'better' : 'worse') : null };
}

/** How a KPI's series goes on, with intervals, by the method that did best where it was put to the test on the series itself. */
export const forecastOperation = defineOperation({
  id: 'forecast',
  words: {
    es: 'previsión de un indicador, con intervalos y el error que ha tenido con sus propios datos',
    en: 'forecast of a KPI, with intervals and the error it has had on its own data',
  },
  input,
  output,
  rest: { method: 'POST', path: '/forecast' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, query): Promise<ForecastOutput> => {
    const { settings } = context.workspace;
    const kpi = (await catalogueOf(context.workspace)).find(query.kpi);
    const opened = await openEngine(context, query, [kpi]);
    const asked = resolveKpi(kpi, opened.catalog, { ...query, by: [] });
    if (asked.missing.length > 0) throw new CuadroError({ code: 'kpi_unavailable', where: kpi.id, found: asked.missing.join(', ') });
    const engine = openTotals(opened, { metrics: [asked.metric], by: [], where: query.where });
    requireSight(asked, engine.catalog);
    const grain: SeriesGrain = query.grain ?? kpi.grain;
    const unit = unitOf(kpi, asked);
    const complete = watermarkOf(asked.metric, engine.catalog)?.lastCompleteDay ?? null;
    const day = complete !== null && query.to !== undefined && query.to < complete ? query.to : complete;
    const head = { kpi: kpi.id, name: kpi.texts[query.language].name, variant: asked.variant, unit, direction: kpi.direction, grain };
    const writer = await writerIn(context, query.language, query.currency);
    const refuse = (refused: NoForecast, history: ForecastOutput['history']): ForecastOutput => ({
      ...head,
      refused,
      says: tellForecast({ ...head, refused, known: history.length, found: null }, query.language, writer),
      history,
      points: [],
      outlook: null,
      method: null,
      season: 1,
      back_test: null,
    });
    if (day === null) return refuse('series_too_short', []);
    const periods = periodsUntil(day, grain, periodsBack[grain], settings);
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last) return refuse('series_too_short', []);
    const { cells } = await answer(
      querySchema.parse({ kpis: [kpi.id], from: first.start, to: last.end, grain, where: query.where, periods: 'partial' }),
      [asked],
      engine,
    );
    const series = usableSeries(cells, ({ value }) => value);
    if (typeof series === 'string') return refuse(series, []);
    const bounds = boundsFor(
      asked.metric,
      unit,
      series.map(({ value }) => value),
    );
    const found = forecastOf(series, grain, query.periods, bounds);
    if (typeof found === 'string') return refuse(found, series);
    const ahead = periodsFrom(series.at(-1)?.end ?? day, grain, query.periods, settings);
    const points = found.points.flatMap(({ value, inner, outer }, index) => {
      const period = ahead[index];
      return period ? [{ ...period, value, inner, outer }] : [];
    });
    const outlook = outlookOf(series, points[0], found.season, kpi.direction);
    return {
      ...head,
      refused: null,
      says: tellForecast({ ...head, refused: null, known: series.length, found: { ...found, points, outlook } }, query.language, writer),
      history: series,
      points,
      outlook,
      method: found.method,
      season: found.season,
      back_test: backTestOf(found),
    };
  },
});
