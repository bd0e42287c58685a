import { conversationEn } from './conversation.en.ts';
import { conversationEs } from './conversation.es.ts';
import { defineWords } from './language.ts';

/** What people say and decide about a figure. */
export const conversationWords = defineWords('conversation', conversationEs, conversationEn);
