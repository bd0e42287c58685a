import { expect, it } from 'vitest';
import { missingFields } from './missing-fields.ts';

it('gives each field its entity', () => {
  expect(missingFields('opportunity.status, created_at, lead.source')).toEqual([
    'opportunity.status',
    'opportunity.created_at',
    'lead.source',
  ]);
  expect(missingFields('ticket.opened_at')).toEqual(['ticket.opened_at']);
  expect(missingFields('invoice')).toEqual(['invoice']);
});
