import type { Dictionary } from './dictionary.ts';

/** Salesforce's API names (`StageName`, `OwnerId`) and the labels of its reports (`Close Date`, `Account Name`). */
export const salesforce: Dictionary = {
  name: 'salesforce',
  entities: {
    '*': {
      columns: {
        created_at: 'created date',
        updated_at: 'last modified date, system modstamp',
        merged_into_id: 'master record id',
        currency: 'currency iso code',
      },
    },
    user: { columns: { manager_id: 'manager id', role: 'user role id, title, profile id', is_active: 'is active', office: 'city' } },
    account: { columns: { size: 'number of employees, employees', segment: 'rating', parent_id: 'parent id, parent account' } },
    contact: { columns: { source: 'lead source' } },
    lead: {
      columns: {
        source: 'lead source',
        company: 'company, company account',
        converted_at: 'converted date',
        campaign_id: 'campaign id, campaign, primary campaign id',
        estimated_value: 'expected revenue',
      },
      values: {
        status: {
          'Open - Not Contacted': 'new',
          New: 'new',
          'Working - Contacted': 'working',
          Contacted: 'working',
          Nurturing: 'working',
          Qualified: 'qualified',
          'Closed - Converted': 'converted',
          Converted: 'converted',
          'Closed - Not Converted': 'lost',
          Unqualified: 'lost',
        },
      },
    },
    opportunity: {
      columns: {
        stage: 'stage name',
        campaign_id: 'campaign id, primary campaign source',
        lost_reason: 'loss reason, lost reason, closed lost reason',
        forecast_category: 'forecast category name, forecast category',
        quantity: 'total opportunity quantity',
      },
      values: {
        type: {
          'New Customer': 'new',
          'Existing Customer - Upgrade': 'expansion',
          'Existing Customer - Replacement': 'renewal',
          'Existing Customer - Downgrade': 'renewal',
        },
      },
    },
    stage: { tables: 'opportunity stage', columns: { name: 'master label', position: 'sort order', probability: 'default probability' } },
    opportunity_line: {
      tables: 'opportunity line item',
      columns: { product_id: 'product 2 id, product2 id, product2id', unit_price: 'unit price, sales price', amount: 'total price' },
    },
    product: { tables: 'product 2, product2', columns: { category: 'family', is_active: 'is active' } },
    activity: {
      columns: {
        occurred_at: 'activity date time, start date time, activity date, due date only, due date',
        contact_id: 'who id',
        duration_s: 'call duration in seconds',
        outcome: 'call disposition, call result, status',
        direction: 'call type',
        purpose: 'purpose',
        type: 'task subtype, event subtype, type',
      },
      values: {
        type: { Call: 'call', Email: 'email', Task: 'task', Event: 'meeting', Meeting: 'meeting', ListEmail: 'email', Cadence: 'task' },
      },
    },
    campaign_message: { tables: 'campaign member', columns: { responded_at: 'first responded date', sent_at: 'created date' } },
    order: {
      columns: {
        ordered_at: 'effective date, order start date, ordered date, po date',
        amount: 'total amount, order amount',
        is_return: 'is reduction order',
      },
      values: { status: { Draft: 'open', Activated: 'open', Cancelled: 'cancelled', Expired: 'cancelled' } },
    },
    order_line: { tables: 'order item, order product', columns: { product_id: 'product 2 id, product2 id, product2id' } },
    contract: {
      columns: { started_at: 'start date, contract start date', ends_at: 'end date, contract end date', cancelled_at: 'cancellation date' },
    },
    ticket: {
      tables: 'case',
      columns: {
        channel: 'origin, case origin',
        cause: 'reason, case reason',
        opened_at: 'created date, date time opened, opened date',
        closed_at: 'closed date, date time closed',
        parent_id: 'parent id',
      },
    },
    field_change: {
      tables: 'opportunity field history, lead history, case history, account history field',
      columns: {
        record_id: 'opportunity id, lead id, case id, parent id',
        field: 'field',
        old_value: 'old value',
        new_value: 'new value',
        changed_at: 'created date',
        changed_by: 'created by id',
      },
    },
  },
  ignored: 'account history, contact history, opportunity history, user role, record type, pricebook, pricebook entry, profile',
};
