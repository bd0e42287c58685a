import { z } from 'zod';
import { writerFor } from '../../i18n/format.ts';
import { tellReason } from '../../i18n/targets.ts';
import { suggestTarget } from '../../insights/targets/suggest.ts';
import { daysIn, yearBefore } from '../../metrics/calendar/period.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { periodsBack, periodsFrom, periodsUntil, runningAfter, type SeriesGrain } from '../forecast/periods.ts';
import { boundsFor, forecastOf, type SeriesPoint, usableSeries } from '../forecast/series.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { periodSchema } from '../output/period.ts';
import { subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';

const grains = ['week', 'month', 'quarter', 'year'] as const;

const input = z.strictObject({
  kpi: z.string().min(1),
  scope: z.string().trim().min(1).max(200).nullable().default(null),
  grain: z.enum(grains).default('month').describe('How long the period is that a target is wanted for: the first that has not begun.'),
  language: z.enum(['es', 'en']),
});

const number = z.number().nullable();
const output = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  scope: z.string().nullable(),
  unit: unitSchema,
  period: periodSchema,
  suggestion: z
    .strictObject({ value: number, low: number, high: number })
    .nullable()
    .describe('A value, or a band where neither high nor low is good; null: too little history.'),
  reasons: z.array(z.strictObject({ code: z.string(), says: z.string() })),
});

export type SuggestTargetOutput = Frozen<z.output<typeof output>>;

/** By what a target's period is foreseen: a quarter or a year by its months, of which more are known. */
const baseOf: Readonly<Record<(typeof grains)[number], SeriesGrain>> = { week: 'week', month: 'month', quarter: 'month', year: 'month' };

/** A target for the next period from the KPI's own history, and what speaks for it. */
export const suggestTargetOperation = defineOperation({
  id: 'suggest_target',
  words: {
    es: 'propone una meta a partir de la historia del propio indicador, con sus razones',
    en: 'suggest a target from the KPI’s own history, with its reasons',
  },
  input,
  output,
  rest: { method: 'POST', path: '/targets/suggestion' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, query): Promise<SuggestTargetOutput> => {
    const { settings } = context.workspace;
    const catalogue = await catalogueOf(context.workspace);
    const kpi = catalogue.find(query.kpi);
    const opened = await openEngine(context, {});
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const subject = subjectOf(kpi.id, query.scope, { catalogue, opened, people, to: undefined });
    if (subject === 'no_rights') throw new CuadroError({ code: 'no_rights', where: kpi.id });
    if (subject === 'scope_unknown' || subject === 'scope_unreachable')
      throw new CuadroError({ code: 'target_scope', where: kpi.id, found: query.scope ?? '', expected: kpi.drillBy.join(', ') });
    if (typeof subject === 'string') throw new CuadroError({ code: 'kpi_unavailable', where: kpi.id, found: subject });
    const { asked, engine, measured, conditions, day } = subject;

    const seriesBy = async (grain: SeriesGrain): Promise<readonly SeriesPoint[]> => {
      const periods = periodsUntil(day, grain, periodsBack[grain], settings);
      const [first, last] = [periods[0], periods.at(-1)];
      if (!first || !last) return [];
      const question = { kpis: [kpi.id], from: first.start, to: last.end, grain, where: conditions, periods: 'partial' };
      const { cells } = await answer(querySchema.parse(question), [asked], engine);
      const series = usableSeries(cells, measured.valueOf);
      return typeof series === 'string' ? [] : series;
    };
    const running = runningAfter(day, query.grain, settings);
    // A period of which some days are over is another target's; this one is for what has not begun.
    const period = running.start > day ? running : runningAfter(running.end, query.grain, settings);
    const base = baseOf[query.grain];
    const points = await seriesBy(base);
    const same = query.grain === base ? points : await seriesBy(query.grain);
    const bounds = boundsFor(
      asked.metric,
      measured.unit,
      points.map(({ value }) => value),
    );
    const perYear = Math.max(1, Math.round(365 / daysIn(period)));
    const lastYear = yearBefore(period);
    const before = same.find(({ start, end }) => start === lastYear.start && end === lastYear.end)?.value ?? null;
    const found = suggestTarget({
      direction: kpi.direction,
      unit: measured.unit,
      expected: expectedIn(period, points, base, bounds),
      lastYear: before,
      recent: same.slice(-Math.max(3, perYear)).map(({ value }) => value),
      bounds,
    });
    const writer = writerFor(query.language, settings);
    return {
      kpi: kpi.id,
      name: kpi.texts[query.language].name,
      scope: query.scope,
      unit: unitSchema.parse(measured.unit),
      period,
      suggestion: found && { value: found.value, low: found.low, high: found.high },
      reasons: (found?.reasons ?? []).map((reason) => ({
        code: reason.code,
        says: tellReason(reason, measured.unit, query.language, writer),
      })),
    };

    /** What is to be expected of a period: of its base periods together. Errors are taken to go together, as in `restOf`. */
    function expectedIn(stretch: DayRange, known: readonly SeriesPoint[], grain: SeriesGrain, bound: readonly [number, number]) {
      const last = known.at(-1);
      if (!last || (measured.kind === 'whole' && grain !== query.grain)) return null;
      const ahead = periodsFrom(last.end, grain, 24, settings).filter(({ start }) => start <= stretch.end);
      const forecast = ahead.length === 0 || ahead.at(-1)?.end !== stretch.end ? null : forecastOf(known, grain, ahead.length, bound);
      if (forecast === null || typeof forecast === 'string') return null;
      const meant = forecast.points.filter((_, index) => (ahead[index]?.start ?? '') >= stretch.start);
      const sum = (of: (point: (typeof meant)[number]) => number): number => meant.reduce((all, point) => all + of(point), 0);
      const end = meant.at(-1);
      if (!end) return null;
      if (measured.kind === 'flow') return { mean: sum(({ value }) => value), deviation: sum(({ deviation }) => deviation) };
      if (measured.kind === 'stock') return { mean: end.value, deviation: end.deviation };
      return { mean: sum(({ value }) => value) / meant.length, deviation: sum(({ deviation }) => deviation) / meant.length };
    }
  },
});
