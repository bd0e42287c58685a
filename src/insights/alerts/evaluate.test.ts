import { describe, expect, test } from 'vitest';
import { evaluate, type JudgedStep, type Watch } from './evaluate.ts';
import { only, type Sign } from './judged.ts';
import { simulate } from './simulate.ts';

const month = (place: number) => {
  const start = Temporal.PlainDate.from('2026-01-01').add({ months: place });
  return { start: start.toString(), end: start.add({ months: 1 }).subtract({ days: 1 }).toString() };
};

/** A rule whose looks are given: facts, with the sign as their value. */
const watch = (signs: readonly Sign[], values: readonly (number | null)[] = [], key = 'a'): Watch => ({
  key,
  patience: { breaches: 1, clears: 2 },
  perMonth: 0,
  periods: signs.map((_, place) => month(place)),
  look: (place) => only(signs[place] ?? 'clear', values[place] === undefined ? place : values[place], 10),
});

const options = { again: 3, back: 13 };

/** Judges; what is known grows by what was found. */
function judge(one: Watch, known: readonly JudgedStep[] = []) {
  const [found] = evaluate([one], new Map([[one.key, known]]), options);
  if (!found) throw new Error('nothing found');
  const steps = new Map([...known, ...found.steps].map((step) => [step.period.start, step]));
  return { ...found, known: [...steps.values()].toSorted((left, right) => (left.period.start < right.period.start ? -1 : 1)) };
}

const told = (events: readonly { kind: string; period: { start: string }; isRestated: boolean }[]) =>
  events.map(({ kind, period, isRestated }) => `${period.start.slice(0, 7)} ${kind}${isRestated ? ' restated' : ''}`);

describe('judging period by period', () => {
  test('the second time over the same figures finds nothing', () => {
    const one = watch(['clear', 'breach', 'breach']);
    const first = judge(one);
    expect(told(first.events)).toEqual(['2026-02 fired']);
    const second = judge(one, first.known);
    expect(second.steps).toEqual([]);
    expect(second.events).toEqual([]);
    expect(second.course).toEqual(first.course);
  });

  test('a new period goes on from the last', () => {
    const first = judge(watch(['clear', 'breach']));
    const second = judge(watch(['clear', 'breach', 'clear', 'clear']), first.known);
    expect(told(second.events)).toEqual(['2026-03 recovering', '2026-04 recovered']);
  });

  test('a restated figure that still breaches says that it was restated, and does not fire again', () => {
    const first = judge(watch(['clear', 'breach', 'breach'], [1, 2, 3]));
    const second = judge(watch(['clear', 'breach', 'breach'], [1, 2.5, 3]), first.known);
    expect(told(second.events)).toEqual(['2026-02 restated restated']);
    expect(second.events[0]).toMatchObject({ was: 2, is: 2.5 });
    expect(second.course.state).toBe('firing');
  });

  test('a figure that was corrected away takes the alert back', () => {
    const first = judge(watch(['clear', 'clear', 'breach'], [1, 2, 3]));
    const second = judge(watch(['clear', 'clear', 'clear'], [1, 2, 9]), first.known);
    expect(told(second.events)).toEqual(['2026-03 restated restated', '2026-03 retracted restated']);
    expect(second.course.state).toBe('normal');
  });

  test('a corrected figure that breaches fires, and says that it was restated', () => {
    const first = judge(watch(['clear', 'clear', 'clear'], [1, 2, 3]));
    const second = judge(watch(['clear', 'clear', 'breach'], [1, 2, 0]), first.known);
    expect(told(second.events)).toEqual(['2026-03 restated restated', '2026-03 fired restated']);
  });

  test('data that come late are told as late', () => {
    const first = judge(watch(['clear', 'clear', 'no_data'], [1, 2, null]));
    expect(first.course.state).toBe('no_data');
    const second = judge(watch(['clear', 'clear', 'breach'], [1, 2, 7]), first.known);
    expect(told(second.events)).toEqual(['2026-03 late restated', '2026-03 fired restated']);
  });

  test('what was not mature is judged when it is, however long ago', () => {
    const young = judge(watch(['clear', 'unclear', 'unclear', 'unclear', 'unclear', 'unclear']));
    const old = judge(watch(['clear', 'breach', 'breach', 'unclear', 'unclear', 'unclear']), young.known);
    expect(told(old.events)).toEqual(['2026-02 fired restated']);
  });

  test('what lies further back than is looked at again is left as it was', () => {
    const first = judge(watch(['breach', 'clear', 'clear', 'clear', 'clear', 'clear'], [1, 2, 3, 4, 5, 6]));
    const second = judge(watch(['clear', 'clear', 'clear', 'clear', 'clear', 'clear'], [9, 2, 3, 4, 5, 6]), first.known);
    expect(second.events).toEqual([]);
  });

  test('the tests of a day are held against one another', () => {
    const test = (key: string, p: number): Watch => ({
      ...watch(['clear'], [1], key),
      perMonth: 1,
      look: () => ({ ...only('breach', 1, 10), p }),
    });
    const alone = evaluate([test('a', 0.03)], new Map(), options);
    expect(alone[0]?.course.state).toBe('firing');
    const among = evaluate([test('a', 0.03), ...Array.from({ length: 39 }, (_, place) => test(`b${place}`, 0.4))], new Map(), options);
    expect(among[0]?.course.state).toBe('normal');
  });
});

describe('a rule tried on history', () => {
  test('how often, how long, and whether it was real', () => {
    const signs: Sign[] = ['clear', 'breach', 'clear', 'clear', 'clear', 'breach', 'near', 'breach', 'clear', 'clear', 'clear', 'breach'];
    const found = simulate({ ...watch(signs), perMonth: 1 }, { others: 0, back: 36 });
    expect(found.judged).toBe(12);
    expect(found.perYear).toBe(3);
    expect(
      found.episodes.map(({ fired, periods, isConfirmed, until }) => [
        fired.start.slice(0, 7),
        periods,
        isConfirmed,
        until?.start.slice(0, 7),
      ]),
    ).toEqual([
      ['2026-02', 2, false, '2026-03'],
      ['2026-06', 4, true, '2026-09'],
      ['2026-12', 1, null, undefined],
    ]);
  });
});
