import { expect, it } from 'vitest';
import { mainPart, stepsOf, tellingOrder } from './steps.ts';

const words = { others: 'los demás', unknown: 'sin dato' };
const effect = (group: string | null, total: number) => ({ group, before: 1, after: 1, volume: 0, mix: 0, rate: total, total });

it('puts small effects together so that the steps still sum to the change', () => {
  const effects = [5, -4, 3, -2, 1, 0.5, 0.25, 0.125, null].map((size, index) =>
    effect(size === null ? null : `g${index}`, size ?? -0.0625),
  );
  const steps = stepsOf({ effects, residual: 1e-13 }, words);
  expect(steps.map(({ name }) => name)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'los demás']);
  expect(steps.reduce((sum, step) => sum + step.effect, 0)).toBeCloseTo(
    effects.reduce((sum, { total }) => sum + total, 0),
    10,
  );
});

it('shows seven groups rather than six and a heap of one', () => {
  const effects = [1, 2, 3, 4, 5, 6, 7].map((size) => effect(`g${size}`, size));
  expect(stepsOf({ effects, residual: 0 }, words)).toHaveLength(7);
});

it('tells first by what is concentrated, and not by one value', () => {
  const of = (dimension: string, sizes: readonly number[]) => ({
    dimension,
    effects: sizes.map((size, index) => effect(`g${index}`, size)),
    volume: 0,
    mix: 0,
    rate: 0,
    residual: 0,
  });
  const order = tellingOrder([of('spread', [1, 1, 1, 1]), of('one', [4]), of('two', [3, 0.5, 0.5])]);
  expect(order.map(({ dimension }) => dimension)).toEqual(['two', 'spread']);
  expect(mainPart([of('spread', [1, 1, 1, 1]), of('one', [4]), of('two', [0.5, -3, 0.5])])).toEqual({
    dimension: 'two',
    group: 'g1',
    effect: -3,
  });
  expect(mainPart([of('one', [4])])).toBeNull();
});
