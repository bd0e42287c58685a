import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('contracts that fall due in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      contract: [
        { id: '1', started_at: '2023-01-01', renewal_due_on: '2023-12-01', ends_at: '2023-12-31', renewed_at: '2023-11-20', amount: 10 },
        { id: '2', started_at: '2023-01-01', ends_at: '2023-12-31T23:30:00Z' },
        { id: '3', started_at: '2023-01-01', ends_at: '2023-12-31' },
        { id: '4', started_at: '2024-02-01T10:00:00Z', previous_id: '3' },
        { id: '5', started_at: '2024-01-15', previous_id: '3', ends_at: '2024-12-31', cancelled_at: '2024-05-01' },
        { id: '6', started_at: '2024-01-15', previous_id: '2', deleted_at: '2024-02-01' },
        { id: '7', started_at: '2024-01-15' },
      ],
    },
    { reads: ['renewal'] },
  );
  expect(await rowsOf(company, 'renewal', ['contract_id', 'due_on', 'is_renewed', 'renewed_at', 'amount'])).toEqual([
    ['1', '2023-12-01', true, '2023-11-20', 10],
    ['2', '2024-01-01', false, null, null],
    ['3', '2023-12-31', true, '2024-01-15', null],
    ['5', '2024-12-31', false, null, null],
  ]);
  await company.close();
});
