import { defineWords } from './language.ts';
import { reviewsEn } from './reviews.en.ts';
import { reviewsEs } from './reviews.es.ts';

/** Reviews of KPIs, and the versions of their definitions. */
export const reviewsWords = defineWords('reviews', reviewsEs, reviewsEn);
