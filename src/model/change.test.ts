import { describe, expect, it, test } from 'vitest';
import { changeFrom, toldIn } from './change.ts';

test('in what a change is told goes by the unit', () => {
  expect(['rate', 'score', 'correlation'].map(toldIn)).toEqual(['percentage_points', 'points', 'number']);
  for (const unit of ['count', 'money', 'days', 'hours', 'minutes', 'seconds', 'ratio']) expect(toldIn(unit)).toBe('share');
});

describe('changeFrom', () => {
  it.each([
    // NPS: it was below zero, it crosses it, it was at it, it was above it.
    [-40, -10, 'score', 30, null],
    [-10, 5, 'score', 15, null],
    [0, 30, 'score', 30, null],
    [20, 53.85, 'score', 33.85, null],
    // A mean of 1 to 5: from 3 to 3.6 is not «a fifth better».
    [3, 3.6, 'score', 0.6, null],
    [0.2, 0.3, 'rate', 0.1, null],
    [-0.05, 0.02, 'rate', 0.07, null],
    [0.2, -0.1, 'correlation', -0.3, null],
    // Money: a loss before, nothing before, a loss now.
    [-100, 50, 'money', 150, null],
    [-100, -50, 'money', 50, null],
    [0, 50, 'money', 50, null],
    [200, 50, 'money', -150, -0.75],
    [100, -50, 'money', -150, -1.5],
    [10, 12, 'count', 2, 0.2],
    [-2, 3, 'count', 5, null],
    [4, 3, 'days', -1, -0.25],
    [2, 2.5, 'ratio', 0.5, 0.25],
  ])('from %d to %d of %s: %d, relative %s', (before, now, unit, change, relative) => {
    const found = changeFrom(before, now, unit);
    expect(found.change).toBeCloseTo(change, 12);
    if (relative === null) expect(found.relative).toBeNull();
    else expect(found.relative).toBeCloseTo(relative, 12);
  });
  it('says nothing of what is not known', () => {
    expect(changeFrom(null, 5, 'money')).toEqual({ change: null, relative: null });
    expect(changeFrom(5, null, 'score')).toEqual({ change: null, relative: null });
  });
});
