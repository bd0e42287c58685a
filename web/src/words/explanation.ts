import { explanationEn } from './explanation.en.ts';
import { explanationEs } from './explanation.es.ts';
import { defineWords } from './language.ts';

export const explanationWords = defineWords('explanation', explanationEs, explanationEn);
