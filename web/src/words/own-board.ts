import { defineWords } from './language.ts';
import { ownBoardEn } from './own-board.en.ts';
import { ownBoardEs } from './own-board.es.ts';

export const ownBoardWords = defineWords('ownBoard', ownBoardEs, ownBoardEn);
