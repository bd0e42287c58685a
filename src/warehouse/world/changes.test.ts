import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openWarehouse } from '../duckdb/database.ts';
import { asRanges, beganField, changesBetween, daysOfDifference, daysOver, recordChange } from './changes.ts';

const one = (day: string) => ({ start: day, end: day });

describe('days as ranges', () => {
  test('no days are no ranges, and one is its own', () => {
    expect(asRanges([])).toEqual([]);
    expect(asRanges(['2024-05-01'])).toEqual([one('2024-05-01')]);
  });

  test('days a week apart are one range, days farther apart are two: a whole week may lie between them', () => {
    expect(asRanges(['2024-01-12', '2024-01-05'])).toEqual([{ start: '2024-01-05', end: '2024-01-12' }]);
    expect(asRanges(['2024-01-13', '2024-01-05'])).toEqual([one('2024-01-05'), one('2024-01-13')]);
  });

  test('a range ends with its last day, across the end of a month and a leap day', () => {
    expect(asRanges(['2024-02-27', '2024-03-01', '2024-03-05', '2024-04-20'])).toEqual([
      { start: '2024-02-27', end: '2024-03-05' },
      one('2024-04-20'),
    ]);
  });
});

describe('the log of changes', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-changes-'));
    database = await openWarehouse(folder);
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('days are read of each time field; a span that began nobody knows when touches the first of all days', async () => {
    const { run } = database.session;
    const rows = (list: string) => `(values ${list}) as v(valid_from_day, valid_to_day)`;
    const days = await daysOver(
      run,
      'field_span',
      rows("(null, date '2024-03-04'), (date '2024-01-02', null), (date '2024-01-04', date '2024-03-04')"),
    );
    expect(days.get('valid_from')).toEqual([one('0001-01-01'), { start: '2024-01-02', end: '2024-01-04' }]);
    expect(days.get('valid_to')).toEqual([one('2024-03-04')]);
  });

  test('a span of which only the end changed touches its days, but begins as before; one of two equal ones that goes does not', async () => {
    const { run } = database.session;
    const span = (value: string, from: string, to: string | null) =>
      `select '${value}' as value, date '${from}' as valid_from_day, timestamp '${from}' as valid_from, ${to ? `date '${to}'` : 'cast(null as date)'} as valid_to_day, ${to ? `timestamp '${to}'` : 'cast(null as timestamp)'} as valid_to, cast(null as varchar) as _date_only`;
    const days = (gone: readonly string[], came: readonly string[]) =>
      daysOfDifference(run, 'field_span', { gone: `(${gone.join(' union all ')})`, came: `(${came.join(' union all ')})` });
    const ended = await days([span('a', '2024-01-01', null)], [span('a', '2024-01-01', '2024-03-01')]);
    expect(ended.get('valid_from')).toEqual([one('2024-01-01')]);
    expect(ended.get('valid_to')).toEqual([one('2024-03-01')]);
    expect(ended.get(beganField)).toBeUndefined();
    const renamed = await days([span('a', '2024-01-01', null)], [span('b', '2024-01-01', null)]);
    expect(renamed.get(beganField)).toEqual([one('2024-01-01')]);
    const fewer = await days([span('a', '2024-01-01', null), span('a', '2024-01-01', null)], [span('a', '2024-01-01', '2024-03-01')]);
    expect(fewer.get(beganField)).toEqual([one('2024-01-01')]);
  });

  test('between two versions all steps count; where one is missing nothing is known', async () => {
    const { run } = database.session;
    await recordChange(run, 'lead', 'a', 'b', new Map([['created_at', [one('2024-01-01'), one('2024-02-01')]]]));
    await recordChange(run, 'lead', 'b', 'c', new Map([['created_at', [one('2024-06-01')]]]));
    await recordChange(run, 'lead', 'c', 'd', new Map());
    const days = async (from: string, to: string) => (await changesBetween(run, 'lead', from, to))?.days.get('created_at');
    expect(await days('a', 'd')).toEqual([one('2024-01-01'), one('2024-02-01'), one('2024-06-01')]);
    expect(await days('b', 'c')).toEqual([one('2024-06-01')]);
    expect(await changesBetween(run, 'lead', 'c', 'd')).toEqual({ dataset: 'lead', days: new Map() });
    expect(await changesBetween(run, 'lead', 'a', 'e')).toBeNull();
    expect(await changesBetween(run, 'order', 'a', 'b')).toBeNull();
  });

  test('a line of an earlier Cuadro, which told one range, tells nothing', async () => {
    const { run } = database.session;
    await run(
      "insert into cuadro.change_log (dataset, from_version, to_version, field, days) values ('user', 'a', 'b', 'created_at', null)",
    );
    expect(await changesBetween(run, 'user', 'a', 'b')).toBeNull();
  });
});
