import { defineWords } from './language.ts';
import { tvEn } from './tv.en.ts';
import { tvEs } from './tv.es.ts';

export const tvWords = defineWords('tv', tvEs, tvEn);
