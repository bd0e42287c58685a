import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const moved = (record_id: string, old_value: string, new_value: string, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field: 'stage',
  old_value,
  new_value,
  changed_at,
});
const deal = { pipeline: 'P', status: 'open', created_at: '2024-01-01', stage: 'B' };

describe.each(engineNames)('stage_activity in %s', (engine) => {
  test('visits that led on, with what came early', async () => {
    const company = await loadCompany(
      engine,
      {
        stage: [
          { pipeline: 'P', name: 'A', position: 1, category: 'open' },
          { pipeline: 'P', name: 'B', position: 2, category: 'open' },
        ],
        opportunity: [
          { ...deal, id: 'o1', amount: 100 },
          { ...deal, id: 'o2', amount: 300 },
          { ...deal, id: 'o3' },
          { ...deal, id: 'short', amount: 50 },
          { ...deal, id: 'stays', stage: 'A', amount: 50 },
          { ...deal, id: 'lost', stage: 'A', status: 'lost', closed_at: '2024-01-20' },
        ],
        field_change: [
          moved('o1', 'A', 'B', '2024-01-11'),
          moved('o2', 'A', 'B', '2024-01-21'),
          moved('o3', 'A', 'B', '2024-01-16'),
          moved('short', 'A', 'B', '2024-01-06'),
        ],
        activity: [
          { type: 'call', opportunity_id: 'o1', occurred_at: '2024-01-06' },
          { type: 'call', opportunity_id: 'o1', occurred_at: '2024-01-02' },
          { type: 'demo', opportunity_id: 'o1', occurred_at: '2024-01-07' },
          { type: 'demo', opportunity_id: 'o2', occurred_at: '2024-01-03T10:00:00Z' },
          { type: 'demo', opportunity_id: 'o3', occurred_at: '2024-01-03', is_test: true },
        ],
      },
      { reads: ['stage_activity'], exportedAt: '2024-03-31' },
    );
    const rows = await rowsOf(company, 'stage_activity', [
      'opportunity_id',
      'activity_type',
      'size_band',
      'with_activity',
      'remaining_days',
      'log_days',
    ]);
    expect(rows.filter(([, type]) => type === 'call' || type === 'demo')).toEqual([
      ['o1', 'call', 1, true, 5, expect.closeTo(Math.log(5), 12)],
      // The sixth day is too late.
      ['o1', 'demo', 1, false, 5, expect.closeTo(Math.log(5), 12)],
      ['o2', 'call', 2, false, 15, expect.closeTo(Math.log(15), 12)],
      ['o2', 'demo', 2, true, 15, expect.closeTo(Math.log(15), 12)],
      ['o3', 'call', null, false, 10, expect.closeTo(Math.log(10), 12)],
      ['o3', 'demo', null, false, 10, expect.closeTo(Math.log(10), 12)],
    ]);
    expect(rows).toHaveLength(18);
    await company.close();
  });
});
