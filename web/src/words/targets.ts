import { defineWords } from './language.ts';
import { targetsEn } from './targets.en.ts';
import { targetsEs } from './targets.es.ts';

export const targetsWords = defineWords('targets', targetsEs, targetsEn);
