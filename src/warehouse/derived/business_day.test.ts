import { expect, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { loadCompany } from '../testing/company.ts';
import { engineNames } from '../testing/engine.ts';
import { stretches } from './business_day.ts';

/** Madrid goes to summer time on Sunday 31 March 2024 at 2:00 and back on Sunday 27 October at 3:00. */
const settings = {
  timezone: 'Europe/Madrid',
  business_hours: { 'mon-thu': '09:00-18:00', fri: '08:00-15:00', sun: '00:00-24:00' },
  holidays: ['2024-04-01'],
};

test.each(engineNames)('the business clock of %s', async (engine) => {
  const company = await loadCompany(engine, {}, { reads: ['business_day'], settings });
  const rows = await company.query(
    `select day, opens_at, closes_at, seconds_before from ${company.relation('business_day')} where day between ${company.dialect.date('2024-03-28')} and ${company.dialect.date('2024-04-02')} order by day`,
  );
  const before = Number(rows[0]?.seconds_before);
  expect(rows.map((row) => [row.day, row.opens_at, row.closes_at, (Number(row.seconds_before) - before) / 3600])).toEqual([
    ['2024-03-28', '2024-03-28T08:00:00Z', '2024-03-28T17:00:00Z', 0],
    ['2024-03-29', '2024-03-29T07:00:00Z', '2024-03-29T14:00:00Z', 9],
    ['2024-03-30', null, null, 16],
    // The day clocks go forward has 23 hours.
    ['2024-03-31', '2024-03-30T23:00:00Z', '2024-03-31T22:00:00Z', 16],
    ['2024-04-01', null, null, 39],
    ['2024-04-02', '2024-04-02T07:00:00Z', '2024-04-02T16:00:00Z', 39],
  ]);
  await company.close();
});

test.each(engineNames)('no business hours, no clock, in %s', async (engine) => {
  const company = await loadCompany(engine, {}, { reads: ['business_day'], settings: { timezone: 'UTC' } });
  expect(await company.query(`select day from ${company.relation('business_day')}`)).toEqual([]);
  await company.close();
});

/** Clocks that move by half an hour, at midnight, over a day that there never was, and in Ramadan. */
test.each(['Europe/Madrid', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'])(
  'stretches have each working day’s offsets in %s',
  (timezone) => {
    const from = Temporal.PlainDate.from('2010-03-05');
    const to = Temporal.PlainDate.from('2012-11-20');
    const days = Array.from({ length: from.until(to).days + 1 }, (_, index) => from.add({ days: index }));
    const found = stretches(settingsSchema.parse({ timezone, business_hours: { 'mon-thu': '00:00-14:00', sat: '01:30-24:00' } }), from, to);
    expect(found.map(({ start }) => start).slice(1)).toEqual(
      found.slice(0, -1).map(({ end }) => Temporal.PlainDate.from(end).add({ days: 1 }).toString()),
    );
    expect([found[0]?.start, found.at(-1)?.end]).toEqual([from.toString(), to.toString()]);
    const offset = (day: Temporal.PlainDate, hours: number): number =>
      day
        .toPlainDateTime()
        .add({ minutes: hours * 60 })
        .toZonedDateTime(timezone).offsetNanoseconds / 1e9;
    for (const day of days.filter(({ dayOfWeek }) => dayOfWeek < 5 || dayOfWeek === 6)) {
      const own = found.find(({ start, end }) => start <= day.toString() && day.toString() <= end);
      const [opens, closes] = day.dayOfWeek === 6 ? [1.5, 24] : [0, 14];
      expect({ day, opens: own?.opens, closes: own?.closes }).toEqual({ day, opens: offset(day, opens), closes: offset(day, closes) });
    }
  },
);
