import { z } from 'zod';
import { type CohortTable, cohortTable } from '../../insights/cohorts.ts';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { count } from '../../metrics/build.ts';
import { endOfPeriod, periodsOf, startOfPeriod } from '../../metrics/calendar/period.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { type Engine, rangeOf, watermarkOf } from '../../metrics/engine.ts';
import { is, money } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import { querySchema } from '../../metrics/query.ts';
import { reachableSegments } from '../../metrics/segments.ts';
import { type CohortBase, type CohortQuery, type CohortWatch, cohortSizesSql, cohortWatchSql } from '../../metrics/sql/cohort.ts';
import type { DayRange } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema, instantSchema, periodSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { openTotals } from '../rights/totals.ts';

const { from, to, where, attributes, asOf, knownAt } = querySchema.shape;

export const cohortKinds = ['customers', 'leads'] as const;
export const cohortGrains = ['month', 'quarter', 'year'] as const;
export const cohortMeasures = ['retention', 'activity', 'revenue', 'conversion'] as const;
type Kind = (typeof cohortKinds)[number];
type Measure = (typeof cohortMeasures)[number];

const input = z.strictObject({
  kind: z.enum(cohortKinds).default('customers'),
  grain: z.enum(cohortGrains).default('month'),
  /** Default: `retention` of customers (`activity` of those without contracts: orders keep each a customer for a year), `conversion` of leads. */
  measure: z.enum(cohortMeasures).optional(),
  from,
  to,
  where,
  attributes,
  asOf,
  knownAt,
});

const tableSchema = schemaOf<CohortTable>()(
  z.strictObject({
    cohorts: z.array(
      z.strictObject({
        period: periodSchema,
        size: countSchema.describe('Who entered in the period.'),
        immature: z.boolean().describe('The period of entry is not over: it may still grow.'),
        cells: z.array(
          z.strictObject({
            age: countSchema,
            period: periodSchema,
            value: z.number().nullable().describe('The share of the cohort; of revenue, the money a member brought.'),
            entities: countSchema,
            amount: z.number().nullable().describe('Of revenue: the money of all of them.'),
            immature: z.boolean(),
          }),
        ),
      }),
    ),
    ages: z
      .array(z.strictObject({ age: countSchema, value: z.number().nullable(), cohorts: countSchema, members: countSchema }))
      .describe('All cohorts old enough put together: the sum over their members, never a mean of shares.'),
  }),
);

const output = z.strictObject({
  query: z.strictObject({
    ...answeredShape(input.shape),
    measure: z.enum(cohortMeasures),
    from: from.unwrap().nullable(),
    to: to.unwrap().nullable(),
  }),
  unit: z.enum(['rate', 'money']).describe('rate: shares of the cohort; money: money a member.'),
  watermark: instantSchema.nullable(),
  ...tableSchema.shape,
});

export type CohortsOutput = Frozen<z.output<typeof output>>;

const bases: Readonly<Record<Kind, CohortBase>> = {
  customers: { dataset: 'customer_span', entity: 'account_id', at: 'valid_from', where: is('ordinal', 1) },
  leads: { dataset: 'lead', entity: 'id', at: 'created_at' },
};

/** The sales of `total_sales` on this workspace: its orders or its invoices. */
function salesWatch(catalog: Catalog): CohortWatch {
  const kpi = kpis.get('total_sales');
  const { metric, missing } = kpi ? resolveKpi(kpi, catalog, { by: [], where: [] }) : { metric: null, missing: ['total_sales'] };
  if (metric?.kind !== 'simple' || !metric.of || missing.length > 0)
    throw new CuadroError({ code: 'kpi_unavailable', where: 'total_sales', found: missing.join(', ') });
  const { dataset, at, of, where: condition } = metric;
  return { kind: 'events', dataset, entity: 'account_id', at, of, ...(condition ? { where: condition } : {}) };
}

/** What is watched of each kind by each measure. @throws CuadroError `cohort_measure`, `kpi_unavailable` */
function watchOf(kind: Kind, measure: Measure, catalog: Catalog): CohortWatch {
  if (kind === 'customers' && measure === 'retention') return { kind: 'presence', dataset: 'customer_span', entity: 'account_id' };
  if (kind === 'customers' && measure === 'activity')
    return { kind: 'events', dataset: 'order_sequence', entity: 'account_id', at: 'ordered_at' };
  if (kind === 'customers' && measure === 'revenue') return salesWatch(catalog);
  if (kind === 'leads' && measure === 'conversion') return { kind: 'events', dataset: 'lead', entity: 'id', at: 'converted_at' };
  if (kind === 'leads' && measure === 'revenue') {
    return {
      kind: 'events',
      dataset: 'opportunity',
      entity: 'lead_id',
      at: 'closed_at',
      of: money('amount', 'closed_at'),
      where: is('status', 'won'),
    };
  }
  const expected = kind === 'customers' ? 'retention, activity, revenue' : 'conversion, revenue';
  throw new CuadroError({ code: 'cohort_measure', where: '--measure', found: measure, expected, params: { kind } });
}

/** A metric with the times of both: how far they reach is how far the cohorts do. */
const timesOf = (base: CohortBase, watch: CohortWatch): readonly Metric[] => [
  count(base.dataset, { at: base.at }),
  watch.kind === 'presence' ? count(watch.dataset, { at: 'valid_from' }) : count(watch.dataset, { at: watch.at }),
];

/** Customers or leads by the period in which they came, and what became of them period by period. */
export const cohortsOperation = defineOperation({
  id: 'cohorts',
  words: {
    es: 'qué ha sido de los clientes o leads de cada periodo, periodo a periodo',
    en: 'what became of the customers or leads of each period, period by period',
  },
  input,
  output,
  rest: { method: 'GET', path: '/cohorts' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, asked): Promise<CohortsOutput> => {
    const { dataset, at } = bases[asked.kind];
    const metrics = [count(dataset, { at })];
    return answerCohorts(asked, openTotals(await openEngine(context, asked), { metrics, by: [], where: asked.where }));
  },
});

/** Who is a customer by orders alone stays one until the days of activity have passed: retention would be 100 % all the while. */
function usualMeasure(kind: Kind, catalog: Catalog): Measure {
  if (kind === 'leads') return 'conversion';
  const byOrders = catalog.settings.glossary.customer === 'orders' || catalog.rows('contract') === 0;
  return byOrders && catalog.rows('order') > 0 ? 'activity' : 'retention';
}

export async function answerCohorts(asked: z.output<typeof input>, engine: Engine): Promise<CohortsOutput> {
  const { catalog, dialect } = engine;
  const { settings } = catalog;
  const { kind, grain } = asked;
  const measure = asked.measure ?? usualMeasure(kind, catalog);
  const base = bases[kind];
  const watch = watchOf(kind, measure, catalog);
  reachableSegments(asked.where, [base.dataset], `cohorts (${kind})`, catalog);
  const known = timesOf(base, watch)
    .map((metric) => watermarkOf(metric, catalog))
    .filter((one) => one !== null);
  const watermark = known.toSorted((left, right) => (left.instant < right.instant ? -1 : 1))[0] ?? null;
  const range = rangeOf(querySchema.parse({ kpis: ['cohorts'], from: asked.from, to: asked.to, grain }), [watermark]);
  const unit = measure === 'revenue' ? 'money' : 'rate';
  if (unit === 'money' && catalog.sight?.amounts === 'hidden') throw new CuadroError({ code: 'no_rights', where: 'cohorts' });
  const query = { ...asked, measure, from: range?.start ?? null, to: range?.end ?? null };
  if (range === null || watermark === null) return { query, unit, watermark: null, cohorts: [], ages: [] };
  const { lastCompleteDay } = watermark;
  const whole = (day: string) => startOfPeriod(Temporal.PlainDate.from(day), grain, settings);
  const span = (until: string) =>
    periodsOf({ start: whole(range.start).toString(), end: endOfPeriod(whole(until), grain).toString() }, grain, settings);
  const cohorts = span(range.end);
  const periods = span(range.end > lastCompleteDay ? range.end : lastCompleteDay);
  const world = { dialect, catalog, attributes: asked.attributes };
  // Who is there is told, of a period that runs, by the last complete day.
  const closed = ({ start, end }: DayRange) => (start <= lastCompleteDay && end > lastCompleteDay ? lastCompleteDay : end);
  const seen = watch.kind === 'presence' ? periods.map((period) => ({ start: period.start, end: closed(period) })) : periods;
  const cohortQuery: CohortQuery = { base, watch, cohorts, periods: seen, where: asked.where };
  const sizes = await engine.run(cohortSizesSql(cohortQuery, world));
  const watched = await engine.run(cohortWatchSql(cohortQuery, world));
  const table = cohortTable({
    periods,
    cohorts: cohorts.length,
    sizes: new Map(sizes.map((row) => [Number(row.cohort), Number(row.size)])),
    watched: new Map(
      watched.map((row) => [`${row.cohort} ${row.period}`, { entities: Number(row.entities), worth: Number(row.worth ?? 0) }]),
    ),
    measure: unit === 'money' ? 'amount' : 'share',
    cumulative: measure === 'conversion',
    lastCompleteDay,
  });
  return { query, unit, watermark: watermark.instant, ...table };
}
