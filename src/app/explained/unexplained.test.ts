import { expect, test } from 'vitest';
import { average, count, sum } from '../../metrics/build.ts';
import { field } from '../../metrics/expression.ts';
import { liesBetween } from './unexplained.ts';

const at = { at: 'created_at' };

test('what groups have is part of a count, a sum and a mean of sums, and of no median', () => {
  expect(liesBetween(count('ticket', at))).toBe(false);
  expect(liesBetween(sum('order', field('amount'), at))).toBe(false);
  expect(liesBetween(average('ticket', field('score'), at))).toBe(false);
  expect(liesBetween({ kind: 'simple', dataset: 'ticket', aggregate: 'median', of: field('score'), ...at })).toBe(true);
  expect(liesBetween({ kind: 'stock', dataset: 'ticket', aggregate: 'median', of: field('score'), at: 'closing' })).toBe(true);
});
