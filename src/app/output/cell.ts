import { z } from 'zod';
import type { Cell } from '../../metrics/cell.ts';
import type { Omission } from '../../metrics/engine.ts';
import { relativeSchema } from './change.ts';
import { countSchema, instantSchema, periodSchema, shareSchema } from './period.ts';
import { schemaOf } from './schema-of.ts';

const number = z.number().nullable();

/** The values of the dimensions that a figure is of; null: rows where it is unknown. */
export const groupSchema = z.record(z.string(), z.string().nullable());

export const cellSchema = schemaOf<Cell>()(
  z
    .strictObject({
      kpi: z.string(),
      variant: z.string(),
      version: z.string().describe('Of the definition: its number and a hash of it.'),
      period: periodSchema,
      group: groupSchema,
      value: number.describe('Rates are fractions, money is in the currency of the company.'),
      numerator: number.exactOptional(),
      denominator: number.exactOptional(),
      n: countSchema.describe('Usable rows behind the value; of a rate, behind its denominator.'),
      state: z.enum(['ok', 'zero', 'no_data', 'immature', 'partial', 'unavailable']),
      ci: z.tuple([z.number(), z.number()]).exactOptional().describe('95 % confidence.'),
      coverage: shareSchema.describe('Usable rows over rows that should have counted.'),
      watermark: instantSchema.nullable().describe('Up to when the data are complete.'),
      reasons: z.array(z.string()).describe('Codes: why the state is not ok, and what else to know.'),
      detail: z.record(z.string(), z.unknown()).nullable().describe('What a kind of metric says besides.'),
      comparison: z
        .strictObject({
          period: periodSchema,
          value: number,
          change: number,
          relative: relativeSchema,
        })
        .exactOptional(),
    })
    .meta({ id: 'Cell', description: 'One figure, with everything needed to trust it.' }),
);

export const omissionSchema = schemaOf<Omission>()(
  z.strictObject({ kpi: z.string(), period: periodSchema, reason: z.literal('incomplete'), watermark: instantSchema.nullable() }),
);
