import { expect, test } from 'vitest';
import { kaplanMeierMedian } from './survival.ts';

/** Remission of leukaemia patients under 6-MP (Freireich 1963; Kaplan–Meier in every textbook): the median is 23 weeks. */
const sixMercaptopurine: readonly (readonly [number, number, number])[] = [
  [6, 3, 1],
  [7, 1, 0],
  [9, 0, 1],
  [10, 1, 1],
  [11, 0, 1],
  [13, 1, 0],
  [16, 1, 0],
  [17, 0, 1],
  [19, 0, 1],
  [20, 0, 1],
  [22, 1, 0],
  [23, 1, 0],
  [25, 0, 1],
  [32, 0, 2],
  [34, 0, 1],
  [35, 0, 1],
];

const steps = (rows: typeof sixMercaptopurine) => rows.map(([time, ended, censored]) => ({ time, ended, censored }));

test('Freireich’s 6-MP arm has a median of 23 weeks, and no upper limit', () => {
  const { median, ci } = kaplanMeierMedian(steps(sixMercaptopurine));
  expect(median).toBe(23);
  expect(ci).toBeNull();
});

test('without open cases it is the ordinary median from below', () => {
  expect(kaplanMeierMedian([1, 2, 3, 4, 5].map((time) => ({ time, ended: 1, censored: 0 }))).median).toBe(3);
});

test('a median that half have not reached is not known', () => {
  expect(
    kaplanMeierMedian([
      { time: 5, ended: 1, censored: 0 },
      { time: 9, ended: 0, censored: 3 },
    ]).median,
  ).toBeNull();
});
