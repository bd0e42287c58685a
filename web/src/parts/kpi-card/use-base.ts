import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Card } from './card.ts';

/** @returns what says with what a card's figure is compared: a period by its name, or its target; null: nothing */
export function useBase(): (card: Card) => string | null {
  const say = useWords(partsWords);
  const format = useFormat();
  return ({ compared, grain }) =>
    compared === null ? null : compared.against === 'target' ? say('theTarget') : format.period(compared.period, grain);
}
