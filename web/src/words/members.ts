import { defineWords } from './language.ts';
import { membersEn } from './members.en.ts';
import { membersEs } from './members.es.ts';

export const membersWords = defineWords('members', membersEs, membersEn);
