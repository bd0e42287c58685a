import { adoptionEn } from './adoption.en.ts';
import { adoptionEs } from './adoption.es.ts';
import { defineWords } from './language.ts';

export const adoptionWords = defineWords('adoption', adoptionEs, adoptionEn);
