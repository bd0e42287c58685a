import { defineWords } from './language.ts';
import { playsEn } from './plays.en.ts';
import { playsEs } from './plays.es.ts';

export const playsWords = defineWords('plays', playsEs, playsEn);
