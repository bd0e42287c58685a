import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { Config } from '../config/schema.ts';
import { allMembers, type Member } from '../people/member.ts';
import { allChannels, type Channel } from './channel.ts';
import { audienceSchema, type NoticeKind, noticeKinds } from './notice.ts';
import { type Preference, preferencesOf, usualPreference } from './preference.ts';
import { channelReader, workspaceReader } from './reader.ts';

type Audience = z.output<typeof audienceSchema>;

/** A user of the CRM, as far as it says whose team somebody is of. */
export interface CrmPerson {
  readonly source: string;
  readonly id: string;
  readonly team: string | null;
  readonly department: string | null;
}

/** Everybody that a notice could reach. */
export interface Everybody {
  /** With an account that is open. */
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  readonly people: readonly CrmPerson[];
}

/** Whom a notice reaches. */
export interface Reached {
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  readonly workspace: boolean;
}

/**
 * Whom an audience comes to, as things are now. What is for a group nobody is of reaches the owners: it would be lost. Channels get what is for them, and of what is for a group
 * the kinds that they were set up for; what is for a person alone is no channel's.
 */
export function reached(audience: Audience, kind: string, { members, channels, people }: Everybody): Reached {
  const within = (field: 'team' | 'department', value: string): readonly Member[] =>
    members.filter(({ grant: { crmUser } }) =>
      people.some((person) => person.source === crmUser?.source && person.id === crmUser.id && person[field] === value),
    );
  const found = audience.flatMap((one): readonly Member[] => {
    if (typeof one === 'string') return members.filter(({ id }) => id === one);
    if ('role' in one) return members.filter(({ grant }) => grant.role === one.role);
    if ('team' in one) return within('team', one.team);
    if ('department' in one) return within('department', one.department);
    return [];
  });
  const named = audience.flatMap((one) => (typeof one === 'object' && 'channel' in one ? [one.channel] : []));
  const isForGroup = audience.some((one) => typeof one === 'object' && !('channel' in one));
  const posted = channels.filter(
    ({ id, name, kinds, active }) =>
      active && (named.includes(id) || named.includes(name) || (isForGroup && kinds.some((wanted) => wanted === kind))),
  );
  const orphaned = isForGroup && found.length === 0;
  const reaching = orphaned ? members.filter(({ grant }) => grant.role === 'owner') : found;
  return { members: [...new Set(reaching)], channels: posted, workspace: isForGroup || members.length === 0 };
}

/** A statement takes so many values and no more. */
const atOnce = 100;

/** A notice that nobody has yet. */
interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly audience: string;
  readonly cause: string | null;
}

/** Whose inboxes one notice has come to. */
async function addressOne(
  transaction: StoreDatabase,
  notice: Waiting,
  { members, channels, workspace }: Reached,
  { preferenceOf, at }: { readonly preferenceOf: (member: Member) => Preference; readonly at: string },
): Promise<boolean> {
  // Of two that address the same notice at once, one does.
  const { numUpdatedRows } = await transaction
    .updateTable('notice')
    .set({ addressed_at: at })
    .where('id', '=', notice.id)
    .where('addressed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return false;
  const row = (reader: string, member: string | null) => ({
    notice_id: notice.id,
    reader,
    member_id: member,
    told_at: at,
    read_at: null,
  });
  const readers = [
    ...members.map(({ id }) => row(id, id)),
    ...channels.map(({ id }) => row(channelReader(id), null)),
    ...(workspace ? [row(workspaceReader, null)] : []),
  ];
  const delivery = (by: string, member: string | null, channel: string | null) => ({
    id: randomUUID(),
    // Of one cause goes out one message.
    key: `notice:${notice.cause ?? notice.id}:${by}`,
    what: 'notice',
    notice_id: notice.id,
    member_id: member,
    channel_id: channel,
    state: 'waiting',
    due_at: at,
    attempts: 0,
    error: null,
    created_at: at,
    ended_at: null,
  });
  const isKind = (kind: NoticeKind): boolean => kind === notice.kind;
  const deliveries = [
    ...members.filter((member) => preferenceOf(member).mail.some(isKind)).map(({ id }) => delivery(id, id, null)),
    ...channels.map(({ id }) => delivery(channelReader(id), null, id)),
  ];
  for (let from = 0; from < readers.length; from += atOnce)
    await transaction
      .insertInto('notice_reader')
      .values(readers.slice(from, from + atOnce))
      .execute();
  for (let from = 0; from < deliveries.length; from += atOnce)
    await transaction
      .insertInto('delivery')
      .values(deliveries.slice(from, from + atOnce))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  return true;
}

const mostAtOnce = 500;

/** What was told first, first; of each cause all of it, the most telling first. */
async function waitingNotices(db: StoreDatabase): Promise<readonly Waiting[]> {
  const all = db.selectFrom('notice').select(['id', 'kind', 'audience', 'made_at', 'cause', 'place']).where('addressed_at', 'is', null);
  const first = await all.orderBy('made_at').orderBy('id').limit(mostAtOnce).execute();
  const causes = [...new Set(first.flatMap(({ cause }) => cause ?? []))];
  if (causes.length === 0) return first;
  const rest = await all.where('cause', 'in', causes).orderBy('place').execute();
  return [...first.filter(({ cause }) => cause === null), ...rest];
}

/**
 * Puts every notice that was told into the inboxes of those it reaches, once, and what goes outside into the outbox.
 * @param people asked for only where a team or a department is meant
 * @returns the readers whose inboxes have changed
 */
export async function addressNotices(
  db: StoreDatabase,
  config: Config,
  { people, now }: { readonly people: () => Promise<readonly CrmPerson[]>; readonly now: () => Temporal.Instant },
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const waiting = await waitingNotices(db);
  if (waiting.length === 0) return changed;
  const members = (await allMembers(db)).filter(({ active }) => active);
  const channels = await allChannels(db);
  const audiences = waiting.map(({ audience }) => audienceSchema.parse(JSON.parse(audience)));
  const asksPeople = audiences.flat().some((one) => typeof one === 'object' && ('team' in one || 'department' in one));
  const everybody = { members, channels, people: asksPeople && members.length > 0 ? await people() : [] };
  const chosen = await preferencesOf(
    db,
    members.map(({ id }) => id),
  );
  const usual = usualPreference(config);
  const preferenceOf = ({ id }: Member): Preference => chosen.get(id) ?? usual;
  const toOf = new Map(
    waiting.map(({ id, kind }, index) => [
      id,
      reached(audiences[index] ?? [], noticeKinds.find((known) => known === kind) ?? '', everybody),
    ]),
  );
  for (const together of Map.groupBy(waiting, ({ id, cause }) => cause ?? id).values()) {
    const at = storedInstant(now());
    // All of one cause at once, so that nobody is sent a part of it.
    const addressed = await db.transaction().execute(async (transaction) => {
      const done: Reached[] = [];
      for (const notice of together) {
        const to = toOf.get(notice.id);
        if (to && (await addressOne(transaction, notice, to, { preferenceOf, at }))) done.push(to);
      }
      return done;
    });
    for (const { members: told, workspace } of addressed) {
      for (const { id } of told) changed.add(id);
      if (workspace) changed.add(workspaceReader);
    }
  }
  return changed;
}
