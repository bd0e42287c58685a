import { z } from 'zod';

/** How a company writes a KPI of its own: the kinds of the catalogue as YAML. */

const text = z.string().min(1);

/** `amount`, `12`, `{ money: amount }`, `{ days: [created_at, closed_at] }`, `{ divide: [a, b] }`. */
export type ExpressionText =
  | string
  | number
  | { readonly money: string; readonly on?: string | undefined }
  | { readonly days: readonly [string, string] }
  | {
      readonly elapsed: readonly [string, string];
      readonly unit: 'second' | 'minute' | 'hour' | 'day';
      readonly time?: 'calendar' | 'business' | undefined;
    }
  | { readonly add: readonly [ExpressionText, ExpressionText] }
  | { readonly subtract: readonly [ExpressionText, ExpressionText] }
  | { readonly multiply: readonly [ExpressionText, ExpressionText] }
  | { readonly divide: readonly [ExpressionText, ExpressionText] }
  | { readonly coalesce: readonly [ExpressionText, ExpressionText] };

const expression: z.ZodType<ExpressionText> = z.lazy(() => {
  const pair = z.tuple([expression, expression]);
  return z.union([
    text,
    z.number(),
    z.strictObject({ money: text, on: text.optional() }),
    z.strictObject({ days: z.tuple([text, text]) }),
    z.strictObject({
      elapsed: z.tuple([text, text]),
      unit: z.enum(['second', 'minute', 'hour', 'day']),
      time: z.enum(['calendar', 'business']).optional(),
    }),
    z.strictObject({ add: pair }),
    z.strictObject({ subtract: pair }),
    z.strictObject({ multiply: pair }),
    z.strictObject({ divide: pair }),
    z.strictObject({ coalesce: pair }),
  ]);
});

/** Conditions as in `--where`; all must hold, of `any` one. */
const where = z.array(z.union([text, z.strictObject({ any: z.array(text).min(1) })]));
export type WhereText = z.output<typeof where>;

/** Between what a mean or a ratio lies whatever the rows are; null: no end on that side. */
const scale = z
  .tuple([z.number().nullable(), z.number().nullable()])
  .refine(([least, most]) => least === null || most === null || least < most, { error: 'least < most' });

const simple = z.strictObject({
  kind: z.literal('simple'),
  dataset: text,
  aggregate: z.enum(['count', 'count_distinct', 'sum', 'average', 'median', 'percentile', 'min', 'max']),
  of: expression.optional(),
  fraction: z.number().gt(0).lt(1).optional(),
  scale: scale.optional(),
  where: where.optional(),
  at: text,
  empty: z.enum(['zero', 'null']).optional(),
});

const stock = z.strictObject({
  kind: z.literal('stock'),
  dataset: text,
  aggregate: z.enum(['count', 'count_distinct', 'sum', 'average', 'median']),
  of: expression.optional(),
  scale: scale.optional(),
  where: where.optional(),
  span: z.strictObject({ from: text, to: text.nullable() }).optional(),
  at: z.enum(['opening', 'closing', 'average']).default('closing'),
});

const side = { dataset: text, entity: text, at: text, where: where.optional() };
const conversion = z.strictObject({
  kind: z.literal('conversion'),
  base: z.strictObject(side),
  converted: z.union([z.strictObject({ same_row: z.literal(true), at: text.optional(), where: where.optional() }), z.strictObject(side)]),
  /** Days; null is ever. */
  window: z.int().min(0).max(36_500).nullable(),
  count: z.enum(['entities', 'events']).default('entities'),
  value: expression.optional(),
  dated_by: z.enum(['base', 'conversion']).default('base'),
});

const retention = z.strictObject({
  kind: z.literal('retention'),
  dataset: text,
  entity: text,
  where: where.optional(),
  mode: z.enum(['rate', 'kept', 'lost', 'lost_rate', 'formula', 'net', 'gross']),
  value: expression.optional(),
});

const duration = z.strictObject({
  kind: z.literal('duration'),
  dataset: text,
  start: text,
  end: text,
  where: where.optional(),
  statistic: z.enum(['mean', 'median', 'p75', 'p90', 'km_median']).default('median'),
  unit: z.enum(['second', 'minute', 'hour', 'day']).default('day'),
  time: z.enum(['calendar', 'business']).default('calendar'),
});

const cumulative = z.strictObject({
  kind: z.literal('cumulative'),
  of: simple,
  window: z.strictObject({ days: z.int().min(1).max(36_500) }).optional(),
  to_date: z.enum(['month', 'quarter', 'year', 'ever']).optional(),
});

const builtIn = z.strictObject({ kind: z.literal('built_in'), name: z.enum(['days', 'working_days']) });

type Leaf = z.output<
  typeof simple | typeof stock | typeof conversion | typeof retention | typeof duration | typeof cumulative | typeof builtIn
>;
export type MetricText =
  | Leaf
  | {
      readonly kind: 'ratio';
      readonly numerator: MetricText;
      readonly denominator: MetricText;
      readonly of: 'proportion' | 'amounts';
      readonly times?: number | undefined;
      readonly scale?: readonly [number | null, number | null] | undefined;
    }
  | {
      readonly kind: 'derived';
      readonly formula: string;
      readonly metrics: Readonly<Record<string, { readonly metric: MetricText; readonly offset?: number | undefined }>>;
    };

const metric: z.ZodType<MetricText> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    simple,
    stock,
    conversion,
    retention,
    duration,
    cumulative,
    builtIn,
    z.strictObject({
      kind: z.literal('ratio'),
      numerator: metric,
      denominator: metric,
      of: z.enum(['proportion', 'amounts']).default('amounts'),
      times: z.number().optional(),
      scale: scale.optional(),
    }),
    z.strictObject({
      kind: z.literal('derived'),
      /** `(won - cost) / cost`: names of `metrics`, numbers, + - * / and parentheses. */
      formula: text,
      metrics: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.strictObject({ metric, offset: z.int().min(0).max(120).optional() })),
    }),
  ]),
);

/** One text for both languages, or one each. */
const words = z.union([text, z.strictObject({ es: text, en: text })]);

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const example = z.strictObject({
  name: text,
  given: z.record(z.string(), z.array(z.record(z.string(), scalar)).min(1)),
  exported_at: z.iso.date().optional(),
  query: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    grain: z.enum(['day', 'week', 'month', 'quarter', 'year', 'total']).default('month'),
    by: z.array(text).optional(),
    where: z.array(text).optional(),
  }),
  expect: z
    .array(
      z.strictObject({
        start: z.iso.date().optional(),
        group: z.record(z.string(), z.string().nullable()).optional(),
        value: z.number().nullable(),
        numerator: z.number().nullable().optional(),
        denominator: z.number().nullable().optional(),
        n: z.number().optional(),
      }),
    )
    .min(1),
  because: text,
});

export const customKpiSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{2,59}$/),
  name: words,
  question: words.optional(),
  definition: words,
  why: words.optional(),
  rise: words.optional(),
  fall: words.optional(),
  caveats: words.optional(),
  area: z.enum(['marketing', 'leads', 'pipeline', 'customers', 'service', 'perception', 'receivables', 'people', 'adoption', 'data']),
  band: z.enum(['business', 'adoption', 'perception']).default('business'),
  direction: z.enum(['up', 'down', 'band', 'none']),
  timing: z.enum(['leading', 'lagging']).default('lagging'),
  nature: z.enum(['progress', 'activity', 'failure']).default('progress'),
  unit: z.enum(['rate', 'count', 'money', 'days', 'hours', 'minutes', 'seconds', 'score', 'ratio']),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).default('month'),
  version: z.int().min(1).default(1),
  status: z.enum(['draft', 'in_force']).default('in_force'),
  since: z.iso.date(),
  minimum_sample: z.int().min(0).default(0),
  guards: z.array(text).default([]),
  partner: text.nullable().default(null),
  drill_by: z.array(text).default([]),
  metric,
  examples: z.array(example).min(1),
});

export type CustomKpi = z.output<typeof customKpiSchema>;
