import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dialect } from '../model/dialect.ts';
import type { Value } from './run.ts';
import { type Engine, engineNames, openEngine } from './testing/engine.ts';

/** Each case is asked of both engines, and both must give the same. */
describe.each(engineNames)('dialect of %s', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(name);
  });
  afterAll(() => engine.close());

  const ask = async (select: (dialect: Dialect) => string): Promise<Value[][]> =>
    (await engine.run(select(engine.dialect))).map((row) => Object.values(row));
  const one = async (expression: (dialect: Dialect) => string): Promise<Value | undefined> =>
    (await ask((d) => `select ${expression(d)} as x`))[0]?.[0];
  const holds = async (condition: (dialect: Dialect) => string) =>
    expect(await one((d) => `case when ${condition(d)} then 'yes' else 'no' end`)).toBe('yes');
  const numbers = (d: Dialect) =>
    d.values(
      ['k', 'x', 'y'],
      [
        ["'a'", d.convert('1', 'number'), "'p'"],
        ["'a'", d.convert('2', 'number'), d.nullOf('text')],
        ["'b'", d.nullOf('number'), "'q'"],
        ["'b'", d.convert('10', 'number'), "'q'"],
      ],
    );

  test('identifiers and constants', async () => {
    const constants = ["it's", 'back\\slash \\n', '"quoted"', 'ñ 😀', '', 'two\nlines', '%_'];
    for (const text of constants) expect(await one((d) => d.text(text))).toBe(text);
    const rows = await engine.run(`select 1 as ${engine.dialect.identifier('custom.we "ird" \\ name')}`);
    expect(Object.keys(rows[0] ?? {})).toEqual(['custom.we "ird" \\ name']);
    for (const number of [0, 5, -5, 0.1, -2.5, 1e21, 1e-9, 123456789012]) expect(await one((d) => d.number(number))).toBe(number);
    expect(await one((d) => `7 - ${d.number(-5)}`)).toBe(12);
    expect(await one((d) => d.boolean(true))).toBe(true);
    expect(await one((d) => d.boolean(false))).toBe(false);
    expect(await one((d) => d.date('2024-02-29'))).toBe('2024-02-29');
    expect(await one((d) => d.date('1950-01-01'))).toBe('1950-01-01');
    expect(await one((d) => d.instant('2024-03-05T10:00:00Z'))).toBe('2024-03-05T10:00:00Z');
    expect(await one((d) => d.instant('2024-03-05T10:00:00.5Z'))).toBe('2024-03-05T10:00:00.5Z');
    expect(() => engine.dialect.number(Number.NaN)).toThrow(RangeError);
  });

  test('texts by the row come back as they are', async () => {
    const texts = ["it's", 'back\\slash \\n', '"quoted"', 'ñ 😀', '', 'two\nlines', 'nul \0 here', null, 'null', '[1]'];
    const rows = texts.map((text, place) => [String(place).padStart(2, '0'), text]);
    expect(await ask((d) => `select k, x from ${d.texts(['k', 'x'], rows)} as t order by k`)).toEqual(rows);
    expect(await ask((d) => `select k, x from ${d.texts(['k', 'x'], [])} as t`)).toEqual([]);
  });

  test('typed nulls go with values of their type', async () => {
    for (const type of ['text', 'money', 'number', 'integer', 'boolean', 'instant', 'date'] as const) {
      expect(await one((d) => d.nullOf(type))).toBeNull();
      expect(await one((d) => d.convert(d.nullOf('text'), type))).toBeNull();
    }
    expect(
      await ask(
        (d) => `select x from (select ${d.nullOf('date')} as x union all select ${d.date('2024-01-01')}) as t order by x nulls last`,
      ),
    ).toEqual([['2024-01-01'], [null]]);
  });

  test('seconds into a day', async () => {
    expect(await one((d) => d.secondsIntoDay(d.date('2024-02-29'), '3600'))).toBe('2024-02-29T01:00:00Z');
    expect(await one((d) => d.secondsIntoDay(d.date('2024-03-01'), '(-60)'))).toBe('2024-02-29T23:59:00Z');
  });

  test('days', async () => {
    expect(await one((d) => d.addDays(d.date('2024-02-28'), 2))).toBe('2024-03-01');
    expect(await one((d) => d.addDays(d.date('2024-02-28'), -28))).toBe('2024-01-31');
    expect(await one((d) => d.addDays(d.date('2024-02-28'), d.convert('2', 'integer')))).toBe('2024-03-01');
    expect(await one((d) => d.addDays(d.nullOf('date'), 2))).toBeNull();
    expect(await one((d) => d.daysBetween(d.date('2024-02-28'), d.date('2024-03-01')))).toBe(2);
    expect(await one((d) => d.daysBetween(d.date('2024-03-01'), d.date('2023-03-01')))).toBe(-366);
    expect(await one((d) => d.daysBetween(d.date('2024-03-01'), d.nullOf('date')))).toBeNull();
    await holds((d) => `${d.addDays(d.date('2024-02-28'), 1)} = ${d.date('2024-02-29')}`);
  });

  test('instants', async () => {
    const from = '2024-03-05T10:00:00Z';
    expect(await one((d) => d.secondsBetween(d.instant(from), d.instant('2024-03-05T10:00:01.25Z')))).toBe(1.25);
    expect(await one((d) => d.secondsBetween(d.instant(from), d.instant('2024-03-04T10:00:00Z')))).toBe(-86_400);
    expect(await one((d) => d.secondsBetween(d.instant(from), d.nullOf('instant')))).toBeNull();
    const day = (text: string, zone: string) => one((d) => d.startOfDay(d.date(text), zone));
    expect(await day('2024-03-31', 'Europe/Madrid')).toBe('2024-03-30T23:00:00Z');
    expect(await day('2024-04-01', 'Europe/Madrid')).toBe('2024-03-31T22:00:00Z');
    expect(await day('2024-06-01', 'America/Bogota')).toBe('2024-06-01T05:00:00Z');
    // Midnight of this day does not exist in São Paulo: it begins at one o'clock.
    expect(await day('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z');
    expect(await one((d) => d.startOfDay(d.nullOf('date'), 'Europe/Madrid'))).toBeNull();
    expect(await one((d) => d.localDay(d.instant('2024-03-30T23:30:00Z'), 'Europe/Madrid'))).toBe('2024-03-31');
    expect(await one((d) => d.localDay(d.instant('2024-10-26T21:59:59Z'), 'Europe/Madrid'))).toBe('2024-10-26');
    expect(await one((d) => d.localDay(d.nullOf('instant'), 'Europe/Madrid'))).toBeNull();
    await holds((d) => `${d.startOfDay(d.date('2024-03-31'), 'Europe/Madrid')} = ${d.instant('2024-03-30T23:00:00Z')}`);
  });

  test('each day of a range', async () => {
    const rows = await ask(
      (d) =>
        `select k, ${d.eachDay('a', 'b')} as day from ${d.values(
          ['k', 'a', 'b'],
          [
            ['1', d.date('2024-02-28'), d.date('2024-03-01')],
            ['2', d.date('2024-02-28'), d.date('2024-02-28')],
            ['3', d.date('2024-02-28'), d.date('2024-02-27')],
            ['4', d.date('2024-02-28'), d.nullOf('date')],
          ],
        )} as t order by k, day`,
    );
    expect(rows).toEqual([
      [1, '2024-02-28'],
      [1, '2024-02-29'],
      [1, '2024-03-01'],
      [2, '2024-02-28'],
    ]);
  });

  test('calendar', async () => {
    const ranges = [
      { start: '2024-02-28', end: '2024-03-01' },
      { start: '2024-12-31', end: '2024-12-31' },
    ];
    expect(await ask((d) => `select period, day from ${d.calendar(ranges)} as c order by period, day`)).toEqual([
      [0, '2024-02-28'],
      [0, '2024-02-29'],
      [0, '2024-03-01'],
      [1, '2024-12-31'],
    ]);
    expect(await ask((d) => `select period, day from ${d.calendar([])} as c`)).toEqual([]);
  });

  test('constant rows', async () => {
    expect(await ask((d) => `select k, x, y from ${numbers(d)} as t order by k, x nulls last`)).toEqual([
      ['a', 1, 'p'],
      ['a', 2, null],
      ['b', 10, 'q'],
      ['b', null, 'q'],
    ]);
    expect(await ask((d) => `select a from ${d.values(['a'], [])} as t`)).toEqual([]);
    expect(await ask((d) => `select t.a from ${d.values(['a'], [["'x'"]])} as t`)).toEqual([['x']]);
  });

  test('texts', async () => {
    expect(await one((d) => d.asText('12', 'integer'))).toBe('12');
    expect(await one((d) => d.asText(d.convert('10.5', 'money'), 'money'))).toBe('10.5');
    expect(await one((d) => d.asText(d.convert('100', 'money'), 'money'))).toBe('100');
    expect(await one((d) => d.asText(d.convert('10', 'number'), 'number'))).toBe('10');
    expect(await one((d) => d.asText(d.number(2.5), 'number'))).toBe('2.5');
    expect(await one((d) => d.asText(d.boolean(true), 'boolean'))).toBe('true');
    expect(await one((d) => d.asText(d.date('2024-01-05'), 'date'))).toBe('2024-01-05');
    expect(await one((d) => d.asText(d.instant('2024-01-05T10:00:00Z'), 'instant'))).toBe('2024-01-05T10:00:00Z');
    expect(await one((d) => d.asText(d.instant('2024-01-05T10:00:00.25Z'), 'instant'))).toBe('2024-01-05T10:00:00.250000Z');
    for (const type of ['text', 'money', 'number', 'boolean', 'instant', 'date'] as const) {
      expect(await one((d) => d.asText(d.nullOf(type), type))).toBeNull();
    }
    await holds((d) => d.contains("'a%b'", "'%'"));
    await holds((d) => `not ${d.contains("'ab'", "'%'")}`);
    expect(await one((d) => d.contains(d.nullOf('text'), "'x'"))).toBeNull();
  });

  test('texts read as types', async () => {
    const read = (text: string | null, type: Parameters<Dialect['cast']>[1]) =>
      one((d) => d.cast(text === null ? d.nullOf('text') : d.text(text), type));
    for (const type of ['text', 'money', 'number', 'integer', 'boolean', 'instant', 'date'] as const)
      expect(await read(null, type)).toBeNull();
    for (const type of ['money', 'number', 'integer', 'boolean', 'instant', 'date'] as const) {
      for (const text of ['', 'x', ' ', '1,5', 'NaN', 'inf', '2024-13-01', '2024-02-30', '--1'])
        expect(await read(text, type), `${text} as ${type}`).toBeNull();
    }
    expect(await read('12.5', 'money')).toBe(12.5);
    expect(await read('-12.34565', 'money')).toBe(-12.3457);
    expect(await read('12.34564', 'money')).toBe(12.3456);
    expect(await read('1e3', 'money')).toBe(1000);
    expect(await read('123456789012345678', 'money')).toBeNull();
    expect(await read('.5', 'number')).toBe(0.5);
    expect(await read('1e3', 'number')).toBe(1000);
    expect(await read('12', 'integer')).toBe(12);
    expect(await read('-7', 'integer')).toBe(-7);
    expect(await read('1.7', 'integer')).toBeNull();
    expect(await read('true', 'boolean')).toBe(true);
    expect(await read('False', 'boolean')).toBe(false);
    expect(await read('2024-03-05T10:00:00Z', 'instant')).toBe('2024-03-05T10:00:00Z');
    expect(await read('2024-03-05 10:00:00', 'instant')).toBe('2024-03-05T10:00:00Z');
    expect(await read('2024-03-05T10:00:00.123+02:00', 'instant')).toBe('2024-03-05T08:00:00.123Z');
    expect(await read('2024-02-30T10:00:00Z', 'instant')).toBeNull();
    expect(await read('2024-03-05', 'instant')).toBe('2024-03-05T00:00:00Z');
    expect(await read('2024-03-05', 'date')).toBe('2024-03-05');
    expect(await read('2024-03-05T10:00:00Z', 'date')).toBe('2024-03-05');
  });

  test('doubles and money', async () => {
    expect(await one((d) => `${d.double(d.convert('1', 'money'))} / ${d.double(d.convert('8', 'money'))}`)).toBe(0.125);
    expect(await one((d) => d.asMoney(`${d.number(100)} / 3`))).toBe(33.3333);
    expect(await one((d) => d.asMoney(d.number(0.3333)))).toBe(0.3333);
    expect(await one((d) => d.asMoney(d.number(-2.00006)))).toBe(-2.0001);
    expect(await one((d) => d.asMoney(d.nullOf('number')))).toBeNull();
    await holds((d) => `${d.asMoney('1.1')} + ${d.asMoney('2.2')} = ${d.convert('3.3', 'money')}`);
  });

  test('least and greatest leave nulls out', async () => {
    expect(await one((d) => d.least('3', d.nullOf('integer'), '2'))).toBe(2);
    expect(await one((d) => d.greatest(d.nullOf('date'), d.date('2024-01-01')))).toBe('2024-01-01');
    expect(await one((d) => d.least(d.nullOf('date'), d.nullOf('date')))).toBeNull();
  });

  test('aggregates under a condition', async () => {
    expect(
      await ask(
        (d) =>
          `select ${d.aggregateIf('sum(x)', "k = 'a'")}, ${d.aggregateIf('count(*)', null)}, ${d.aggregateIf('sum(x)', "k = 'z'")} as none, ${d.aggregateIf('count(*)', 'x > 1')} as some from ${numbers(d)} as t`,
      ),
    ).toEqual([[3, 4, null, 2]]);
    expect(await ask((d) => `select sum(x) as s, max(x) as m, avg(x) as a, count(x) as c from ${numbers(d)} as t where false`)).toEqual([
      [null, null, null, 0],
    ]);
  });

  test('distinct counts', async () => {
    expect(await one((d) => `${d.countDistinct(['k'], null)} as n from ${numbers(d)} as t --`)).toBe(2);
    expect(
      await ask(
        (d) =>
          `select ${d.countDistinct(['y'], null)} as one, ${d.countDistinct(['k', 'y'], null)} as two, ${d.countDistinct(['k', 'x'], "k = 'b'")} as some, ${d.countDistinct(['x'], 'x > 1')} as large from ${numbers(d)} as t`,
      ),
    ).toEqual([[2, 2, 1, 2]]);
    expect(await ask((d) => `select ${d.countDistinct(['k', 'x'], null)} as none from ${numbers(d)} as t where false`)).toEqual([[0]]);
  });

  test('sorted lists', async () => {
    const parts = (d: Dialect, list: string) =>
      `${d.listLength(list)} as n, ${d.listAt(list, '1')} as first, ${d.listAt(list, '3')} as third`;
    const lists = (d: Dialect, condition: string | null) =>
      `select ${parts(d, 'l')} from (select ${d.sortedList(d.convert('x', 'money'), condition)} as l from ${numbers(d)} as t) as s`;
    expect(await ask((d) => lists(d, null))).toEqual([[3, 1, 10]]);
    expect(await ask((d) => lists(d, "k = 'a'"))).toEqual([[2, 1, null]]);
    const [none] = await ask((d) => lists(d, "k = 'z'"));
    expect(none?.[0] ?? 0).toBe(0);
    expect(none?.slice(1)).toEqual([null, null]);
  });

  test('a left join that finds nothing gives nulls', async () => {
    expect(
      await ask(
        (d) =>
          `select a.k, b.z from ${numbers(d)} as a left join ${d.values(['k', 'z'], [["'a'", '1']])} as b on b.k = a.k order by a.k, a.x nulls last`,
      ),
    ).toEqual([
      ['a', 1],
      ['a', 1],
      ['b', null],
      ['b', null],
    ]);
  });
});
