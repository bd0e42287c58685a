import { dataEn } from './data.en.ts';
import { dataEs } from './data.es.ts';
import { defineWords } from './language.ts';

export const dataWords = defineWords('data', dataEs, dataEn);
