/** Working hours by day, as a form has them; null: closed. */
export type Week = readonly (readonly [from: string, to: string] | null)[];

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** As `cuadro.yaml` says them, for each of the seven days from Monday on. Where two keys name a day, the later one holds. */
export function weekOf(hours: Readonly<Record<string, string>>): Week {
  const week: (readonly [string, string] | null)[] = days.map(() => null);
  for (const [key, span] of Object.entries(hours)) {
    const [first = '', last = first] = key.split('-');
    const [from = '', to = ''] = span.split('-');
    const [start, end] = [days.findIndex((day) => day === first), days.findIndex((day) => day === last)];
    // From Saturday to Monday goes over the end of the week.
    for (let step = 0; step <= (end - start + 7) % 7; step++) week[(start + step) % 7] = [from, to];
  }
  return week;
}

/** As `cuadro.yaml` says them: days that follow each other with the same hours under one key. */
export function hoursOf(week: Week): Readonly<Record<string, string>> {
  const hours: Record<string, string> = {};
  const text = (at: number): string | null => {
    const day = week[at];
    return day ? `${day[0]}-${day[1]}` : null;
  };
  for (let at = 0; at < 7; ) {
    const span = text(at);
    let end = at;
    while (span !== null && end < 6 && text(end + 1) === span) end++;
    if (span !== null) hours[end === at ? `${days[at]}` : `${days[at]}-${days[end]}`] = span;
    at = end + 1;
  }
  return hours;
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether each day closes after it opens; `24:00` is the end of a day. */
export const isRight = (week: Week): boolean =>
  week.every((day) => day === null || (time.test(day[0]) && (time.test(day[1]) || day[1] === '24:00') && day[0] < day[1]));
