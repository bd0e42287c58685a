import { expect, test } from 'vitest';
import { loadCompany } from './company.ts';
import { engineNames } from './engine.ts';

test.each(engineNames)('rows become tables of %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      opportunity: [
        {
          status: 'won',
          created_at: '2024-03-05',
          closed_at: '2024-03-31T22:30:00Z',
          amount: 10.5,
          'custom.tier': 'gold',
          'custom.seats': 3,
        },
        { id: 'x', status: 'open', currency: 'USD', is_test: false },
      ],
      field_change: [
        { entity: 'opportunity', record_id: '1', field: 'stage', old_value: 'A', new_value: 'B', changed_at: '2024-03-06T10:00:00Z' },
      ],
    },
    {
      settings: { timezone: 'Europe/Madrid' },
      batches: [
        { landedOn: '2024-05-01', given: { opportunity: [{ id: 'x', status: 'lost', currency: 'USD', closed_at: '2024-05-01' }] } },
      ],
    },
  );
  const { catalog, query, relation } = company;
  expect(
    await query(
      `select id, created_at, created_at_day, closed_at, closed_at_day, amount, _date_only, _batch, "custom.tier", "custom.seats" from ${relation('opportunity')} order by id`,
    ),
  ).toEqual([
    {
      id: '1',
      created_at: '2024-03-04T23:00:00Z',
      created_at_day: '2024-03-05',
      closed_at: '2024-03-31T22:30:00Z',
      closed_at_day: '2024-04-01',
      amount: 10.5,
      _date_only: ',created_at,',
      _batch: 1,
      'custom.tier': 'gold',
      'custom.seats': 3,
    },
    {
      id: 'x',
      created_at: null,
      created_at_day: null,
      closed_at: '2024-04-30T22:00:00Z',
      closed_at_day: '2024-05-01',
      amount: null,
      _date_only: ',closed_at,',
      _batch: 2,
      'custom.tier': null,
      'custom.seats': null,
    },
  ]);
  expect(catalog.rows('opportunity')).toBe(2);
  expect(catalog.rows('order')).toBe(0);
  expect(catalog.filled('opportunity', 'amount')).toBe(1);
  expect(catalog.filled('opportunity', 'custom.tier')).toBe(1);
  expect([...catalog.custom('opportunity')]).toEqual([
    ['tier', 'text'],
    ['seats', 'number'],
  ]);
  expect(catalog.hasHistory('opportunity', 'stage')).toBe(true);
  expect(catalog.hasHistory('opportunity', 'amount')).toBe(false);
  expect(catalog.foreignCurrencies('opportunity')).toEqual(['USD']);
  expect(catalog.watermark('opportunity')).toEqual({ instant: '2024-05-01T21:59:59Z', lastCompleteDay: '2024-05-01' });
  expect(catalog.watermark('field_change')).toEqual({ instant: '2024-03-06T10:00:00Z', lastCompleteDay: '2024-03-05' });
  expect(catalog.watermark('order')).toBeNull();
  expect(catalog.sources).toEqual(['src']);
  await company.close();
});

test('a field that the model has not is an error', async () => {
  await expect(loadCompany('duckdb', { opportunity: [{ colour: 'red' }] })).rejects.toThrow('opportunity has no field colour');
  await expect(loadCompany('duckdb', { opportunities: [] })).rejects.toThrow('no entity opportunities');
});
