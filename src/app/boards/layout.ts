import { z } from 'zod';

/** A card: a KPI, its variant (null: that in force), and how many columns of four it takes. */
const card = z.strictObject({
  kpi: z.string().min(1).max(200),
  variant: z.string().min(1).max(100).nullable().default(null),
  width: z.int().min(1).max(4).default(1),
});

/** How many cards a board holds: more is a list, not a board. */
export const mostCards = 60;

/** What a board shows, in reading order. */
export const boardLayout = z.strictObject({
  cards: z.array(card).max(mostCards).default([]),
  goals: z.array(z.string().min(1).max(100)).max(10).default([]).describe('The goals it was made for, as `choices` names them.'),
});

/** As answered: every field is there. */
export const boardLayoutOutput = z.strictObject({
  cards: z.array(z.strictObject({ kpi: z.string(), variant: z.string().nullable(), width: z.int() })),
  goals: z.array(z.string()),
});
