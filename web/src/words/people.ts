import { defineWords } from './language.ts';
import { peopleEn } from './people.en.ts';
import { peopleEs } from './people.es.ts';

export const peopleWords = defineWords('people', peopleEs, peopleEn);
