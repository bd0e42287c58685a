import { defineEntity } from '../entity.ts';
import { boolean, instant, integer, oneOf, plannedInstant, reference, text } from '../field.ts';

/** A case: a complaint, a question, an incident, a request. */
export const ticket = defineEntity(
  'ticket',
  'record',
  {
    account_id: reference('account'),
    contact_id: reference('contact'),
    owner_id: reference('user'),
    order_id: reference('order'),
    type: oneOf(['complaint', 'question', 'incident', 'request'], {
      aliases: {
        queja: 'complaint',
        reclamacion: 'complaint',
        reclamación: 'complaint',
        pregunta: 'question',
        consulta: 'question',
        incidencia: 'incident',
        problem: 'incident',
        solicitud: 'request',
        petición: 'request',
        task: 'request',
      },
    }),
    cause: text(),
    topic: text(),
    channel: text(),
    priority: text(),
    product_id: reference('product'),
    status: oneOf(['new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled'], {
      aliases: {
        solved: 'resolved',
        hold: 'on_hold',
        active: 'open',
        in_progress: 'open',
        waiting: 'pending',
        awaiting: 'pending',
        escalated: 'open',
        canceled: 'cancelled',
      },
    }),
    opened_at: instant(),
    first_response_at: instant(),
    resolved_at: instant(),
    closed_at: instant(),
    reopened_at: instant(),
    reopen_count: integer(),
    contact_count: integer(),
    transfer_count: integer(),
    resolved_by: oneOf(['customer', 'agent'], { before: { field: 'resolved_at', value: null } }),
    level: integer(),
    first_response_due_at: plannedInstant(),
    sla_due_at: plannedInstant(),
    sla_met: boolean({ before: { field: 'resolved_at', value: null } }),
  },
  { begins: 'opened_at' },
);
