import { z } from 'zod';

/** Of a change: the share that it is of what was before. */
export const relativeSchema = z
  .number()
  .nullable()
  .describe(
    'The change as a share of what was before. Null of rates, scores and correlations, whose change is told as a difference (in points), and where what was before is not above zero.',
  );
