import type { Sign } from './judged.ts';
import type { Patience } from './rule.ts';

export const alertStates = ['normal', 'pending', 'firing', 'recovering', 'no_data', 'stale', 'error'] as const;
export type AlertState = (typeof alertStates)[number];

/** What is gone on with once there is something to judge by again. */
type Held = 'normal' | 'pending' | 'firing' | 'recovering';

/** Where one rule stands for one scope. */
export interface AlertCourse {
  readonly state: AlertState;
  readonly held: Held;
  /** Periods in a row that count for the next step. */
  readonly hits: number;
  readonly clears: number;
  /** The first day of the period in which what is going on was first seen; null: nothing is. */
  readonly since: string | null;
}

export type CourseEvent = 'pending' | 'withdrawn' | 'fired' | 'recovering' | 'relapsed' | 'recovered' | 'blind' | 'sighted';

export const quiet: AlertCourse = { state: 'normal', held: 'normal', hits: 0, clears: 0, since: null };

export interface Stepped {
  readonly course: AlertCourse;
  readonly events: readonly CourseEvent[];
}

const holding = (held: Held, hits: number, clears: number, since: string | null): AlertCourse => ({
  state: held,
  held,
  hits,
  clears,
  since,
});

/** What a breach, what is near one and what is clear make of where it stood. */
function stepHeld(course: AlertCourse, sign: 'breach' | 'near' | 'clear' | 'unclear', period: string, patience: Patience): Stepped {
  const { held, hits, clears } = course;
  const since = course.since ?? period;
  const isOn = held === 'firing' || held === 'recovering';
  if (sign === 'unclear') return { course: holding(held, hits, clears, course.since), events: [] };
  if (sign === 'breach') {
    if (isOn) return { course: holding('firing', hits, 0, since), events: held === 'recovering' ? ['relapsed'] : [] };
    if (hits + 1 >= patience.breaches) return { course: holding('firing', hits + 1, 0, since), events: ['fired'] };
    return { course: holding('pending', hits + 1, 0, since), events: held === 'pending' ? [] : ['pending'] };
  }
  // Near is neither more of it nor the end of it.
  if (sign === 'near') {
    if (held === 'recovering') return { course: holding('firing', hits, 0, since), events: ['relapsed'] };
    return { course: holding(held, hits, 0, course.since), events: [] };
  }
  if (!isOn) return { course: quiet, events: held === 'pending' ? ['withdrawn'] : [] };
  if (clears + 1 >= patience.clears) return { course: quiet, events: ['recovered'] };
  return { course: holding('recovering', hits, clears + 1, since), events: held === 'recovering' ? [] : ['recovering'] };
}

/**
 * What one more period makes of a rule's course. Pure, and the whole of the machine:
 *
 * | was | breach | near | clear | nothing to judge by |
 * |---|---|---|---|---|
 * | normal | pending, or firing where one is enough | normal | normal | no_data, stale, error |
 * | pending | firing once they are enough in a row | pending | normal (withdrawn) | the same; goes on with pending |
 * | firing | firing | firing | recovering, or normal where one is enough | the same; goes on with firing |
 * | recovering | firing (relapsed: nobody is told twice) | firing (relapsed) | normal once they are enough | the same |
 *
 * `unclear` changes nothing.
 */
export function step(course: AlertCourse, sign: Sign, period: string, patience: Patience): Stepped {
  const isBlind = course.state === 'no_data' || course.state === 'stale' || course.state === 'error';
  if (sign === 'no_data' || sign === 'stale' || sign === 'error')
    return { course: { ...course, state: sign }, events: isBlind ? [] : ['blind'] };
  const { course: next, events } = stepHeld(course, sign, period, patience);
  return { course: next, events: isBlind ? ['sighted', ...events] : events };
}
