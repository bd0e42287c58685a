import { z } from 'zod';

/**
 * The mapping file as people write it (CLI contract, Mapping). Scalars arrive as text, for `007` or `1.10` in a mapping is
 * what it says; booleans and null as themselves.
 */
const scalar = z.union([z.string(), z.boolean().transform(String)]);
const name = z.string().min(1);
const flag = z.boolean();
const mark = z.string().max(1);

const ruleSchema = z.strictObject({
  from: name.optional(),
  values: z.record(z.string(), scalar.nullable()).optional(),
  default: scalar.optional(),
  empty: z.array(z.union([scalar, z.null().transform(() => '')])).optional(),
  dates: name.optional(),
  money: flag.optional(),
  decimal: z.enum(['.', ',']).optional(),
  value: scalar.optional(),
  sql: name.optional(),
  row: z.literal(true).optional(),
});

const formatSchema = z.strictObject({
  encoding: name.optional(),
  delimiter: name.optional(),
  quote: mark.optional(),
  header: flag.optional(),
  skip: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
  sheet: name.optional(),
  decimal: z.enum(['.', ',']).optional(),
  thousands: mark.optional(),
  dates: name.optional(),
});

const entrySchema = z.strictObject({
  file: name.optional(),
  query: name.optional(),
  where: name.optional(),
  entity: name.optional(),
  format: formatSchema.optional(),
  columns: z.record(z.string(), z.union([name, ruleSchema])).optional(),
});

export const documentSchema = z.strictObject({
  source: name.max(64).optional(),
  timezone: name.optional(),
  exported_at: name.optional(),
  mode: z.enum(['delta', 'full']).optional(),
  files: z.array(entrySchema).min(1),
});

/** What a mapping file says, before it is checked against the model and the files. Also what `--suggest` prints as YAML. */
export type MappingDocument = z.infer<typeof documentSchema>;
export type EntryDocument = MappingDocument['files'][number];
export type RuleDocument = z.infer<typeof ruleSchema>;
