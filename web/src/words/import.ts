import { importEn } from './import.en.ts';
import { importEs } from './import.es.ts';
import { defineWords } from './language.ts';

export const importWords = defineWords('import', importEs, importEn);
