import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const change = (record_id: string, field: string, old_value: string | null, new_value: string | null, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field,
  old_value,
  new_value,
  changed_at,
});

describe.each(engineNames)('opportunity_state_span in %s', (engine) => {
  test('activities, next steps, pushes and stages over the life of a deal', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          {
            id: 'o1',
            status: 'won',
            created_at: '2024-01-02',
            closed_at: '2024-02-20',
            stage: 'B',
            amount: 100,
            expected_close_on: '2024-02-28',
            next_step_at: '2024-02-10',
          },
          { id: 'o2', status: 'open', created_at: '2024-01-05' },
        ],
        field_change: [
          change('o1', 'stage', 'A', 'B', '2024-01-20'),
          change('o1', 'expected_close_on', '2024-01-31', '2024-02-15', '2024-01-25'),
          change('o1', 'expected_close_on', '2024-02-15', '2024-02-28', '2024-02-12'),
          change('o1', 'next_step_at', null, '2024-01-10T09:00:00Z', '2024-01-03'),
          change('o1', 'next_step_at', '2024-01-10T09:00:00Z', '2024-02-10T09:00:00Z', '2024-01-20'),
        ],
        activity: [
          { opportunity_id: 'o1', type: 'call', occurred_at: '2024-01-08T10:00:00Z', duration_s: 100, wrap_s: 20 },
          { opportunity_id: 'o1', type: 'email', occurred_at: '2024-01-08T10:00:00Z' },
          { opportunity_id: 'o1', type: 'call', occurred_at: '2024-01-09T10:00:00Z', connected: false, duration_s: 10 },
          { opportunity_id: 'o1', type: 'note', occurred_at: '2024-01-11T10:00:00Z' },
          { opportunity_id: 'o1', type: 'call', occurred_at: '2024-03-01T10:00:00Z' },
          { opportunity_id: 'o2', type: 'email', occurred_at: '2024-01-04' },
          { opportunity_id: 'o2', type: 'email', occurred_at: '2024-01-09', is_test: true },
        ],
      },
      { reads: ['opportunity_state_span'], exportedAt: '2024-03-31' },
    );
    const columns = [
      'opportunity_id',
      'valid_from',
      'valid_to',
      'stage_since',
      'pushes',
      'last_activity_on',
      'next_step_on',
      'activities',
      'activity_s',
    ];
    expect(await rowsOf(company, 'opportunity_state_span', columns)).toEqual([
      ['o1', '2024-01-02', '2024-01-03', '2024-01-02', 0, null, null, 0, 0],
      ['o1', '2024-01-03', '2024-01-08T10:00:00Z', '2024-01-02', 0, null, '2024-01-10', 0, 0],
      ['o1', '2024-01-08T10:00:00Z', '2024-01-09T10:00:00Z', '2024-01-02', 0, '2024-01-08', '2024-01-10', 2, 120],
      ['o1', '2024-01-09T10:00:00Z', '2024-01-20', '2024-01-02', 0, '2024-01-08', '2024-01-10', 1, 10],
      ['o1', '2024-01-20', '2024-01-25', '2024-01-20', 0, '2024-01-08', '2024-02-10', 0, 0],
      ['o1', '2024-01-25', '2024-02-12', '2024-01-20', 1, '2024-01-08', '2024-02-10', 0, 0],
      ['o1', '2024-02-12', '2024-02-20', '2024-01-20', 2, '2024-01-08', '2024-02-10', 0, 0],
      ['o2', '2024-01-05', null, '2024-01-05', 0, '2024-01-04', null, 0, 0],
    ]);
    await company.close();
  });

  test('a stay is slow beyond 1.5 times the median of won deals; a second deal of one account and name', async () => {
    const won = (id: string, days: number) => ({
      id,
      status: 'won',
      created_at: '2024-01-01',
      closed_at: `2024-01-${String(1 + days).padStart(2, '0')}`,
      stage: 'A',
      pipeline: 'P',
    });
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          ...[4, 6, 10, 10, 20].map((days, index) => won(`w${index}`, days)),
          { id: 'x1', status: 'open', created_at: '2024-02-01', stage: 'A', pipeline: 'P', account_id: 'a1', name: 'Bomba' },
          { id: 'x2', status: 'open', created_at: '2024-02-02', stage: 'Z', pipeline: 'P', account_id: 'a1', name: 'BOMBA' },
          { id: 'x3', status: 'open', created_at: '2024-02-02', stage: 'Z', pipeline: 'P', account_id: 'a2', name: 'Bomba' },
        ],
      },
      { reads: ['opportunity_state_span'], exportedAt: '2024-03-31' },
    );
    const rows = await rowsOf(company, 'opportunity_state_span', ['opportunity_id', 'slow_from', 'is_repeated']);
    expect(rows.filter(([id]) => String(id).startsWith('x'))).toEqual([
      // 1 February + 15 days is the last day that is not slow.
      ['x1', '2024-02-17', false],
      ['x2', null, true],
      ['x3', null, false],
    ]);
    await company.close();
  });
});
