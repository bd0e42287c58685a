import { expect, test } from 'vitest';
import { survivalCurve, survivalMedian } from './kaplan_meier.ts';

const ended = (time: number) => ({ time, ended: 1, open: 0 });
const open = (time: number) => ({ time, ended: 0, open: 1 });

test('has the published curve of 6-MP against leukaemia (Freireich et al. 1963; Kalbfleisch and Prentice 2002, section 1.1)', () => {
  const curve = survivalCurve([
    ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open),
  ]);
  expect(curve.map(({ time, survival }) => [time, Math.round(survival * 1000) / 1000])).toEqual([
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
  ]);
  expect(curve[0]?.atRisk).toBe(21);
  // R 4: survfit(…, conf.type = "log-log") gives 0.6197 to 0.9516 at 6, and a median of 23 (13, NA).
  expect(curve[0]?.interval?.[0]).toBeCloseTo(0.6197, 4);
  expect(curve[0]?.interval?.[1]).toBeCloseTo(0.9516, 4);
  expect(survivalMedian(curve)).toEqual({ value: 23, low: 13, high: null });
});

test('without open cases it is the share that is left, and a negative time is no case', () => {
  const curve = survivalCurve([{ time: 1, ended: 2, open: 0 }, ended(3), ended(1), { time: -1, ended: 5, open: 0 }]);
  expect(curve.map(({ time, survival }) => [time, survival])).toEqual([
    [1, 0.25],
    [3, 0],
  ]);
  expect(curve[1]?.interval).toBeNull();
  expect(survivalMedian(curve).value).toBe(1);
});

test('has no median before half have ended', () => {
  expect(survivalMedian(survivalCurve([ended(1), open(2), open(3)]))).toEqual({ value: null, low: 1, high: null });
  expect(survivalMedian(survivalCurve([]))).toEqual({ value: null, low: null, high: null });
});

test('a case that ended at once is one', () => {
  expect(survivalCurve([ended(0), open(1), open(2)]).map(({ time, survival }) => [time, survival])).toEqual([[0, 1 - 1 / 3]]);
});

test('a median just at a half, its interval reached at both ends', () => {
  // Two of four have ended after 2: a half. Log–log of Greenwood's Σ d/(n(n − d)) = 1/12 + 1/6.
  const curve = survivalCurve([1, 2, 3, 4].map(ended));
  expect(curve[1]?.survival).toBeCloseTo(0.5, 12);
  const half = (1.959964 * Math.sqrt(0.25)) / Math.LN2;
  expect(curve[1]?.interval?.[0]).toBeCloseTo(0.5 ** Math.exp(half), 6);
  expect(curve[1]?.interval?.[1]).toBeCloseTo(0.5 ** Math.exp(-half), 6);
  expect(survivalMedian(curve)).toEqual({ value: 2, low: 1, high: 4 });
});
