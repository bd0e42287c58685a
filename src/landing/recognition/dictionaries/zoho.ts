import type { Dictionary } from './dictionary.ts';

/** Zoho CRM's modules and labels. */
export const zoho: Dictionary = {
  name: 'zoho',
  entities: {
    '*': { columns: { created_at: 'created time', updated_at: 'modified time, last activity time' } },
    lead: {
      columns: { source: 'lead source', company: 'company' },
      values: {
        status: {
          'Attempted to Contact': 'working',
          'Contact in Future': 'working',
          Contacted: 'working',
          'Junk Lead': 'lost',
          'Lost Lead': 'lost',
          'Not Contacted': 'new',
          'Pre Qualified': 'qualified',
          'Pre-Qualified': 'qualified',
          'Not Qualified': 'lost',
        },
      },
    },
    opportunity: {
      tables: 'potential, deal',
      columns: {
        status: 'forecast type',
        account_id: 'account id, account name',
        contact_id: 'contact id, contact name',
        campaign_id: 'campaign id, campaign source',
        lost_reason: 'reason for loss',
      },
    },
    activity: {
      columns: {
        id: 'taskid, eventid, callid, task id, event id, call id',
        occurred_at: 'call start time, start datetime, due date, start date time',
        opportunity_id: 'potentialid, potential id, deal id',
        contact_id: 'contactid, contact id',
        direction: 'call type',
        purpose: 'call purpose',
        duration_s: 'call duration in seconds',
        outcome: 'call result, status',
      },
      values: {
        purpose: {
          None: 'other',
          Prospecting: 'sales',
          Administrative: 'other',
          Negotiation: 'sales',
          Demo: 'sales',
          Project: 'other',
          Support: 'service',
        },
      },
    },
    campaign: { columns: { budget: 'budgeted cost' } },
    ticket: { tables: 'case', columns: { channel: 'case origin', cause: 'case reason' } },
    quote: {
      columns: { status: 'sales status, quote stage', valid_until: 'valid till', amount: 'grand total' },
    },
    order: { tables: 'sales order', columns: { amount: 'grand total', ordered_at: 'order date, created time' } },
    order_line: {
      tables: 'sales order line item',
      columns: {
        id: 'inventoryrelid',
        order_id: 'bookid, book id, sales order id',
        amount: 'net total, total after discount, total',
        unit_price: 'list price',
      },
    },
    invoice: {
      columns: {
        amount: 'grand total',
        issued_on: 'invoice date, created time',
        order_id: 'sales order id, sales order',
        number: 'invoice number',
      },
    },
    product: { columns: { category: 'product category', is_active: 'product active', cost: 'cost', price: 'unit price' } },
  },
  ignored: 'campaign lead status',
};
