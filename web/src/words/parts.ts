import { defineWords } from './language.ts';
import { partsEn } from './parts.en.ts';
import { partsEs } from './parts.es.ts';

export const partsWords = defineWords('parts', partsEs, partsEn);
