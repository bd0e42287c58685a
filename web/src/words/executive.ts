import { executiveEn } from './executive.en.ts';
import { executiveEs } from './executive.es.ts';
import { defineWords } from './language.ts';

/** The executive page. */
export const executiveWords = defineWords('executive', executiveEs, executiveEn);
