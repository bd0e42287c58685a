import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { rightsOf } from '../people/grant.ts';
import { allMembers } from '../people/member.ts';
import { permissions } from '../rights/permission.ts';

const permission = z.enum(permissions);
const entry = z.strictObject({
  member: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  active: z.boolean(),
  two_factor: z.boolean(),
  rows: z.string(),
  personal: z.enum(['shown', 'masked']),
  amounts: z.enum(['shown', 'hidden']),
  last_seen_at: z.string().nullable(),
  /** Each right, with when it was last used; null: not in what the log still holds. */
  rights: z.array(z.strictObject({ permission, last_used_at: z.string().nullable() })),
  keys: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      permissions: z.array(z.string()),
      expires_at: z.string().nullable(),
      last_used_at: z.string().nullable(),
    }),
  ),
  /** What to look at. */
  findings: z.array(
    z.enum(['unused', 'never_seen', 'rights_unused', 'no_second_factor', 'key_unused', 'key_expires', 'key_forever', 'closed_with_keys']),
  ),
});

/** Sensitive: unused, they are worth asking about. */
const sensitive: ReadonlySet<string> = new Set(['export', 'data.write', 'people.write', 'installation', 'settings.write']);

/** Who has which right and when it was last used; what has not been for 90 days; keys that are about to expire. */
export const accessReviewOperation = defineOperation({
  id: 'access_review',
  words: {
    es: 'quién tiene qué derecho y cuándo lo usó por última vez',
    en: 'who has which right, and when it was last used',
  },
  input: z.strictObject({
    days: z.coerce.number().int().min(1).max(3_650).default(90),
    soon: z.coerce.number().int().min(1).max(365).default(30),
  }),
  output: z.strictObject({ at: z.string(), days: z.int(), members: z.array(entry) }),
  rest: { method: 'GET', path: '/access-review' },
  effect: 'read',
  on: 'store',
  permission: 'people.read',
  audit: (_, { members }) => ({ rows: members.length }),
  run: async ({ store, now }, { days, soon }) => {
    const { db } = await store();
    const at = now();
    const text = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });
    const since = text(at.subtract({ hours: 24 * days }));
    const until = text(at.add({ hours: 24 * soon }));
    const used = await db
      .selectFrom('audit_entry')
      .select(({ fn }) => ['actor_id', 'permission', fn.max('at').as('last')])
      .where('actor_id', 'is not', null)
      .where('outcome', '=', 'ok')
      .groupBy(['actor_id', 'permission'])
      .execute();
    const last = new Map(used.map((row) => [`${row.actor_id} ${row.permission}`, row.last]));
    const keys = await db.selectFrom('api_key').selectAll().orderBy('created_at').execute();
    const stale = (moment: string | null): boolean => moment === null || moment < since;
    const members = (await allMembers(db)).map((member): z.output<typeof entry> => {
      const rights = rightsOf(member.grant);
      const own = keys.filter(({ user_id }) => user_id === member.id);
      const known = [...rights.permissions].map((one) => ({ permission: one, last_used_at: last.get(`${member.id} ${one}`) ?? null }));
      const old = member.createdAt < since;
      const findings: z.output<typeof entry>['findings'] = [];
      if (member.active && old) {
        if (member.lastSeenAt === null) findings.push('never_seen');
        else if (stale(member.lastSeenAt)) findings.push('unused');
        if (known.some((one) => sensitive.has(one.permission) && stale(one.last_used_at))) findings.push('rights_unused');
      }
      if (member.active && !member.twoFactor && known.some((one) => sensitive.has(one.permission))) findings.push('no_second_factor');
      if (!member.active && own.length > 0) findings.push('closed_with_keys');
      if (own.some((key) => key.created_at < since && stale(key.last_used_at))) findings.push('key_unused');
      if (own.some((key) => key.expires_at !== null && key.expires_at > text(at) && key.expires_at < until)) findings.push('key_expires');
      if (own.some((key) => key.expires_at === null)) findings.push('key_forever');
      return {
        member: member.id,
        name: member.name,
        email: member.email,
        role: member.grant.role,
        active: member.active,
        two_factor: member.twoFactor,
        rows: rights.rows.kind,
        personal: rights.personal,
        amounts: rights.amounts,
        last_seen_at: member.lastSeenAt,
        rights: known,
        keys: own.map((key) => ({
          id: key.id,
          name: key.name,
          permissions: z.array(z.string()).parse(JSON.parse(key.permissions)),
          expires_at: key.expires_at,
          last_used_at: key.last_used_at,
        })),
        findings,
      };
    });
    return { at: text(at), days, members };
  },
});
