import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { requireVisible } from '../boards/visible.ts';
import { defineOperation } from '../operation.ts';
import { requirePerson } from '../people/member.ts';

const output = z.strictObject({ changed: z.boolean() });

/** One's own name, language and first board: the only things about themselves that people set. */
export const profileOperation = defineOperation({
  id: 'profile',
  words: { es: 'cambia el nombre, el idioma y el tablero de inicio propios', en: "change one's own name, language and first board" },
  input: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    /** Of pages and mail; null: the workspace's. Not called `language`, which is that of an answer. */
    speaks: z.enum(['es', 'en']).nullable().optional(),
    board: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .optional()
      .describe('The board that opens first: its id, or role:ID of a template. Null: the most urgent.'),
  }),
  output,
  rest: { method: 'PATCH', path: '/profile' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  run: async ({ actor, store, now }, { name, speaks, board }) => {
    requirePerson(actor);
    const { id } = actor;
    if (id === null) throw new CuadroError({ code: 'member_needed', where: 'member' });
    const { db } = await store();
    if (name !== undefined) {
      const updatedAt = new Date(now().epochMilliseconds).toISOString();
      await db.updateTable('auth_user').set({ name, updatedAt }).where('id', '=', id).execute();
    }
    if (speaks !== undefined) await db.updateTable('member').set({ language: speaks }).where('user_id', '=', id).execute();
    if (board !== undefined) {
      if (board !== null) await requireVisible(db, actor, board);
      await db.updateTable('member').set({ board }).where('user_id', '=', id).execute();
    }
    return { changed: name !== undefined || speaks !== undefined || board !== undefined };
  },
});
