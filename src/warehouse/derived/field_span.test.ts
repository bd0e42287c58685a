import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const change = { entity: 'opportunity', record_id: 'o1', field: 'stage' };

test.each(engineNames)('changes become spans in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      field_change: [
        { id: 'c2', ...change, old_value: 'B', new_value: 'C', changed_at: '2024-03-10T12:00:00Z' },
        { id: 'c1', ...change, old_value: 'A', new_value: 'B', changed_at: '2024-03-05' },
        // Two at one instant: by id, the first without length.
        { id: 'c4', ...change, old_value: 'D', new_value: null, changed_at: '2024-03-12T12:00:00Z' },
        { id: 'c3', ...change, old_value: 'C', new_value: 'D', changed_at: '2024-03-12T12:00:00Z' },
        // The day on which clocks go forward in Madrid begins at 23:00 UTC.
        { id: 'd1', ...change, record_id: 'o2', old_value: null, new_value: 'A', changed_at: '2024-03-31' },
        // Of another source, deleted, without a time.
        { id: 'c1', _source: 'crm', ...change, old_value: 'X', new_value: 'Y', changed_at: '2024-03-05' },
        { id: 'c5', ...change, new_value: 'Z', changed_at: '2024-03-20', deleted_at: '2024-03-21' },
        { id: 'c6', ...change, new_value: 'Z' },
      ],
    },
    { reads: ['field_span'] },
  );
  expect(await rowsOf(company, 'field_span', ['_source', 'record_id', 'valid_from', 'valid_to', 'value'])).toEqual([
    ['crm', 'o1', null, '2024-03-05', 'X'],
    ['crm', 'o1', '2024-03-05', null, 'Y'],
    ['src', 'o1', null, '2024-03-05', 'A'],
    ['src', 'o1', '2024-03-05', '2024-03-10T12:00:00Z', 'B'],
    ['src', 'o1', '2024-03-10T12:00:00Z', '2024-03-12T12:00:00Z', 'C'],
    ['src', 'o1', '2024-03-12T12:00:00Z', null, null],
    ['src', 'o1', '2024-03-12T12:00:00Z', '2024-03-12T12:00:00Z', 'D'],
    ['src', 'o2', null, '2024-03-31', null],
    ['src', 'o2', '2024-03-31', null, 'A'],
  ]);
  expect(
    await company.query(
      `select valid_from, valid_from_day from ${company.relation('field_span')} where record_id = 'o2' and valid_from is not null`,
    ),
  ).toEqual([{ valid_from: '2024-03-30T23:00:00Z', valid_from_day: '2024-03-31' }]);
  await company.close();
});
