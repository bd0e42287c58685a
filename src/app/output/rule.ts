import { z } from 'zod';

/** How a field gets its value, as a mapping says it (CLI contract, Mapping). */
export const ruleSchema = z
  .union([
    z.string(),
    z.strictObject({
      from: z.string().exactOptional(),
      values: z.record(z.string(), z.string().nullable()).exactOptional(),
      default: z.string().exactOptional(),
      empty: z.array(z.string()).exactOptional(),
      dates: z.string().exactOptional(),
      money: z.boolean().exactOptional(),
      decimal: z.enum(['.', ',']).exactOptional(),
      value: z.string().exactOptional(),
      sql: z.string().exactOptional(),
      row: z.literal(true).exactOptional(),
    }),
  ])
  .describe('A column by its name, or a rule of the mapping.');

export type RuleOutput = z.output<typeof ruleSchema>;
