import { boardEn } from './board.en.ts';
import { boardEs } from './board.es.ts';
import { defineWords } from './language.ts';

export const boardWords = defineWords('board', boardEs, boardEn);
