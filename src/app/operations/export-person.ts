import { z } from 'zod';
import { pseudonymsOf } from '../../landing/erasure/erase.ts';
import { entities } from '../../model/registry.ts';
import { personInput, recordSchema, requirePerson } from '../erasure/person.ts';
import { writtenKinds, writtenOf } from '../erasure/texts.ts';
import { landingContext } from '../landing.ts';
import { defineOperation } from '../operation.ts';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** All that is held about a person (GDPR, article 15), with where it stands. */
export const exportPersonOperation = defineOperation({
  id: 'export_person',
  words: {
    es: 'saca todo lo que se guarda sobre una persona',
    en: 'write out all that is held about a person',
  },
  input: z.strictObject(personInput),
  output: z.strictObject({
    records: z.array(recordSchema),
    /** Rows of the warehouse: the person's own, and those that refer to them. `state`: `main`, or `history` for what it was before. */
    found: z.array(
      z.strictObject({
        state: z.enum(['main', 'history']),
        entity: z.string(),
        by: z.string(),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    /** Batches whose raw files brought these rows. */
    batches: z.array(z.string()),
    /** What people have written here that names the person. */
    written: z.array(z.strictObject({ kind: z.enum(writtenKinds), id: z.string(), texts: z.array(z.string()) })),
    /** An account of Cuadro with one of the addresses. */
    accounts: z.array(z.strictObject({ id: z.string(), name: z.string(), email: z.string(), last_seen_at: z.string().nullable() })),
    backups: z.array(z.strictObject({ path: z.string(), made_at: z.string() })),
  }),
  rest: { method: 'POST', path: '/person-exports' },
  effect: 'read',
  on: 'warehouse',
  permission: 'installation',
  audit: (_, { records, found }) => ({ records: records.length, rows: found.reduce((sum, { rows }) => sum + rows.length, 0) }),
  run: async (context, asked) => {
    const { database, store, signal } = context;
    const { run } = database.session;
    const records = await requirePerson(run, asked);
    const found: { state: 'main' | 'history'; entity: string; by: string; rows: Record<string, unknown>[] }[] = [];
    const addresses = new Set<string>();
    const batches = new Set<number>();
    const look = async (entity: string, by: string, condition: string): Promise<void> => {
      signal?.throwIfAborted();
      for (const state of ['main', 'history'] as const) {
        const rows = await run(`select * from ${state}."${entity}" where ${condition}`);
        if (rows.length === 0) continue;
        for (const row of rows) {
          batches.add(Number(row._batch));
          if (by === 'id' && typeof row.email === 'string') addresses.add(row.email.trim().toLowerCase());
        }
        const shown = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
        found.push({ state, entity, by, rows: shown });
      }
    };
    for (const { entity, source, id } of records) {
      const here = `_source = ${text(source)}`;
      await look(entity, 'id', `${here} and id = ${text(id)}`);
      for (const other of entities.values()) {
        for (const [name, field] of Object.entries(other.fields))
          if (field.type === 'reference' && field.entity === entity) await look(other.name, name, `${here} and "${name}" = ${text(id)}`);
        if ('record_id' in other.fields && 'entity' in other.fields)
          await look(other.name, 'record_id', `${here} and entity = ${text(entity)} and record_id = ${text(id)}`);
      }
    }
    const { db } = await store();
    const accounts =
      addresses.size === 0
        ? []
        : await db
            .selectFrom('auth_user')
            .leftJoin('member', 'member.user_id', 'auth_user.id')
            .select(['auth_user.id', 'auth_user.name', 'auth_user.email', 'member.last_seen_at'])
            .where('auth_user.email', 'in', [...addresses])
            .execute();
    const backups = await db.selectFrom('backup_made').select(['path', 'made_at']).orderBy('made_at').execute();
    const known = [...batches].sort((left, right) => left - right).map((number) => `b_${number}`);
    const written = (await writtenOf(db, await pseudonymsOf(landingContext(context), records))).map(({ kind, id, changed }) => ({
      ...{ kind, id },
      texts: Object.values(changed).map(({ was }) => was),
    }));
    return { records: [...records], found, batches: known, written, accounts, backups };
  },
});
