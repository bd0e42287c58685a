import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { defineOperation } from '../operation.ts';
import { requirePerson, subjectOf } from '../people/member.ts';

/** Another's, by id or e-mail address: for whoever may change people. */
const member = z.string().min(1).max(320).optional();

const output = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      current: z.boolean().describe('Whether it is the one that asks.'),
      startedAt: z.string(),
      lastSeenAt: z.string().describe('To within a day.'),
      expiresAt: z.string(),
      address: z.string().nullable(),
      browser: z.string().nullable().describe('As the browser calls itself.'),
    }),
  ),
});

/** Where someone is signed in. */
export const sessionsOperation = defineOperation({
  id: 'sessions',
  words: { es: 'dónde tiene alguien abierta una sesión', en: 'where someone is signed in' },
  input: z.strictObject({ member }),
  output,
  rest: { method: 'GET', path: '/sessions' },
  effect: 'read',
  on: 'store',
  permission: 'self',
  run: async ({ actor, store, now }, input) => {
    requirePerson(actor);
    const { db } = await store();
    const userId = await subjectOf(db, actor, input.member);
    const rows = await db.selectFrom('auth_session').selectAll().where('userId', '=', userId).orderBy('createdAt', 'desc').execute();
    const current = now().toString();
    return {
      sessions: rows
        .filter(({ expiresAt }) => Temporal.Instant.compare(Temporal.Instant.from(expiresAt), Temporal.Instant.from(current)) > 0)
        .map((row) => ({
          id: row.id,
          current: row.id === actor.session,
          startedAt: row.createdAt,
          lastSeenAt: row.updatedAt,
          expiresAt: row.expiresAt,
          address: row.ipAddress === '' ? null : row.ipAddress,
          browser: row.userAgent === '' ? null : row.userAgent,
        })),
    };
  },
});

/** Signs someone out: of one place, of all others, of everywhere. */
export const endSessionOperation = defineOperation({
  id: 'end_session',
  words: { es: 'cierra una sesión, todas las demás o todas', en: 'end a session, all others or all of them' },
  input: z.strictObject({
    /** A session's id; `others`: all but the one that asks; `all`. */
    session: z.string().min(1).max(100),
    member,
  }),
  output: z.strictObject({ ended: z.int() }),
  rest: { method: 'DELETE', path: '/sessions/{session}' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  run: async ({ actor, store }, input) => {
    requirePerson(actor);
    const { db } = await store();
    // Always of one person: the id of another's session is as good as none.
    const theirs = db.deleteFrom('auth_session').where('userId', '=', await subjectOf(db, actor, input.member));
    if (input.session === 'all') return { ended: Number((await theirs.executeTakeFirst()).numDeletedRows) };
    if (input.session === 'others') {
      return { ended: Number((await theirs.where('id', '!=', actor.session ?? '').executeTakeFirst()).numDeletedRows) };
    }
    const ended = Number((await theirs.where('id', '=', input.session).executeTakeFirst()).numDeletedRows);
    if (ended === 0) throw new CuadroError({ code: 'session_unknown', where: 'session', found: input.session });
    return { ended };
  },
});
