import { expect, test } from 'vitest';
import { nextReview, type Reviewed, reviewState } from './standing.ts';

const cadence = { everyMonths: 3, unusedDays: 180 };
const kpi = (more: Partial<Reviewed>): Reviewed => ({
  ...{ nextOn: null, since: '2026-01-31', retiredOn: null, isFollowed: true, lastLooked: null },
  ...more,
});
const state = (more: Partial<Reviewed>, today: string, counted: string | null = '2026-01-31') =>
  reviewState(kpi(more), cadence, today, counted);

test('a review comes round by the cadence, unless a day was set', () => {
  // Three months after 31 January: the last of April.
  expect(nextReview(kpi({}), cadence)).toBe('2026-04-30');
  expect(nextReview(kpi({ nextOn: '2027-01-15' }), cadence)).toBe('2027-01-15');
});

test.each([
  [{}, '2026-04-29', 'coming'],
  [{}, '2026-04-30', 'due'],
  [{ nextOn: '2027-01-15' }, '2026-12-31', 'coming'],
  [{ retiredOn: '2026-02-01' }, '2026-12-31', 'retired'],
  // Nobody follows it: it is due to nobody, and after 180 days without a look it may go.
  [{ isFollowed: false }, '2026-07-29', 'quiet'],
  [{ isFollowed: false }, '2026-07-30', 'unused'],
  [{ isFollowed: false, lastLooked: '2026-06-01' }, '2026-07-30', 'due'],
  [{ isFollowed: false, lastLooked: '2026-06-01', since: '2026-06-01' }, '2026-07-30', 'coming'],
  [{ isFollowed: false, lastLooked: '2026-06-01' }, '2026-11-28', 'unused'],
  // Somebody set a day: it is looked at then.
  [{ isFollowed: false, nextOn: '2026-12-01' }, '2026-11-30', 'coming'],
] as const)('%o on %s is %s', (more, today, expected) => expect(state(more, today)).toBe(expected));

test('nothing is unused before looks were counted', () => expect(state({ isFollowed: false }, '2030-01-01', null)).toBe('quiet'));
