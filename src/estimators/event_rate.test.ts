import { expect, test } from 'vitest';
import { fitGammaPrior, gammaCdf, shrinkEventRate } from './event_rate.ts';

test('gammaCdf of shape 1 is the exponential, of shape 3 the Poisson tail', () => {
  expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 13);
  expect(gammaCdf(3, 2)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 13);
  expect(gammaCdf(400, 400)).toBeCloseTo(0.5066, 3);
  expect(gammaCdf(2, 0)).toBe(0);
});

test('the prior has the mean of the groups and the negative binomial of the published mites (Bliss and Fisher 1953)', () => {
  // Red mites on 150 apple leaves: 70 with none, 38 with 1, …; published k by maximum likelihood 1.0246, mean 1.1467.
  const leaves = [70, 38, 17, 10, 9, 3, 2, 1].flatMap((count, events) => Array.from({ length: count }, () => ({ events, exposure: 1 })));
  const prior = fitGammaPrior(leaves);
  expect(prior?.shape).toBeCloseTo(1.0246, 3);
  expect((prior?.shape ?? 0) / (prior?.exposure ?? 1)).toBeCloseTo(172 / 150, 4);
});

test('a group’s rate is (shape + events)/(exposure + its own)', () => {
  const shrunk = shrinkEventRate({ shape: 2, exposure: 10 }, { events: 1, exposure: 5 });
  expect(shrunk.value).toBeCloseTo(3 / 15, 12);
  expect(shrunk.ownWeight).toBeCloseTo(1 / 3, 12);
  // χ² with 6 degrees of freedom: 1.2373 and 14.4494, halved, over 15.
  expect(shrunk.interval[0]).toBeCloseTo(1.237344 / 30, 6);
  expect(shrunk.interval[1]).toBeCloseTo(14.449375 / 30, 6);
});

test('there is no prior of one group or of no event', () => {
  expect(
    fitGammaPrior([
      { events: 2, exposure: 3 },
      { events: 0, exposure: 0 },
    ]),
  ).toBeNull();
  expect(
    fitGammaPrior([
      { events: 0, exposure: 3 },
      { events: 0, exposure: 1 },
    ]),
  ).toBeNull();
});
