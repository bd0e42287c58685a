import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const january = { period_start: '2024-01-01', period_end: '2024-01-31', category: 'commit' };

describe.each(engineNames)('forecast_outcome in %s', (engine) => {
  test('the last forecast by the first day against what was won', async () => {
    const company = await loadCompany(
      engine,
      {
        forecast: [
          { id: 'f1', ...january, owner_id: 'u1', amount: 500, made_at: '2023-12-20' },
          { id: 'f2', ...january, owner_id: 'u1', amount: 900, made_at: '2024-01-01T08:00:00Z' },
          { id: 'f3', ...january, owner_id: 'u1', amount: 1000, made_at: '2024-01-15' },
          { id: 'f4', ...january, owner_id: 'u1', amount: 1300, made_at: '2023-12-20', category: 'best_case' },
          { id: 'f5', ...january, owner_id: 'u2', amount: 100, made_at: '2023-12-20', currency: 'USD' },
          { id: 'f6', ...january, owner_id: 'u3', amount: 100, made_at: '2023-12-20', currency: 'GBP' },
          { id: 'f7', ...january, owner_id: null, amount: 2000, made_at: '2023-12-20' },
          { id: 'f8', ...january, period_end: '2024-03-31', owner_id: null, amount: 5000, made_at: '2023-12-20' },
          { id: 'f9', ...january, owner_id: 'u4', amount: 100, made_at: '2023-12-20', is_test: true },
        ],
        opportunity: [
          { owner_id: 'u1', status: 'won', closed_at: '2024-01-31T22:30:00Z', amount: 700 },
          { owner_id: 'u1', status: 'won', closed_at: '2024-01-31T23:30:00Z', amount: 5000 },
          { owner_id: 'u1', status: 'lost', closed_at: '2024-01-20', amount: 300 },
          { owner_id: 'u1', status: 'won', closed_at: '2024-01-20', amount: 300, deleted_at: '2024-01-21' },
          { owner_id: null, status: 'won', closed_at: '2024-01-20', amount: 40, currency: 'USD' },
        ],
        exchange_rate: [{ from_currency: 'USD', to_currency: 'EUR', on: '2023-12-01', rate: 0.9 }],
      },
      { reads: ['forecast_outcome'] },
    );
    expect(
      await rowsOf(company, 'forecast_outcome', ['owner_id', 'category', 'period_end', 'made_at', 'amount', 'won', 'won_deals']),
    ).toEqual([
      // u3 speaks of pounds, which nobody can convert. January's own has people; the quarter's has not.
      [null, 'commit', '2024-03-31', '2023-12-20', 5000, 5736, 3],
      ['u1', 'best_case', '2024-01-31', '2023-12-20', 1300, 700, 1],
      ['u1', 'commit', '2024-01-31', '2024-01-01T08:00:00Z', 900, 700, 1],
      ['u2', 'commit', '2024-01-31', '2023-12-20', 90, 0, 0],
    ]);
    await company.close();
  });
});
