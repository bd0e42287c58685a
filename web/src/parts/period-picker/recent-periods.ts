/** A whole period of the calendar, both days included. */
export interface Period {
  readonly grain: 'month' | 'quarter' | 'year';
  readonly start: string;
  readonly end: string;
}

const counts = { month: 12, quarter: 8, year: 3 } as const;
const months = { month: 1, quarter: 3, year: 12 } as const;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The whole periods that ended by a day, latest first: a year of months, two of quarters, three years. */
export function recentPeriods(lastDay: string | null): readonly Period[] {
  if (lastDay === null) return [];
  const [year = 0, month = 1] = lastDay.split('-').map(Number);
  return (['month', 'quarter', 'year'] as const).flatMap((grain) => {
    const length = months[grain];
    // The first month of the period that the day is in.
    const first = Math.floor((month - 1) / length) * length;
    const begins = (back: number): Date => new Date(Date.UTC(year, first - back * length, 1));
    const ends = (back: number): Date => new Date(Date.UTC(year, first - (back - 1) * length, 0));
    const isOver = dayOf(ends(0)) <= lastDay;
    return Array.from({ length: counts[grain] }, (_, index) => index + (isOver ? 0 : 1)).map((back) => ({
      grain,
      start: dayOf(begins(back)),
      end: dayOf(ends(back)),
    }));
  });
}
