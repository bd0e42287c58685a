import { z } from 'zod';
import { mappingOfBatch } from '../../landing/batches.ts';
import { rejectedPath } from '../../landing/reject/file.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { batchIdSchema } from '../output/batch.ts';
import { countSchema } from '../output/period.ts';
import { problemSchema } from '../output/problem.ts';
import { problemsOf, rejectedRows } from '../rejected.ts';

const input = z.strictObject({
  batch: batchIdSchema,
  /** How many rejected rows to give with it. */
  rejected: z.coerce.number().int().min(0).max(100_000).default(0),
});

const output = z.strictObject({
  batch: batchIdSchema,
  source: z.string(),
  mapping: z.strictObject({ file: z.string(), text: z.string() }).describe('By which it was loaded.'),
  problems: z.array(problemSchema).describe('What is wrong with its rejected rows, the commonest first.'),
  rejected: z.strictObject({
    total: countSchema,
    rows: z.array(
      z.strictObject({
        file: z.string(),
        line: countSchema.nullable(),
        column: z.string().nullable(),
        value: z.string().nullable(),
        code: z.string(),
        reason: z.string(),
      }),
    ),
  }),
});

export type BatchOutput = Frozen<z.output<typeof output>>;

/** One batch: by which mapping it was loaded, and what was left out of it. For whoever mends it: raw values stand in it. */
export const batchOperation = defineOperation({
  id: 'batch',
  words: {
    es: 'un lote: con qué correspondencia se cargó y qué filas quedaron fuera, agrupadas por lo que hay que corregir',
    en: 'one batch: the mapping it was loaded by, and the rows left out of it, by what there is to mend',
  },
  input,
  output,
  rest: { method: 'GET', path: '/batches/{batch}' },
  effect: 'read',
  on: 'warehouse',
  permission: 'data.write',
  run: async ({ database, workspace: { folder } }, { batch, rejected }): Promise<BatchOutput> => {
    const { run } = database.session;
    const { source, text, file } = await mappingOfBatch(run, batch);
    const path = rejectedPath(folder, batch);
    return {
      batch,
      source,
      mapping: { file, text },
      problems: await problemsOf(run, path),
      rejected: path === null ? { total: 0, rows: [] } : await rejectedRows(run, path, rejected),
    };
  },
});
