import { z } from 'zod';
import { erasePerson, pseudonymsOf } from '../../landing/erasure/erase.ts';
import { leftoversOf, removeLeftovers } from '../erasure/leftovers.ts';
import { removeNotices } from '../erasure/notices.ts';
import { personInput, recordSchema, requirePerson } from '../erasure/person.ts';
import { eraseWritten, writtenKinds, writtenOf } from '../erasure/texts.ts';
import { landingContext } from '../landing.ts';
import { defineOperation } from '../operation.ts';
import { forgetAnswers } from '../result-cache.ts';

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
    /** What people have written here that names the person, who stands in it under the pseudonym of their name afterwards. */
    written: z.array(z.strictObject({ kind: z.enum(writtenKinds), id: z.string() })),
    /** Files that no batch stands for, below the workspace: whoever needs them brings them again. */
    removed: z.array(z.string()),
    /** Backups made before: they still hold the person; restoring one asks for erasing again. */
    backups: z.array(z.strictObject({ path: z.string(), made_at: z.string(), sha256: z.string() })),
  }),
  rest: { method: 'POST', path: '/erasures' },
  effect: 'write',
  on: 'warehouse',
  // A reader beside it would go on holding, and keep for later, answers from before.
  lane: 'alone',
  permission: 'installation',
  audit: (_, { done, person, records, files, written }) => ({
    ...{ done, person, records: records.length, files: files.length },
    written: written.length,
  }),
  run: async (context, { confirm, ...asked }) => {
    const { db } = await context.store();
    const records = await requirePerson(context.database.session.run, asked);
    const landing = landingContext(context);
    const own = await pseudonymsOf(landing, records);
    const written = await writtenOf(db, own);
    const removed = leftoversOf(context.workspace.folder);
    // First what stands beside the records: once they are gone nobody finds the person to go on with.
    if (confirm) {
      await removeNotices(db, (text) => own.redact(text) !== text);
      await eraseWritten(db, written, { person: own, records });
      removeLeftovers(context.workspace.folder, removed);
    }
    const { person, files, batches } = await erasePerson(landing, records, !confirm);
    if (confirm) forgetAnswers(context.database);
    const backups = await db.selectFrom('backup_made').select(['path', 'made_at', 'sha256']).orderBy('made_at').execute();
    const named = written.map(({ kind, id }) => ({ kind, id }));
    return { done: confirm, person, records, files, batches, written: named, removed, backups };
  },
});
