import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldType } from '../../../model/field.ts';
import type { ValueFormat } from '../contract-types.ts';
import { sqlText } from '../sql.ts';
import { stepsSql } from './steps-sql.ts';
import { valueSql } from './value-sql.ts';

const plain: ValueFormat = {
  decimal: '.',
  thousands: ',',
  dates: null,
  money: false,
  empty: [],
  timezone: 'Europe/Madrid',
  workspaceTimezone: 'Europe/Madrid',
};
const spanish = { decimal: ',', thousands: '.' };

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  await connection.run("SET timezone = 'UTC'");
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Value (or `!problem`), local day and `dateOnly` of each raw text. */
async function read(target: FieldType, format: Partial<ValueFormat>, raws: readonly (string | null)[]) {
  const sql = valueSql('raw', target, { ...plain, ...format }, 'p0');
  const rows = raws.map((raw, at) => `(${at}, ${raw === null ? 'NULL' : sqlText(raw)})`);
  const source = `(SELECT * FROM (VALUES ${rows.join(', ')}) t(place, raw))`;
  const reader = await connection.runAndReadAll(
    `SELECT (${sql.value})::VARCHAR, ${sql.problem}, (${sql.day ?? 'NULL'})::VARCHAR, ${sql.dateOnly ?? 'NULL::BOOLEAN'} ` +
      `FROM ${stepsSql(source, [sql])} ORDER BY place`,
  );
  return reader.getRows().map(([value, problem, day, dateOnly]) => {
    if (value !== null && problem !== null) throw new Error(`both a value ${String(value)} and a problem ${String(problem)}`);
    return { result: problem === null ? value : `!${String(problem)}`, day, dateOnly };
  });
}

const results = async (target: FieldType, format: Partial<ValueFormat>, raws: readonly (string | null)[]) =>
  (await read(target, format, raws)).map(({ result }) => result);

type Case = readonly [raw: string | null, expected: string | null];
const table = (name: string, target: FieldType, format: Partial<ValueFormat>, cases: readonly Case[]) =>
  it(name, async () => {
    const found = await results(
      target,
      format,
      cases.map(([raw]) => raw),
    );
    expect(cases.map(([raw], at) => [raw, found[at]])).toEqual(cases);
  });

describe('numbers', () => {
  table('with a point and commas', 'number', {}, [
    ['1,234.5', '1234.5'],
    ['9,99', '!invalid_number'],
    ['1,234', '1234.0'],
    ['1,234,567.89', '1234567.89'],
    ['0,123', '!invalid_number'],
    ['-12', '-12.0'],
    ['1e3', '1000.0'],
    [' 12 ', '12.0'],
    ['1_000', '!invalid_number'],
    ['0x1F', '!invalid_number'],
    ['NaN', '!number_out_of_range'],
    ['Infinity', '!number_out_of_range'],
    ['1e400', '!number_out_of_range'],
    ['abc', '!invalid_number'],
    ['12%', '!invalid_number'],
    ['', null],
    ['  ', null],
    [null, null],
  ]);
  table('with a comma and points', 'number', spanish, [
    ['1.234,5', '1234.5'],
    ['9,99', '9.99'],
    ['1.234', '1234.0'],
    ['9.99', '!invalid_number'],
    ['1,2,3', '!invalid_number'],
    ['12.34,5', '!invalid_number'],
  ]);
  table('with a comma and spaces of every kind', 'number', { decimal: ',', thousands: ' ' }, [
    ['1 234,5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ['1\u00a0234 567,5', '1234567.5'],
    [' 12,5 ', '12.5'],
    ['12 34', '!invalid_number'],
    ['1.5', '!invalid_number'],
  ]);
  table('with apostrophes', 'number', { thousands: "'" }, [
    ["1'234.50", '1234.5'],
    ['1’234.50', '1234.5'],
    ["1'23", '!invalid_number'],
  ]);
  table('whole', 'integer', {}, [
    ['3', '3'],
    ['3.0', '3'],
    ['3.5', '!invalid_number'],
    ['1,000', '1000'],
    ['9007199254740993', '!number_out_of_range'],
    ['1e30', '!number_out_of_range'],
    ['0x10', '!invalid_number'],
  ]);

  it('come back as they were written, whatever the marks', async () => {
    const marks = fc.constantFrom<[string, string | null]>(['.', ','], [',', '.'], [',', ' '], ['.', "'"], ['.', null], [',', null]);
    await fc.assert(
      fc.asyncProperty(
        marks,
        fc.array(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), { minLength: 1, maxLength: 20 }),
        async ([decimal, thousands], cents) => {
          const written = cents.map((amount) => {
            const whole = String(Math.trunc(Math.abs(amount) / 100));
            const grouped = thousands === null ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
            return `${amount < 0 ? '-' : ''}${grouped}${decimal}${String(Math.abs(amount) % 100).padStart(2, '0')}`;
          });
          const found = await results('money', { decimal, thousands }, written);
          expect(found.map(Number)).toEqual(cents.map((amount) => amount / 100));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('never read a value under the wrong marks as another number', async () => {
    // Two decimals, read where the decimal mark groups thousands: an error, not a hundred times as much.
    const values = fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (cents) => {
        const written = cents.map((amount) => (amount / 100).toFixed(2).replace('.', ','));
        for (const money of [false, true]) {
          expect(await results('number', { decimal: '.', thousands: ',', money }, written)).toEqual(written.map(() => '!invalid_number'));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('money', () => {
  table('with signs, codes and suffixes', 'money', { money: true }, [
    ['$1,117.10K', '1117100.0000'],
    ['$342.09K', '342090.0000'],
    ['(1,234.50)', '-1234.5000'],
    ['($1,234.50)', '-1234.5000'],
    ['-$5', '-5.0000'],
    ['$-5', '-5.0000'],
    ['5-', '-5.0000'],
    ['€ 12', '12.0000'],
    ['12 €', '12.0000'],
    ['USD 3', '3.0000'],
    ['3 USD', '3.0000'],
    ['US$1,000.25', '1000.2500'],
    ['1.2M', '1200000.0000'],
    ['12 mil', '12000.0000'],
    ['3 MM', '3000000.0000'],
    ['12', '12.0000'],
    ['(-5)', '!invalid_number'],
    ['9,99', '!invalid_number'],
    ['12 XXQ', '!invalid_number'],
    ['-', '!invalid_number'],
    ['1.234,50 €', '!invalid_number'],
    ['100000000000000000', '!number_out_of_range'],
    ['$99999999999999M', '!number_out_of_range'],
    ['NaN', '!number_out_of_range'],
  ]);
  table('in Spanish', 'money', { money: true, ...spanish }, [
    ['1.234,50 €', '1234.5000'],
    ['-1.234,50 €', '-1234.5000'],
    ['1234,5\u00a0€', '1234.5000'],
    ['12,5 mill.', '12500000.0000'],
    ['EUR 1.234,50', '1234.5000'],
  ]);
  table('keeps four decimals and the limits of DECIMAL(18,4)', 'money', {}, [
    ['0.00005', '0.0001'],
    ['99999999999999.9999', '99999999999999.9999'],
    ['100000000000000', '!number_out_of_range'],
  ]);
});

describe('words', () => {
  table('booleans', 'boolean', {}, [
    ['Sí', 'true'],
    ['no', 'false'],
    ['TRUE', 'true'],
    ['0', 'false'],
    ['Falso', 'false'],
    ['quizá', '!invalid_boolean'],
    ['', null],
  ]);
  table('closed lists', 'enum', { values: ['open', 'in_progress'], aliases: { abierta: 'open', 'en curso': 'in_progress' } }, [
    ['Open', 'open'],
    ['In Progress', 'in_progress'],
    ['in-progress', 'in_progress'],
    [' ABIERTA ', 'open'],
    ['En curso', 'in_progress'],
    ['lost', '!not_in_list'],
  ]);
  table('currencies', 'currency', {}, [
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['XXQ', '!unknown_currency'],
    ['$', '!unknown_currency'],
  ]);
  table('texts, formulas too, without blanks at the ends', 'text', { empty: ['-', 'N/A'] }, [
    ['=1+1', '=1+1'],
    ['+34 600', '+34 600'],
    [' a b ', 'a b'],
    ['\u00a0a', 'a'],
    ['-', null],
    ['N/A', null],
    ['', null],
  ]);
  table('numbers with placeholders', 'number', { empty: ['?', '0'] }, [
    ['?', null],
    [' ? ', null],
    ['0', null],
    ['1', '1.0'],
  ]);
});

describe('times', () => {
  table('ISO', 'instant', {}, [
    ['2021-04-15', '2021-04-14 22:00:00'],
    ['2021-04-15 23:03:00', '2021-04-15 21:03:00'],
    ['2021-04-15 23:03', '2021-04-15 21:03:00'],
    ['2021-04-15T23:03Z', '2021-04-15 23:03:00'],
    ['2021-04-15T23:03:00.000+0000', '2021-04-15 23:03:00'],
    ['2021-04-15 23:03:00 +0200', '2021-04-15 21:03:00'],
    ['2021-04-15T23:03+02:00', '2021-04-15 21:03:00'],
    ['2021-04-15 23:03:00-03', '2021-04-16 02:03:00'],
    ['2021-04-15 23:03:00 UTC', '2021-04-15 23:03:00'],
    ['2021-04-15 23:03:00.250', '2021-04-15 21:03:00.25'],
    ['2021-02-30', '!impossible_date'],
    ['2021-04-15 25:00:00', '!impossible_date'],
    ['0026-01-01', '!year_out_of_range'],
    ['20226-01-01', '!year_out_of_range'],
    ['1899-12-31', '!year_out_of_range'],
    ['2200-01-01', '!year_out_of_range'],
    ['epoch', '!invalid_date'],
    ['infinity', '!invalid_date'],
    ['2021', '!invalid_date'],
    ['44301', '!invalid_date'],
    ['', null],
  ]);
  table('day first', 'date', { dates: 'D/M/YYYY' }, [
    ['29/2/2016', '2016-02-29'],
    ['01/12/2021', '2021-12-01'],
    ['2021-12-01', '2021-12-01'],
    ['30/02/2021', '!impossible_date'],
    ['12/31/2021', '!impossible_date'],
    ['1/2/20226', '!year_out_of_range'],
    ['1/2/0026', '!year_out_of_range'],
    ['ayer', '!invalid_date'],
  ]);
  table('month names in both languages', 'instant', { dates: 'DD MMM, YYYY HH:mm:ss', timezone: 'UTC' }, [
    ['15 Apr, 2021 23:01:19', '2021-04-15 23:01:19'],
    ['15 abr., 2021 23:01:19', '2021-04-15 23:01:19'],
    ['15 sept, 2021 23:01:19', '2021-09-15 23:01:19'],
    ['1 ENE, 2021 00:00:00', '2021-01-01 00:00:00'],
    ['31 feb, 2021 10:00:00', '!impossible_date'],
    ['15 foo, 2021 23:01:19', '!invalid_date'],
  ]);
  table('full names with words between', 'date', { dates: 'D [de] MMMM [de] YYYY' }, [
    ['15 de abril de 2021', '2021-04-15'],
    ['3 de diciembre de 2020', '2020-12-03'],
  ]);
  table('digits that touch', 'date', { dates: 'YYYYMMDD' }, [
    ['19970101', '1997-01-01'],
    ['1997011', '!impossible_date'],
    ['19970231', '!impossible_date'],
  ]);
  table('halves of the day', 'instant', { dates: 'DD-MM-YYYY HH:mm A', timezone: 'UTC' }, [
    ['03-07-2021 01:09 p. m.', '2021-07-03 13:09:00'],
    ['03-07-2021 12:09 AM', '2021-07-03 00:09:00'],
  ]);
  table('an offset in the pattern', 'instant', { dates: 'DD/MM/YYYY HH:mm:ss Z' }, [
    ['03/07/2021 01:09:00 +02:00', '2021-07-02 23:09:00'],
    ['03/07/2021 01:09:00 Z', '2021-07-03 01:09:00'],
  ]);

  it('know whether there was a clock, and the day in the workspace', async () => {
    const found = await read('instant', { dates: 'D/M/YYYY HH:mm', timezone: 'UTC' }, [
      '1/2/2016',
      '1/2/2016 23:30',
      '2016-02-01T23:30:00+01:00',
      'x',
    ]);
    expect(found.map(({ day, dateOnly }) => [day, dateOnly])).toEqual([
      ['2016-02-01', true],
      ['2016-02-02', false],
      ['2016-02-01', false],
      [null, null],
    ]);
    expect(found[0]?.result).toBe('2016-01-31 23:00:00');
  });

  it('agree with Temporal in every zone, in gaps and overlaps too', async () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/Bogota',
      'UTC',
    );
    const minute = fc.integer({ min: 0, max: 31_500_000 });
    const near = fc.tuple(
      fc.integer({ min: 1991, max: 2048 }),
      fc.constantFrom(3, 4, 10, 11),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 0, max: 239 }),
    );
    const locals = fc.oneof(
      minute.map((count) => Temporal.PlainDateTime.from('1990-02-01T00:00').add({ minutes: count })),
      near.map(([year, month, day, minutes]) => Temporal.PlainDateTime.from({ year, month, day }).add({ minutes })),
    );
    await fc.assert(
      fc.asyncProperty(zones, zones, fc.array(locals, { minLength: 5, maxLength: 60 }), async (timezone, workspaceTimezone, times) => {
        const found = await read(
          'instant',
          { timezone, workspaceTimezone },
          times.map((time) => time.toString({ smallestUnit: 'second' })),
        );
        const expected = times.map((time) => {
          const instant = time.toZonedDateTime(timezone).toInstant();
          return {
            result: instant.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', ''),
            day: instant.toZonedDateTimeISO(workspaceTimezone).toPlainDate().toString(),
            dateOnly: false,
          };
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('come back in every pattern', async () => {
    const pad = (value: number, size: number) => String(value).padStart(size, '0');
    const patterns: Record<string, (date: Temporal.PlainDate) => string> = {
      'DD/MM/YYYY': ({ year, month, day }) => `${pad(day, 2)}/${pad(month, 2)}/${year}`,
      'M/D/YYYY': ({ year, month, day }) => `${month}/${day}/${year}`,
      'DD.MM.YY': ({ year, month, day }) => `${pad(day, 2)}.${pad(month, 2)}.${pad(year % 100, 2)}`,
      'YYYY.MM.DD': ({ year, month, day }) => `${year}.${pad(month, 2)}.${pad(day, 2)}`,
      YYYYMMDD: ({ year, month, day }) => `${year}${pad(month, 2)}${pad(day, 2)}`,
    };
    const dates = fc.array(fc.integer({ min: 0, max: 24_000 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(patterns)), dates, async (pattern, days) => {
        const all = days.map((count) =>
          Temporal.PlainDate.from('1970-01-01').add({ days: count % (pattern.includes('YYYY') ? 24_000 : 20_000) }),
        );
        const written = all.map((date) => patterns[pattern]?.(date) ?? '');
        expect(await results('date', { dates: pattern }, written)).toEqual(all.map(String));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['YYYY', 'DD/MM', 'DD/MM/YYYY mm', 'DD/MM/MM/YYYY', 'foo'])('refuse the pattern %s', (dates) => {
    expect(() => valueSql('raw', 'date', { ...plain, dates }, 'p')).toThrow(expect.objectContaining({ code: 'invalid_date_pattern' }));
  });
});
