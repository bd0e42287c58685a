import { z } from 'zod';
import { type BatchSummary, listBatches } from '../../landing/batches.ts';
import { CuadroError } from '../../model/error.ts';
import { defineOperation } from '../operation.ts';
import { batchIdSchema, entityResultSchema } from '../output/batch.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';

const batchSchema = schemaOf<BatchSummary>()(
  z
    .strictObject({
      batch: batchIdSchema,
      source: z.string(),
      landed_at: instantSchema,
      mode: z.string().describe('delta: what is not in the files stays; full: it has vanished.'),
      files: z.array(z.strictObject({ name: z.string(), bytes: countSchema, sha256: z.string() })),
      entities: z.array(entityResultSchema),
    })
    .meta({ id: 'Batch' }),
);

const output = z.strictObject({ batches: z.array(batchSchema) });

/** The batches in force, oldest first. */
export const batchesOperation = defineOperation({
  id: 'batches',
  words: {
    es: 'las cargas vigentes, de la más antigua a la más reciente',
    en: 'the batches in force, oldest first',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/batches' },
  effect: 'read',
  on: 'warehouse',
  permission: 'data.read',
  run: async ({ actor, database, workspace }) => {
    // How much was loaded is a total of everybody's; who loads data must see it.
    const seesTotals = actor.rows.kind === 'all' || workspace.config.rights.totals === 'all' || actor.permissions.has('data.write');
    if (!seesTotals) throw new CuadroError({ code: 'no_rights', where: 'batches' });
    return { batches: await listBatches(database.session.run) };
  },
});
