import { z } from 'zod';
import { type BatchSummary, listBatches } from '../../landing/batches.ts';
import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { defineOperation } from '../operation.ts';
import { batchIdSchema, entityResultSchema } from '../output/batch.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import type { Actor } from '../rights/actor.ts';

const summarySchema = schemaOf<BatchSummary>()(
  z.strictObject({
    batch: batchIdSchema,
    source: z.string(),
    landed_at: instantSchema,
    mode: z.string().describe('delta: what is not in the files stays; full: it has vanished.'),
    files: z.array(z.strictObject({ name: z.string(), bytes: countSchema, sha256: z.string() })),
    entities: z.array(entityResultSchema),
  }),
);

const batchSchema = z
  .strictObject({
    ...summarySchema.shape,
    by: z.string().nullable().describe('Who loaded it, as the audit log has it; null: not known any more, or not for the reader.'),
  })
  .meta({ id: 'Batch' });

const output = z.strictObject({ batches: z.array(batchSchema) });

/** Who loaded each batch, by its id. */
async function loaders(db: StoreDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['actor_name', 'detail'])
    .where('operation', '=', 'import')
    .where('outcome', '=', 'ok')
    .orderBy('sequence')
    .execute();
  const found = new Map<string, string>();
  for (const { actor_name, detail } of rows) {
    const { batch } = detailSchema.parse(JSON.parse(detail));
    if (typeof batch === 'string') found.set(batch, actor_name);
  }
  return found;
}

const detailSchema = z.looseObject({ batch: z.string().nullish() });

/** Names of colleagues are for whoever loads data, and for who may read the audit log. */
const seesWho = ({ permissions }: Actor): boolean => permissions.has('data.write') || permissions.has('audit.read');

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
  run: async ({ actor, database, workspace, store }) => {
    // How much was loaded is a total of everybody's; who loads data must see it.
    const seesTotals = actor.rows.kind === 'all' || workspace.config.rights.totals === 'all' || actor.permissions.has('data.write');
    if (!seesTotals) throw new CuadroError({ code: 'no_rights', where: 'batches' });
    const by = seesWho(actor) ? await loaders((await store()).db) : null;
    return { batches: (await listBatches(database.session.run)).map((one) => ({ ...one, by: by?.get(one.batch) ?? null })) };
  },
});
