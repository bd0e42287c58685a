import { frameEn } from './frame.en.ts';
import { frameEs } from './frame.es.ts';
import { defineWords } from './language.ts';

export const frameWords = defineWords('frame', frameEs, frameEn);
