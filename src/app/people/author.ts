import type { StoreDatabase } from '../../store/open.ts';
import type { Actor } from '../rights/actor.ts';

/** Who wrote something: an account, or the name of someone without one. */
interface Signed {
  readonly author_id: string | null;
  readonly author_name: string | null;
}

/** @returns the name of each of these accounts */
export async function namesOf(db: StoreDatabase, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const rows = await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', asked).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The name to show; null: written at the machine itself, or by someone who has left. */
export const authorOf = ({ author_id, author_name }: Signed, names: ReadonlyMap<string, string>): string | null =>
  author_id === null ? author_name : (names.get(author_id) ?? null);

export const isAuthor = (actor: Actor, { author_id, author_name }: Signed): boolean =>
  author_id === null ? actor.kind === 'local' && author_name === null : author_id === actor.id;

/** Whoever wrote it may change it, and whoever may write the catalogue. */
export const mayChange = (actor: Actor, signed: Signed): boolean =>
  actor.permissions.has('self') && (isAuthor(actor, signed) || actor.permissions.has('catalogue.write'));
