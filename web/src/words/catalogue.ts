import { catalogueEn } from './catalogue.en.ts';
import { catalogueEs } from './catalogue.es.ts';
import { defineWords } from './language.ts';

export const catalogueWords = defineWords('catalogue', catalogueEs, catalogueEn);
