import type { Dictionary } from './dictionary.ts';

/** HubSpot's exports (`Create Date`, `Record ID`) and its API's and connectors' names (`property_dealname`, `hs_…`). */
export const hubspot: Dictionary = {
  name: 'hubspot',
  entities: {
    '*': {
      columns: {
        id: 'record id, hs object id, vid, canonical vid',
        created_at: 'createdate, create date, hs createdate, createdate utc',
        updated_at: 'hs lastmodifieddate, last modified date, lastmodifieddate',
        owner_id: 'hubspot owner id, hubspot owner, owner id',
      },
    },
    user: { tables: 'owner, hubspot owner', columns: { id: 'owner id, id' } },
    account: {
      columns: {
        name: 'name, company name',
        domain: 'domain, company domain name, website',
        size: 'numberofemployees, number of employees',
        parent_id: 'hs parent company id, parent company',
        type: 'type, lifecyclestage',
      },
    },
    contact: {
      columns: {
        account_id:
          'associatedcompanyid, associated company ids primary, primary associated company id, associated company ids, associated company id',
        source: 'hs analytics source, original source, original traffic source, original source type, lead source',
        unsubscribed_at: 'hs email optout date, unsubscribed from all email date',
        phone: 'phone, phone number, mobilephone, mobile phone number',
      },
    },
    lead: { columns: { status: 'hs lead status, lead status' } },
    opportunity: {
      columns: {
        name: 'dealname, deal name',
        stage: 'dealstage, deal stage, deal pipeline stage id',
        pipeline: 'pipeline, deal pipeline id, deal pipeline',
        amount: 'amount, amount in company currency',
        type: 'dealtype, deal type',
        probability: 'hs deal stage probability, deal probability',
        forecast_category: 'hs forecast category, hs manual forecast category, forecast category',
        lost_reason: 'closed lost reason',
        lost_note: 'hs closed lost reason note',
        next_step_at: 'hs next step updated at, notes next activity date, next activity date',
        currency: 'deal currency code, currency',
        account_id: 'associated company ids primary, primary associated company id, associated company ids, associated company id',
        contact_id: 'associated contact ids, associated contact id',
      },
      values: {
        type: { newbusiness: 'new', existingbusiness: 'expansion', 'New Business': 'new', 'Existing Business': 'expansion' },
      },
    },
    stage: {
      tables: 'deal pipeline stage',
      columns: { id: 'stage id', name: 'label', position: 'display order', is_active: 'active', pipeline: 'pipeline id' },
    },
    activity: {
      tables: 'engagement call, engagement email, engagement meeting, engagement note, engagement task',
      columns: {
        id: 'engagement id, hs object id',
        occurred_at: 'hs timestamp, start time, hs meeting start time, activity date',
        subject: 'hs call title, hs email subject, hs meeting title, hs task subject, title',
        direction: 'hs call direction, hs email direction',
        outcome: 'hs call disposition, hs meeting outcome, meeting outcome, hs task status',
      },
      values: {
        type: { CALL: 'call', EMAIL: 'email', INCOMING_EMAIL: 'email', MEETING: 'meeting', NOTE: 'note', TASK: 'task', SMS: 'sms' },
      },
    },
    campaign: { tables: 'email campaign', columns: { audience_size: 'num included', type: 'type', name: 'name' } },
    ticket: {
      columns: {
        opened_at: 'createdate, create date, hs createdate',
        closed_at: 'closed date, close date',
        first_response_at: 'first agent reply date, first agent email response date, hs first agent message sent at',
        topic: 'hs ticket category, category',
        priority: 'hs ticket priority, priority',
        channel: 'source type, source, hs originating email engagement id',
      },
      values: { status: { New: 'new', 'Waiting on contact': 'pending', 'Waiting on us': 'open', Closed: 'closed' } },
    },
    field_change: {
      tables: 'deal property history, ticket property history',
      constants: {
        'deal property history': { entity: 'opportunity', origin: 'native' },
        'ticket property history': { entity: 'ticket', origin: 'native' },
      },
      columns: {
        record_id: 'deal id, ticket id, contact id, company id',
        field: 'name, property',
        new_value: 'value',
        changed_at: 'timestamp, timestamp instant',
        changed_by: 'source id',
        origin: 'origin',
      },
    },
  },
  ignored:
    'contact form submission, contact merge audit, deal company, deal contact, deal pipeline, merged deal, email event, email event bounce, email event click, email event deferred, email event delivered, email event dropped, email event forward, email event open, email event print, email event sent, email event spam report, email event status change, engagement company, engagement contact, engagement deal, engagement communication, engagement, deal stage, owner team, role, team, team user, ticket company, ticket contact, ticket deal, ticket engagement, ticket pipeline, ticket pipeline stage, company property history, contact property history',
};
