import { describe, expect, test } from 'vitest';
import { type CourseAsked, courseOf } from './course.ts';

const asked: CourseAsked = {
  kind: 'flow',
  direction: 'up',
  aim: { value: 100, low: null, high: null },
  gone: 0.5,
  daysLeft: 10,
  daysGone: 10,
  actual: 40,
  ci: null,
  isSmall: false,
  opening: null,
  due: 50,
  rest: null,
  bounds: [0, Number.POSITIVE_INFINITY],
};
const course = (more: Partial<CourseAsked>) => courseOf({ ...asked, ...more });

describe('a sum', () => {
  test('half way: 40 of 50 due, 60 left at 6 a day where 4 came', () => {
    expect(course({})).toMatchObject({
      state: 'off_course',
      due: 50,
      gap: -10,
      pace: 0.8,
      needed: { rest: 60, perDay: 6, usualPerDay: 4 },
    });
    expect(course({ actual: 46 }).state).toBe('at_risk');
    expect(course({ actual: 50 }).state).toBe('on_course');
  });

  test('with a forecast the end decides: 40 and 62 ± 10 is 102, a chance of Φ(0.2) = 57.9 %', () => {
    const { end, state } = course({ rest: { mean: 62, deviation: 10 } });
    expect(end?.value).toBe(102);
    expect(end?.chance).toBeCloseTo(0.5793, 4);
    // 1.2816 and 1.96 standard deviations.
    expect(end?.inner[0]).toBeCloseTo(102 - 12.816, 2);
    expect(end?.outer[1]).toBeCloseTo(102 + 19.6, 2);
    expect(state).toBe('at_risk');
    expect(course({ rest: { mean: 70, deviation: 10 } }).state).toBe('on_course');
    expect(course({ rest: { mean: 50, deviation: 10 } }).state).toBe('off_course');
  });

  test('what is reached is reached; a limit that is passed is passed; over is over', () => {
    expect(course({ actual: 100 }).state).toBe('reached');
    expect(course({ actual: 101, direction: 'down' }).state).toBe('missed');
    expect(course({ actual: 60, direction: 'down' }).state).toBe('off_course');
    expect(course({ actual: 99, gone: 1, daysLeft: 0, due: 100 })).toMatchObject({ state: 'missed', end: null, needed: null });
    expect(course({ actual: 99, gone: 1, daysLeft: 0, direction: 'down' }).state).toBe('reached');
  });

  test('a target of zero, nothing yet and no data', () => {
    expect(course({ aim: { value: 0, low: null, high: null }, due: 0, actual: 0 })).toMatchObject({ state: 'reached', pace: null });
    expect(course({ aim: { value: 0, low: null, high: null }, due: 0, actual: 0, direction: 'down' }).state).toBe('too_early');
    expect(course({ actual: null }).state).toBe('no_data');
    expect(course({ actual: null, gone: 0, daysGone: 0 }).state).toBe('too_early');
    expect(course({ gone: 0.1, due: 5, actual: 1 }).state).toBe('too_early');
  });
});

describe('a level', () => {
  const level = { kind: 'level', actual: 0.4, aim: { value: 0.5, low: null, high: null }, bounds: [0, 1], due: null } as const;

  test('the rest must be as far above as what is done is below', () => {
    // Half at 0.4: the other half at 0.6.
    expect(course(level).needed?.rest).toBeCloseTo(0.6, 12);
    expect(course(level)).toMatchObject({ due: 0.5, pace: null, state: 'off_course' });
    expect(course({ ...level, rest: { mean: 0.7, deviation: 0.05 } }).end?.value).toBeCloseTo(0.55, 12);
  });

  test('near its aim it is not certain', () => {
    expect(course({ ...level, gone: 1, daysLeft: 0, ci: [0.38, 0.52] })).toMatchObject({ state: 'missed', isCertain: false });
    expect(course({ ...level, gone: 1, daysLeft: 0, ci: [0.38, 0.45] })).toMatchObject({ state: 'missed', isCertain: true });
    expect(course({ ...level, gone: 1, daysLeft: 0, ci: [0.38, 0.45], isSmall: true }).isCertain).toBe(false);
  });

  test('a band holds within both its ends, and only there', () => {
    const band = { ...level, direction: 'band', aim: { value: null, low: 2, high: 4 }, gone: 1, daysLeft: 0 } as const;
    expect(course({ ...band, actual: 3 }).state).toBe('reached');
    expect(course({ ...band, actual: 4.1 }).state).toBe('missed');
    expect(course({ ...band, actual: 3, aim: { value: 3, low: null, high: null } }).state).toBe('informative');
    const { end } = course({ ...band, gone: 0.5, daysLeft: 5, actual: 3, rest: { mean: 3, deviation: 1 }, bounds: [0, 9] });
    // Φ(1) − Φ(−1)
    expect(end?.chance).toBeCloseTo(0.6827, 4);
  });

  test('what is only told has no verdict', () => {
    expect(course({ ...level, direction: 'none' }).state).toBe('informative');
  });
});

test('a stock walks a line from where it began, and what it needs is a change', () => {
  const stock = course({ kind: 'stock', opening: 60, actual: 70, due: null, rest: { mean: 5, deviation: 2 } });
  expect(stock).toMatchObject({ due: 80, gap: -10, pace: null, state: 'off_course', needed: { rest: 30, perDay: 3, usualPerDay: 1 } });
  expect(stock.end?.value).toBe(75);
});
