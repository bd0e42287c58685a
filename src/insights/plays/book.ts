import { improve } from './book/improve.ts';
import { keep } from './book/keep.ts';
import { sell } from './book/sell.ts';
import type { Play } from './play.ts';

/** The play book: what the source texts say can be done. */
export const plays: ReadonlyMap<string, Play> = new Map([...keep, ...sell, ...improve].map((play) => [play.id, play]));
