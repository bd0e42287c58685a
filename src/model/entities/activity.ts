import { defineEntity } from '../entity.ts';
import { boolean, instant, number, oneOf, reference, text } from '../field.ts';

/** Something somebody did with or for a customer: a call, a message, a meeting, a task. */
export const activity = defineEntity(
  'activity',
  'event',
  {
    type: oneOf(['call', 'email', 'sms', 'meeting', 'task', 'note', 'demo'], {
      aliases: { llamada: 'call', correo: 'email', reunion: 'meeting', reunión: 'meeting', tarea: 'task', nota: 'note' },
    }),
    direction: oneOf(['in', 'out'], {
      aliases: {
        inbound: 'in',
        outbound: 'out',
        incoming: 'in',
        outgoing: 'out',
        entrante: 'in',
        saliente: 'out',
        received: 'in',
        sent: 'out',
        dialled: 'out',
        dialed: 'out',
      },
    }),
    purpose: oneOf(['sales', 'service', 'retention', 'nurturing', 'other'], {
      aliases: { support: 'service', ventas: 'sales', servicio: 'service' },
    }),
    topic: text(),
    subject: text(),
    owner_id: reference('user'),
    account_id: reference('account'),
    contact_id: reference('contact'),
    lead_id: reference('lead'),
    opportunity_id: reference('opportunity'),
    ticket_id: reference('ticket'),
    campaign_id: reference('campaign'),
    occurred_at: instant(),
    duration_s: number(),
    wrap_s: number(),
    outcome: text(),
    connected: boolean(),
  },
  { begins: 'occurred_at' },
);
