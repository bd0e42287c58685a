import { z } from 'zod';
import { readCondition } from './condition.ts';

/** What a segment can be a set of. */
export const segmentEntities = ['account', 'contact', 'lead', 'opportunity'] as const;

/** Stages of an account's life, as `account_stage_span` has them. */
export const lifeStages = ['lead', 'opportunity', 'customer', 'lapsed'] as const;

/**
 * Which class each pair of scores makes: by recency (5 the latest) and by the mean of frequency and amount, halves up (5 the most).
 * The 25 pairs are parted among the classes without a rest.
 */
const rfmGrid = {
  champions: { recency: [4, 5], value: [4, 5] },
  loyal: [
    { recency: [4, 5], value: [3, 3] },
    { recency: [3, 3], value: [4, 5] },
  ],
  potential_loyal: { recency: [4, 5], value: [2, 2] },
  recent: { recency: [4, 5], value: [1, 1] },
  needs_attention: { recency: [3, 3], value: [2, 3] },
  about_to_sleep: { recency: [3, 3], value: [1, 1] },
  cannot_lose: { recency: [1, 1], value: [4, 5] },
  at_risk: [
    { recency: [2, 2], value: [3, 5] },
    { recency: [1, 1], value: [3, 3] },
  ],
  hibernating: { recency: [2, 2], value: [1, 2] },
  lost: { recency: [1, 1], value: [1, 2] },
} as const;

export type RfmClass = keyof typeof rfmGrid;
export const rfmClasses = Object.keys(rfmGrid) as [RfmClass, ...RfmClass[]];

/** The boxes of each class in the grid of scores; both ends of a range belong to it. */
export const rfmBoxes: readonly {
  readonly name: RfmClass;
  readonly recency: readonly [number, number];
  readonly value: readonly [number, number];
}[] = rfmClasses.flatMap((name) => [rfmGrid[name]].flat().map((box) => ({ name, ...box })));

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item).min(1)]);

const rule = z
  .string()
  .refine((text) => readCondition(text) !== null, { error: 'DIM=VALUE, DIM!=VALUE, DIM>=VALUE, DIM<=VALUE' })
  .refine((text) => readCondition(text)?.dimension !== 'segment', { error: 'no segment=' });

/** A saved set of accounts, contacts, leads or deals: all that it states must hold. */
export const segmentSchema = z
  .strictObject({
    of: z.enum(segmentEntities),
    /** Conditions on the entity's own dimensions, read as `--where` reads them. */
    where: z.array(rule).default([]),
    /** Of accounts: one of these classes of recency, frequency and amount. */
    rfm: oneOrMore(z.enum(rfmClasses)).optional(),
    /** Of accounts: one of these stages of life. */
    stage: oneOrMore(z.enum(lifeStages)).optional(),
  })
  .refine(({ where, rfm, stage }) => where.length > 0 || rfm !== undefined || stage !== undefined, { error: 'where, rfm, stage' })
  .refine(({ of, rfm }) => rfm === undefined || of === 'account', { error: 'of: account', path: ['rfm'] })
  .refine(({ of, stage }) => stage === undefined || of === 'account', { error: 'of: account', path: ['stage'] });

export type Segment = z.infer<typeof segmentSchema>;

/** How far back scores of recency, frequency and amount look; null where no segment asks for them, and they are not worked out. */
export const rfmOf = (settings: {
  readonly segments: Readonly<Record<string, Segment>>;
  readonly rfm: { readonly months: number };
}): { readonly months: number } | null => (Object.values(settings.segments).some(({ rfm }) => rfm !== undefined) ? settings.rfm : null);
