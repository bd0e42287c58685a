import { expect, it } from 'vitest';
import { daysLate } from './late.ts';

const now = new Date('2026-11-22T23:30:00Z');

it('tells data of more than a week ago, by the company’s day', () => {
  expect(daysLate('2026-11-16', now, 'UTC')).toBe(0);
  expect(daysLate('2026-11-15', now, 'UTC')).toBe(0);
  // There the next day has begun.
  expect(daysLate('2026-11-15', now, 'Europe/Madrid')).toBe(8);
  expect(daysLate('2026-11-14', now, 'UTC')).toBe(8);
});

it('says nothing where there are no data yet', () => {
  expect(daysLate(null, now, 'UTC')).toBe(0);
});
