import { nearest as nearestWord } from '../landing/mapping/suggest_word.ts';

/** @returns the word that a mistyped one most likely means; null when none is near. For the shells, which import only `app`. */
export const nearest = (word: string, words: readonly string[]): string | null => nearestWord(word, words);
