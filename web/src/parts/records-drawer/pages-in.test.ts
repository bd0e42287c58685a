import { expect, it } from 'vitest';
import { pagesIn } from './pages-in.ts';

it('asks for the pages in sight and for the next one where it is near', () => {
  expect(pagesIn([0, 0], 100_000, 250)).toEqual([0]);
  expect(pagesIn([120, 160], 100_000, 250)).toEqual([0]);
  expect(pagesIn([190, 230], 100_000, 250)).toEqual([0, 1]);
  expect(pagesIn([240, 280], 100_000, 250)).toEqual([0, 1]);
  expect(pagesIn([99_960, 99_999], 100_000, 250)).toEqual([399]);
});

it('asks for nothing beyond the end', () => {
  expect(pagesIn([0, 30], 0, 250)).toEqual([]);
  expect(pagesIn([240, 249], 250, 250)).toEqual([0]);
  // Fewer than before, because of a filter.
  expect(pagesIn([900, 940], 300, 250)).toEqual([1]);
});
