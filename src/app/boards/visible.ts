import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { BoardTable } from '../../store/tables/board.ts';
import type { Actor } from '../rights/actor.ts';
import { boardTemplates } from './templates.ts';

export const isMine = (actor: Actor, { owner_id }: Pick<BoardTable, 'owner_id'>): boolean =>
  owner_id === null ? actor.kind === 'local' : owner_id === actor.id;

/** As the address of a page has it: `role:sales` is a template, all else the id of a board. */
const templatePrefix = 'role:';

/** Whether somebody sees a board, by its id or as `role:ID`. */
async function isVisible(db: StoreDatabase, actor: Actor, address: string): Promise<boolean> {
  if (address.startsWith(templatePrefix)) return boardTemplates.some(({ id }) => templatePrefix + id === address);
  const found = await db.selectFrom('board').select(['owner_id', 'shared']).where('id', '=', address).executeTakeFirst();
  return found !== undefined && (found.shared === 1 || isMine(actor, found));
}

/** @throws CuadroError `board_unknown` */
export async function requireVisible(db: StoreDatabase, actor: Actor, address: string): Promise<void> {
  if (!(await isVisible(db, actor, address))) throw new CuadroError({ code: 'board_unknown', where: 'board', found: address });
}

/** The board that opens first for somebody; null: the most urgent, as nothing was chosen or what was is no more. */
export const firstBoardOf = async (db: StoreDatabase, actor: Actor, chosen: string | null): Promise<string | null> =>
  chosen !== null && (await isVisible(db, actor, chosen)) ? chosen : null;
