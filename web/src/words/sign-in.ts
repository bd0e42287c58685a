import { defineWords } from './language.ts';
import { signInEn } from './sign-in.en.ts';
import { signInEs } from './sign-in.es.ts';

export const signInWords = defineWords('sign-in', signInEs, signInEn);
