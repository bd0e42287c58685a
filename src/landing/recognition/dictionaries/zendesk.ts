import type { Dictionary } from './dictionary.ts';

/** Zendesk Support. */
export const zendesk: Dictionary = {
  name: 'zendesk',
  entities: {
    user: { columns: { is_active: 'active', role: 'role' } },
    account: { tables: 'organization', columns: { domain: 'domain names' } },
    ticket: {
      columns: {
        opened_at: 'created at',
        account_id: 'organization id',
        contact_id: 'requester id, requester',
        owner_id: 'assignee id, assignee',
        channel: 'via channel, via',
        sla_due_at: 'due at',
        resolved_at: 'solved at, full resolution at, first resolution at',
        first_response_at: 'first reply at, first reply time at',
        reopen_count: 'reopens',
        contact_count: 'replies',
        transfer_count: 'group stations, assignee stations',
      },
      values: {
        status: { new: 'new', open: 'open', pending: 'pending', hold: 'on_hold', solved: 'resolved', closed: 'closed' },
        type: { question: 'question', incident: 'incident', problem: 'incident', task: 'request' },
      },
    },
    survey_response: {
      tables: 'satisfaction rating',
      columns: { responded_at: 'created at', contact_id: 'requester id', owner_id: 'assignee id' },
    },
    field_change: {
      tables: 'ticket field history',
      columns: { record_id: 'ticket id', field: 'field name', new_value: 'value', changed_at: 'updated', changed_by: 'user id' },
    },
    user_event: { tables: 'audit log', columns: { user_id: 'actor id', type: 'action', entity: 'source type' } },
  },
  ignored:
    'brand, daylight time, domain name, group, organization tag, schedule, schedule holiday, sla policy metric history, ticket chat, ticket chat event, ticket comment, ticket form history, ticket schedule, ticket sla policy, ticket tag, user tag',
};
