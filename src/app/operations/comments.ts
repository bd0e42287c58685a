import { z } from 'zod';
import type { CommentTable } from '../../store/tables/comment.ts';
import { catalogueOf } from '../catalogue.ts';
import { aboutIn, saidOf, saidOfSchema } from '../comments/about.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema } from '../output/period.ts';
import { authorOf, isAuthor, mayChange, namesOf } from '../people/author.ts';
import { mayKnowOf } from '../subject/about.ts';

const commentSchema = z
  .strictObject({
    id: z.string(),
    author: z.string().nullable().describe('Null: written at the machine itself, or by someone who has left.'),
    mine: z.boolean(),
    removable: z.boolean(),
    text: z.string().nullable().describe('Null: whoever wrote it took it away.'),
    mentions: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe('The members it calls.'),
    at: z.string(),
    edited: z.boolean(),
  })
  .meta({ id: 'Comment' });

const threadSchema = z
  .strictObject({
    id: z.string().describe('Of its first comment.'),
    about: z.strictObject(answeredShape(saidOfSchema.shape)),
    name: z.string().nullable().describe('Of the KPI.'),
    resolved: z.strictObject({ at: z.string(), by: z.string().nullable() }).nullable(),
    comments: z.array(commentSchema).describe('The first one first.'),
  })
  .meta({ id: 'Conversation' });

const output = z.strictObject({
  threads: z.array(threadSchema).describe('What was last spoken of comes first.'),
  open: countSchema.describe('Those of them that are not settled.'),
});

export type CommentsOutput = Frozen<z.output<typeof output>>;

/** Conversations about figures, each whole. */
export const commentsOperation = defineOperation({
  id: 'comments',
  words: {
    es: 'las conversaciones sobre una cifra, un cliente o una alerta',
    en: 'the conversations about a figure, a customer or an alert',
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100).optional().describe('Only about this KPI, in any scope.'),
    customer: z.string().min(1).max(200).optional().describe('Only about the customer with this id.'),
    alert: z.string().min(1).max(200).optional(),
    mentions_me: z.boolean().default(false).describe('Only those that call whoever asks.'),
    open: z.boolean().default(false).describe('Only those that are not settled.'),
    limit: z.int().min(1).max(200).default(50),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/comments/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi, customer, alert, mentions_me, open, limit, language }): Promise<CommentsOutput> => {
    const { actor } = context;
    const { db } = await context.store();
    const catalogue = await catalogueOf(context.workspace);
    let roots = db.selectFrom('comment').selectAll().where('thread_id', 'is', null);
    if (kpi !== undefined) roots = roots.where('kpi', '=', catalogue.find(kpi).id);
    if (customer !== undefined) roots = roots.where('customer_id', '=', customer);
    if (alert !== undefined) roots = roots.where('alert_id', '=', alert);
    if (open) roots = roots.where('resolved_at', 'is', null);
    const begun = await roots.execute();
    if (begun.length === 0) return { threads: [], open: 0 };
    const known = await mayKnowOf(begun.map(aboutIn), { opened: await openEngine(context, {}), catalogue });
    const mine = begun.filter((_, index) => known[index]);
    const wanted = new Set(mine.map(({ id }) => id));
    const answers = await db.selectFrom('comment').selectAll().where('thread_id', 'is not', null).execute();
    const byThread = Map.groupBy(
      answers.filter(({ thread_id }) => thread_id !== null && wanted.has(thread_id)),
      ({ thread_id }) => thread_id ?? '',
    );
    const callsMe = ({ mentions, deleted_at }: CommentTable): boolean =>
      deleted_at === null && actor.id !== null && idsIn(mentions).includes(actor.id);
    const threads = mine
      .map((root) => ({ root, all: [root, ...(byThread.get(root.id) ?? []).toSorted(byTime)] }))
      // Of a conversation that has been taken away nothing is left to show.
      .filter(({ all }) => all.some(({ deleted_at }) => deleted_at === null) && (!mentions_me || all.some(callsMe)))
      .toSorted((one, other) => byTime(other.all.at(-1) ?? other.root, one.all.at(-1) ?? one.root))
      .slice(0, limit);
    const rows = threads.flatMap(({ all }) => all);
    const names = await namesOf(db, [
      ...rows.flatMap(({ author_id, mentions }) => [author_id, ...idsIn(mentions)]),
      ...threads.map(({ root }) => root.resolved_by),
    ]);
    return {
      threads: threads.map(({ root, all }) => ({
        id: root.id,
        about: saidOf(root),
        name: root.kpi === null ? null : (catalogue.kpis.get(root.kpi)?.texts[language].name ?? root.kpi),
        resolved:
          root.resolved_at === null
            ? null
            : { at: root.resolved_at, by: root.resolved_by === null ? null : (names.get(root.resolved_by) ?? null) },
        comments: all.map((row) => ({
          id: row.id,
          author: authorOf(row, names),
          mine: isAuthor(actor, row) && actor.permissions.has('self'),
          removable: row.deleted_at === null && mayChange(actor, row),
          text: row.deleted_at === null ? row.text : null,
          mentions:
            row.deleted_at === null
              ? idsIn(row.mentions).flatMap((id) => {
                  const name = names.get(id);
                  return name === undefined ? [] : [{ id, name }];
                })
              : [],
          at: row.created_at,
          edited: row.edited_at !== null,
        })),
      })),
      open: threads.filter(({ root }) => root.resolved_at === null).length,
    };
  },
});

const byTime = (one: CommentTable, other: CommentTable): number =>
  one.created_at < other.created_at ? -1 : one.created_at > other.created_at ? 1 : one.id < other.id ? -1 : 1;

const idsIn = (mentions: string): readonly string[] => z.array(z.string()).parse(JSON.parse(mentions));
