import { expect, test } from 'vitest';
import { reliabilityOf } from './reliability.ts';

test('holds what was said against what happened', () => {
  const found = reliabilityOf([
    { probability: 0.2, happened: 1, n: 5 },
    { probability: 0.8, happened: 3, n: 5 },
    { probability: 1, happened: 0, n: 0 },
  ]);
  // 0.2: 1·0.64 + 4·0.04 = 0.8; 0.8: 3·0.04 + 2·0.64 = 1.4; 2.2/10. All at 0.4: 0.24.
  expect(found?.brier).toBeCloseTo(0.22, 12);
  expect(found?.reference).toBeCloseTo(0.24, 12);
  expect(found?.skill).toBeCloseTo(1 - 0.22 / 0.24, 12);
  expect(found?.bands).toHaveLength(2);
  expect(found?.bands[1]).toMatchObject({ from: 0.8, to: 0.9, n: 5, expected: 0.8, observed: 0.6 });
});

test('puts certainty into the last band and has no skill to tell where all happened', () => {
  const found = reliabilityOf([{ probability: 1, happened: 2, n: 2 }], 4);
  expect(found?.bands).toEqual([{ from: 0.75, to: 1, n: 2, expected: 1, observed: 1 }]);
  expect([found?.brier, found?.skill]).toEqual([0, null]);
  expect(reliabilityOf([])).toBeNull();
});
