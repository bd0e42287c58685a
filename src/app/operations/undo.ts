import { z } from 'zod';
import { undoBatch } from '../../landing/batches.ts';
import { landingContext } from '../landing.ts';
import { defineOperation } from '../operation.ts';
import { batchIdSchema } from '../output/batch.ts';

/** As if a batch had never been imported; later ones of its source are applied again without it. */
export const undoOperation = defineOperation({
  id: 'undo',
  words: {
    es: 'deshace un lote, como si nunca se hubiera cargado',
    en: 'undo a batch, as if it had never been loaded',
  },
  input: z.strictObject({ batch: z.string().min(1) }),
  output: z.strictObject({ undone: batchIdSchema, replayed: z.array(batchIdSchema) }),
  rest: { method: 'POST', path: '/batches/{batch}/undo' },
  effect: 'write',
  on: 'warehouse',
  permission: 'data.write',
  run: async (context, { batch }) => undoBatch(landingContext(context), batch),
});
