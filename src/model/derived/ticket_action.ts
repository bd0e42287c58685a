import { defineDerived } from '../entity.ts';
import { instant, oneOf, reference } from '../field.ts';

/**
 * Each time the support team did something about a ticket: its first response, its resolution and its closing (unless the
 * customer solved it alone), every activity about it that did not come from the customer, every change of it by a person.
 */
export const ticketAction = defineDerived(
  'ticket_action',
  'fact',
  { from: ['ticket', 'activity', 'field_change'], standsOn: ['ticket'], times: ['ticket'], base: 'ticket_id' },
  {
    ticket_id: reference('ticket'),
    kind: oneOf(['response', 'resolution', 'closing', 'activity', 'change']),
    occurred_at: instant(),
  },
);
