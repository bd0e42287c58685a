import { defineEntity } from '../entity.ts';
import { currency, instant, money, number, oneOf, personal, reference, text } from '../field.ts';

/** Someone who might become a customer and is not yet one. */
export const lead = defineEntity('lead', 'record', {
  name: personal(),
  email: personal(),
  phone: personal(),
  company: text(),
  source: text(),
  campaign_id: reference('campaign'),
  office: text(),
  owner_id: reference('user'),
  status: oneOf(['new', 'working', 'qualified', 'converted', 'lost'], {
    // Not converted, not lost, not qualified then: more is not known.
    before: ['converted_at', 'lost_at', 'qualified_at'].map((field) => ({ field, value: null })),
    aliases: {
      contacted: 'working',
      open: 'new',
      in_progress: 'working',
      nurturing: 'working',
      unqualified: 'lost',
      disqualified: 'lost',
      closed_converted: 'converted',
      closed_not_converted: 'lost',
    },
  }),
  score: number(),
  estimated_value: money(),
  currency: currency(),
  qualified_at: instant(),
  handed_over_at: instant(),
  accepted_at: instant(),
  converted_at: instant(),
  lost_at: instant(),
  lost_reason: text({ before: { field: 'lost_at', value: null } }),
  lost_note: text({ before: { field: 'lost_at', value: null } }),
  reopened_at: instant(),
  converted_account_id: reference('account', { before: { field: 'converted_at', value: null } }),
  converted_contact_id: reference('contact', { before: { field: 'converted_at', value: null } }),
  converted_opportunity_id: reference('opportunity', { before: { field: 'converted_at', value: null } }),
});
