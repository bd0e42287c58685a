import { defineWords } from './language.ts';
import { toneEn } from './tone.en.ts';
import { toneEs } from './tone.es.ts';

export const toneWords = defineWords('tone', toneEs, toneEn);
