import { defineWords } from './language.ts';
import { noticesEn } from './notices.en.ts';
import { noticesEs } from './notices.es.ts';

export const noticesWords = defineWords('notices', noticesEs, noticesEn);
