import { expect, it } from 'vitest';
import { readCron } from './cron-words.ts';

it.each([
  ['17 3 * * *', { kind: 'daily', hour: 3, minute: 17 }],
  ['0 * * * *', { kind: 'hourly', count: 1 }],
  ['5 */6 * * *', { kind: 'hourly', count: 6 }],
  ['*/15 * * * *', { kind: 'minutely', count: 15 }],
  ['0 9 * * 1', null],
  ['0 9,17 * * *', null],
  ['*/5 9 * * *', null],
])('reads %s', (cron, words) => {
  expect(readCron(cron)).toEqual(words);
});
