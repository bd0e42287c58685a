import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

describe.each(engineNames)('%s', (engine) => {
  test('records that look like one, with the one to keep', async () => {
    const company = await loadCompany(
      engine,
      {
        account: [
          { id: 'a1', created_at: '2024-01-10', name: 'Talleres Navá, S.L.', domain: 'nava.example', owner_id: 'u1' },
          {
            id: 'a2',
            created_at: '2024-02-10T09:00:00Z',
            name: 'TALLERES NAVA SL',
            domain: 'www.nava.example',
            city: 'Lugo',
            country: 'ES',
          },
          { id: 'a3', created_at: '2024-02-11', name: 'Talleres Nava', domain: 'nava.example', is_test: true },
          { id: 'a4', created_at: '2024-02-11', name: 'Talleres Nava', domain: 'nava.example', _source: 'shop' },
        ],
        contact: [
          { id: 'c1', created_at: '2024-03-01', name: 'Ana Soler', email: 'ANA@nava.example' },
          { id: 'c2', created_at: null, name: 'Ana Soler', email: 'ana@nava.example' },
        ],
        lead: [{ id: 'l1', created_at: '2024-03-01', name: 'Ana Soler', email: 'ana@nava.example' }],
      },
      { reads: ['check_result', 'duplicate_group'] },
    );
    try {
      const columns = [
        'entity',
        'record_id',
        'group_id',
        'created_at',
        'owner_id',
        'ordinal',
        'size',
        'survivor_id',
        'is_survivor',
        'score',
        'reasons',
      ];
      expect(await rowsOf(company, 'duplicate_group', columns)).toEqual([
        ['account', 'a1', 'account a1', '2024-01-10', 'u1', 1, 2, 'a2', false, 0.95, 'domain name'],
        ['account', 'a2', 'account a1', '2024-02-10T09:00:00Z', null, 2, 2, 'a2', true, 0.95, 'domain name'],
        ['contact', 'c1', 'contact c1', '2024-03-01', null, 1, 2, 'c1', true, 0.99, 'company email name'],
        ['contact', 'c2', 'contact c1', null, null, 2, 2, 'c1', false, 0.99, 'company email name'],
      ]);
    } finally {
      await company.close();
    }
  });

  test('checks by entity, field and month', async () => {
    const company = await loadCompany(
      engine,
      {
        account: [
          { id: 'a1', created_at: '2024-01-10', name: 'Nava', owner_id: 'u1' },
          { id: 'a2', created_at: '2024-01-31T23:30:00Z', name: 'Soler', owner_id: 'gone' },
          { id: 'a3', created_at: '2024-01-12', name: null, owner_id: null },
          { id: 'a4', created_at: '2024-01-12', name: null, deleted_at: '2024-01-13' },
        ],
        user: [{ id: 'u1' }],
        lead: [
          { id: 'l1', created_at: '2024-01-10', email: 'ana@nava.example', qualified_at: '2024-01-09' },
          { id: 'l2', created_at: '2024-01-10', email: 'ana.nava.example', qualified_at: '2024-01-11' },
        ],
        opportunity: [
          { id: 'o1', created_at: '2024-01-10', status: 'open', expected_close_on: '2024-02-28' },
          { id: 'o2', created_at: '2024-01-10', status: 'open', expected_close_on: '2024-02-29' },
          { id: 'o3', created_at: '2024-01-10', status: 'won', expected_close_on: '2024-01-20' },
        ],
        order: [
          { id: 'r1', ordered_at: '2024-01-10', created_at: '2024-01-18' },
          { id: 'r2', ordered_at: '2024-01-10', created_at: '2024-01-17' },
        ],
      },
      { reads: ['check_result', 'duplicate_group'], exportedAt: '2024-02-29' },
    );
    try {
      const rows = await rowsOf(company, 'check_result', ['entity', 'field', 'check', 'aspect', 'month', 'checked', 'passed', 'failed']);
      expect(rows).toEqual([
        // Neither industry nor country is asked of a source that never fills them.
        ['account', 'name', 'missing_field', 'completeness', '2024-01-01', 2, 1, 1],
        ['account', 'name', 'missing_field', 'completeness', '2024-02-01', 1, 1, 0],
        ['account', 'owner_id', 'missing_field', 'completeness', '2024-01-01', 2, 1, 1],
        ['account', 'owner_id', 'missing_field', 'completeness', '2024-02-01', 1, 1, 0],
        ['account', 'owner_id', 'missing_reference', 'consistency', '2024-01-01', 1, 1, 0],
        ['account', 'owner_id', 'missing_reference', 'consistency', '2024-02-01', 1, 0, 1],
        ['lead', 'email', 'malformed_email', 'validity', '2024-01-01', 2, 1, 1],
        ['lead', 'email', 'missing_field', 'completeness', '2024-01-01', 2, 2, 0],
        ['lead', 'qualified_at', 'order_of_times', 'consistency', '2024-01-01', 2, 1, 1],
        ['opportunity', 'expected_close_on', 'missing_field', 'completeness', '2024-01-01', 2, 2, 0],
        ['opportunity', 'expected_close_on', 'overdue', 'timeliness', '2024-01-01', 2, 1, 1],
        ['order', 'ordered_at', 'entered_late', 'timeliness', '2024-01-01', 2, 1, 1],
        ['order', 'ordered_at', 'missing_start', 'completeness', '2024-01-01', 2, 2, 0],
      ]);
    } finally {
      await company.close();
    }
  });
});
