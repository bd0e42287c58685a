import { z } from 'zod';
import { calendarDay } from '../model/calendar-day.ts';

export const grains = ['day', 'week', 'month', 'quarter', 'year', 'total'] as const;
export type Grain = (typeof grains)[number];

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
  variant: z.string().optional().describe('Another way to compute it; the KPI names its own.'),
  /** Dates of the business calendar, both included. Without them: the 12 complete months before the watermark. */
  from: calendarDay.optional(),
  to: calendarDay.optional(),
  grain: z.enum(grains).default('month'),
  by: z.array(z.string().min(1)).default([]).describe('Dimensions to group by.'),
  where: z.array(conditionSchema).default([]).describe('Only rows that meet all of these.'),
  asOf: calendarDay.optional().describe('The world as it was at the end of that day.'),
  knownAt: calendarDay.optional().describe('What had been loaded by that day.'),
  attributes: z.enum(['then', 'now']).default('then').describe('Attributes of records as they were at the time, or as they are now.'),
  compare: z
    .union([z.enum(['previous', 'year']), z.strictObject({ from: calendarDay, to: calendarDay })])
    .optional()
    .describe('With the period before, the same a year before, or one of your own.'),
  align: z
    .enum(['to_date', 'full'])
    .default('to_date')
    .describe('A period that runs is compared with as many days of the other, or with all of it.'),
  periods: z.enum(['complete', 'partial']).default('complete').describe('Whether periods that are not over are left out or shown.'),
});

export type Query = z.infer<typeof querySchema>;
export type QueryInput = z.input<typeof querySchema>;
export type Condition = z.infer<typeof conditionSchema>;
