import { type Chosen, cardOf, cardsOf, type StoredCard } from '../chosen.ts';

/** A board while it is being put together. */
export interface Draft {
  /** Null: a new one. */
  readonly id: string | null;
  /** Of the board that it was made from. */
  readonly version: number | null;
  readonly name: string;
  readonly shared: boolean;
  readonly cards: readonly StoredCard[];
  readonly goals: readonly string[];
}

/** What a draft begins from: nothing, what is shown, or a copy of what is shown. */
export type Beginning = 'nothing' | 'itself' | 'copy';

interface Names {
  readonly fresh: string;
  readonly copyOf: (name: string) => string;
}

/** A copy is private, whatever it is a copy of; of a template it keeps the name. */
export function draftOf(from: Beginning, chosen: Chosen, { fresh, copyOf }: Names): Draft {
  const nothing: Draft = { id: null, version: null, name: fresh, shared: false, cards: [], goals: [] };
  if (from === 'nothing') return nothing;
  if (chosen.is === 'template') return { ...nothing, name: chosen.template.name, cards: cardsOf(chosen) };
  if (chosen.is !== 'board') return nothing;
  const { id, version, name, shared, layout } = chosen.board;
  const whole = { cards: layout.cards, goals: layout.goals };
  return from === 'copy'
    ? { ...whole, id: null, version: null, name: copyOf(name), shared: false }
    : { ...whole, id, version, name, shared };
}

/** Moves one to a place; places before the first and after the last are the first and the last. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const place = Math.max(0, Math.min(list.length - 1, to));
  const one = list[from];
  if (one === undefined || place === from) return list;
  return list.toSpliced(from, 1).toSpliced(place, 0, one);
}

/** Adds a KPI at the end, once, if the board can hold it. */
export const added = (cards: readonly StoredCard[], kpi: string, most: number): readonly StoredCard[] =>
  cards.length >= most || cards.some((card) => card.kpi === kpi) ? cards : [...cards, cardOf(kpi)];

/** Changes what a card shows. */
export const changed = (cards: readonly StoredCard[], which: StoredCard, to: Partial<StoredCard>): readonly StoredCard[] =>
  cards.map((card) => (card === which ? { ...card, ...to } : card));

/** Whether anything would be lost. A new board is nothing to lose until something is done to it. */
export const isChanged = (before: Draft, now: Draft): boolean => JSON.stringify(before) !== JSON.stringify(now);
