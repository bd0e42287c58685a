import { ticketAction } from '../../model/derived/ticket_action.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf } from './moment.ts';

/** What the model's `ticket_action` tells: of live tickets; an activity is the customer's when it came in; a change is a person's when it says whose. */
export const ticketActionBuilder: SelectedBuilder = {
  dataset: ticketAction,
  sql: ({ dialect, relation }) => {
    const own = (
      kind: string,
      field: string,
      alsoIf: string,
    ): string => `select t._source, t.id as ticket_id, '${kind}' as kind, ${momentOf(dialect, 't', field, 'occurred_at')}
from ${relation('ticket')} as t
where ${isLive('t')} and t.${field} is not null${alsoIf}`;
    const byUs = " and coalesce(t.resolved_by, 'agent') <> 'customer'";
    return [
      own('response', 'first_response_at', ''),
      own('resolution', 'resolved_at', byUs),
      own('closing', 'closed_at', byUs),
      `select a._source as _source, a.ticket_id as ticket_id, 'activity' as kind, ${momentOf(dialect, 'a', 'occurred_at', 'occurred_at')}
from ${relation('activity')} as a
join ${relation('ticket')} as t on t._source = a._source and t.id = a.ticket_id and ${isLive('t')}
where ${isLive('a')} and a.ticket_id is not null and a.occurred_at is not null and coalesce(a.direction, 'out') <> 'in'`,
      `select c._source as _source, c.record_id as ticket_id, 'change' as kind, ${momentOf(dialect, 'c', 'changed_at', 'occurred_at')}
from ${relation('field_change')} as c
join ${relation('ticket')} as t on t._source = c._source and t.id = c.record_id and ${isLive('t')}
where ${isLive('c')} and c.entity = 'ticket' and c.record_id is not null and c.changed_at is not null and c.changed_by is not null`,
    ].join('\nunion all\n');
  },
};
