import { leadPayment } from '../../model/derived/lead_payment.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, pickMoment, sameMoment } from './moment.ts';

/** Each lead with its account's first payment; the rule is told at the model's `lead_payment`. */
export const leadPaymentBuilder: SelectedBuilder = {
  dataset: leadPayment,
  sql: ({ dialect, relation }) => `with lead_row as (
  select l._source as _source, l.id as lead_id, l.converted_account_id as account_id, l.campaign_id as campaign_id, l.owner_id as owner_id, l.source as source, l.office as office,
    l.status as status, l.lost_reason as lost_reason, l.estimated_value as estimated_value, l.currency as currency,
    ${momentOf(dialect, 'l', 'created_at', 'created_at')}, ${momentOf(dialect, 'l', 'lost_at', 'lost_at')}, ${momentOf(dialect, 'l', 'reopened_at', 'reopened_at')}
  from ${relation('lead')} as l
  where ${isLive('l')}
), payer as (
  select c._source as _source, c.account_id as account_id, ${momentOf(dialect, 'c', 'first_paid_at', 'paid_at')}
  from ${relation('customer_span')} as c
  where c.ordinal = 1 and c.first_paid_at is not null
)
select r._source as _source, r.lead_id as lead_id, r.account_id as account_id, r.campaign_id as campaign_id, r.owner_id as owner_id, r.source as source, r.office as office,
  r.status as status, r.lost_reason as lost_reason, r.estimated_value as estimated_value, r.currency as currency,
  ${sameMoment('r', 'created_at')}, ${sameMoment('r', 'lost_at')}, ${sameMoment('r', 'reopened_at')}, ${pickMoment(dialect, 'paid_at', [
    ['p.paid_at is null', null],
    ['r.created_at is null', 'p.paid_at'],
    ['(r.created_at_date_only or p.paid_at_date_only) and p.paid_at_day < r.created_at_day', null],
    ['not (r.created_at_date_only or p.paid_at_date_only) and p.paid_at < r.created_at', null],
    ['true', 'p.paid_at'],
  ])}
from lead_row as r
left join payer as p on p._source = r._source and p.account_id = r.account_id`,
};
