import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { CommentTable } from '../../store/tables/comment.ts';
import { aboutColumns, aboutIn, pathOf, saidOf, saidOfSchema } from '../comments/about.ts';
import { calledMembers, reachable } from '../comments/reach.ts';
import { tell, untell } from '../notices/tell.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { isAuthor, mayChange, namesOf } from '../people/author.ts';
import { newId } from '../people/token.ts';
import { requireKnown } from '../subject/require.ts';

const personSchema = z.strictObject({ id: z.string(), name: z.string() });

/** @throws CuadroError `comment_unknown` also where they may not know of it */
async function requireComment(context: OperationContext, db: StoreDatabase, id: string): Promise<CommentTable> {
  const found = await db.selectFrom('comment').selectAll().where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst();
  const unknown = new CuadroError({ code: 'comment_unknown', where: 'comment', found: id });
  if (!found) throw unknown;
  await requireKnown(context, aboutIn(found)).catch((error: unknown) => {
    // That it is there is known to nobody else.
    throw error instanceof CuadroError && error.code === 'no_rights' ? unknown : error;
  });
  return found;
}

/** Says something about a figure, answers, or changes what one said. Whom it calls is told, unless they may not see the figure. */
export const commentOperation = defineOperation({
  id: 'comment',
  words: { es: 'comenta una cifra, responde o corrige lo que se escribió', en: 'comment on a figure, answer, or change what one wrote' },
  input: z.strictObject({
    id: z.string().min(1).max(100).nullable().default(null).describe('A comment of one’s own, to change it. Null: a new one.'),
    thread: z.string().min(1).max(100).nullable().default(null).describe('The conversation that it answers in; then it is about the same.'),
    ...saidOfSchema.shape,
    text: z.string().trim().min(1).max(4000),
    mentions: z.array(z.string().min(1).max(200)).max(20).default([]).describe('Members, by id or e-mail address.'),
  }),
  output: z.strictObject({
    id: z.string(),
    thread: z.string(),
    told: z.array(personSchema).describe('Whom it calls and who is told.'),
    not_told: z.array(personSchema).describe('Whom it calls, but who may not see the figure: they hear nothing of it.'),
  }),
  rest: { method: 'POST', path: '/comments' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ scope }, { id, thread, told }) => ({ comment: id, thread, scoped: scope !== null, told: told.length }),
  run: async (context, { id, thread, text, mentions, ...wanted }) => {
    const { actor, now, workspace } = context;
    const { db } = await context.store();
    const before = id === null ? null : await requireComment(context, db, id);
    if (before && !isAuthor(actor, before)) throw new CuadroError({ code: 'not_yours' });
    const answered = thread === null ? null : await requireComment(context, db, thread);
    const said = before ?? answered;
    const known = await requireKnown(context, said ? aboutIn(said) : { kpi: wanted.kpi, scope: wanted.scope, customer: wanted.customer });
    const about = { ...(said ? saidOf(said) : wanted), ...known.about };
    const called = await calledMembers(db, mentions);
    const told = await reachable(called, known.about, context, known.catalogue);
    const at = storedInstant(now());
    const own = before?.id ?? newId();
    const root = before ? (before.thread_id ?? before.id) : answered ? (answered.thread_id ?? answered.id) : own;
    const columns = aboutColumns(about);
    const by = (await namesOf(db, [actor.id])).get(actor.id ?? '') ?? workspace.settings.name;
    // Whom it cannot reach is not called: nothing would come of it later either.
    const calls = JSON.stringify(told.map((member) => member.id));
    await db.transaction().execute(async (transaction) => {
      if (before) {
        const changed = { text, mentions: calls, edited_at: at };
        await transaction.updateTable('comment').set(changed).where('id', '=', own).execute();
      } else {
        await transaction
          .insertInto('comment')
          .values({
            id: own,
            thread_id: root === own ? null : root,
            author_id: actor.id,
            author_name: null,
            ...columns,
            text,
            mentions: calls,
            created_at: at,
            edited_at: null,
            deleted_at: null,
            resolved_at: null,
            resolved_by: null,
          })
          .execute();
        // Whoever answers takes up again what was settled.
        if (root !== own)
          await transaction.updateTable('comment').set({ resolved_at: null, resolved_by: null }).where('id', '=', root).execute();
      }
      for (const member of told) {
        if (member.id === actor.id) continue;
        await tell(
          transaction,
          {
            key: `mention:${own}:${member.id}`,
            kind: 'mention',
            to: [member.id],
            about: known.about,
            facts: { by, text, path: pathOf(columns) },
          },
          now(),
        );
      }
    });
    const person = ({ id: of, name }: { readonly id: string; readonly name: string }) => ({ id: of, name });
    return { id: own, thread: root, told: told.map(person), not_told: called.filter((one) => !told.includes(one)).map(person) };
  },
});

/** Takes a comment away: its words are gone, its place in the conversation stays. */
export const removeCommentOperation = defineOperation({
  id: 'remove_comment',
  words: { es: 'retira un comentario', en: 'take a comment away' },
  input: z.strictObject({ comment: z.string().min(1).max(100) }),
  output: z.strictObject({ removed: z.string().describe('Its id.') }),
  rest: { method: 'DELETE', path: '/comments/{comment}' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ comment }) => ({ comment }),
  run: async (context, { comment }) => {
    const { db } = await context.store();
    const found = await requireComment(context, db, comment);
    if (!mayChange(context.actor, found)) throw new CuadroError({ code: 'not_yours' });
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('comment')
        .set({ text: '', mentions: '[]', deleted_at: storedInstant(context.now()) })
        .where('id', '=', found.id)
        .execute();
      await untell(transaction, `mention:${found.id}:`);
    });
    return { removed: found.id };
  },
});

/** Settles a conversation, or takes it up again. */
export const resolveCommentOperation = defineOperation({
  id: 'resolve_comment',
  words: { es: 'da por resuelta una conversación, o la reabre', en: 'settle a conversation, or take it up again' },
  input: z.strictObject({ thread: z.string().min(1).max(100), resolved: z.boolean().default(true) }),
  output: z.strictObject({ thread: z.string(), resolved: z.boolean() }),
  rest: { method: 'POST', path: '/comments/{thread}/resolution' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ thread, resolved }) => ({ thread, resolved }),
  run: async (context, { thread, resolved }) => {
    const { actor, now } = context;
    const { db } = await context.store();
    // What is settled stays so also where its first words were taken away.
    const found = await db.selectFrom('comment').selectAll().where('id', '=', thread).where('thread_id', 'is', null).executeTakeFirst();
    if (!found) throw new CuadroError({ code: 'comment_unknown', where: 'thread', found: thread });
    await requireKnown(context, aboutIn(found)).catch((error: unknown) => {
      throw error instanceof CuadroError && error.code === 'no_rights'
        ? new CuadroError({ code: 'comment_unknown', where: 'thread', found: thread })
        : error;
    });
    await db
      .updateTable('comment')
      .set({ resolved_at: resolved ? storedInstant(now()) : null, resolved_by: resolved ? actor.id : null })
      .where('id', '=', thread)
      .execute();
    return { thread, resolved };
  },
});

/** Whom one may call in a comment, or give something to do. */
export const colleaguesOperation = defineOperation({
  id: 'colleagues',
  words: { es: 'quién tiene cuenta aquí, por su nombre', en: 'who has an account here, by name' },
  input: z.strictObject({}),
  output: z.strictObject({ members: z.array(personSchema) }),
  rest: { method: 'GET', path: '/colleagues' },
  effect: 'read',
  on: 'store',
  permission: 'self',
  run: async ({ store }) => {
    const { db } = await store();
    const rows = await db
      .selectFrom('member')
      .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
      .select(['auth_user.id', 'auth_user.name'])
      .where('member.active', '=', 1)
      .orderBy('auth_user.name')
      .orderBy('auth_user.id')
      .execute();
    return { members: rows };
  },
});
