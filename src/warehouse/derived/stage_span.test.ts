import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const moved = (record_id: string, old_value: string | null, new_value: string | null, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field: 'stage',
  old_value,
  new_value,
  changed_at,
});

const stages = [
  { id: 's1', pipeline: 'p', name: 'A', position: 1, category: 'open' },
  { id: 's2', pipeline: 'p', name: 'B', position: 2, category: 'open' },
  { id: 's3', pipeline: 'p', name: 'Won', position: 3, category: 'won' },
  { id: 's4', pipeline: 'p', name: 'Lost', position: 4, category: 'lost' },
];

describe.each(engineNames)('stage_span in %s', (engine) => {
  test('with stages on record and history: forward, back, again, won; lost', async () => {
    const company = await loadCompany(
      engine,
      {
        stage: stages,
        opportunity: [
          { id: 'a', pipeline: 'p', stage: 'Won', status: 'won', created_at: '2024-01-01', closed_at: '2024-01-20', amount: 10 },
          { id: 'b', pipeline: 'p', stage: 'Lost', status: 'lost', created_at: '2024-01-01', closed_at: '2024-01-20' },
          { id: 'c', pipeline: 'p', stage: 's2', status: 'open', created_at: '2024-01-01' },
        ],
        field_change: [
          moved('a', 'A', 'B', '2024-01-05T08:00:00Z'),
          moved('a', 'B', 'A', '2024-01-07'),
          moved('a', 'A', 'B', '2024-01-10'),
          moved('a', 'B', 'Won', '2024-01-20T15:00:00Z'),
          moved('b', 'A', 'Lost', '2024-01-20'),
          moved('c', 's1', 's2', '2024-01-03'),
        ],
      },
      { reads: ['stage_span'] },
    );
    const columns = [
      'opportunity_id',
      'valid_from',
      'valid_to',
      'stage',
      'position',
      'category',
      'next_stage',
      'next_position',
      'next_category',
      'advanced_at',
    ];
    expect(await rowsOf(company, 'stage_span', columns)).toEqual([
      ['a', '2024-01-01', '2024-01-05T08:00:00Z', 'A', 1, 'open', 'B', 2, 'open', '2024-01-05T08:00:00Z'],
      ['a', '2024-01-05T08:00:00Z', '2024-01-07', 'B', 2, 'open', 'A', 1, 'open', '2024-01-20'],
      ['a', '2024-01-07', '2024-01-10', 'A', 1, 'open', 'B', 2, 'open', '2024-01-10'],
      // Closed on the 20th, moved to Won that afternoon.
      ['a', '2024-01-10', '2024-01-20', 'B', 2, 'open', 'Won', 3, 'won', '2024-01-20'],
      ['a', '2024-01-20T15:00:00Z', null, 'Won', 3, 'won', null, null, null, null],
      ['b', '2024-01-01', '2024-01-20', 'A', 1, 'open', 'Lost', 4, 'lost', null],
      ['b', '2024-01-20', null, 'Lost', 4, 'lost', null, null, null, null],
      ['c', '2024-01-01', '2024-01-03', 's1', 1, 'open', 's2', 2, 'open', '2024-01-03'],
      ['c', '2024-01-03', null, 's2', 2, 'open', null, null, null, null],
    ]);
    await company.close();
  });

  test('without stages on record: positions from the order in which deals go through them', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          { id: 'a', stage: 'C', status: 'open', created_at: '2024-01-01' },
          { id: 'b', stage: 'C', status: 'lost', created_at: '2024-01-01', closed_at: '2024-02-01' },
          { id: 'c', stage: 'B', status: 'open', created_at: '2024-01-01' },
        ],
        field_change: [moved('a', 'A', 'B', '2024-01-02'), moved('a', 'B', 'C', '2024-01-03'), moved('b', 'B', 'C', '2024-01-02')],
      },
      { reads: ['stage_span'] },
    );
    expect(
      await rowsOf(company, 'stage_span', [
        'opportunity_id',
        'valid_from',
        'valid_to',
        'stage',
        'position',
        'next_category',
        'advanced_at',
      ]),
    ).toEqual([
      ['a', '2024-01-01', '2024-01-02', 'A', 1, 'open', '2024-01-02'],
      ['a', '2024-01-02', '2024-01-03', 'B', 2, 'open', '2024-01-03'],
      ['a', '2024-01-03', null, 'C', 3, null, null],
      ['b', '2024-01-01', '2024-01-02', 'B', 2, 'open', '2024-01-02'],
      ['b', '2024-01-02', '2024-02-01', 'C', 3, 'lost', null],
      ['c', '2024-01-01', null, 'B', 2, null, null],
    ]);
    await company.close();
  });

  test('without history: one visit, until the deal closes', async () => {
    const given = {
      opportunity: [
        { id: 'a', pipeline: 'p', stage: 'Won', status: 'won', created_at: '2024-01-01', closed_at: '2024-02-01' },
        { id: 'b', pipeline: 'p', stage: 'A', status: 'open' },
        { id: 'c', pipeline: 'p', stage: 'B', status: 'lost', created_at: '2024-01-01', closed_at: '2024-02-01' },
        { id: 'd', pipeline: 'p', status: 'open', created_at: '2024-01-01' },
      ],
    };
    const columns = [
      'opportunity_id',
      'valid_from',
      'valid_to',
      'stage',
      'position',
      'category',
      'next_category',
      'advanced_at',
      'start_unknown',
    ];
    const bare = await loadCompany(engine, given, { reads: ['stage_span'], exportedAt: '2024-03-31' });
    expect(await rowsOf(bare, 'stage_span', columns)).toEqual([
      ['a', '2024-01-01', '2024-02-01', 'Won', null, 'open', 'won', '2024-02-01', false],
      ['b', '2024-03-31T21:59:59Z', null, 'A', null, 'open', null, null, true],
      ['c', '2024-01-01', '2024-02-01', 'B', null, 'open', 'lost', null, false],
    ]);
    await bare.close();
    const known = await loadCompany(engine, { ...given, stage: stages }, { reads: ['stage_span'], exportedAt: '2024-03-31' });
    expect(await rowsOf(known, 'stage_span', columns)).toEqual([
      ['a', '2024-02-01', null, 'Won', 3, 'won', null, null, false],
      ['b', '2024-03-31T21:59:59Z', null, 'A', 1, 'open', null, null, true],
      ['c', '2024-01-01', '2024-02-01', 'B', 2, 'open', 'lost', null, false],
    ]);
    await known.close();
  });

  test('reopened: the stage is visited again', async () => {
    const status = (old_value: string, new_value: string, changed_at: string) => ({
      ...moved('a', old_value, new_value, changed_at),
      field: 'status',
    });
    const company = await loadCompany(
      engine,
      {
        opportunity: [{ id: 'a', stage: 'A', status: 'open', created_at: '2024-01-01' }],
        field_change: [status('open', 'lost', '2024-02-01'), status('lost', 'open', '2024-03-01')],
      },
      { reads: ['stage_span'] },
    );
    expect(await rowsOf(company, 'stage_span', ['valid_from', 'valid_to', 'stage', 'next_stage', 'next_category'])).toEqual([
      ['2024-01-01', '2024-02-01', 'A', null, 'lost'],
      ['2024-03-01', null, 'A', null, null],
    ]);
    await company.close();
  });

  test('lost and then won in the same stage: the visit got there', async () => {
    const status = (old_value: string, new_value: string, changed_at: string) => ({
      ...moved('a', old_value, new_value, changed_at),
      field: 'status',
    });
    const company = await loadCompany(
      engine,
      {
        opportunity: [{ id: 'a', stage: 'A', status: 'won', created_at: '2024-01-01', closed_at: '2024-03-01' }],
        field_change: [status('open', 'lost', '2024-02-01'), status('lost', 'won', '2024-03-01')],
      },
      { reads: ['stage_span'] },
    );
    expect(await rowsOf(company, 'stage_span', ['valid_from', 'valid_to', 'stage', 'next_category', 'advanced_at'])).toEqual([
      ['2024-01-01', '2024-02-01', 'A', 'lost', '2024-03-01'],
    ]);
    await company.close();
  });
});
