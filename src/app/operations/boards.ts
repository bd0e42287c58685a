import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { BoardTable } from '../../store/tables/board.ts';
import { boardLayout, boardLayoutOutput, mostCards } from '../boards/layout.ts';
import { isMine } from '../boards/visible.ts';
import { defineOperation } from '../operation.ts';
import { newId } from '../people/token.ts';
import { type Actor, requirePermission } from '../rights/actor.ts';

const boardOutput = z.strictObject({
  id: z.string(),
  name: z.string(),
  shared: z.boolean().describe('Whether everyone sees it.'),
  mine: z.boolean(),
  editable: z.boolean().describe('Whether whoever asks may change it.'),
  layout: boardLayoutOutput,
  updated_at: z.string(),
  version: z.int().describe('What a change is made from: it grows with every change.'),
});

const mayEdit = (actor: Actor, board: BoardTable): boolean =>
  board.shared === 1 ? actor.permissions.has('catalogue.write') : isMine(actor, board);

const shown = (actor: Actor, board: BoardTable): z.output<typeof boardOutput> => ({
  id: board.id,
  name: board.name,
  shared: board.shared === 1,
  mine: isMine(actor, board),
  editable: mayEdit(actor, board),
  layout: boardLayout.parse(JSON.parse(board.layout)),
  updated_at: board.updated_at,
  version: board.version,
});

/** @throws CuadroError `board_unknown` also for another's own, so that nothing tells that it is there; `forbidden` */
async function requireEditable(db: StoreDatabase, actor: Actor, id: string): Promise<BoardTable> {
  const found = await db.selectFrom('board').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found || (found.shared === 0 && !isMine(actor, found))) throw new CuadroError({ code: 'board_unknown', where: 'board', found: id });
  if (found.shared === 1) requirePermission(actor, 'catalogue.write');
  return found;
}

/** One's own boards and those for all. */
export const boardsOperation = defineOperation({
  id: 'boards',
  words: { es: 'los tableros propios y los de toda la empresa', en: "one's own boards and those of the whole company" },
  input: z.strictObject({}),
  output: z.strictObject({
    boards: z.array(boardOutput),
    most_cards: z.int().describe('As many as a board can hold.'),
  }),
  rest: { method: 'GET', path: '/boards' },
  effect: 'read',
  on: 'store',
  permission: 'kpi.read',
  run: async ({ actor, store }) => {
    const { db } = await store();
    const rows = await db.selectFrom('board').selectAll().orderBy('name').orderBy('id').execute();
    return { boards: rows.filter((row) => row.shared === 1 || isMine(actor, row)).map((row) => shown(actor, row)), most_cards: mostCards };
  },
});

/** Makes a board, or changes the one with that id. For all: whoever may write the catalogue. */
export const saveBoardOperation = defineOperation({
  id: 'save_board',
  words: { es: 'guarda un tablero, propio o de toda la empresa', en: "save a board, one's own or the whole company's" },
  input: z.strictObject({
    /** Null: a new one. */
    id: z.string().min(1).max(100).nullable().default(null),
    version: z
      .int()
      .nullable()
      .default(null)
      .describe('That of the board which the change was made from: another has been saved since, an error. Null: whatever is there.'),
    name: z.string().trim().min(1).max(100),
    shared: z.boolean().default(false),
    layout: boardLayout,
  }),
  output: boardOutput,
  rest: { method: 'POST', path: '/boards' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: ({ shared }, { id, layout }) => ({ board: id, shared, rows: layout.cards.length }),
  run: async ({ actor, store, now }, { id, version, name, shared, layout }) => {
    if (shared) requirePermission(actor, 'catalogue.write');
    const { db } = await store();
    const before = id === null ? null : await requireEditable(db, actor, id);
    const row: BoardTable = {
      id: before?.id ?? newId(),
      // Whoever takes a board back from all has it.
      owner_id: before && shared ? before.owner_id : actor.id,
      name,
      shared: shared ? 1 : 0,
      layout: JSON.stringify(layout),
      updated_at: storedInstant(now()),
      version: (before?.version ?? 0) + 1,
    };
    if (before) {
      const { numUpdatedRows } = await db
        .updateTable('board')
        .set(row)
        .where('id', '=', before.id)
        // What somebody saves meanwhile is not written over either.
        .where('version', '=', version ?? before.version)
        .executeTakeFirst();
      if (Number(numUpdatedRows) !== 1) throw new CuadroError({ code: 'board_changed', where: 'board', found: before.name });
    } else await db.insertInto('board').values(row).execute();
    return shown(actor, row);
  },
});

export const removeBoardOperation = defineOperation({
  id: 'remove_board',
  words: { es: 'elimina un tablero', en: 'remove a board' },
  input: z.strictObject({ board: z.string().min(1).max(100) }),
  output: z.strictObject({ removed: z.string().describe('Its name.') }),
  rest: { method: 'DELETE', path: '/boards/{board}' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: ({ board }) => ({ board }),
  run: async ({ actor, store }, { board }) => {
    const { db } = await store();
    const found = await requireEditable(db, actor, board);
    await db.deleteFrom('board').where('id', '=', found.id).execute();
    return { removed: found.name };
  },
});
