import { defineWords } from './language.ts';
import { pairsEn } from './pairs.en.ts';
import { pairsEs } from './pairs.es.ts';

/** Two KPIs side by side. */
export const pairsWords = defineWords('pairs', pairsEs, pairsEn);
