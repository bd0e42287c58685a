import { z } from 'zod';
import type { EntityResult } from '../../landing/batch/result.ts';
import type { Warning } from '../../landing/check/warnings.ts';
import { countSchema } from './period.ts';
import { schemaOf } from './schema-of.ts';

export const batchIdSchema = z.string().regex(/^b_[1-9]\d*$/);

const warningSchema = schemaOf<Warning>()(
  z.strictObject({
    code: z.enum(['missing_reference', 'time_order', 'future_time', 'negative_value', 'out_of_range', 'cycle', 'duplicate_row']),
    field: z.string().nullable().describe('Null where the whole row is meant.'),
    rows: countSchema,
  }),
);

export const entityResultSchema = schemaOf<EntityResult>()(
  z
    .strictObject({
      entity: z.string(),
      read: countSchema,
      created: countSchema,
      updated: countSchema,
      unchanged: countSchema,
      vanished: countSchema,
      rejected: countSchema,
      warnings: z.array(warningSchema),
    })
    .meta({ id: 'EntityResult', description: 'What became of the rows of one entity.' }),
);
