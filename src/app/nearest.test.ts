import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it.each([
  ['quary', 'query'],
  ['qurey', 'query'],
  ['exprot', 'export'],
  ['zzz', null],
])('takes %s for %s', (word, meant) => {
  expect(nearest(word, ['query', 'export', 'import'])).toBe(meant);
});
