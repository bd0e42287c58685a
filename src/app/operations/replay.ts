import { z } from 'zod';
import { replayBatch } from '../../landing/batches.ts';
import { landingContext } from '../landing.ts';
import { defineOperation } from '../operation.ts';
import { batchIdSchema } from '../output/batch.ts';

const mapping = z.strictObject({ text: z.string(), file: z.string() });

/** A batch again from its original files, under a corrected mapping; later ones of its source follow. */
export const replayOperation = defineOperation({
  id: 'replay',
  words: {
    es: 'rehace un lote desde sus archivos originales con una correspondencia corregida',
    en: 'load a batch again from its original files under a corrected mapping',
  },
  input: z.strictObject({ batch: z.string().min(1), mapping }),
  output: z.strictObject({ replayed: z.array(batchIdSchema) }),
  rest: { method: 'POST', path: '/batches/{batch}/replay' },
  effect: 'write',
  on: 'warehouse',
  permission: 'data.write',
  run: async (context, input) => replayBatch(landingContext(context), input.batch, input.mapping),
});
