import { join } from 'node:path';
import { z } from 'zod';
import type { RuleDocument } from '../../landing/mapping/document.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema, shareSchema } from '../output/period.ts';
import { type RuleOutput, ruleSchema } from '../output/rule.ts';
import { type RecognisedTable, recogniseFiles, type UnreadFile } from '../recognised.ts';
import { filesOf } from '../uploads/paths.ts';

const mark = z.string().max(1);

const formatInput = z.strictObject({
  encoding: z.string().min(1).exactOptional(),
  delimiter: z.string().min(1).max(2).exactOptional(),
  quote: mark.exactOptional(),
  header: z.boolean().exactOptional(),
  skip: z.number().int().min(0).max(999_999).exactOptional(),
  decimal: z.enum(['.', ',']).exactOptional(),
  thousands: mark.exactOptional(),
  dates: z.string().min(1).max(40).exactOptional(),
});

const input = z.strictObject({
  /** Absolute; over the network `upload:ID`. */
  paths: z.array(z.string().min(1)).min(1).max(50),
  /** What a person has said already: how a table is written, what it holds. */
  said: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        sheet: z.string().nullable().default(null),
        format: formatInput.default({}),
        entity: z.string().nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
  language: z.enum(['es', 'en']),
});

const columnSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'integer', 'number', 'money', 'date', 'datetime', 'boolean']),
  dates: z.string().nullable().describe('Pattern of its dates; null: ISO, none, or not to be told.'),
  date_choices: z.array(z.string()).describe('Patterns that fit equally well: somebody has to say which.'),
  number_doubt: z.boolean().describe('Its numbers can be read in two ways.'),
  filled: countSchema.describe('Rows with a value.'),
  distinct: countSchema.describe('Different values.'),
  samples: z.array(z.string()),
  values: z
    .array(z.strictObject({ value: z.string(), rows: countSchema }))
    .nullable()
    .describe('All its values, the commonest first; null: too many to choose among.'),
});

const tableSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  kind: z.enum(['delimited', 'xlsx', 'parquet', 'jsonl']),
  bytes: countSchema,
  rows: countSchema,
  unread: countSchema.describe('Rows that cannot be read at all.'),
  format: z.strictObject({
    encoding: z.string(),
    delimiter: z.string(),
    quote: z.string(),
    header: z.boolean(),
    skip: countSchema,
    decimal: z.string().nullable(),
    thousands: z.string().nullable(),
    dates: z.string().nullable(),
  }),
  columns: z.array(columnSchema),
  sample: z.array(z.array(z.string().nullable())).describe('The first rows, cell by cell in the order of the columns.'),
  entity: z.string().nullable().describe('Null: nothing of the model, as far as names and values tell.'),
  confidence: shareSchema,
  candidates: z.array(z.strictObject({ entity: z.string(), confidence: shareSchema })),
  fields: z.array(z.strictObject({ field: z.string(), rule: ruleSchema, confidence: shareSchema })),
  unmapped: z.array(z.string()).describe('Columns that stay as the company’s own.'),
  doubts: z.array(
    z.strictObject({
      code: z.enum(['entity_unsure', 'id_missing', 'status_unknown', 'date_order_ambiguous', 'number_ambiguous', 'entity_twice']),
      column: z.string().nullable(),
      choices: z.array(z.string()),
    }),
  ),
});

const output = z.strictObject({
  tables: z.array(tableSchema),
  unread: z
    .array(z.strictObject({ file: z.string(), code: z.string(), message: z.string(), fix: z.string().nullable() }))
    .describe('Files that cannot be read, and why.'),
});

export type RecogniseOutput = Frozen<z.output<typeof output>>;
type TableOutput = RecogniseOutput['tables'][number];

const round = (share: number): number => Math.round(share * 100) / 100;
/** Without keys that are there and undefined. */
const ruleOf = (rule: string | RuleDocument): RuleOutput =>
  typeof rule === 'string' ? rule : ruleSchema.parse(JSON.parse(JSON.stringify(rule)));

function tableOf({ file, sheet, format, profile, suggested, candidates }: RecognisedTable): TableOutput {
  return {
    file: file.name,
    sheet,
    kind: file.kind,
    bytes: file.bytes,
    rows: profile.rows,
    unread: profile.unread,
    format: {
      encoding: format.encoding,
      delimiter: format.delimiter,
      quote: format.quote,
      header: format.header,
      skip: format.skip,
      decimal: format.decimal,
      thousands: format.thousands,
      // Rules over several columns read them by the file's pattern.
      dates: format.dates ?? suggested?.dates ?? null,
    },
    columns: format.columns.map(({ name, kind, dates, dateChoices, numberDoubt, samples }, index) => ({
      name,
      kind,
      dates,
      date_choices: [...dateChoices],
      number_doubt: numberDoubt,
      filled: profile.columns[index]?.filled ?? 0,
      distinct: profile.columns[index]?.distinct ?? 0,
      samples: [...samples],
      values: profile.columns[index]?.values ?? null,
    })),
    sample: profile.sample,
    entity: suggested?.entity ?? null,
    confidence: round(suggested?.confidence ?? 0),
    candidates: candidates.map(({ entity, confidence }) => ({ entity, confidence: round(confidence) })),
    fields: (suggested?.columns ?? []).map(({ field, rule, confidence }) => ({ field, rule: ruleOf(rule), confidence: round(confidence) })),
    unmapped: suggested?.unmapped ?? format.columns.map(({ name }) => name),
    doubts: (suggested?.doubts ?? []).map(({ code, column, choices }) => ({ code, column, choices: [...choices] })),
  };
}

const unreadOf = ({ file, problem: { code, message, fix } }: UnreadFile): RecogniseOutput['unread'][number] => ({
  file,
  code,
  message,
  fix,
});

/** What files hold before anything is loaded: how they are written, what each column means, what is in doubt. */
export const recogniseOperation = defineOperation({
  id: 'recognise',
  words: {
    es: 'qué parecen contener unos archivos antes de cargarlos: formato, entidad, columnas y dudas',
    en: 'what files seem to hold before they are loaded: format, entity, columns and doubts',
  },
  input,
  output,
  rest: { method: 'POST', path: '/batches/recognise' },
  effect: 'read',
  on: 'store',
  permission: 'data.write',
  run: async (context, { paths: given, said, language }): Promise<RecogniseOutput> => {
    const paths = await filesOf(context, given);
    const { tables, unread } = await recogniseFiles(paths, { said, scratch: join(context.workspace.folder, 'tmp'), language });
    return { tables: tables.map(tableOf), unread: unread.map(unreadOf) };
  },
});
