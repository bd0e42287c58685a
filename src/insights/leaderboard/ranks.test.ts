import { expect, test } from 'vitest';
import { ranksOf } from './ranks.ts';

const people = [
  { value: 0.2, interval: [0.1, 0.3] as const },
  { value: 0.5, interval: [0.4, 0.6] as const },
  { value: 0.45, interval: [0.35, 0.55] as const },
];

test('people whose intervals overlap may change places', () => {
  expect(ranksOf(people, true)).toEqual([
    { place: 3, best: 3, worst: 3 },
    { place: 1, best: 1, worst: 2 },
    { place: 2, best: 1, worst: 2 },
  ]);
});

test('where less is better the order turns round', () => {
  expect(ranksOf(people, false).map(({ place, best, worst }) => [place, best, worst])).toEqual([
    [1, 1, 1],
    [3, 2, 3],
    [2, 2, 3],
  ]);
});

test('equals share a place; without an interval a figure is taken as it is', () => {
  const same = [
    { value: 1, interval: null },
    { value: 1, interval: null },
    { value: 0, interval: null },
  ];
  expect(ranksOf(same, true)).toEqual([
    { place: 1, best: 1, worst: 2 },
    { place: 1, best: 1, worst: 2 },
    { place: 3, best: 3, worst: 3 },
  ]);
});
