import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { byTime, daysSince, known } from './orders.ts';

export function ticketContact(world: World): Row[] {
  const tickets = world.live('ticket');
  return tickets.map((ticket) => {
    const source = sourceOf(ticket);
    const activities = world.live('activity').filter((activity) => sourceOf(activity) === source && known(activity.ticket_id));
    const own = activities.filter(
      (activity) =>
        activity.ticket_id === ticket.id && (activity.direction ?? 'in') === 'in' && activity.type !== 'task' && activity.type !== 'note',
    );
    const ownerChanges = world
      .live('field_change')
      .filter(
        (change) => sourceOf(change) === source && change.entity === 'ticket' && change.field === 'owner_id' && known(change.changed_at),
      );
    const moves = ownerChanges.filter(
      (change) =>
        change.record_id === ticket.id && known(change.old_value) && known(change.new_value) && change.old_value !== change.new_value,
    );
    const next = nextTicket(world, ticket, tickets);
    return {
      _source: source,
      ticket_id: ticket.id ?? null,
      account_id: ticket.account_id ?? null,
      contact_id: ticket.contact_id ?? null,
      opened_at: ticket.opened_at ?? null,
      resolved_at: ticket.resolved_at ?? null,
      contacts: ticket.contact_count ?? (activities.length > 0 ? Math.max(1, own.length) : null),
      transfers: ticket.transfer_count ?? (ownerChanges.length > 0 ? moves.length : null),
      next_opened_at: next,
      days_to_repeat: daysSince(world, ticket.resolved_at, next),
    };
  });
}

/** When the same contact (without one, the same account) next opened a ticket of the same topic. */
function nextTicket(world: World, ticket: Row, tickets: readonly Row[]): Value {
  const who = (row: Row): string | null =>
    known(row.contact_id) ? `contact ${row.contact_id}` : known(row.account_id) ? `account ${row.account_id}` : null;
  if (who(ticket) === null || !known(ticket.opened_at)) return null;
  const same = tickets
    .filter(
      (one) =>
        sourceOf(one) === sourceOf(ticket) &&
        known(one.opened_at) &&
        who(one) === who(ticket) &&
        (one.topic ?? null) === (ticket.topic ?? null),
    )
    .sort(byTime(world, 'opened_at'));
  return same[same.indexOf(ticket) + 1]?.opened_at ?? null;
}

/** Each time the support team did something about a ticket. */
export function ticketAction(world: World): Row[] {
  const actions: Row[] = [];
  for (const ticket of world.live('ticket')) {
    const act = (kind: string, at: Value | undefined): void => {
      if (known(at)) actions.push({ _source: sourceOf(ticket), ticket_id: ticket.id ?? null, kind, occurred_at: at ?? null });
    };
    act('response', ticket.first_response_at);
    if (ticket.resolved_by !== 'customer') {
      act('resolution', ticket.resolved_at);
      act('closing', ticket.closed_at);
    }
    for (const activity of world.live('activity')) {
      if (sourceOf(activity) === sourceOf(ticket) && activity.ticket_id === ticket.id && activity.direction !== 'in')
        act('activity', activity.occurred_at);
    }
    for (const change of world.live('field_change')) {
      if (sourceOf(change) === sourceOf(ticket) && change.entity === 'ticket' && change.record_id === ticket.id && known(change.changed_by))
        act('change', change.changed_at);
    }
  }
  return actions;
}
