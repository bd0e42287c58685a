import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const of = (record_id: string, field: string) => ({ entity: 'opportunity', record_id, field });

describe.each(engineNames)('opportunity_span in %s', (engine) => {
  test('without history', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          { id: 'a-open', status: 'open', created_at: '2024-01-10', amount: 100 },
          { id: 'b-won', status: 'won', created_at: '2024-01-10T09:00:00Z', closed_at: '2024-02-01T09:00:00Z', amount: 100 },
          { id: 'c-no-start', status: 'open' },
          { id: 'd-lost-no-start', status: 'lost', closed_at: '2024-02-01' },
          { id: 'e-won-when', status: 'won', created_at: '2024-01-10' },
          // Closed "on" the day it was created in, and before it was created: open for no time.
          { id: 'f-same-day', status: 'won', created_at: '2024-01-10T09:00:00Z', closed_at: '2024-01-10' },
          { id: 'g-before', status: 'lost', created_at: '2024-01-10', closed_at: '2023-12-01' },
          { id: 'h-unknown', created_at: '2024-01-10' },
          { id: 'i-deleted', status: 'open', created_at: '2024-01-10', deleted_at: '2024-01-11' },
          { id: 'j-test', status: 'open', created_at: '2024-01-10', is_test: true },
          { id: 'k-merged', status: 'open', created_at: '2024-01-10', merged_into_id: 'a-open' },
        ],
      },
      { reads: ['opportunity_span'], exportedAt: '2024-03-31' },
    );
    expect(await rowsOf(company, 'opportunity_span', ['opportunity_id', 'valid_from', 'valid_to', 'status', 'start_unknown'])).toEqual([
      ['a-open', '2024-01-10', null, 'open', false],
      ['b-won', '2024-01-10T09:00:00Z', '2024-02-01T09:00:00Z', 'open', false],
      ['b-won', '2024-02-01T09:00:00Z', null, 'won', false],
      ['c-no-start', '2024-03-31T21:59:59Z', null, 'open', true],
      ['d-lost-no-start', '2024-02-01', null, 'lost', false],
      ['f-same-day', '2024-01-10T09:00:00Z', null, 'won', false],
      ['g-before', '2024-01-10', null, 'lost', false],
      ['h-unknown', '2024-01-10', null, null, false],
    ]);
    await company.close();
  });

  test('fields change over time', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          {
            id: 'a',
            status: 'won',
            created_at: '2024-01-10T09:00:00Z',
            closed_at: '2024-03-01T09:00:00Z',
            stage: 'Won',
            amount: 150,
            owner_id: 'u2',
            expected_close_on: '2024-03-15',
          },
          { id: 'b', status: 'open', created_at: '2024-01-10', stage: 'A', amount: 5 },
        ],
        field_change: [
          { ...of('a', 'amount'), old_value: '100', new_value: '120.50', changed_at: '2024-01-20T09:00:00Z' },
          { ...of('a', 'amount'), old_value: '120.50', new_value: 'many', changed_at: '2024-01-25T09:00:00Z' },
          { ...of('a', 'amount'), old_value: 'many', new_value: '150', changed_at: '2024-03-05T09:00:00Z' },
          // Two fields at one instant, and one before the deal began.
          { ...of('a', 'stage'), old_value: 'A', new_value: 'B', changed_at: '2024-01-20T09:00:00Z' },
          { ...of('a', 'owner_id'), old_value: 'u1', new_value: 'u2', changed_at: '2024-01-01' },
          { ...of('a', 'expected_close_on'), old_value: '2024-02-15', new_value: '2024-03-15', changed_at: '2024-01-20T09:00:00Z' },
          { ...of('a', 'name'), old_value: 'x', new_value: 'y', changed_at: '2024-01-22T09:00:00Z' },
          // The record says A now: after the last change it is the record that counts.
          { ...of('b', 'stage'), old_value: null, new_value: 'B', changed_at: '2024-01-20' },
        ],
      },
      { reads: ['opportunity_span'] },
    );
    const columns = ['opportunity_id', 'valid_from', 'valid_to', 'status', 'stage', 'amount', 'owner_id', 'expected_close_on'];
    expect(await rowsOf(company, 'opportunity_span', columns)).toEqual([
      ['a', '2024-01-10T09:00:00Z', '2024-01-20T09:00:00Z', 'open', 'A', 100, 'u2', '2024-02-15'],
      ['a', '2024-01-20T09:00:00Z', '2024-01-25T09:00:00Z', 'open', 'Won', 120.5, 'u2', '2024-03-15'],
      ['a', '2024-01-25T09:00:00Z', '2024-03-01T09:00:00Z', 'open', 'Won', null, 'u2', '2024-03-15'],
      ['a', '2024-03-01T09:00:00Z', '2024-03-05T09:00:00Z', 'won', 'Won', null, 'u2', '2024-03-15'],
      ['a', '2024-03-05T09:00:00Z', null, 'won', 'Won', 150, 'u2', '2024-03-15'],
      ['b', '2024-01-10', '2024-01-20', 'open', null, 5, null, null],
      ['b', '2024-01-20', null, 'open', 'A', 5, null, null],
    ]);
    await company.close();
  });

  test('closed, reopened and closed again', async () => {
    const company = await loadCompany(
      engine,
      {
        opportunity: [
          { id: 'a', status: 'lost', created_at: '2024-01-01', closed_at: '2024-04-01' },
          { id: 'b', status: 'open', created_at: '2024-01-01', closed_at: '2024-02-01' },
          { id: 'c', status: 'won', created_at: '2024-01-01' },
        ],
        field_change: [
          { ...of('a', 'status'), old_value: 'open', new_value: 'Won', changed_at: '2024-02-01' },
          { ...of('a', 'status'), old_value: 'won', new_value: 'open', changed_at: '2024-03-01T10:00:00Z' },
          { ...of('b', 'status'), old_value: 'open', new_value: 'won', changed_at: '2024-02-01' },
          { ...of('b', 'status'), old_value: 'won', new_value: 'open', changed_at: '2024-03-01' },
          { ...of('c', 'status'), old_value: 'open', new_value: 'won', changed_at: '2024-02-01' },
        ],
      },
      { reads: ['opportunity_span'] },
    );
    expect(await rowsOf(company, 'opportunity_span', ['opportunity_id', 'valid_from', 'valid_to', 'status'])).toEqual([
      ['a', '2024-01-01', '2024-02-01', 'open'],
      ['a', '2024-02-01', '2024-03-01T10:00:00Z', 'won'],
      ['a', '2024-03-01T10:00:00Z', '2024-04-01', 'open'],
      ['a', '2024-04-01', null, 'lost'],
      ['b', '2024-01-01', '2024-02-01', 'open'],
      ['b', '2024-02-01', '2024-03-01', 'won'],
      ['b', '2024-03-01', null, 'open'],
      ['c', '2024-01-01', '2024-02-01', 'open'],
      ['c', '2024-02-01', null, 'won'],
    ]);
    await company.close();
  });
});
