import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { type Actor, requirePermission } from '../rights/actor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Grant, grantOf } from './grant.ts';

/** Someone with an account. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grant: Grant;
  readonly language: string | null;
  /** The board that opens first, as it was chosen; null: the most urgent. */
  readonly board: string | null;
  readonly active: boolean;
  readonly twoFactor: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

const selected = (db: StoreDatabase) =>
  db
    .selectFrom('member')
    .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
    .selectAll('member')
    .select(['auth_user.name', 'auth_user.email', 'auth_user.twoFactorEnabled']);

type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const memberOf = (row: Found): Member => ({
  id: row.user_id,
  name: row.name,
  email: row.email,
  grant: grantOf(row),
  language: row.language,
  board: row.board,
  active: row.active === 1,
  twoFactor: row.twoFactorEnabled === 1,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
});

/** Addresses are one whatever their capitals. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

export async function findMember(db: StoreDatabase, id: string): Promise<Member | null> {
  const row = await selected(db).where('member.user_id', '=', id).executeTakeFirst();
  return row ? memberOf(row) : null;
}

/** @param who an id or an e-mail address @throws CuadroError `member_unknown` */
export async function requireMember(db: StoreDatabase, who: string): Promise<Member> {
  const row = await selected(db)
    .where((where) => where.or([where('member.user_id', '=', who), where('auth_user.email', '=', plainEmail(who))]))
    .executeTakeFirst();
  if (!row) throw new CuadroError({ code: 'member_unknown', where: 'member', found: who });
  return memberOf(row);
}

export async function allMembers(db: StoreDatabase): Promise<readonly Member[]> {
  const rows = await selected(db).orderBy('auth_user.name').orderBy('auth_user.email').execute();
  return rows.map(memberOf);
}

export async function hasMembers(db: StoreDatabase): Promise<boolean> {
  return (await db.selectFrom('member').select('user_id').limit(1).executeTakeFirst()) !== undefined;
}

/** Owners are made and changed by owners, in person or at the machine itself: neither by administrators nor by keys. */
export function requireOwnerFor({ kind, role }: Actor, concerned: boolean): void {
  if (concerned && (role !== 'owner' || kind === 'key')) throw new CuadroError({ code: 'owner_only', found: role });
}

/**
 * Whom a question about sessions or keys is about: the person who asks, unless they name another and may.
 * @throws CuadroError `member_needed` (the command line is nobody in particular), `member_unknown`, `forbidden`, `owner_only`
 */
export async function subjectOf(db: StoreDatabase, actor: Actor, who: string | undefined): Promise<string> {
  if (who === undefined) {
    if (actor.id === null) throw new CuadroError({ code: 'member_needed', where: 'member' });
    return actor.id;
  }
  if (actor.id === who) return who;
  requirePermission(actor, 'people.write');
  const member = await requireMember(db, who);
  if (member.id !== actor.id) requireOwnerFor(actor, member.grant.role === 'owner');
  return member.id;
}

/** What only a person does, signed in or at the machine: a key makes no keys and ends no sessions. @throws CuadroError `not_with_key` */
export function requirePerson({ kind }: Actor): void {
  if (kind === 'key') throw new CuadroError({ code: 'not_with_key' });
}

/** @throws CuadroError `segment_needed`, `segment_unknown` */
export function requireSegment({ settings }: Workspace, { rows, segment }: Pick<Grant, 'rows' | 'segment'>): void {
  if (rows !== 'segment') return;
  if (segment === null) throw new CuadroError({ code: 'segment_needed', where: 'segment' });
  if (!Object.hasOwn(settings.segments, segment)) throw new CuadroError({ code: 'segment_unknown', where: 'segment', found: segment });
}
