import { defineDerived } from '../entity.ts';
import { instant, integer, number, reference } from '../field.ts';

/**
 * Contacts, transfers and repeats of a ticket: what first-contact resolution needs.
 *
 * `contacts` is the ticket's `contact_count`, else its activities that came in (or have no direction) and are no tasks or notes, at
 * least 1; null where its source has no activities of tickets. `transfers` is `transfer_count`, else the changes of its owner from
 * one to another; null where its source has no history of owners of tickets. `next_opened_at` is when the same contact (without
 * one, the same account) next opened a ticket of the same topic; `days_to_repeat` counts from `resolved_at` to it, by the rule
 * of dates, and is negative when that was before.
 */
export const ticketContact = defineDerived(
  'ticket_contact',
  'fact',
  { from: ['ticket', 'activity', 'field_change'], standsOn: ['ticket'], times: ['ticket'], base: 'ticket_id' },
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
