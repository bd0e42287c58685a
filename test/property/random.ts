import fc from 'fast-check';
import { meanings } from '../../src/model/glossary.ts';
import { type Settings, settingsSchema } from '../../src/model/settings.ts';
import { addDays } from '../oracle/time.ts';

/** Zones and the days on which their clocks did something: companies are made around these. */
const calendars = [
  { zone: 'UTC', days: ['2024-02-29', '2023-12-31', '2024-03-01'] },
  { zone: 'Europe/Madrid', days: ['2024-03-31', '2024-10-27', '2024-02-29'] },
  // Midnight did not exist on 2018-11-04; 2018-02-17 had 25 hours.
  { zone: 'America/Sao_Paulo', days: ['2018-11-04', '2018-02-17', '2020-02-29'] },
  { zone: 'Asia/Kolkata', days: ['2024-02-29', '2023-03-31'] },
  // Clocks move by half an hour.
  { zone: 'Australia/Lord_Howe', days: ['2024-04-07', '2024-10-06', '2024-02-29'] },
] as const;

export interface Setting {
  readonly settings: Settings;
  /** The day around which things happen. */
  readonly center: string;
}

const arbitraryHours = fc.constantFrom(
  undefined,
  { 'mon-fri': '09:00-18:00' },
  { 'mon-thu': '08:30-14:00', sat: '00:00-24:00' },
  { 'sat-mon': '22:00-23:30' },
);

/** The same in every company: what they hold differs enough. */
const segments = {
  north: { of: 'account', where: ['industry=norte', 'industry=sur'] },
  best: { of: 'account', rfm: ['champions', 'loyal', 'potential_loyal'] },
  customers: { of: 'account', stage: 'customer' },
};

export const arbitrarySetting: fc.Arbitrary<Setting> = fc
  .constantFrom(...calendars)
  .chain((calendar) =>
    fc.record({
      zone: fc.constant(calendar.zone),
      center: fc.constantFrom(...calendar.days),
      week: fc.constantFrom('monday', 'sunday', 'saturday', 'wednesday'),
      fiscal: fc.constantFrom(1, 2, 4, 7, 10),
      hours: arbitraryHours,
      holidays: fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 3 }),
      activeDays: fc.constantFrom(5, 30, 90),
      glossary: fc.record({
        lead: fc.constantFrom(...meanings.lead),
        customer: fc.constantFrom(...meanings.customer),
        churn_date: fc.constantFrom(...meanings.churn_date),
      }),
    }),
  )
  .map(({ zone, center, week, fiscal, hours, holidays, activeDays, glossary }) => ({
    center,
    settings: settingsSchema.parse({
      timezone: zone,
      week_starts_on: week,
      fiscal_year_starts_in: fiscal,
      ...(hours ? { business_hours: hours } : {}),
      holidays: [...new Set(holidays.map((offset) => addDays(center, offset)))],
      customer: { active_days: activeDays },
      glossary,
      rfm: { months: 3 },
      segments,
    }),
  }));

/** Days near the center, often the very day or the one beside it, so that things meet. */
export const arbitraryDay = (center: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) },
      { weight: 5, arbitrary: fc.integer({ min: -45, max: 45 }) },
      { weight: 1, arbitrary: fc.integer({ min: -300, max: 100 }) },
    )
    .map((offset) => addDays(center, offset));

const clocks = [
  '00:00:00',
  '00:15:00',
  '01:30:00',
  '02:15:00',
  '03:00:00',
  '13:29:30',
  '13:30:00',
  '15:00:00',
  '22:59:59',
  '23:00:00',
  '23:59:59',
];

/** Exact instants in UTC, and dates without a time. */
export const arbitraryTime = (center: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.tuple(arbitraryDay(center), fc.constantFrom(...clocks)).map(([day, clock]) => `${day}T${clock}Z`) },
    { weight: 1, arbitrary: arbitraryDay(center) },
  );

/** The value, or nothing in one case of `one`. */
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>, one = 4): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: one });
