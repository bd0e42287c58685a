import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Catalog } from '../catalog.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { type Moment, Rows, spanMoment } from './rows.ts';

// Few rows, asked by the SQLite that Node brings: the joins are plain enough for it.
type Row = Readonly<Record<string, string | null>>;
const span = (record: string, value: string, from: string | null, to: string | null): Row => ({
  entity: 'opportunity',
  record_id: record,
  field: 'stage',
  value,
  valid_from: from && `${from}T12:00`,
  valid_from_day: from,
  valid_to: to && `${to}T12:00`,
  valid_to_day: to,
});
const tables: Readonly<Record<string, readonly Row[]>> = {
  user: [
    { id: 'ana', team: 'Norte', manager_id: 'eva' },
    { id: 'eva', team: 'Sur', manager_id: null },
  ],
  account: [
    { id: 'hotel', country: 'ES', owner_id: 'ana' },
    { id: 'hotel', country: 'PT', owner_id: null, _source: 'other' },
  ],
  opportunity: [
    {
      id: 'd1',
      account_id: 'hotel',
      owner_id: 'ana',
      stage: 'Closed',
      created_at: '2024-02-10T09:00',
      created_at_day: '2024-02-10',
      _date_only: null,
    },
    {
      id: 'd2',
      account_id: 'hotel',
      owner_id: 'gone',
      stage: 'Demo',
      created_at: '2024-02-10T00:00',
      created_at_day: '2024-02-10',
      _date_only: ',created_at,',
    },
    {
      id: 'd3',
      account_id: 'hotel',
      owner_id: null,
      stage: 'Demo',
      created_at: '2024-02-10T09:00',
      created_at_day: '2024-02-10',
      _date_only: null,
      _source: 'other',
    },
  ],
  field_span: [
    span('d1', 'New', null, '2024-02-10'),
    span('d1', 'Closed', '2024-02-10', null),
    span('d2', 'New', null, '2024-02-10'),
    span('d2', 'Demo', '2024-02-10', null),
    { ...span('d3', 'Wrong', null, null), field: 'amount', _source: 'other' },
    { ...span('d3', 'Wrong', null, null), entity: 'lead', _source: 'other' },
    span('d3', 'Wrong', null, null),
  ],
  account_stage_span: [
    {
      account_id: 'hotel',
      stage: 'prospect',
      valid_from_day: '2024-01-01',
      valid_to_day: '2024-02-10',
      valid_from: '2024-01-01T00:00',
      valid_to: '2024-02-10T00:00',
    },
    {
      account_id: 'hotel',
      stage: 'customer',
      valid_from_day: '2024-02-10',
      valid_to_day: '2024-06-01',
      valid_from: '2024-02-10T00:00',
      valid_to: '2024-06-01T00:00',
    },
    {
      account_id: 'hotel',
      stage: 'former',
      valid_from_day: '2024-06-01',
      valid_to_day: null,
      valid_from: '2024-06-01T00:00',
      valid_to: null,
    },
  ],
};
const database = new DatabaseSync(':memory:');
database.function('contains', (whole, part) => (String(whole).includes(String(part)) ? 1 : 0));
for (const [name, rows] of Object.entries(tables)) {
  const columns = ['_source', ...Object.keys(rows[0] ?? {})];
  database.exec(`create table "${name}" (${columns.join(', ')})`);
  for (const row of rows) {
    const values = columns.map((column) => row[column] ?? (column === '_source' ? 'crm' : null));
    database.prepare(`insert into "${name}" values (${columns.map(() => '?').join(', ')})`).run(...values);
  }
}

/** SQLite writes a day as a text. */
const dialect = { ...duckdbDialect, date: duckdbDialect.text };
const rowsOf = (dataset: string, facts: Partial<Catalog> = {}, attributes: 'then' | 'now' = 'then', aliases = {}): Rows =>
  new Rows(dataset, { dialect, catalog: testCatalog({ relation: (name) => `"${name}"`, ...facts }), attributes }, aliases);
/** Id and column of every row, in order. */
const told = (rows: Rows, column: string): readonly unknown[] =>
  database
    .prepare(`select r.id as id, ${column} as value ${rows.from()} order by r.id`)
    .all()
    .map(({ id, value }) => [id, value]);
const withStages: Partial<Catalog> = { hasHistory: (entity, field) => entity === 'opportunity' && field === 'stage' };
const created: Moment = { kind: 'event', at: 'created_at' };

describe('what rows read of the records that they refer to', () => {
  test('goes by connection and id; what is not there is unknown, and no row is lost', () => {
    const deals = rowsOf('opportunity');
    const country = deals.value('account.country');
    expect(country.type).toBe('text');
    expect(told(deals, country.sql)).toEqual([
      ['d1', 'ES'],
      ['d2', 'ES'],
      ['d3', 'PT'],
    ]);
    const teams = rowsOf('opportunity');
    expect(told(teams, teams.value('owner.team').sql)).toEqual([
      ['d1', 'Norte'],
      ['d2', null],
      ['d3', null],
    ]);
  });

  test('chains, and records of the same kind by different references, are kept apart', () => {
    const deals = rowsOf('opportunity');
    const [own, manager, account] = ['owner.team', 'owner.manager.team', 'account.owner.team'].map((path) => deals.value(path).sql);
    expect(told(deals, `concat_ws('/', ${own}, ${manager}, ${account})`)[0]).toEqual(['d1', 'Norte/Sur/Norte']);
    expect(deals.reads.toSorted()).toEqual(['account', 'opportunity', 'user']);
    // Asked again it is the same join.
    const before = deals.from();
    deals.value('owner.team');
    expect(deals.from()).toBe(before);
  });

  test('by ids alone where all came by one connection', () => {
    const one = rowsOf('opportunity', { onlySource: () => 'crm' });
    one.value('account.country');
    expect(one.from()).not.toContain('_source');
    expect(one.isOneSource).toBe(true);
    for (const onlySource of [(dataset: string) => dataset, () => null]) {
      const several = rowsOf('opportunity', { onlySource });
      several.value('account.country');
      expect(several.from()).toContain('_source');
    }
    expect(rowsOf('opportunity').isOneSource).toBe(false);
  });

  test('is refused where nothing leads there, with what does', () => {
    expect(() => rowsOf('opportunity').value('colour')).toThrowError(
      expect.objectContaining({
        code: 'unknown_dimension',
        where: 'opportunity',
        found: 'colour',
        expected: expect.stringContaining(', status, '),
      }),
    );
  });

  test('each currency has its own rate, of the day that is asked', () => {
    const orders = rowsOf('order');
    const rates = [orders.rate(`'USD'`, 'ordered_at'), orders.rate(`'GBP'`, 'ordered_at'), orders.rate(`'USD'`, 'created_at')];
    expect(new Set(rates).size).toBe(3);
    expect(orders.rate(`'USD'`, 'ordered_at')).toBe(rates[0]);
    expect(orders.reads).toEqual(['order', 'rate_day']);
  });
});

describe('attributes with a history', () => {
  test('are those of the moment; of a time known by its day alone, those at the end of that day', () => {
    const deals = rowsOf('opportunity', withStages);
    const stage = deals.dimension('stage', created);
    expect(told(deals, stage.sql)).toEqual([
      ['d1', 'New'],
      ['d2', 'Demo'],
      ['d3', 'Demo'],
    ]);
    expect(deals.reads).toEqual(['opportunity', 'field_span']);
  });

  test('are taken by their instant where the source never gave a date alone', () => {
    const deals = rowsOf('opportunity', { ...withStages, filled: (_, field) => (field === '_date_only' ? 0 : 100) });
    expect(told(deals, deals.dimension('stage', created).sql).map((row) => (row as unknown[])[1])).toEqual(['New', 'New', 'Demo']);
    expect(deals.isDateOnly('created_at')).toBeNull();
    expect(deals.isDateOnly('expected_close_on')).toBe('true');
  });

  test('are today’s where the question asks for those, and where no history is on record', () => {
    for (const rows of [rowsOf('opportunity', withStages, 'now'), rowsOf('opportunity')]) {
      expect(told(rows, rows.dimension('stage', created).sql)).toEqual([
        ['d1', 'Closed'],
        ['d2', 'Demo'],
        ['d3', 'Demo'],
      ]);
      expect(rows.reads).toEqual(['opportunity']);
    }
  });

  test('split the life of a row, once for each history', () => {
    const deals = rowsOf('opportunity', withStages);
    const life: Moment = { kind: 'span', from: 'created_at', to: null };
    const stage = deals.dimension('stage', life).sql;
    deals.dimension('stage', life);
    expect(deals.spanClips).toHaveLength(1);
    // It does not end: every stage from its beginning on counts, that which ended on its first day does not.
    expect(told(deals, stage)).toEqual([
      ['d1', 'Closed'],
      ['d2', 'Demo'],
      ['d3', 'Demo'],
    ]);
    const events = rowsOf('opportunity', withStages);
    events.dimension('stage', created);
    expect(events.spanClips).toEqual([]);
  });
});

describe('spans that hold for a record', () => {
  const stage = (rows: Rows, moment: Moment, daysBefore = 0) =>
    rows.held('account_stage_span', 'account', 'account_id', 'stage', moment, daysBefore);

  test('at the time of an event; the day on which one ends belongs to the next', () => {
    const deals = rowsOf('opportunity', { filled: () => 0 });
    expect(told(deals, stage(deals, created))).toEqual([
      ['d1', 'customer'],
      ['d2', 'customer'],
      ['d3', null],
    ]);
    expect(deals.spanClips).toEqual([]);
  });

  test('as things stand: on the last day that all its data reach, whichever comes first', () => {
    const at = (days: Readonly<Record<string, string>>, rows: Catalog['rows'] = () => 100): unknown => {
      const watermark: Catalog['watermark'] = (entity) =>
        days[entity] ? { instant: `${days[entity]}T22:59:59Z`, lastCompleteDay: days[entity] } : null;
      const deals = rowsOf('opportunity', { watermark, rows }, 'now');
      return (told(deals, stage(deals, created))[0] as unknown[])[1];
    };
    expect(at({ order: '2024-01-15' })).toBe('prospect');
    expect(at({ order: '2024-02-10' })).toBe('customer');
    expect(at({ order: '2024-05-31', lead: '2024-08-01' })).toBe('customer');
    expect(at({ lead: '2024-08-01', order: '2024-01-15' })).toBe('prospect');
    expect(at({ order: '2024-06-01' })).toBe('former');
    // Of what has no rows the reach says nothing; unknown, it is the span without an end.
    expect(at({ lead: '2024-08-01', order: '2024-01-15' }, (name) => (name === 'order' ? 0 : 100))).toBe('former');
    expect(at({})).toBe('former');
  });

  test('split the spans of rows, once for each', () => {
    const spans = rowsOf('opportunity_span');
    stage(spans, spanMoment);
    stage(spans, spanMoment);
    expect(spans.spanClips).toHaveLength(1);
    stage(spans, spanMoment, 1);
    expect(spans.spanClips.length).toBeGreaterThanOrEqual(1);
    expect(spans.reads).toEqual(['opportunity_span', 'opportunity', 'account_stage_span']);
  });
});

describe('the rows themselves', () => {
  test('count only where they are live, as far as any is not', () => {
    const live = (dataset: string, ...filled: readonly string[]) =>
      rowsOf(dataset, { filled: (_, field) => (filled.includes(field) ? 1 : 0) }).live();
    expect(live('order')).toBeNull();
    expect(live('order', 'deleted_at')).toBe('r."deleted_at" is null');
    expect(live('order', 'deleted_at', 'is_test')).toBe('r."deleted_at" is null and coalesce(r."is_test", false) = false');
    expect(live('order', 'merged_into_id')).toBe('r."merged_into_id" is null');
    expect(live('opportunity_span', 'deleted_at', 'is_test')).toBeNull();
  });

  test('are told apart by their id, but those of a dataset made from others', () => {
    expect(rowsOf('order').isUnique('id')).toBe(true);
    expect(rowsOf('order').isUnique('account_id')).toBe(false);
    expect(rowsOf('opportunity_span').isUnique('id')).toBe(false);
    expect([rowsOf('order').isDerived, rowsOf('opportunity_span').isDerived]).toEqual([false, true]);
  });

  test('read a dimension by the name that the dataset has for it', () => {
    const aliased = rowsOf('opportunity', {}, 'then', { phase: 'stage' });
    expect(aliased.dimension('phase', created).sql).toBe('r."stage"');
    expect(aliased.holder('phase')).toMatchObject({ dataset: 'opportunity', column: 'stage' });
    expect(aliased.holder('stage')).toMatchObject({ dataset: 'opportunity', column: 'stage' });
    expect(rowsOf('opportunity_span').holder('stage').dataset).toBe('opportunity_span');
    expect(rowsOf('opportunity_span', {}, 'now').holder('stage').dataset).toBe('opportunity');
  });

  test('are limited to what may be seen, and read what that is told by', () => {
    const sight = { ...openSight, rows: { kind: 'users', users: [{ source: 'crm', id: 'ana' }], receivables: true } } as const;
    const deals = rowsOf('opportunity', { sight });
    expect(told(deals, 'r.stage')).toEqual([['d1', 'Closed']]);
    expect(deals.guards).toEqual(['account']);
    expect(deals.reads).toEqual(['opportunity', 'account']);
    expect(rowsOf('opportunity').guards).toEqual([]);
    expect(() => rowsOf('stage', { sight }).from()).toThrowError(expect.objectContaining({ code: 'no_rights' }));
  });

  test('note the groups that are shown under pseudonyms', () => {
    const deals = rowsOf('opportunity');
    expect([...deals.masked]).toEqual([]);
    deals.mask(1, 'name');
    expect([...deals.masked]).toEqual([[1, 'name']]);
  });
});
