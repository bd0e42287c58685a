import { expect, it } from 'vitest';
import { toldFirst, whySteps } from './why-steps.ts';

const effect = (group: string | null, total: number) => ({ group, before: null, after: null, total });
const words = { nameOf: (group: string | null) => group ?? '?', others: 'rest' };

it('sums to the change, with what is not told as the last step', () => {
  const steps = whySteps([effect('A', -5), effect(null, 2), effect('C', 0)], -4, words);
  expect(steps).toEqual([
    { name: 'A', effect: -5 },
    { name: '?', effect: 2 },
    { name: 'rest', effect: -1 },
  ]);
});

it('has no last step where nothing is left but what floating numbers leave', () => {
  expect(whySteps([effect('A', 0.1), effect('B', 0.2)], 0.3, words)).toHaveLength(2);
});

it('tells first by what two values explain most of; one value explains nothing', () => {
  const wide = { dimension: 'wide', effects: [1, 1, 1, 1].map((total, at) => effect(String(at), total)) };
  const narrow = { dimension: 'narrow', effects: [effect('A', 3), effect('B', 1)] };
  const single = { dimension: 'single', effects: [effect('A', 4)] };
  expect(toldFirst([wide, single, narrow]).map(({ dimension }) => dimension)).toEqual(['narrow', 'wide']);
});
