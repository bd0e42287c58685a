import type { Calendar } from './calendar.ts';
import type { Random } from './random.ts';

/** Demand for air conditioning by month: a peak before summer, a dip in August and at Christmas. */
const byMonth = [0.85, 0.92, 1.02, 1.15, 1.28, 1.3, 1.1, 0.5, 0.95, 1, 0.95, 0.72];
const byWeekday = [1.15, 1.12, 1.1, 1.06, 0.92, 0.32, 0.27];
const daysOff = 0.35;
/** From the first day of the company to the last of the sample. */
const growth = [0.62, 1.38] as const;
const noise = 0.1;

/** When things begin: a day's share of the whole grows with the company and follows season, week and holidays. */
export class Season {
  private readonly calendar: Calendar;
  private readonly cumulated: Float64Array;

  /** @param between the first day and the day after the last. */
  constructor(calendar: Calendar, random: Random, between: readonly [number, number]) {
    const [from, to] = between;
    this.calendar = calendar;
    this.cumulated = new Float64Array(calendar.days + 1);
    let sum = 0;
    for (let day = 0; day < calendar.days; day++) {
      this.cumulated[day] = sum;
      const weight = dayWeight(calendar, day) * random.logNormal(1, noise);
      if (day >= from && day < to) sum += weight;
    }
    this.cumulated[calendar.days] = sum;
  }

  /** The time of which `share` (0 to 1) of all beginnings come before; `second` is when in the day. */
  time(share: number, second: number): number {
    const wanted = share * (this.cumulated[this.calendar.days] ?? 0);
    let low = 0;
    let high = this.calendar.days - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.cumulated[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return this.calendar.time(low, second);
  }
}

/** How busy a day is, relative to the company's average. */
function dayWeight(calendar: Calendar, day: number): number {
  const grown = growth[0] + (growth[1] - growth[0]) * (day / calendar.days);
  const month = byMonth[calendar.monthOf(day) - 1] ?? 1;
  const week = byWeekday[calendar.dayOfWeek(day) - 1] ?? 1;
  const isHoliday = !calendar.isWorking(day) && calendar.dayOfWeek(day) <= 5;
  const date = calendar.date(day).slice(5);
  const isChristmas = date >= '12-23' || date <= '01-06';
  return grown * month * week * (isHoliday ? daysOff : 1) * (isChristmas ? 0.5 : 1);
}

/** A second of the day at which people write, call or buy on line: mostly office hours, some in the evening. */
export function secondOfDay(random: Random): number {
  return random.chance(0.78) ? 32_400 + random.below(32_400) : 64_800 + random.below(18_000);
}
