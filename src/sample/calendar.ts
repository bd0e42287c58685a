import { easterSunday, fixedHolidays } from './holidays.ts';

const zone = 'Europe/Madrid';
const opening = 9 * 3600;
const closing = 18 * 3600;
const workday = closing - opening;
/** Days after the end for what is only planned: due dates, ends of contracts, validity of a training. */
const ahead = 800;

const minutes = Array.from({ length: 1440 }, (_, i) => `T${pad(Math.floor(i / 60))}:${pad(i % 60)}:`);
const seconds = Array.from({ length: 60 }, (_, i) => `${pad(i)}Z`);

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/**
 * The days of the sample: 36 months to `until`, included, and some after for what is planned. Times are whole seconds since 1970
 * (UTC), days are counted from the first one. Madrid's time, its working days from 9 to 18, Spain's holidays.
 */
export class Calendar {
  readonly first: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** How many days the sample has. */
  readonly days: number;
  /** The first and the last second of the sample. */
  readonly start: number;
  readonly end: number;
  readonly holidays: readonly string[];
  private readonly storyDays: readonly number[];
  private readonly midnight: number[] = [];
  private readonly dates: string[] = [];
  private readonly months: number[] = [];
  private readonly storyMonths: number[] = [];
  private readonly working: boolean[] = [];
  private readonly rank: number[] = [];
  private readonly workingDays: number[] = [];
  private readonly utcDates: string[] = [];
  private readonly firstUtcDay: number;

  constructor(until: Temporal.PlainDate) {
    this.until = until;
    this.first = until.add({ days: 1 }).subtract({ months: 36 });
    this.days = this.first.until(until, { largestUnit: 'days' }).days + 1;
    this.storyDays = Array.from({ length: 36 }, (_, i) => this.first.until(this.first.add({ months: i }), { largestUnit: 'days' }).days);
    const holidays = new Set<string>();
    for (let year = this.first.year; year <= until.year + 3; year++) {
      for (const day of fixedHolidays) holidays.add(`${year}-${day}`);
      holidays.add(easterSunday(year).subtract({ days: 2 }).toString());
    }
    this.holidays = [...holidays].filter((day) => day >= this.first.toString()).sort();
    this.fillDays(holidays);
    this.start = this.midnightOf(0);
    this.end = this.midnightOf(this.days) - 1;
    this.firstUtcDay = Math.floor(this.start / 86_400);
    const firstUtc = Temporal.PlainDate.from('1970-01-01').add({ days: this.firstUtcDay });
    for (let i = 0; i <= this.days + ahead; i++) this.utcDates.push(firstUtc.add({ days: i }).toString());
  }

  private fillDays(holidays: ReadonlySet<string>): void {
    let story = 0;
    for (let i = 0; i < this.days + ahead; i++) {
      const day = this.first.add({ days: i });
      const text = day.toString();
      if (i === this.storyDays[story + 1]) story++;
      const isWorking = day.dayOfWeek <= 5 && !holidays.has(text);
      this.midnight.push(day.toZonedDateTime(zone).epochMilliseconds / 1000);
      this.dates.push(text);
      this.months.push(day.month);
      this.storyMonths.push(story);
      this.working.push(isWorking);
      this.rank.push(this.workingDays.length);
      if (isWorking) this.workingDays.push(i);
    }
  }

  private midnightOf(day: number): number {
    return this.midnight[day] ?? (this.midnight[this.midnight.length - 1] ?? 0) + 86_400;
  }

  /** The local day of a time; the first or last known day for times beyond. */
  dayOf(time: number): number {
    let day = Math.floor((time - this.start) / 86_400);
    if (time >= this.midnightOf(day + 1)) day++;
    else if (time < this.midnightOf(day)) day--;
    return Math.max(0, Math.min(day, this.dates.length - 1));
  }

  /** The time of a local day, so many seconds after its midnight. */
  time(day: number, second: number): number {
    return this.midnightOf(Math.min(day, this.dates.length - 1)) + Math.floor(second);
  }

  date(day: number): string {
    return this.dates[Math.max(0, Math.min(day, this.dates.length - 1))] ?? '';
  }

  dateOf(time: number): string {
    return this.date(this.dayOf(time));
  }

  /** 1 to 12. */
  monthOf(day: number): number {
    return this.months[Math.min(day, this.months.length - 1)] ?? 1;
  }

  isWorking(day: number): boolean {
    return this.working[day] ?? false;
  }

  dayOfWeek(day: number): number {
    return ((this.first.dayOfWeek - 1 + day) % 7) + 1;
  }

  /** Months since the start, 0 to 35: the clock of the story. */
  storyMonth(time: number): number {
    return this.storyMonths[this.dayOf(time)] ?? 0;
  }

  /** The first day of a month of the story. */
  storyDay(month: number): number {
    return this.storyDays[month] ?? this.days;
  }

  storyStart(month: number): number {
    return this.time(this.storyDay(month), 0);
  }

  /** UTC, as `2026-10-31T22:59:59Z`. */
  iso(time: number): string {
    const day = Math.floor(time / 86_400);
    const second = time - day * 86_400;
    const minute = Math.floor(second / 60);
    return `${this.utcDates[day - this.firstUtcDay]}${minutes[minute]}${seconds[second - minute * 60]}`;
  }

  /** The same, for what has happened by the end of the sample; null for what has not. */
  seen(time: number | null): string | null {
    return time === null || time > this.end ? null : this.iso(time);
  }

  /** The time so many working days later, within opening hours. Fractions are parts of a working day. */
  afterWork(time: number, days: number): number {
    const day = this.dayOf(time);
    const rank = this.rank[day] ?? 0;
    const second = time - this.midnightOf(day);
    const within = this.isWorking(day) ? Math.max(0, Math.min(second - opening, workday - 1)) : 0;
    const position = rank * workday + within + Math.floor(days * workday);
    const last = this.workingDays.length - 1;
    const target = Math.min(Math.floor(position / workday), last);
    return this.time(this.workingDays[target] ?? 0, opening + (position - Math.floor(position / workday) * workday));
  }

  /** So many office hours later. */
  afterOfficeHours(time: number, hours: number): number {
    return this.afterWork(time, (hours * 3600) / workday);
  }
}
