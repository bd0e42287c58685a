import { z } from 'zod';

export const grains = ['day', 'week', 'month', 'quarter', 'year', 'total'] as const;
export type Grain = (typeof grains)[number];

const calendarDate = z.iso.date();

/** One comparison of a dimension. `null` with `=` asks for rows where it is unknown. */
export const conditionSchema = z
  .strictObject({
    dimension: z.string().min(1),
    op: z.enum(['=', '!=', '>=', '<=']),
    value: z.string().nullable(),
  })
  .meta({ id: 'Condition' });

export const querySchema = z.strictObject({
  kpis: z.array(z.string().min(1)).min(1),
  variant: z.string().optional(),
  /** Dates of the business calendar, both included. Without them: the 12 complete months before the watermark. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  grain: z.enum(grains).default('month'),
  by: z.array(z.string().min(1)).default([]),
  where: z.array(conditionSchema).default([]),
  asOf: calendarDate.optional(),
  knownAt: calendarDate.optional(),
  attributes: z.enum(['then', 'now']).default('then'),
  compare: z.union([z.enum(['previous', 'year']), z.strictObject({ from: calendarDate, to: calendarDate })]).optional(),
  align: z.enum(['to_date', 'full']).default('to_date'),
  periods: z.enum(['complete', 'partial']).default('complete'),
});

export type Query = z.infer<typeof querySchema>;
export type QueryInput = z.input<typeof querySchema>;
export type Condition = z.infer<typeof conditionSchema>;
