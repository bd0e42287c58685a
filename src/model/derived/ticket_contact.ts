import { defineDerived } from '../entity.ts';
import { instant, integer, number, reference } from '../field.ts';

/** Contacts, transfers and repeats of a ticket: what first-contact resolution needs. */
export const ticketContact = defineDerived(
  'ticket_contact',
  'fact',
  { from: ['ticket', 'activity', 'field_change'], times: ['ticket'], base: 'ticket_id' },
  {
    ticket_id: reference('ticket'),
    account_id: reference('account'),
    contact_id: reference('contact'),
    opened_at: instant(),
    resolved_at: instant(),
    contacts: integer(),
    transfers: integer(),
    next_opened_at: instant(),
    days_to_repeat: number(),
  },
);
