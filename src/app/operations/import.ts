import { z } from 'zod';
import type { ImportResult } from '../../landing/batch/result.ts';
import { importFiles } from '../../landing/import.ts';
import type { MappingDocument } from '../../landing/mapping/document.ts';
import type { SuggestedFile } from '../../landing/recognition/recognise.ts';
import { landingContext } from '../landing.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { batchIdSchema, entityResultSchema } from '../output/batch.ts';
import { shareSchema } from '../output/period.ts';
import { problemSchema } from '../output/problem.ts';
import { schemaOf } from '../output/schema-of.ts';
import { problemsOf } from '../rejected.ts';
import { suggestFor, sureMapping } from '../suggest.ts';
import { filesOf } from '../uploads/paths.ts';
import { isSample, unmarkSample } from '../workspace/sample.ts';
import { removeSampleFrom } from '../workspace/sample-store.ts';

const input = z.strictObject({
  /** Absolute; over the network `upload:ID`. */
  paths: z.array(z.string().min(1)).min(1),
  /** The mapping's text, and its name for messages; null: recognise the files. */
  mapping: z.strictObject({ text: z.string(), file: z.string() }).nullable().default(null),
  source: z.string().min(1).max(64).nullable().default(null),
  dryRun: z.boolean().default(false),
  strict: z.boolean().default(false),
  /** Whether to tell of the rejected rows what is wrong with them. */
  problems: z.boolean().default(false),
});

const resultSchema = schemaOf<ImportResult>()(
  z.strictObject({
    batch: batchIdSchema.nullable().describe('Null when nothing changed.'),
    source: z.string(),
    entities: z.array(entityResultSchema),
    ignored_files: z.array(z.string()),
    rejected_file: z.string().nullable().describe('Null when no row was rejected.'),
    seconds: z.number().min(0),
  }),
);

const output = z.strictObject({
  ...resultSchema.shape,
  recognised: z
    .array(z.strictObject({ file: z.string(), entity: z.string(), confidence: shareSchema, columns: z.record(z.string(), z.string()) }))
    .exactOptional()
    .describe('Without a mapping: what the files were taken for.'),
  problems: z.array(problemSchema).exactOptional().describe('Where asked for: what is wrong with the rejected rows, the commonest first.'),
});

export type ImportOutput = Frozen<z.output<typeof output>>;

const sourceOf = (rule: SuggestedFile['columns'][number]['rule']): string =>
  typeof rule === 'string' ? rule : (rule.from ?? (rule.value === undefined ? rule.sql : `= ${rule.value}`) ?? '(row)');

const reportOf = ({ file, entity, confidence, columns }: SuggestedFile): NonNullable<ImportOutput['recognised']>[number] => ({
  file,
  entity,
  confidence: Math.round(confidence * 100) / 100,
  columns: Object.fromEntries(columns.map(({ field, rule }) => [field, sourceOf(rule)])),
});

/** With data of one's own the company is not the sample any more, which may be looked at without an account. */
async function noted(
  { workspace: { folder }, database, store }: OperationContext,
  result: ImportResult,
  problems: boolean,
): Promise<ImportResult & Pick<ImportOutput, 'problems'>> {
  if (result.batch !== null && isSample(folder)) {
    await removeSampleFrom((await store()).db);
    await unmarkSample(folder);
  }
  return problems ? { ...result, problems: await problemsOf(database.session.run, result.rejected_file) } : result;
}

/** Files in, as one batch: all or nothing. */
export const importOperation = defineOperation({
  id: 'import',
  words: {
    es: 'carga archivos que están en el servidor, como un lote: todo o nada',
    en: 'load files that are on the server, as one batch: all or nothing',
  },
  input,
  output,
  rest: { method: 'POST', path: '/batches' },
  effect: 'write',
  on: 'warehouse',
  permission: 'data.write',
  audit: ({ dryRun }, { batch, source, entities }) => ({
    dry_run: dryRun,
    batch,
    source,
    rows: Object.fromEntries(entities.map(({ entity, read }) => [entity, read])),
  }),
  run: async (context, { paths: given, mapping, source, dryRun, strict, problems }): Promise<ImportOutput> => {
    const paths = await filesOf(context, given);
    const request = { paths, source, mode: null, dryRun, strict };
    if (mapping) return noted(context, await importFiles(landingContext(context), { ...request, mapping, suggest: null }), problems);
    const suggestion = await suggestFor(paths);
    const document: MappingDocument = sureMapping(suggestion);
    const result = await importFiles(landingContext(context), { ...request, mapping: null, suggest: () => ({ document }) });
    return { ...(await noted(context, result, problems)), recognised: suggestion.files.map(reportOf) };
  },
});
