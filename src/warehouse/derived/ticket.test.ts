import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const owner = (record_id: string, old_value: string | null, new_value: string) => ({
  entity: 'ticket',
  record_id,
  field: 'owner_id',
  old_value,
  new_value,
  changed_at: '2024-03-02T10:00:00Z',
});

test.each(engineNames)('contacts, transfers and repeats of tickets in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      ticket: [
        {
          id: '1',
          contact_id: 'p',
          account_id: 'a',
          topic: 'bill',
          opened_at: '2024-03-01T10:00:00Z',
          resolved_at: '2024-03-01T12:00:00Z',
        },
        {
          id: '2',
          contact_id: 'p',
          account_id: 'a',
          topic: 'bill',
          opened_at: '2024-03-03T12:00:00Z',
          resolved_at: '2024-03-05',
          contact_count: 7,
          transfer_count: 0,
        },
        { id: '3', contact_id: 'p', account_id: 'a', topic: 'bill', opened_at: '2024-03-08T12:00:00Z' },
        {
          id: '4',
          contact_id: 'q',
          account_id: 'a',
          topic: 'bill',
          opened_at: '2024-03-02T10:00:00Z',
          resolved_at: '2024-03-02T11:00:00Z',
        },
        { id: '5', contact_id: 'p', account_id: 'a', topic: 'other', opened_at: '2024-03-02T10:00:00Z' },
        { id: '6', account_id: 'a', opened_at: '2024-03-01', resolved_at: '2024-03-02' },
        { id: '7', account_id: 'a', opened_at: '2024-03-04' },
        { id: '8', contact_id: 'p', topic: 'bill' },
        { id: '1', _source: 'desk', contact_id: 'p', topic: 'bill', opened_at: '2024-03-01T11:00:00Z' },
      ],
      activity: [
        { ticket_id: '1', type: 'call', direction: 'in' },
        { ticket_id: '1', type: 'email' },
        { ticket_id: '1', type: 'email', direction: 'out' },
        { ticket_id: '1', type: 'note', direction: 'in' },
      ],
      field_change: [owner('1', null, 'u1'), owner('1', 'u1', 'u2'), owner('2', 'u1', 'u2')],
    },
    { reads: ['ticket_action', 'ticket_contact'] },
  );
  const columns = ['_source', 'ticket_id', 'contacts', 'transfers', 'next_opened_at', 'days_to_repeat'];
  expect(await rowsOf(company, 'ticket_contact', columns)).toEqual([
    ['desk', '1', null, null, null, null],
    ['src', '1', 2, 1, '2024-03-03T12:00:00Z', 2],
    ['src', '2', 7, 0, '2024-03-08T12:00:00Z', 3],
    ['src', '3', 1, 0, null, null],
    ['src', '4', 1, 0, null, null],
    ['src', '5', 1, 0, null, null],
    ['src', '6', 1, 0, '2024-03-04', 2],
    ['src', '7', 1, 0, null, null],
    ['src', '8', 1, 0, null, null],
  ]);
  await company.close();
});

test.each(engineNames)('what was done about tickets in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      ticket: [
        { id: '1', opened_at: '2024-03-01', first_response_at: '2024-03-01T10:00:00Z', resolved_at: '2024-03-02', closed_at: '2024-03-03' },
        { id: '2', opened_at: '2024-03-01', resolved_at: '2024-03-02', closed_at: '2024-03-03', resolved_by: 'customer' },
      ],
      activity: [
        { ticket_id: '1', direction: 'in', occurred_at: '2024-03-01T09:00:00Z' },
        { ticket_id: '1', direction: 'out', occurred_at: '2024-03-01T11:00:00Z' },
        { ticket_id: '2', occurred_at: '2024-03-01T12:00:00Z' },
        { direction: 'out', occurred_at: '2024-03-01T12:00:00Z' },
      ],
      field_change: [{ ...owner('2', 'u1', 'u2'), changed_by: 'u1' }, { ...owner('2', 'u2', 'u3') }],
    },
    { reads: ['ticket_action', 'ticket_contact'] },
  );
  expect(await rowsOf(company, 'ticket_action', ['ticket_id', 'kind', 'occurred_at'])).toEqual([
    ['1', 'activity', '2024-03-01T11:00:00Z'],
    ['1', 'closing', '2024-03-03'],
    ['1', 'resolution', '2024-03-02'],
    ['1', 'response', '2024-03-01T10:00:00Z'],
    ['2', 'activity', '2024-03-01T12:00:00Z'],
    ['2', 'change', '2024-03-02T10:00:00Z'],
  ]);
  await company.close();
});
