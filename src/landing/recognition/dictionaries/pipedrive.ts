import type { Dictionary } from './dictionary.ts';

/** Pipedrive's exports (`Deal - Title`) and its API's names (`add_time`, `won_time`). */
export const pipedrive: Dictionary = {
  name: 'pipedrive',
  entities: {
    '*': {
      columns: { created_at: 'add time, deal created, person created, organization created, created', updated_at: 'update time', id: 'id' },
    },
    account: { tables: 'organization, organisation' },
    contact: {
      tables: 'person',
      columns: { account_id: 'org id, organization id, organization', email: 'email, email work', phone: 'phone, phone work' },
    },
    lead: { columns: { name: 'title', source: 'source name, lead source, source' } },
    opportunity: {
      columns: {
        name: 'title',
        account_id: 'org id, organization id, organization',
        contact_id: 'person id, contact person',
        owner_id: 'user id, owner, creator user id',
        stage: 'stage id, stage, stage name',
        pipeline: 'pipeline id, pipeline',
        amount: 'value',
        currency: 'currency of value, currency',
        closed_at: 'close time, deal closed on, won time, lost time',
        expected_close_on: 'expected close date',
        lost_reason: 'lost reason',
        next_step_at: 'next activity date',
      },
      values: { status: { open: 'open', won: 'won', lost: 'lost' } },
    },
    stage: { columns: { position: 'order nr', pipeline: 'pipeline id', probability: 'deal probability' } },
    activity: {
      columns: {
        owner_id: 'user id, assigned to user id',
        opportunity_id: 'deal id, deal',
        contact_id: 'person id',
        account_id: 'org id, organization',
        occurred_at: 'marked as done time, due date',
        subject: 'subject',
        outcome: 'done, status',
      },
      values: { type: { call: 'call', meeting: 'meeting', task: 'task', deadline: 'task', email: 'email', lunch: 'meeting' } },
    },
    product: { columns: { price: 'unit price, price', category: 'category', is_active: 'active flag' } },
  },
};
