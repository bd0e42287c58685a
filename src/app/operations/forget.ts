import { z } from 'zod';
import { erasePerson } from '../../landing/erasure/erase.ts';
import { erasedPersons } from '../../landing/erasure/suppress.ts';
import { removeLeftovers } from '../erasure/leftovers.ts';
import { removeNotices } from '../erasure/notices.ts';
import { personInput, recordSchema, requirePerson } from '../erasure/person.ts';
import { landingContext } from '../landing.ts';
import { defineOperation } from '../operation.ts';

/** Erases a person on request (GDPR, article 17). Without `confirm` it only tells what would go. */
export const forgetOperation = defineOperation({
  id: 'forget',
  words: {
    es: 'borra a una persona de todos los datos, a petición suya',
    en: 'erase a person from all data, at their request',
  },
  input: z.strictObject({ ...personInput, confirm: z.boolean().default(false) }),
  output: z.strictObject({
    done: z.boolean(),
    /** The pseudonym under which the audit log knows the person. */
    person: z.string(),
    records: z.array(recordSchema),
    /** Raw files that are written anew. */
    files: z.array(z.strictObject({ batch: z.string(), name: z.string(), rows: z.int() })),
    batches: z.array(z.string()),
    removed: z.array(z.string()),
    /** Backups made before: they still hold the person; restoring one asks for erasing again. */
    backups: z.array(z.strictObject({ path: z.string(), made_at: z.string(), sha256: z.string() })),
  }),
  rest: { method: 'POST', path: '/erasures' },
  effect: 'write',
  on: 'warehouse',
  permission: 'installation',
  audit: (_, { done, person, records, files }) => ({ done, person, records: records.length, files: files.length }),
  run: async (context, { confirm, ...asked }) => {
    const { db } = await context.store();
    const records = await requirePerson(context.database.session.run, asked);
    const landing = landingContext(context);
    const { person, files, batches } = await erasePerson(landing, records, !confirm);
    const known = confirm ? await erasedPersons(landing) : null;
    if (known) await removeNotices(db, (text) => known.redact(text) !== text);
    const removed = known ? removeLeftovers(context.workspace.folder, (text) => known.redact(text) !== text) : [];
    const backups = await db.selectFrom('backup_made').select(['path', 'made_at', 'sha256']).orderBy('made_at').execute();
    return { done: confirm, person, records, files, batches, removed, backups };
  },
});
