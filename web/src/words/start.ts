import { defineWords } from './language.ts';
import { startEn } from './start.en.ts';
import { startEs } from './start.es.ts';

export const startWords = defineWords('start', startEs, startEn);
