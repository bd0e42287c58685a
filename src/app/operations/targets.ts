import { z } from 'zod';
import { methodNames } from '../../estimators/forecast_methods.ts';
import { tellStanding, tellTarget } from '../../i18n/targets.ts';
import { goals } from '../../insights/advise/goals.ts';
import type { CourseState } from '../../insights/targets/course.ts';
import type { TargetKind } from '../../insights/targets/target-kind.ts';
import { type Standing, standingOf, treeOf, weighed } from '../../insights/targets/tree.ts';
import { querySchema } from '../../metrics/query.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { areaSchema, directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema, shareSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { bySubject, type Subject, subjectOf, type Unheld } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';
import { type Progress, progressOf } from '../targets/progress.ts';
import { readTargets } from '../targets/rows.ts';
import { toldInSchema, writerIn } from '../told-in.ts';

const input = z.strictObject({
  /** None: every KPI that has one. */
  kpis: z.array(z.string().min(1)).default([]),
  scopes: z.enum(['company', 'all']).default('company').describe("The company's own, or also those of teams, people and segments."),
  scope: z.string().min(1).optional().describe('Only those of this scope: DIM=VALUE.'),
  to: querySchema.shape.to.describe('As from the end of this day. Default: the last that the data of each KPI cover.'),
  language: z.enum(['es', 'en']),
  currency: toldInSchema,
});

const number = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]);

const targetSchema = z
  .strictObject({
    id: z.string(),
    source: z.string().describe('Where it was set: `cuadro`, or the source of a file.'),
    kpi: z.string(),
    name: z.string(),
    area: areaSchema,
    unit: unitSchema.describe('Of the target and of what is held against it.'),
    direction: directionSchema,
    kind: schemaOf<TargetKind>()(z.enum(['flow', 'stock', 'level', 'whole'])).describe(
      'What time does to it: adds up, holds at the end, holds throughout, or is told of its own stretch only.',
    ),
    scope: z.string().nullable().describe('DIM=VALUE; null: the company.'),
    period: periodSchema,
    day: z.iso.date().describe('The last day looked at.'),
    value: number,
    low: number,
    high: number,
    objective: z.string().nullable(),
    actual: number,
    n: countSchema,
    reasons: z.array(z.string()),
    gone: shareSchema.describe('Of the working days of the period.'),
    state: schemaOf<CourseState>()(
      z.enum(['reached', 'missed', 'on_course', 'at_risk', 'off_course', 'too_early', 'no_data', 'informative']),
    ),
    certain: z.boolean().describe('False: chance alone makes a difference as small.'),
    due: number.describe('Where it should be by that day.'),
    gap: number,
    pace: number.describe('What is done over what is due; only of what adds up.'),
    end: z
      .strictObject({
        value: z.number(),
        inner: interval.describe('Eight times of ten within.'),
        outer: interval.describe('Nineteen times of twenty within.'),
        chance: shareSchema.describe('That the target is reached.'),
      })
      .nullable()
      .describe('At the end of the period; null: it is over, or cannot be foreseen.'),
    needed: z
      .strictObject({ rest: z.number(), per_day: number, usual_per_day: number })
      .nullable()
      .describe('What is left to do: in all (of a level: at which height), for each working day, and what a day has brought so far.'),
    forecast: z.strictObject({
      method: z.enum(methodNames).nullable(),
      smape: number.describe('Its back-tested error, 0 to 2.'),
      refused: z.enum(['series_too_short', 'series_without_variation', 'series_of_groups', 'immature']).nullable(),
    }),
    says: z.string(),
    next: z.string().nullable().describe('What to do where it falls short; null: nothing special.'),
  })
  .meta({ id: 'TargetStatus' });

const output = z.strictObject({
  standing: schemaOf<Standing>()(z.enum(['on_course', 'at_risk', 'off_course', 'unknown'])).describe("Of the company's own targets."),
  says: z.string().describe('Whether the company is on course.'),
  objectives: z
    .array(
      z.strictObject({
        objective: z.string().nullable().describe('A goal of the catalogue, or words of one’s own; null: the targets that serve none.'),
        name: z.string().nullable(),
        standing: schemaOf<Standing>()(z.enum(['on_course', 'at_risk', 'off_course', 'unknown'])),
        targets: z.array(countSchema).describe('Places in `targets`, from 0.'),
      }),
    )
    .describe('The tree: objective, KPI, target.'),
  targets: z.array(targetSchema),
  set: z
    .array(
      z.strictObject({
        kpi: z.string(),
        scope: z.string().nullable(),
        unit: unitSchema,
        kind: schemaOf<TargetKind>()(z.enum(['flow', 'stock', 'level', 'whole'])),
        period: periodSchema,
        value: number,
        low: number,
        high: number,
      }),
    )
    .describe('Of the KPIs asked for, all that was ever set, oldest first: to be drawn beside what was reached. Of every KPI: nothing.'),
  unheld: z
    .array(
      z.strictObject({
        kpi: z.string(),
        scope: z.string().nullable(),
        targets: countSchema,
        reason: schemaOf<Exclude<Unheld, 'no_rights'>>()(
          z.enum(['unknown_kpi', 'kpi_unavailable', 'scope_unknown', 'scope_unreachable', 'no_data']),
        ),
      }),
    )
    .describe('Targets that cannot be held against anything, and why.'),
});

export type TargetsOutput = Frozen<z.output<typeof output>>;
export type TargetStatus = TargetsOutput['targets'][number];

/** What the catalogue says to do where a KPI is not where it should be. */
function nextOf({ subject: { kpi, measured }, course, target, actual }: Progress, language: 'es' | 'en'): string | null {
  if (!course.isCertain || (course.state !== 'missed' && course.state !== 'off_course')) return null;
  const texts = kpi.texts[language];
  if (kpi.direction === 'up') return texts.fall;
  if (kpi.direction === 'down') return texts.rise;
  const end = course.end?.value ?? (measured.kind === 'flow' ? null : actual);
  return end === null ? null : end < (target.low ?? Number.NEGATIVE_INFINITY) ? texts.fall : texts.rise;
}

const told = (progress: Progress, language: 'es' | 'en', writer: Parameters<typeof tellTarget>[2]): TargetStatus => {
  const { subject, target, course, gone, actual, n, reasons, forecast } = progress;
  const { kpi, measured, day, scope } = subject;
  const { end, needed } = course;
  const shared = {
    name: kpi.texts[language].name,
    // A variant's unit and that of what is measured are units all the same.
    unit: unitSchema.parse(measured.unit),
    direction: kpi.direction,
    kind: measured.kind,
    gone,
    value: target.value,
    low: target.low,
    high: target.high,
    actual,
    state: course.state,
    certain: course.isCertain,
    due: course.due,
    end,
    needed: needed && { rest: needed.rest, per_day: needed.perDay, usual_per_day: needed.usualPerDay },
  };
  const says = tellTarget({ ...shared, needed: shared.needed && { ...shared.needed, perDay: shared.needed.per_day } }, language, writer);
  return {
    id: target.id,
    source: target.source,
    kpi: kpi.id,
    area: kpi.area,
    scope,
    period: target.period,
    day,
    objective: target.objective,
    n,
    reasons,
    gap: course.gap,
    pace: course.pace,
    forecast: {
      method: forecast.method === null ? null : z.enum(methodNames).parse(forecast.method),
      smape: forecast.smape,
      refused: forecast.refused,
    },
    ...shared,
    says: scope === null ? says : `${scope.slice(scope.indexOf('=') + 1)} · ${says}`,
    next: nextOf(progress, language),
  };
};

/** How urgent a target is, the most first. */
const urgency: readonly CourseState[] = ['off_course', 'missed', 'at_risk', 'on_course', 'too_early', 'no_data', 'informative', 'reached'];

/** Every target and how it stands: where it should be by now, what is to be expected, what is still needed; and whether the company is on course. */
export const targetsOperation = defineOperation({
  id: 'targets',
  words: {
    es: 'las metas y cómo van: dónde habría que estar hoy, qué se espera y qué falta',
    en: 'the targets and how they stand: where one should be today, what is expected, what is still needed',
  },
  input,
  output,
  rest: { method: 'POST', path: '/targets/status' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  isKept: () => true,
  run: async (context, query): Promise<TargetsOutput> => {
    const { settings } = context.workspace;
    const { language } = query;
    const catalogue = await catalogueOf(context.workspace);
    const chosen = new Set(query.kpis.map((id) => catalogue.find(id).id));
    const opened = await openEngine(context, {});
    const all = await readTargets(opened);
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const isAsked = (scope: string | null): boolean =>
      query.scope === undefined ? query.scopes === 'all' || scope === null : scope === query.scope;
    const subjects: { subject: Subject; targets: typeof all }[] = [];
    const unheld: TargetsOutput['unheld'][number][] = [];
    for (const targets of bySubject(all).values()) {
      const [first] = targets;
      if (!first || !isAsked(first.scope) || (chosen.size > 0 && !chosen.has(first.kpi))) continue;
      const subject = subjectOf(first.kpi, first.scope, { catalogue, opened, people, to: query.to });
      if (typeof subject !== 'string') subjects.push({ subject, targets });
      // Of what somebody may not see, not even that it is there.
      else if (subject !== 'no_rights' && opened.catalog.sight === undefined)
        unheld.push({ kpi: first.kpi, scope: first.scope, targets: targets.length, reason: subject });
    }
    context.signal?.throwIfAborted();
    const writer = await writerIn(context, language, query.currency);
    const progress = await progressOf(subjects, settings);
    const shown = progress.map((one) => told(one, language, writer));
    const targets = shown.toSorted(
      (one, other) =>
        Number(one.scope !== null) - Number(other.scope !== null) || urgency.indexOf(weighed(one)) - urgency.indexOf(weighed(other)),
    );
    const own = targets.filter(({ scope }) => scope === null);
    const judged = own.length > 0 ? own : targets;
    const states = judged.map(weighed);
    const standing = standingOf(states);
    const countOf = (...wanted: CourseState[]): number => states.filter((state) => wanted.includes(state)).length;
    return {
      standing,
      says: tellStanding(
        standing,
        {
          count: judged.length,
          good: countOf('reached', 'on_course'),
          open: countOf('at_risk'),
          bad: countOf('missed', 'off_course'),
          first: judged[0]?.name ?? '–',
        },
        language,
      ),
      objectives: treeOf(targets).map(({ objective, leaves, standing: one }) => ({
        objective,
        name: objective === null ? null : (goals.get(objective)?.name[language] ?? objective),
        standing: one,
        targets: leaves.map((leaf) => targets.indexOf(leaf)),
      })),
      targets,
      set: (chosen.size === 0 ? [] : subjects).flatMap(({ subject: { kpi, scope, measured }, targets: own }) =>
        own.map(({ period, value, low, high }) => ({
          ...{ kpi: kpi.id, scope, period, value, low, high },
          unit: unitSchema.parse(measured.unit),
          kind: measured.kind,
        })),
      ),
      unheld,
    };
  },
});
