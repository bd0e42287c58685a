import { z } from 'zod';
import type { ShownTerm } from '../../kpis/glossary.ts';
import type { Area, Band, Direction, KpiTexts, Nature, Need, ParameterValue, Tag, Timing, Unit } from '../../kpis/kpi.ts';
import type { Grain } from '../../metrics/query.ts';
import { schemaOf } from './schema-of.ts';

export const areaSchema = schemaOf<Area>()(
  z.enum(['marketing', 'leads', 'pipeline', 'customers', 'service', 'perception', 'receivables', 'people', 'adoption', 'data']),
);
export const bandSchema = schemaOf<Band>()(z.enum(['business', 'adoption', 'perception']));
export const directionSchema = schemaOf<Direction>()(z.enum(['up', 'down', 'band', 'none']));
export const timingSchema = schemaOf<Timing>()(z.enum(['leading', 'lagging']));
export const natureSchema = schemaOf<Nature>()(z.enum(['progress', 'activity', 'failure']));
export const unitSchema = schemaOf<Unit>()(
  z
    .enum(['rate', 'count', 'money', 'days', 'hours', 'minutes', 'seconds', 'score', 'ratio', 'correlation'])
    .meta({ id: 'Unit', description: 'A rate is a fraction; money is in the currency of the company; a correlation runs from −1 to 1.' }),
);
export const kpiGrainSchema = schemaOf<Exclude<Grain, 'total'>>()(z.enum(['day', 'week', 'month', 'quarter', 'year']));
export const tagSchema = schemaOf<Tag>()(
  z.enum([
    'sales',
    'marketing',
    'digital_marketing',
    'marketing_effectiveness',
    'customer_satisfaction',
    'customer_value',
    'customer_relationship',
    'brand_value',
    'cost',
    'revenue',
    'quality',
    'work_effectiveness',
    'investment',
    'market_demand',
    'business_performance',
    'finance',
    'time_management',
    'profitability',
  ]),
);
export const parameterSchema = schemaOf<ParameterValue>()(z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]));
export const needSchema = schemaOf<Need>()(
  z.union([z.string(), z.array(z.string())]).describe('entity.field that must hold data; of a list, any one.'),
);
export const textsSchema = schemaOf<KpiTexts>()(
  z.strictObject({
    name: z.string(),
    question: z.string(),
    definition: z.string(),
    formula: z.string(),
    why: z.string(),
    rise: z.string(),
    fall: z.string(),
    caveats: z.string(),
  }),
);

export const shownTermSchema = schemaOf<ShownTerm>()(
  z.strictObject({
    term: z.enum(['lead', 'prospect', 'qualified', 'acquired', 'converted', 'customer', 'churn_date', 'active']),
    name: z.string(),
    setting: z.string().describe('Where in cuadro.yaml it is chosen.'),
    value: z.union([z.string(), z.number()]),
    means: z.string(),
    others: z.array(z.strictObject({ value: z.string(), means: z.string() })),
  }),
);

/** Something with an id, and its name in the language asked for. */
export const namedSchema = z.strictObject({ id: z.string(), name: z.string() });
