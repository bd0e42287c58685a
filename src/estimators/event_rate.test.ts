import { expect, test } from 'vitest';
import { fitGammaPrior, gammaCdf, shrinkEventRate } from './event_rate.ts';

test('gammaCdf of shape 1 is the exponential, of shape 3 the Poisson tail', () => {
  expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 13);
  expect(gammaCdf(3, 2)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 13);
  expect(gammaCdf(400, 400)).toBeCloseTo(0.5066, 3);
  expect(gammaCdf(2, 0)).toBe(0);
  expect(gammaCdf(2, -1)).toBe(0);
  // Far in either tail.
  expect(gammaCdf(2, 500)).toBeCloseTo(1, 12);
  expect(gammaCdf(50, 10)).toBeCloseTo(0, 12);
});

test('the prior has the mean of the groups and the negative binomial of the published mites (Bliss and Fisher 1953)', () => {
  // Red mites on 150 apple leaves: 70 with none, 38 with 1, …; published k by maximum likelihood 1.0246, mean 1.1467.
  const leaves = [70, 38, 17, 10, 9, 3, 2, 1].flatMap((count, events) => Array.from({ length: count }, () => ({ events, exposure: 1 })));
  const prior = fitGammaPrior(leaves);
  expect(prior?.shape).toBeCloseTo(1.0246, 3);
  expect((prior?.shape ?? 0) / (prior?.exposure ?? 1)).toBeCloseTo(172 / 150, 4);
});

test('the prior’s exposure is in the unit of the groups’', () => {
  const groups = [
    { events: 1, exposure: 4 },
    { events: 9, exposure: 5 },
    { events: 2, exposure: 8 },
    { events: 20, exposure: 9 },
  ];
  const inUnits = fitGammaPrior(groups);
  const inThousandths = fitGammaPrior(groups.map(({ events, exposure }) => ({ events, exposure: exposure * 1000 })));
  expect(inThousandths?.shape).toBeCloseTo(inUnits?.shape ?? 0, 3);
  expect((inThousandths?.exposure ?? 0) / (inUnits?.exposure ?? 1)).toBeCloseTo(1000, 0);
  // Its mean lies among the groups' rates, 0.25 … 2.2.
  expect((inUnits?.shape ?? 0) / (inUnits?.exposure ?? 1)).toBeCloseTo(1.15, 1);
});

test('groups that differ no more than chance have a narrow prior at their common rate; two are enough', () => {
  const prior = fitGammaPrior([
    { events: 30, exposure: 10 },
    { events: 60, exposure: 20 },
  ]);
  expect(prior?.shape).toBeGreaterThan(1000);
  expect((prior?.shape ?? 0) / (prior?.exposure ?? 1)).toBeCloseTo(3, 2);
});

test('a rate of few events has its interval too', () => {
  // χ² with 1 degree of freedom: 0.000982 and 5.023886, halved.
  const { interval } = shrinkEventRate({ shape: 0.5, exposure: 1 }, { events: 0, exposure: 0 });
  expect(interval[0]).toBeCloseTo(0.000982069 / 2, 7);
  expect(interval[1]).toBeCloseTo(5.023886 / 2, 5);
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
