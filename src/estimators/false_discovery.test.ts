import { expect, test } from 'vitest';
import { falseDiscovery } from './false_discovery.ts';

test('tells the four of the published example (Benjamini and Hochberg 1995, section 4)', () => {
  const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const found = falseDiscovery(ps);
  expect(found.filter(({ isDiscovery }) => isDiscovery)).toHaveLength(4);
  expect(found[3]?.adjusted).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(found[14]?.adjusted).toBe(1);
});

test('keeps the order given, and a greater p never has a lesser adjusted one', () => {
  // 0.04·3/3 = 0.04 goes before 0.03·3/2 = 0.045
  expect(falseDiscovery([0.04, 0.01, 0.03]).map(({ adjusted }) => adjusted)).toEqual([0.04, 0.03, 0.04]);
  expect(falseDiscovery([])).toEqual([]);
});
