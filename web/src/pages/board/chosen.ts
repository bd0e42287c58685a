import type { OperationOutput } from '../../../../src/app/api/client-types.ts';

export type Board = OperationOutput<'boards'>['boards'][number];
export type StoredCard = Board['layout']['cards'][number];
export type Template = OperationOutput<'board_templates'>['templates'][number];

/** What the address asks for: nothing or `urgent`, the most urgent; `role:sales`, a template; else the id of a board. */
export type Chosen =
  | { readonly is: 'urgent' }
  | { readonly is: 'template'; readonly template: Template }
  | { readonly is: 'board'; readonly board: Board }
  /** Deleted, or another's. */
  | { readonly is: 'gone' };

const prefix = 'role:';

/** The address of the most urgent, for whoever has another board open first. */
export const urgentAddress = 'urgent';

export const addressOfTemplate = (id: string): string => prefix + id;

/** @param address of the board, empty for the most urgent */
export function chosenOf(address: string, boards: readonly Board[], templates: readonly Template[]): Chosen {
  if (address === '' || address === urgentAddress) return { is: 'urgent' };
  if (address.startsWith(prefix)) {
    const template = templates.find(({ id }) => prefix + id === address);
    return template ? { is: 'template', template } : { is: 'gone' };
  }
  const board = boards.find(({ id }) => id === address);
  return board ? { is: 'board', board } : { is: 'gone' };
}

export const cardOf = (kpi: string): StoredCard => ({ kpi, variant: null, width: 1 });

/** What a board or a template shows, in order. */
export const cardsOf = (chosen: Chosen): readonly StoredCard[] =>
  chosen.is === 'board' ? chosen.board.layout.cards : chosen.is === 'template' ? chosen.template.kpis.map(cardOf) : [];
