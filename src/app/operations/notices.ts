import { z } from 'zod';
import { storedInstant } from '../../store/instant.ts';
import { inboxOf, withTheirCause } from '../notices/inbox.ts';
import { type NoticeKind, noticeFacts } from '../notices/notice.ts';
import { readerOf } from '../notices/reader.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';

export const noticeKindSchema = schemaOf<NoticeKind>()(z.enum(Object.keys(noticeFacts) as [NoticeKind, ...NoticeKind[]]));

const noticeShown = z
  .strictObject({
    id: z.string(),
    kind: noticeKindSchema,
    at: z.iso.datetime(),
    read: z.boolean(),
    kpi: z.string().nullable(),
    scope: z.string().nullable().describe('DIM=VALUE; null: the company.'),
    title: z.string(),
    lines: z.array(z.string()),
    figures: z.array(z.strictObject({ name: z.string(), value: z.string().describe('As the language writes it.') })),
    path: z.string().nullable().describe('Where it leads, below the address of Cuadro.'),
    others: z
      .array(
        z.strictObject({
          kpi: z.string().nullable(),
          scope: z.string().nullable(),
          path: z.string().nullable(),
          line: z.int().nullable().describe('Which of `lines` tells of it, from 0; null: it is only counted.'),
        }),
      )
      .describe('What else it tells of, as of the same cause.'),
  })
  .meta({ id: 'Notice' });

const output = z.strictObject({
  unread: countSchema.describe('In the whole inbox.'),
  notices: z.array(noticeShown).describe('Latest first.'),
  more: z.boolean().describe('Whether there are older ones.'),
});

export type NoticesOutput = Frozen<z.output<typeof output>>;

/** The inbox of whoever asks: of what they may not see the figure of, nothing. */
export const noticesOperation = defineOperation({
  id: 'notices',
  words: {
    es: 'la bandeja de avisos: alertas, menciones, lo asignado y lo que vence',
    en: 'the inbox: alerts, mentions, what is assigned and what is due',
  },
  input: z.strictObject({
    unread: z.boolean().default(false).describe('Only those not read yet.'),
    ids: z.array(z.string().min(1).max(100)).max(200).optional().describe('Only these.'),
    offset: z.int().min(0).max(1_000).default(0),
    limit: z.int().min(0).max(200).default(50),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'GET', path: '/notices' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { unread, ids, offset, limit, language }): Promise<NoticesOutput> => {
    const all = await inboxOf(context, readerOf(context.actor), { ids: ids ?? null, unread: false, language });
    const wanted = unread ? all.filter(({ read }) => !read) : all;
    return {
      unread: all.filter(({ read }) => !read).length,
      notices: wanted.slice(offset, offset + limit),
      more: wanted.length > offset + limit,
    };
  },
});

/** Notes that notices were read: one's own. */
export const readNoticesOperation = defineOperation({
  id: 'read_notices',
  words: {
    es: 'da avisos de la bandeja por leídos, o de nuevo por no leídos',
    en: 'mark notices of the inbox as read, or as not read again',
  },
  input: z.strictObject({
    ids: z.array(z.string().min(1).max(100)).max(200).nullable().describe('Null: all of them.'),
    read: z.boolean().default(true),
  }),
  // How many they were is not told: among them may be some that are not there for whoever asks.
  output: z.strictObject({ read: z.boolean() }),
  rest: { method: 'POST', path: '/notices/read' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  run: async ({ actor, store, now }, { ids, read }) => {
    const { db } = await store();
    let query = db
      .updateTable('notice_reader')
      .set({ read_at: read ? storedInstant(now()) : null })
      .where('reader', '=', readerOf(actor))
      .where('read_at', read ? 'is' : 'is not', null);
    if (ids !== null) query = query.where('notice_id', 'in', withTheirCause(db, ids.length === 0 ? [''] : ids));
    await query.execute();
    return { read };
  },
});
