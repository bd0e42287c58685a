import { describe, expect, test } from 'vitest';
import type { Sign } from './judged.ts';
import { type AlertCourse, quiet, step } from './state.ts';

const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'];

/** States and events after each sign, a month each. */
function walk(signs: readonly Sign[], patience = { breaches: 2, clears: 2 }): { states: string[]; events: string[]; last: AlertCourse } {
  let course = quiet;
  const states: string[] = [];
  const events: string[] = [];
  for (const [place, sign] of signs.entries()) {
    const stepped = step(course, sign, days[place] ?? '2027-01-01', patience);
    course = stepped.course;
    states.push(course.state);
    events.push(stepped.events.join('+'));
  }
  return { states, events, last: course };
}

describe('each passage of the machine, by hand', () => {
  test.each<[string, Sign[], string[], string[]]>([
    ['normal stays normal', ['clear', 'near', 'unclear'], ['normal', 'normal', 'normal'], ['', '', '']],
    ['normal → pending → firing', ['breach', 'breach'], ['pending', 'firing'], ['pending', 'fired']],
    ['pending → normal', ['breach', 'clear'], ['pending', 'normal'], ['pending', 'withdrawn']],
    [
      'near neither confirms nor ends what is pending',
      ['breach', 'near', 'breach'],
      ['pending', 'pending', 'firing'],
      ['pending', '', 'fired'],
    ],
    [
      'firing stays firing',
      ['breach', 'breach', 'breach', 'near'],
      ['pending', 'firing', 'firing', 'firing'],
      ['pending', 'fired', '', ''],
    ],
    [
      'firing → recovering → normal',
      ['breach', 'breach', 'clear', 'clear'],
      ['pending', 'firing', 'recovering', 'normal'],
      ['pending', 'fired', 'recovering', 'recovered'],
    ],
    [
      'recovering → firing: a relapse is not told as new',
      ['breach', 'breach', 'clear', 'breach', 'clear', 'near'],
      ['pending', 'firing', 'recovering', 'firing', 'recovering', 'firing'],
      ['pending', 'fired', 'recovering', 'relapsed', 'recovering', 'relapsed'],
    ],
    [
      'nothing to judge by: what was is gone on with after',
      ['breach', 'breach', 'no_data', 'error', 'breach', 'clear'],
      ['pending', 'firing', 'no_data', 'error', 'firing', 'recovering'],
      ['pending', 'fired', 'blind', '', 'sighted', 'recovering'],
    ],
    ['stale from the start', ['stale', 'clear'], ['stale', 'normal'], ['blind', 'sighted']],
    ['too few rows change nothing', ['breach', 'unclear', 'breach'], ['pending', 'pending', 'firing'], ['pending', '', 'fired']],
  ])('%s', (_, signs, states, events) => {
    const found = walk(signs);
    expect(found.states).toEqual(states);
    expect(found.events).toEqual(events);
  });

  test('one breach and one good period are enough where the rule says so', () => {
    expect(walk(['breach', 'clear'], { breaches: 1, clears: 1 })).toMatchObject({
      states: ['firing', 'normal'],
      events: ['fired', 'recovered'],
    });
  });

  test('it remembers since when, and forgets when it is over', () => {
    expect(walk(['clear', 'breach', 'breach', 'near']).last.since).toBe('2026-02-01');
    expect(walk(['breach', 'breach', 'clear', 'clear']).last).toEqual(quiet);
  });
});
