import { goalsEn } from './goals.en.ts';
import { goalsEs } from './goals.es.ts';
import { defineWords } from './language.ts';

export const goalsWords = defineWords('goals', goalsEs, goalsEn);
