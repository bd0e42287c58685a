import { defineWords } from './language.ts';
import { leaderboardEn } from './leaderboard.en.ts';
import { leaderboardEs } from './leaderboard.es.ts';

/** Who achieves most, and thanks. */
export const leaderboardWords = defineWords('leaderboard', leaderboardEs, leaderboardEn);
