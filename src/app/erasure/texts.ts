import type { Kysely } from 'kysely';
import type { PersonRecord } from '../../landing/erasure/erase.ts';
import { idTrait, type Pseudonyms } from '../../landing/erasure/pseudonyms.ts';
import type { StoreDatabase } from '../../store/open.ts';

/** What people write in Cuadro, and the columns in which somebody may be named. */
const places = {
  comment: ['text', 'author_name', 'scope'],
  decision: ['what', 'why', 'decided_by', 'outcome', 'author_name', 'scope'],
  annotation: ['text', 'texts', 'author_name', 'scope'],
  action: ['title', 'hypothesis', 'texts', 'outcome', 'author_name', 'scope'],
  kudos: ['text', 'from_name'],
  review_decision: ['reason', 'author_name'],
  play: ['name', 'idea', 'steps', 'measure'],
  alert_mute: ['reason'],
} as const;

export type WrittenKind = keyof typeof places;
export const writtenKinds = Object.keys(places) as [WrittenKind, ...WrittenKind[]];

/** Columns that hold the id of a record of a person, beside its source and, where it may be another's, what it is of. */
const references = [
  { table: 'action', entity: 'user', source: 'owner_source', id: 'owner_user', of: null },
  { table: 'action', entity: 'user', source: 'person_source', id: 'person_user', of: null },
  { table: 'action', entity: 'lead', source: 'record_source', id: 'record_id', of: 'record_entity' },
  { table: 'kudos', entity: 'user', source: 'person_source', id: 'person_id', of: null },
] as const;

export interface Written {
  readonly kind: WrittenKind;
  readonly id: string;
  /** Each column as it is and as it is without the person. */
  readonly changed: Readonly<Record<string, { readonly was: string; readonly is: string }>>;
}

/** All of these columns are text. */
type Texts = Kysely<Record<string, Record<string, string | null>>>;

/** What of all that people have written names a person, by e-mail, telephone or a name of two words or more. */
export async function writtenOf(db: StoreDatabase, person: Pseudonyms): Promise<readonly Written[]> {
  const texts = db as unknown as Texts;
  const found: Written[] = [];
  for (const kind of writtenKinds) {
    const columns: readonly string[] = places[kind];
    for (const row of await texts
      .selectFrom(kind)
      .select(['id', ...columns])
      .orderBy('id')
      .execute()) {
      const changed = columns.flatMap((column) => {
        const was = row[column] ?? null;
        const is = was === null ? null : person.redact(was);
        return was === null || is === null || is === was ? [] : [[column, { was, is }] as const];
      });
      if (changed.length > 0) found.push({ kind, id: row.id ?? '', changed: Object.fromEntries(changed) });
    }
  }
  return found;
}

/** Puts the person's pseudonym where they were named, and in the place of their records' ids. Done twice it does nothing the second time. */
export async function eraseWritten(
  db: StoreDatabase,
  written: readonly Written[],
  { person, records }: { readonly person: Pseudonyms; readonly records: readonly PersonRecord[] },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const texts = transaction as unknown as Texts;
    for (const { kind, id, changed } of written)
      await texts
        .updateTable(kind)
        .set(Object.fromEntries(Object.entries(changed).map(([column, { is }]) => [column, is])))
        .where('id', '=', id)
        .execute();
    for (const { table, entity, source, id, of } of references)
      for (const record of records.filter((one) => one.entity === entity)) {
        const update = texts
          .updateTable(table)
          .set({ [id]: person.pseudonym('id', idTrait(entity, record.source, record.id)) })
          .where(source, '=', record.source)
          .where(id, '=', record.id);
        await (of === null ? update : update.where(of, '=', entity)).execute();
      }
  });
}
