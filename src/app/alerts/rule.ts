import { z } from 'zod';
import { type AlertRule, ruleGrains } from '../../insights/alerts/rule.ts';
import { memberRoles } from '../people/grant.ts';

const text = z.string().trim().min(1).max(200);

/** What has to happen. */
export const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('threshold'), side: z.enum(['above', 'below']), value: z.number() }),
  z.strictObject({
    kind: z.literal('target'),
    by: z.number().min(0).max(1).default(0).describe('Worse than the target by more than this share of it.'),
  }),
  z.strictObject({
    kind: z.literal('change'),
    against: z.enum(['previous', 'year']).default('previous'),
    side: z.enum(['rise', 'fall']),
    by: z.number().min(0).describe('In the unit of the KPI (0.02: two points of a rate), or a share of what was.'),
    in: z.enum(['unit', 'share']).default('unit'),
  }),
  z.strictObject({ kind: z.literal('anomaly'), side: z.enum(['worse', 'better', 'rise', 'fall', 'either']).default('worse') }),
  z.strictObject({ kind: z.literal('mix'), by: text, share: z.number().min(0.01).max(1).default(0.1) }),
  z.strictObject({ kind: z.literal('guard') }),
  z.strictObject({ kind: z.literal('stale'), days: z.int().min(1).max(366) }),
  z.strictObject({ kind: z.literal('reading'), rule: text, outcomes: z.array(text).min(1).max(10) }),
]);

/** Who is told beside whoever made the rule; nobody: those who look after all. */
export const routeSchema = z.strictObject({
  roles: z.array(z.enum(memberRoles)).max(6).default([]),
  departments: z.array(text).max(20).default([]),
  teams: z.array(text).max(20).default([]),
  members: z.array(z.string().min(1).max(200)).max(100).default([]),
  channels: z.array(z.string().min(1).max(200)).max(20).default([]),
});

export type Route = z.output<typeof routeSchema>;

export const nobody: Route = { roles: [], departments: [], teams: [], members: [], channels: [] };

/** What is stored of a rule, and given to make one. */
export const ruleSchema = z.strictObject({
  kpi: z.string().min(1).max(100),
  scope: text.nullable().default(null).describe('DIM=VALUE: owner.team=Ventas, segment=VIP. Null: the company.'),
  each: text.nullable().default(null).describe('For each member of this dimension by itself: product.name.'),
  grain: z.enum(ruleGrains).nullable().default(null).describe('Null: the one that the KPI is best read by.'),
  condition: conditionSchema,
  least_sample: z.int().min(0).nullable().default(null).describe('Below so many rows nothing is said; null: the KPI’s own least.'),
  breaches: z.int().min(1).max(12).default(1).describe('In how many periods in a row before anybody is told.'),
  clears: z.int().min(1).max(12).default(2).describe('How many good periods in a row end it.'),
  route: routeSchema.default(nobody),
  escalate_after: z
    .int()
    .min(1)
    .max(24 * 90)
    .nullable()
    .default(null)
    .describe('Hours without anybody taking it on after which the owners are told; null: never.'),
});

export type RuleText = z.output<typeof ruleSchema>;

export const ruleOf = (id: string, { kpi, scope, each, grain, condition, least_sample, breaches, clears }: RuleText): AlertRule => ({
  id,
  kpi,
  scope,
  each,
  grain,
  condition,
  leastSample: least_sample,
  patience: { breaches, clears },
});
