import { expect, it } from 'vitest';
import { cronOf, scheduleOf } from './schedule.ts';

it.each(['40 2 * * *', '0 23 * * 1', '5 0 * * 0', '30 6 * * 1-5', '*/10 * * * *'])('%s comes back as it was', (text) => {
  expect(cronOf(scheduleOf(text))).toBe(text);
});

it('knows Sunday by both its numbers', () => {
  expect(scheduleOf('0 3 * * 7')).toEqual({ kind: 'weekly', day: 0, at: '03:00' });
});

it('has no cron for what is no hour', () => {
  expect(cronOf({ kind: 'daily', at: '25:00' })).toBeNull();
});
