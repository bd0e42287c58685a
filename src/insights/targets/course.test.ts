import { describe, expect, test } from 'vitest';
import { boundsOf, type CourseAsked, courseOf } from './course.ts';

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

describe('edges', () => {
  test('what is known only at its edges: no aim, no value, nothing left, nothing gone', () => {
    expect(course({ aim: { value: null, low: null, high: null } })).toMatchObject({
      state: 'informative',
      due: null,
      gap: null,
      needed: null,
    });
    expect(course({ actual: null })).toMatchObject({ gap: null, pace: null, end: null, needed: null });
    expect(course({ actual: null, rest: { mean: 62, deviation: 10 } }).end).toBeNull();
    expect(course({ daysLeft: 0 }).needed).toBeNull();
    expect(course({ daysGone: 0 }).needed).toEqual({ rest: 60, perDay: 6, usualPerDay: null });
    expect(course({ due: null })).toMatchObject({ due: null, gap: null, pace: null, state: 'too_early' });
    for (const direction of ['band', 'none'] as const) expect(course({ direction }).needed).toBeNull();
  });

  test('two to one is likely: Φ(0.431) is two thirds', () => {
    // 40 + mean against 100.
    const ending = (mean: number) => course({ rest: { mean, deviation: 10 } }).state;
    expect(ending(60 + 4.32)).toBe('on_course');
    expect(ending(60 + 4.3)).toBe('at_risk');
    expect(ending(60 - 4.3)).toBe('at_risk');
    expect(ending(60 - 4.32)).toBe('off_course');
    // What does not stray comes or does not.
    expect(course({ rest: { mean: 60, deviation: 0 } }).end?.chance).toBe(1);
    expect(course({ rest: { mean: 59, deviation: 0 } })).toMatchObject({ state: 'off_course', end: { chance: 0 } });
  });

  test('without a forecast: a fifth of the period at least, and nine tenths of what is due are near', () => {
    expect(course({ gone: 0.2 }).state).toBe('off_course');
    expect(course({ gone: 0.19 }).state).toBe('too_early');
    expect(course({ actual: 45 }).state).toBe('at_risk');
    expect(course({ actual: 44.9 }).state).toBe('off_course');
    const limit = { direction: 'down' } as const;
    expect(course({ ...limit, actual: 50 }).state).toBe('on_course');
    expect(course({ ...limit, actual: 55 }).state).toBe('at_risk');
    expect(course({ ...limit, actual: 56 }).state).toBe('off_course');
  });

  test('the end is what can be, and its chance that of an aim that can be met', () => {
    const capped = course({ bounds: [0, 90], rest: { mean: 62, deviation: 10 } }).end;
    expect([capped?.value, capped?.inner[1], capped?.outer[1]]).toEqual([90, 90, 90]);
    const floored = course({ bounds: [95, 200], rest: { mean: 20, deviation: 1 } }).end;
    expect([floored?.value, floored?.inner[0], floored?.outer[0]]).toEqual([95, 95, 95]);
    expect(course({ aim: { value: null, low: null, high: null }, rest: { mean: 62, deviation: 10 } }).end?.chance).toBe(0);
    expect(course({ gone: 1, rest: { mean: 62, deviation: 10 } }).end).toBeNull();
  });

  test('a limit that is kept so far is no more than on course; a sum’s band is judged at its end', () => {
    expect(course({ direction: 'down', actual: 10 }).state).toBe('on_course');
    expect(course({ direction: 'band', aim: { value: null, low: 30, high: 60 }, due: null }).state).toBe('too_early');
    expect(course({ direction: 'band', aim: { value: null, low: 30, high: 60 }, gone: 1 }).state).toBe('reached');
  });

  test('bands may be open at one side; a value with a direction is one', () => {
    const aim = (low: number | null, high: number | null, value: number | null = null) => ({ value, low, high });
    expect(boundsOf(aim(2, null), 'band')).toEqual([2, Number.POSITIVE_INFINITY]);
    expect(boundsOf(aim(null, 4), 'up')).toEqual([Number.NEGATIVE_INFINITY, 4]);
    expect(boundsOf(aim(2, 4, 3), 'band')).toEqual([2, 4]);
    expect(boundsOf(aim(2, 4, 3), 'up')).toEqual([3, Number.POSITIVE_INFINITY]);
    expect(boundsOf(aim(2, 4, 3), 'down')).toEqual([Number.NEGATIVE_INFINITY, 3]);
    expect(boundsOf(aim(null, null), 'band')).toBeNull();
    expect(boundsOf(aim(null, null, 3), 'none')).toBeNull();
    expect(boundsOf(aim(1, null), 'none')).toEqual([1, Number.POSITIVE_INFINITY]);
  });

  test('a level: few rows say nothing while it runs, unless its end is foreseen; its edges are within the interval or not', () => {
    const level = { kind: 'level', actual: 0.4, aim: { value: 0.5, low: null, high: null }, bounds: [0, 1], due: null } as const;
    expect(course({ ...level, isSmall: true }).state).toBe('too_early');
    expect(course({ ...level, isSmall: true, rest: { mean: 0.7, deviation: 0.01 } }).state).toBe('on_course');
    expect(course({ ...level, isSmall: true, gone: 1 }).state).toBe('missed');
    expect(course({ ...level, gone: 0.1 }).state).toBe('too_early');
    expect(course({ ...level, actual: 0.6 }).state).toBe('on_course');
    const certain = (ci: readonly [number, number]) => course({ ...level, gone: 1, ci }).isCertain;
    expect([certain([0.3, 0.5]), certain([0.5, 0.6]), certain([0.49, 0.51])]).toEqual([true, true, false]);
    // Few rows behind a sum are no doubt about it.
    expect(course({ isSmall: true }).isCertain).toBe(true);
    const band = { ...level, direction: 'band', aim: { value: null, low: 0.2, high: 0.5 } } as const;
    expect(course({ ...band, ci: [0.15, 0.25] }).isCertain).toBe(false);
    expect(course({ ...band, ci: [0.45, 0.55] }).isCertain).toBe(false);
    expect(course({ ...band, ci: [0.3, 0.4] }).isCertain).toBe(true);
    expect(course({ ...level, gone: 0.999_999, daysLeft: 1 }).needed?.perDay).toBeNull();
    expect(course({ ...level, gone: 1, daysLeft: 1 }).needed).toBeNull();
  });

  test('a stock without an opening has no line to walk; one without a forecast says nothing yet', () => {
    const stock = { kind: 'stock', opening: null, actual: 70, due: null } as const;
    expect(course(stock)).toMatchObject({ due: null, gap: null, state: 'too_early', needed: { rest: 30, perDay: 3, usualPerDay: null } });
    expect(course({ ...stock, opening: 60, daysGone: 0 }).needed?.usualPerDay).toBeNull();
    // It may come and go: reached for now is not reached.
    expect(course({ ...stock, actual: 120, rest: { mean: -30, deviation: 1 } }).state).toBe('off_course');
    expect(course({ ...stock, actual: 120 }).state).toBe('too_early');
  });

  test('what is told of its own stretch only needs nothing a day and has nothing due', () => {
    expect(course({ kind: 'whole' })).toMatchObject({ due: null, pace: null, needed: null, state: 'too_early' });
  });
});
