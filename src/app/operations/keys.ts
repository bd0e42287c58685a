import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { defineOperation } from '../operation.ts';
import { type ApiKey, keyPermissions, keysOf, makeKey } from '../people/api-key.ts';
import { isPast } from '../people/expiry.ts';
import { rightsOf } from '../people/grant.ts';
import { findMember, requirePerson, subjectOf } from '../people/member.ts';
import { permissionOutput } from '../people/output.ts';

/** Another's, by id or e-mail address: for whoever may change people. */
const member = z.string().min(1).max(320).optional();

const keyOutput = z.strictObject({
  id: z.string(),
  name: z.string(),
  start: z.string().describe('The first characters of the secret.'),
  permissions: z.array(permissionOutput).describe('What it is for; it never has more than its member.'),
  createdAt: z.string(),
  expiresAt: z.string().nullable().describe('null: it does not expire.'),
  expired: z.boolean(),
  lastUsedAt: z.string().nullable().describe('To within five minutes; null: never yet.'),
});

const shown = ({ userId: _, ...key }: ApiKey, now: Temporal.Instant): z.output<typeof keyOutput> => ({
  ...key,
  permissions: [...key.permissions],
  expired: isPast(key.expiresAt, now),
});

/** Keys of a person, without their secrets. */
export const keysOperation = defineOperation({
  id: 'keys',
  words: { es: 'las claves de API de alguien, sin el secreto', en: "someone's API keys, without their secrets" },
  input: z.strictObject({ member }),
  output: z.strictObject({ keys: z.array(keyOutput) }),
  rest: { method: 'GET', path: '/keys' },
  effect: 'read',
  on: 'store',
  permission: 'self',
  run: async ({ actor, store, now }, input) => {
    requirePerson(actor);
    const { db } = await store();
    const keys = await keysOf(db, await subjectOf(db, actor, input.member));
    return { keys: keys.map((key) => shown(key, now())) };
  },
});

/** Makes a key. Its secret is in this answer and nowhere else. */
export const makeKeyOperation = defineOperation({
  id: 'make_key',
  words: { es: 'crea una clave de API; el secreto se muestra solo esta vez', en: 'make an API key; its secret is shown this once' },
  input: z.strictObject({
    name: z.string().trim().min(1).max(100),
    permissions: z.array(z.enum(keyPermissions)).min(1).max(keyPermissions.length),
    /** Null: it does not expire. */
    days: z.int().min(1).max(3_650).nullable().default(90),
    /** Whose it is to be: only from the machine itself, since whoever has a key acts as that person. */
    member,
  }),
  output: z.strictObject({ secret: z.string().describe('Shown this once.'), key: keyOutput }),
  rest: { method: 'POST', path: '/keys' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: (_, { key }) => ({ key: key.id, permissions: key.permissions }),
  run: async ({ actor, store, now }, input) => {
    requirePerson(actor);
    if (input.member !== undefined && actor.kind !== 'local') {
      throw new CuadroError({ code: 'forbidden', found: actor.role, expected: 'local' });
    }
    const { db } = await store();
    const userId = await subjectOf(db, actor, input.member);
    const owner = await findMember(db, userId);
    if (!owner) throw new CuadroError({ code: 'member_unknown', where: 'member', found: userId });
    const { permissions: theirs } = rightsOf(owner.grant);
    const lacking = input.permissions.filter((permission) => !theirs.has(permission));
    if (lacking.length > 0) throw new CuadroError({ code: 'key_permissions', where: 'permissions', found: lacking.join(', ') });
    const expiresAt =
      input.days === null
        ? null
        : now()
            .add({ hours: 24 * input.days })
            .toString();
    const wanted = { userId, name: input.name, permissions: [...new Set(input.permissions)], expiresAt };
    const { secret, key } = await makeKey(db, wanted, now());
    return { secret, key: shown(key, now()) };
  },
});

/** Ends a key at once. */
export const endKeyOperation = defineOperation({
  id: 'end_key',
  words: { es: 'anula una clave de API al momento', en: 'end an API key at once' },
  input: z.strictObject({ key: z.string().min(1).max(100), member }),
  output: z.strictObject({ ended: z.string().describe("The key's name.") }),
  rest: { method: 'DELETE', path: '/keys/{key}' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: ({ key }) => ({ key }),
  run: async ({ actor, store }, input) => {
    requirePerson(actor);
    const { db } = await store();
    const userId = await subjectOf(db, actor, input.member);
    const found = (await keysOf(db, userId)).find(({ id }) => id === input.key);
    if (!found) throw new CuadroError({ code: 'key_unknown', where: 'key', found: input.key });
    await db.deleteFrom('api_key').where('id', '=', found.id).where('user_id', '=', userId).execute();
    return { ended: found.name };
  },
});
