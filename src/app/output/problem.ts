import { z } from 'zod';
import { countSchema } from './period.ts';

/** What is wrong with rows in the same way: one thing to mend. */
export const problemSchema = z
  .strictObject({
    file: z.string(),
    column: z.string().nullable().describe('Null: the whole row.'),
    code: z.string(),
    reason: z.string().describe('In the language of the workspace.'),
    rows: countSchema,
    lines: z.array(countSchema).describe('The first ones, for looking them up.'),
    values: z.array(z.strictObject({ value: z.string(), rows: countSchema })).describe('The commonest.'),
  })
  .meta({ id: 'RowProblem' });
