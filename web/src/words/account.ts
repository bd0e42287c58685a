import { accountEn } from './account.en.ts';
import { accountEs } from './account.es.ts';
import { defineWords } from './language.ts';

export const accountWords = defineWords('account', accountEs, accountEn);
