import type { DayRange } from '../../model/dialect.ts';
import { evaluate, type Watch } from './evaluate.ts';

/** One time that a rule would have told somebody. */
export interface Episode {
  /** The period in which it would have fired. */
  readonly fired: DayRange;
  readonly value: number | null;
  readonly expected: number | null;
  readonly p: number | null;
  /** The last period before it was over; null: it still goes on. */
  readonly until: DayRange | null;
  readonly periods: number;
  /** Whether the next period still showed it; null: there is none yet, or it could not be told. */
  readonly isConfirmed: boolean | null;
}

export interface Simulated {
  /** Periods that could be judged. */
  readonly judged: number;
  readonly episodes: readonly Episode[];
  /** How often a year it would have told. */
  readonly perYear: number;
}

/** What a rule would have done with the past, had it been there: each period judged by what was before it. @param others tests a month that other rules make */
export function simulate(watch: Watch, { others, back }: { readonly others: number; readonly back: number }): Simulated {
  const [done] = evaluate([watch], new Map(), { again: 0, back, others });
  const steps = done?.steps ?? [];
  const judged = steps.filter(({ sign }) => sign === 'breach' || sign === 'near' || sign === 'clear').length;
  const episodes = steps.flatMap((one, place): Episode[] => {
    if (!one.events.includes('fired')) return [];
    const after = steps.slice(place + 1);
    const over = after.findIndex(({ events }) => events.includes('recovered'));
    const next = after.find(({ sign }) => sign === 'breach' || sign === 'near' || sign === 'clear');
    const last = over < 0 ? null : (after[over - 1] ?? one).period;
    return [
      {
        fired: one.period,
        value: one.value,
        expected: one.expected,
        p: one.p,
        until: last,
        periods: (over < 0 ? after.length : over) + 1,
        isConfirmed: next === undefined ? null : next.sign !== 'clear',
      },
    ];
  });
  const years = judged / (12 * Math.max(watch.perMonth, 1e-9));
  return { judged, episodes, perYear: years > 0 ? episodes.length / years : 0 };
}
